"""Text and publication date in, time expressions out."""

from __future__ import annotations

from briefgen.extract.timex.context import Context
from briefgen.extract.timex.found import Found
from briefgen.extract.timex.grammar import Grammar, grammar
from briefgen.extract.timex.readers import READERS
from briefgen.extract.timex.tokens import Tokens, tokenize
from briefgen.model.timex import TimexMention

VETO = "veto"


def tag(text: str, published: str | None = None) -> tuple[TimexMention, ...]:
    """Returns the time expressions of `text` in order of place.

    `published` is the day of publication (EDTF, usually YYYY-MM-DD). Without it what is relative to it
    keeps an underspecified value. Values follow TimeML 1.2.1; no parser is needed.
    """
    rules = grammar()
    tokens = tokenize(text, rules.vocabulary)
    context = Context.at(tokens, published)
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
    out = []
    codes = tokens.codes
    present = set(codes)
    for rule in rules.rules:
        if rule.gate and rule.gate.isdisjoint(present):
            continue
        for match in rule.pattern.finditer(codes):
            first, last = match.span("x") if rule.extent else match.span()
            if first < last:
                out.append(
                    Found(rule=rule, match=match, tokens=tokens, grammar=rules, first=first, last=last)
                )
    return out


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
