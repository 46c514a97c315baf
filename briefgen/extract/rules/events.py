"""The clause that each time expression dates, and how that clause stands to the facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from briefgen.extract.rules.grammar import NOMINAL, VERBAL, Grammar
from briefgen.extract.rules.position.polarity import is_negated
from briefgen.extract.rules.reading import Passage, Reading
from briefgen.lexicons.load import Lexicon, load
from briefgen.lexicons.modality import modality
from briefgen.model.base import Model
from briefgen.model.evidence import Span
from briefgen.model.extraction import DatedEvent
from briefgen.model.span_index import SpanIndex
from briefgen.model.timex import DateEvent, TimexMention, TimexType

_BESIDE = frozenset({"ccomp", "advcl", "relcl", "parataxis", "acl"})
"""Clauses that hang on a clause without being what it says happened."""
_ATTRIBUTE = frozenset({"compound", "nummod", "nmod", "poss", "npadvmod", "amod", "quantmod", "det"})
_EDGES = frozenset(",;:.—–-()\"“”'’‘")
_MOST_SAID = 30
"""Tokens of what is said that an event quotes."""
_REPORTS = frozenset({"ccomp", "parataxis"})


class EventWords(Model):
    """Words of one use, with a sentence that shows it."""

    example: str
    words: frozenset[str]


class EventLexicon(Lexicon):
    """The lexicon `time_events.yml`."""

    planning: EventWords
    intending: EventWords
    reporting: EventWords
    doubt: EventWords
    condition: EventWords
    events: EventWords


@cache
def event_words() -> EventLexicon:
    """Returns the lexicon of dated events."""
    return load("time_events", EventLexicon)


@dataclass(frozen=True, slots=True)
class _Dated:
    """What a time expression dates: its head token and the tokens that say it."""

    head: int
    hung_on: int
    """The verb or noun that the expression itself hangs on: `open` in `is set to open on Monday`."""
    tokens: tuple[int, ...]
    is_limit: bool = False
    """Whether the expression ends what is not so: `will not open until Monday` opens on Monday."""


def find_events(reading: Reading, timexes: tuple[TimexMention, ...]) -> tuple[DatedEvent, ...]:
    """Returns the dated clause of each time expression that has one, by place of the expression."""
    dated = [timex for timex in timexes if timex.timex3.type != TimexType.SET]
    places = SpanIndex(
        ((passage.starts[0], passage.ends[-1]), index)
        for index, passage in enumerate(reading.passages)
        if passage.starts
    )
    out = []
    for timex in dated:
        place = _passage_at(reading.passages, places.at(timex.span[0]), timex.span)
        if place is None:
            continue
        event = _event_of(reading.grammars[place], timex.span, reading)
        if event is not None:
            out.append(DatedEvent(timex=timex.span, event=event))
    return tuple(out)


def _passage_at(passages: tuple[Passage, ...], around: list[int], span: Span) -> int | None:
    """Returns the innermost of the passages around a place that holds the words at `span`."""
    found = None
    for index in around:
        passage = passages[index]
        if span[1] <= passage.ends[-1] and _tokens(passage, span):
            found = index
            if passage.region is not None:
                break
    return found


def _tokens(passage: Passage, span: Span) -> list[int]:
    return [
        at
        for at, (start, end) in enumerate(zip(passage.starts, passage.ends, strict=True))
        if span[0] <= start and end <= span[1] and at not in passage.stand_ins
    ]


def _event_of(g: Grammar, span: Span, reading: Reading) -> DateEvent | None:
    timex = frozenset(_tokens(g.passage, span))
    top = next((at for at in sorted(timex) if g.heads[at] not in timex or g.heads[at] == at), None)
    if top is None:
        return None
    dated = _noun_dated(g, top, timex) or _clause_dated(g, top, timex)
    if dated is None or not dated.tokens:
        return None
    start, end = g.span(dated.tokens[0], dated.tokens[-1])
    if end <= start:
        return None
    evidence = reading.evidence(start, end)
    return DateEvent(text=evidence.text, span=evidence.span, status=_status(g, dated))


def _noun_dated(g: Grammar, top: int, timex: frozenset[int]) -> _Dated | None:
    """Returns the noun phrase that the expression stands in: `the 2019 summit`, `the summit in May`."""
    up = g.heads[top]
    if up == top or up in timex:
        return None
    attribute = g.deps[top] in _ATTRIBUTE and g.pos[up] in NOMINAL and up > top
    preposition = g.deps[top] == "pobj" and g.pos[g.heads[up]] in NOMINAL
    head = up if attribute else g.heads[up] if preposition else None
    if head is None or head in timex or g.pos[head] == "PRON":
        return None
    if g.lemmas[head] not in event_words().events.words and g.words[head] not in event_words().events.words:
        return None
    tokens = [at for at in _below(g, head, timex) if at not in timex]
    return _Dated(head=head, hung_on=head, tokens=_trim(g, tokens))


def _clause_dated(g: Grammar, top: int, timex: frozenset[int]) -> _Dated | None:
    """Returns the clause whose verb the expression hangs on."""
    head = next((at for at in (top, *g.ancestors(top)) if g.pos[at] in VERBAL and at not in timex), None)
    if head is None or _stands_for_another(g, head):
        return None
    counted = _counted_from(g, head, top)
    if counted is not None:
        head = counted
    hung_on, head = head, _main_verb(g, head)
    tokens = _below(g, head, timex)
    if not any(g.deps[at] in ("nsubj", "nsubjpass", "expl") and g.heads[at] == head for at in tokens):
        subject = _inherited_subject(g, head)
        if subject is not None and subject < head and g.sentence[subject] == g.sentence[head]:
            tokens = sorted({*tokens, *range(g.left[subject], g.right[subject] + 1)})
    if g.words[head].lower() == "according":
        source = next((at for at in tokens if g.deps[at] == "pobj"), None)
        tokens = [at for at in tokens if source is not None and at >= g.left[source]]
    antecedent = _antecedent(g, head)
    if antecedent is not None and antecedent not in timex:
        tokens = sorted({*tokens, *range(g.left[antecedent], head)})
    said = _said(g, head)
    tokens = sorted({*tokens, *(at for at in said if at not in timex)})
    is_limit = g.deps[top] == "pobj" and g.lemmas[g.heads[top]] in ("until", "till", "before")
    if is_limit and is_negated(g, head):
        # of Friday alone it would say what is not so: `did not open until Friday`
        tokens = sorted({*tokens, g.heads[top], *timex})
    return _Dated(
        head=head,
        hung_on=hung_on,
        tokens=_trim(g, tokens),
        is_limit=is_limit,
    )


def _stands_for_another(g: Grammar, head: int) -> bool:
    """Whether a verb only stands for one that was told before: `as they did in 2019`."""
    return (
        g.lemmas[head] == "do" and g.deps[head] == "advcl" and g.child(head, "dobj", "attr", "oprd") is None
    )


def _counted_from(g: Grammar, head: int, top: int) -> int | None:
    """Returns what a distance dates where the parser hangs it on what it counts from.

    `Two weeks after the truce began, shelling resumed` dates the shelling.
    """
    if g.deps[head] != "advcl" or g.heads[head] == head:
        return None
    mark = g.child(head, "mark")
    if mark is None or mark < top or g.lemmas[mark] not in ("after", "before"):
        return None
    return g.heads[head] if g.pos[g.heads[head]] in VERBAL else None


def _antecedent(g: Grammar, head: int) -> int | None:
    """Returns the noun that a relative clause or a participle belongs to, with what it is a part of."""
    noun = g.heads[head]
    if g.deps[head] not in ("relcl", "acl") or noun >= head:
        return None
    while (
        g.deps[noun] == "pobj"
        and g.lemmas[g.heads[noun]] == "of"
        and g.pos[g.heads[g.heads[noun]]] in NOMINAL
    ):
        noun = g.heads[g.heads[noun]]
    return noun


def _said(g: Grammar, head: int) -> list[int]:
    """Returns the words that a verb of saying reports, which alone (`Kim said`) tell of no event."""
    if g.lemmas[head] not in event_words().reporting.words:
        return []
    content = next((c for c in g.children[head] if g.deps[c] == "ccomp"), None)
    if content is None or any(g.is_stand_in(at) for at in range(g.left[content], g.right[content] + 1)):
        return []
    if content < head and head - g.left[content] > _MOST_SAID:
        return []
    return list(range(g.left[content], min(g.right[content], g.left[content] + _MOST_SAID) + 1))


def _main_verb(g: Grammar, head: int) -> int:
    """Returns the clause's own verb, above an auxiliary or an infinitive (`begin to read`)."""
    while g.deps[head] in ("aux", "auxpass") or (g.deps[head] == "xcomp" and g.pos[g.heads[head]] in VERBAL):
        head = g.heads[head]
    return head


