"""Text and publication date in, time expressions out."""

from __future__ import annotations

from briefgen.extract.timex.context import Context
from briefgen.extract.timex.found import Found
from briefgen.extract.timex.grammar import Grammar, Rule, grammar
from briefgen.extract.timex.readers import READERS
from briefgen.extract.timex.tokens import Tokens, tokenize
from briefgen.model.timex import TimexMention

VETO = "veto"
_REACH = 24
"""Tokens: no expression reaches further from the word that its rule asks for."""
_EVERYWHERE = frozenset("wW,db")
"""Codes that every text holds in every place: their places are not kept."""


def tag(text: str, published: str | None = None) -> tuple[TimexMention, ...]:
    """Returns the time expressions of `text` in order of place.

    `published` is the day of publication (EDTF, usually YYYY-MM-DD). Without it what is relative to it
    keeps an underspecified value. Values follow TimeML 1.2.1; no parser is needed.
    """
    rules = grammar()
    tokens = tokenize(text, rules.vocabulary)
    context = Context.at(tokens, published, rules.vocabulary.classes["MONTH"])
    out = []
    for rivals in choose(find(tokens, rules)):
        mention = _read_first(rivals, context)
        if mention is not None:
            out.append(mention)
    return tuple(out)


def _read_first(rivals: list[Found], context: Context) -> TimexMention | None:
    """Returns what the first rule says that can read the words; a veto ends the matter."""
    for found in rivals:
        if found.rule.read == VETO:
            return None
        timex3 = READERS[found.rule.read](found, context)
        if timex3 is not None:
            context.add(found, timex3)
            start, end = found.start, found.end
            return TimexMention(text=context.text[start:end], span=(start, end), timex3=timex3)
    return None


def find(tokens: Tokens, rules: Grammar) -> list[Found]:
    """Returns every match of every rule."""
    places: dict[str, list[int]] = {}
    for place, code in enumerate(tokens.codes):
        if code not in _EVERYWHERE:
            places.setdefault(code, []).append(place)
    out = []
    for rule in rules.rules:
        for start, end in _windows(rule, places, len(tokens.codes)):
            for match in rule.pattern.finditer(tokens.codes, start, end):
                first, last = match.span("x") if rule.extent else match.span()
                if first < last:
                    out.append(
                        Found(rule=rule, match=match, tokens=tokens, grammar=rules, first=first, last=last)
                    )
    return out


def _windows(rule: Rule, places: dict[str, list[int]], length: int) -> list[tuple[int, int]]:
    """Returns the stretches of a text where a rule may match: around the codes of its gate."""
    if not rule.gate.isdisjoint(_EVERYWHERE):
        return [(0, length)]
    near = [place for code in rule.gate if code in places for place in places[code]]
    near.sort()
    windows: list[tuple[int, int]] = []
    for place in near:
        start, end = max(0, place - _REACH), min(length, place + _REACH)
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], end)
        else:
            windows.append((start, end))
    return windows


def choose(found: list[Found]) -> list[list[Found]]:
    """Returns the matches that stand, by place: the longest first, then the earlier rule of the table.

    Rules that match the very same words stand together, the earlier first.
    """
    ranked = sorted(found, key=lambda item: (item.first - item.last, item.rule.order, item.first))
    taken: set[int] = set()
    kept: dict[tuple[int, int], list[Found]] = {}
    for item in ranked:
        place = (item.first, item.last)
        if place in kept:
            kept[place].append(item)
        elif not any(at in taken for at in range(*place)):
            taken.update(range(*place))
            kept[place] = [item]
    return [kept[place] for place in sorted(kept)]
