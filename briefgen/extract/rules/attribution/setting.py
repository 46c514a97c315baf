"""The setting of a saying: where or how it was said, on which day, and through whom it reached the author."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from briefgen.extract.rules.attribution.saying import saying, says
from briefgen.extract.rules.attribution.sources import agent_of, own_subject
from briefgen.extract.rules.dating import dates_saying, top_of
from briefgen.extract.rules.grammar import NOMINAL, SUBJECTS, Grammar
from briefgen.lexicons.load import Lexicon, load
from briefgen.model.evidence import Span
from briefgen.model.span_index import SpanIndex
from briefgen.model.timex import TimexMention


class Venues(Lexicon):
    """Words that name where and how something is said."""

    prepositions: frozenset[str]
    nouns: frozenset[str]
    addressing: frozenset[str]
    speaking: frozenset[str]
    quoting: frozenset[str]
    recalling: frozenset[str]


@dataclass(frozen=True, slots=True)
class Setting:
    """What surrounds a cue, besides its source and its content."""

    venue: Span | None = None
    time: Span | None = None
    relay: int | None = None
    """Head of the noun phrase that names the go-between."""
    spoken_of: int | None = None
    """Head of the noun phrase that names of whom it is said."""


@cache
def venues() -> Venues:
    """Returns the lexicon of venues."""
    return load("venues", Venues)


def setting_of(
    grammar: Grammar,
    verb: int,
    source: int | None,
    content: Iterable[Span],
    timexes: SpanIndex[TimexMention],
) -> Setting:
    """Returns the setting of a cue verb."""
    taken = tuple(content)
    return Setting(
        venue=_venue(grammar, verb, source, taken, timexes),
        time=_time(grammar, verb, taken, timexes),
        relay=relay_of(grammar, verb, source),
        spoken_of=_spoken_of(grammar, verb),
    )


def _spoken_of(grammar: Grammar, verb: int) -> int | None:
    """Returns of whom something is said: `“They are afraid,” she said of the councillors`."""
    if grammar.lemmas[verb] not in saying().speaking_of:
        return None
    for at in grammar.children[verb]:
        if at > verb and grammar.words[at].lower() in ("of", "about") and grammar.deps[at] == "prep":
            return grammar.child(at, "pobj")
    return None


def _free(grammar: Grammar, token: int, taken: tuple[Span, ...]) -> bool:
    start = grammar.passage.starts[token]
    return not grammar.is_stand_in(token) and not any(a <= start < b for a, b in taken)


def _venue(
    grammar: Grammar,
    verb: int,
    source: int | None,
    taken: tuple[Span, ...],
    timexes: SpanIndex[TimexMention],
) -> Span | None:
    known = venues()
    phrases: list[tuple[int, int]] = []
    addressed = False
    for at in _complements(grammar, verb):
        if not _free(grammar, at, taken) or at == source:
            continue
        dep = grammar.deps[at]
        if dep in ("dobj", "dative") and at > verb and grammar.lemmas[verb] in known.addressing:
            phrases.append((grammar.left[at], grammar.right[at]))
            addressed = True
        elif dep == "prep" and grammar.lemmas[at] in known.prepositions:
            inside = grammar.child(at, "pobj")
            if inside is not None and _is_venue(grammar, inside, known):
                phrases.append((at, grammar.right[inside]))
    phrases = [_before_time(grammar, phrase, taken, timexes) for phrase in phrases]
    phrases = sorted(phrase for phrase in phrases if phrase[0] <= phrase[1])
    if not phrases:
        return None
    behind = [phrase for phrase in phrases if phrase[0] > verb]
    if addressed and behind:
        last = behind[0][1]
        for phrase in behind[1:]:
            if phrase[0] <= last + 1:
                last = max(last, phrase[1])
        return grammar.span(verb, last)
    return grammar.span(*phrases[0])


def _complements(grammar: Grammar, verb: int) -> list[int]:
    """Returns the verb's own complements and those hung on its object by the parser (`told X via email`)."""
    own = list(grammar.children[verb])
    for at in grammar.children[verb]:
        if grammar.deps[at] in ("dobj", "dative") and grammar.lemmas[verb] in venues().addressing:
            own += [inner for inner in grammar.children[at] if grammar.deps[inner] == "prep"]
    return own


def _is_venue(grammar: Grammar, noun: int, known: Venues) -> bool:
    """Whether a noun names a place of words; a platform's or show's name counts behind `on` only."""
    if grammar.lemmas[noun] in known.nouns:
        return True
    if grammar.pos[noun] != "PROPN":
        return False
    return grammar.lemmas[grammar.heads[noun]] in ("via", "on") and grammar.pos[noun] == "PROPN"