def _inherited_subject(g: Grammar, head: int) -> int | None:
    """Returns the subject that a coordinated verb shares with the first."""
    while g.deps[head] == "conj":
        head = g.heads[head]
        subject = g.child(head, "nsubj", "nsubjpass")
        if subject is not None:
            return subject
    return None


def _below(g: Grammar, head: int, timex: frozenset[int]) -> list[int]:
    """Returns the tokens under `head` without the clauses beside it and without the expression."""

    def walk(at: int) -> Iterator[int]:
        yield at
        for child in g.children[at]:
            if child in timex or g.is_stand_in(child):
                continue
            if g.deps[child] in _BESIDE or (g.deps[child] == "conj" and g.pos[at] in VERBAL):
                continue
            if g.deps[child] == "prep" and set(g.children[child]) & timex:
                continue
            yield from walk(child)

    return sorted(walk(head))


def _trim(g: Grammar, tokens: list[int]) -> tuple[int, ...]:
    """Returns the tokens without marks and connectives at their edges."""
    start, end = 0, len(tokens)

    def loose(at: int) -> bool:
        word = g.words[tokens[at]]
        return word in _EDGES or word.isspace() or g.deps[tokens[at]] in ("cc", "mark", "punct")

    while start < end and loose(start):
        start += 1
    while end > start and loose(end - 1):
        end -= 1
    return tuple(tokens[start:end])