def _before_time(
    grammar: Grammar, phrase: tuple[int, int], taken: tuple[Span, ...], timexes: SpanIndex[TimexMention]
) -> tuple[int, int]:
    """Returns the phrase up to a time expression or content that hangs on its end."""
    first, last = phrase
    stops = {span[0] for span in taken}
    for at in range(first, last + 1):
        start = grammar.passage.starts[at]
        is_time = any(timex.span[0] == start for timex in timexes.at(start))
        if is_time or start in stops or grammar.is_stand_in(at) or grammar.deps[at] == "relcl":
            last = at - 1
            break
    while last >= first and (
        grammar.pos[last] in ("PUNCT", "SPACE", "ADP", "DET") or grammar.tags[last] in ("WDT", "WP", "IN")
    ):
        last -= 1
    return first, last


def _time(
    grammar: Grammar, verb: int, taken: tuple[Span, ...], timexes: SpanIndex[TimexMention]
) -> Span | None:
    """Returns the time expression that hangs on the cue, the nearest where there are several."""
    first, last = grammar.sentences[grammar.sentence[verb]]
    start, end = grammar.passage.starts[first], grammar.passage.ends[last]
    known = venues()
    verbs = [verb, *(at for at in grammar.children[verb] if _is_speaking(grammar, at))]
    best: tuple[int, Span] | None = None
    for timex in timexes.starting_in(start, end):
        if timex.timex3.type not in ("DATE", "TIME") or timex.span[1] > end:
            continue
        top = top_of(grammar, timex.span, first, last)
        if top is None or not _free(grammar, top, taken):
            continue
        distance = abs(top - verb)
        if best is not None and distance >= best[0]:
            continue
        if any(
            dates_saying(grammar, top, at, known.nouns, tells=grammar.lemmas[at] in known.addressing)
            for at in verbs
        ):
            best = (distance, timex.span)
    return None if best is None else best[1]


def _is_speaking(grammar: Grammar, at: int) -> bool:
    """Whether a participle tells how somebody came to speak: `Speaking on Friday, …`, `Asked on Friday, …`."""
    return (
        grammar.deps[at] == "advcl"
        and grammar.tags[at] in ("VBG", "VBN")
        and grammar.lemmas[at] in venues().speaking
        and grammar.child(at, "mark", *SUBJECTS) is None
    )


def relay_of(grammar: Grammar, verb: int, source: int | None) -> int | None:
    """Returns who relays: `said, according to KCNA`, `KCNA quoted Kim as saying`."""
    above = quoting_verb(grammar, verb)
    if above is not None:
        own = agent_of(grammar, above) if source is not None else None
        own = own if own is not None else own_subject(grammar, above)
        # `was quoted as saying by the agency`
        own = own if own is not None else agent_of(grammar, verb)
        return own if own != source else None
    for at in grammar.children[source] if source is not None else ():
        # `Lee, quoted by the agency, said`
        if grammar.deps[at] == "acl" and grammar.lemmas[at] in venues().quoting:
            return agent_of(grammar, at)
    first, last = grammar.sentences[grammar.sentence[verb]]
    for at in range(first, last + 1):
        if grammar.words[at].lower() != "according" or at == verb:
            continue
        to = next((i for i in range(at + 1, min(at + 3, last + 1)) if grammar.lemmas[i] == "to"), None)
        found = None if to is None else grammar.child(to, "pobj")
        if found is not None and found != source and grammar.pos[found] in NOMINAL:
            return found
    return None


def told_by(grammar: Grammar, verb: int) -> int | None:
    """Returns who speaks right before a participle, as its subject or as what somebody recalls."""
    own = own_subject(grammar, verb)
    told = grammar.child(grammar.heads[verb], "dobj") if own is None else own
    if told is None or grammar.deps[verb] not in ("advcl", "xcomp", "ccomp"):
        return None
    return told if own is not None or grammar.right[told] == grammar.left[verb] - 1 else None


def quoting_verb(grammar: Grammar, verb: int) -> int | None:
    """Returns `quoted` above `saying` in `KCNA quoted Kim as saying`, `recalled` in `Lee recalled Kim saying`."""
    head = grammar.heads[verb]
    if (
        grammar.tags[verb] == "VBG"
        and grammar.lemmas[head] in venues().recalling
        and says(grammar.lemmas[verb])
    ):
        told = told_by(grammar, verb)
        return head if told is not None and head < told else None
    if grammar.deps[verb] not in ("pcomp", "pobj") or grammar.lemmas[grammar.heads[verb]] != "as":
        return None
    above = grammar.heads[grammar.heads[verb]]
    return above if grammar.lemmas[above] in venues().quoting else None