def _status(g: Grammar, dated: _Dated) -> str | None:
    """Returns negated, conditional, planned or reported; None where the text asserts that it happened."""
    words, head = event_words(), dated.head
    if is_negated(g, head) and not dated.is_limit:
        return "negated"
    auxiliaries = g.helpers(head)
    if auxiliaries & words.doubt.words or _is_conditional(g, head, words.condition.words):
        return "conditional"
    if auxiliaries & modality().future.words or _is_planned(g, dated, words.planning.words):
        return "planned"
    if g.passage.region is not None or _is_reported(g, head, words.reporting.words):
        return "reported"
    return None


def _is_conditional(g: Grammar, head: int, markers: frozenset[str]) -> bool:
    """Whether the clause is a condition, or hangs on one and is not told as past."""

    def is_condition(at: int) -> bool:
        return g.deps[at] == "advcl" and g.has_mark(at, *markers)

    at = head
    while g.deps[at] in ("conj", "xcomp", "ccomp") and g.heads[at] != at:
        at = g.heads[at]
    if is_condition(at):
        return True
    return g.tags[head] not in ("VBD", "VBN") and any(is_condition(child) for child in g.children[head])


def _is_planned(g: Grammar, dated: _Dated, planning: frozenset[str]) -> bool:
    """Whether the expression dates what somebody means or is expected to do."""
    head = dated.head
    if dated.hung_on != head and g.lemmas[head] in planning:
        return True
    if g.lemmas[head] in event_words().intending.words and g.child(head, "xcomp") is not None:
        return True
    return g.tags[dated.hung_on] == "VB" and any(
        g.lemmas[at] in planning for at in g.ancestors(dated.hung_on)
    )


def _is_reported(g: Grammar, head: int, reporting: frozenset[str]) -> bool:
    """Whether the clause is what somebody is said to say."""
    at = head
    while g.heads[at] != at:
        if g.deps[at] in _REPORTS and g.lemmas[g.heads[at]] in reporting:
            return True
        at = g.heads[at]
    if any(g.deps[c] in _REPORTS and g.lemmas[c] in reporting and c > head for c in g.children[head]):
        return True
    return any(g.lemmas[c] == "accord" for c in g.children[head])
