"""Bare names in a passage: what the lexicons know, what the entity recogniser sees, what is set in capitals.

The small model is often wrong about what a name is and where it ends; `evidence.py` mends the first with the
rest of the document, this file the second with the words beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.mention.borders import (
    HYPHENS,
    before_body,
    before_halves,
    before_leader,
    before_possession,
    before_verb,
    behind_kind_of_firm,
    behind_noun,
    behind_office,
    behind_owner,
    is_addressed,
    is_capitalised,
    is_title,
    joins_names,
    names_party,
    through_hyphens,
    through_particles,
    trim,
    without_numbers,
)
from briefgen.extract.rules.mention.capital_runs import capital_runs, open_name
from briefgen.extract.rules.mention.gazetteer import known_names, words_of
from briefgen.extract.rules.mention.phrases import names_role
from briefgen.extract.rules.mention.refused import is_common, is_field, is_refused
from briefgen.extract.rules.mention.spans import NO_NAME, NameSort, NameSpan
from briefgen.extract.rules.mention.whole_names import whole_names
from briefgen.lexicons.actor_words import is_given_name, noun_sets, outlets
from briefgen.lexicons.countries import capitals, fold_name, state_names
from briefgen.lexicons.function_words import function_words
from briefgen.lexicons.mention_cues import mention_cues
from briefgen.model.actor import ActorKind

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LABELS = {
    "PERSON": NameSort.PERSON,
    "ORG": NameSort.BODY,
    "GPE": NameSort.PLACE,
    "LOC": NameSort.PLACE,
    "NORP": NameSort.DEMONYM,
}
_SYLLABLE = 5
"""Letters of the second syllable of a given name: `min` in `Jae-min`."""
_COMPASS = frozenset(["North", "South", "East", "West"])


def find_names(doc: Doc) -> list[NameSpan]:
    """Returns the bare names of a passage, from left to right, none overlapping."""
    known = known_names(doc)
    taken = [False] * len(doc)
    out: list[NameSpan] = []

    def take(span: NameSpan) -> None:
        if span.start < span.end and not any(taken[span.start : span.end]):
            out.append(span)
            taken[span.start : span.end] = [True] * (span.end - span.start)

    entities = [_entity_span(doc, ent.start, ent.end, ent.label_) for ent in doc.ents]
    for entity in entities:
        if entity is not None and _beats_lexicon(doc, entity, known):
            take(entity)
    for span in known:
        if _stands_alone(doc, span):
            take(span)
    for entity in entities:
        if entity is not None:
            for part in _rest(entity, taken, doc):
                take(part)
    for start, end in capital_runs(doc, taken):
        take(open_name(doc, start, end))
    return [s for s in whole_names(doc, out) if not is_refused(doc, s)]


def _entity_span(doc: Doc, start: int, end: int, label: str) -> NameSpan | None:
    """Returns an entity as a bare name: no article, title or possessive mark, the whole hyphenated name."""
    if label in NO_NAME or label == "LANGUAGE":
        return None
    if label == "NORP" and _is_family_before(doc, start, end):
        end, label = start + 2, "PERSON"
    end = through_hyphens(doc, start, end)
    end = before_possession(doc, start, end)
    behind = _behind_bracket(doc, start, end)
    if behind != start:
        start, label = behind, "PERSON" if is_given_name(doc[behind - 2].text) else label
    may_err = label in ("ORG", "GPE", "FAC", "PRODUCT")
    is_titled = may_err and end - start in (3, 4) and doc[start].lower_ in noun_sets().person
    if is_titled and all(doc[i].text.istitle() for i in range(start, end)):
        label = "PERSON"  # "Councillor Priya Nair" taken for a body.
    if may_err and end - start > 1 and all(is_title(doc[i]) for i in range(start, end)):
        return None  # `Ms Justice` before a name
    if may_err and end - start > 2 and is_title(doc[start]) and doc[start + 1].text == ",":
        start += 2  # `Spokesperson, Ministry of Trade`
    if may_err and is_addressed(doc, start, end):
        label = "PERSON"
    elif may_err:
        office = behind_office(doc, start, end)
        start, label = (office, "PERSON") if office != start else (start, label)
        of = before_body(doc, start, end)
        end, label = (of, "PERSON") if of != end else (end, label)
    start, end = trim(doc, start, end, titles=label == "PERSON")
    if label == "PERSON":
        start, end = before_halves(doc, start, end), _with_surname(doc, start, end)
        end = through_particles(doc, start, end)
    if label == "GPE" and end - start == 1 and _is_halved(doc, start):
        return None  # told with the surname behind it
    if label == "GPE" and end - start == 1 and start > 0 and _is_halved(doc, start - 1):
        start, label = start - 1, "PERSON"
    elif label in ("PERSON", "GPE") and end - start < 3 and _is_given_before(doc, start):
        # "Lawmaker Nélida Rojas", of whom the recogniser saw the last word
        start, label = start - 1, "PERSON"
    if start >= end or not any(is_capitalised(doc[i]) for i in range(start, end)):
        return None
    owned = behind_owner(doc, start, end)
    if owned != start:
        start, label = owned, "PERSON"
    end = without_numbers(doc, start, before_verb(doc, start, end), label)
    if label == "ORG":
        end = before_leader(doc, start, end)
    elif label == "NORP":
        start -= int(end - start == 1 and names_party(doc, start - 1, end))  # `the Rural` `Democrats`
        label = "ORG" if names_party(doc, start, end) else label
    start = behind_noun(doc, start, end)
    firm = behind_kind_of_firm(doc, start, end)
    start, label = (firm, "ORG") if firm != start else (start, label)
    if label == "PERSON":
        start = _behind_praise(doc, start, end)
    sort = _LABELS.get(label, NameSort.OPEN)
    if label in ("EVENT", "WORK_OF_ART", "LAW", "PRODUCT") and end - start > 2:
        return None
    if is_field(doc, start, end):
        return None
    if is_common(doc, start, end):
        return None
    text = words_of(doc, start, end)
    if sort is NameSort.PERSON and any(doc[i].lower_ in noun_sets().organisation for i in range(start, end)):
        sort = NameSort.BODY
    return NameSpan(
        start, end, sort, text, None, ActorKind.PERSON if sort is NameSort.PERSON else None, label
    )


def _is_family_before(doc: Doc, start: int, end: int) -> bool:
    """Whether what seems a people is a family's name before a hyphened given one: `Han` before `Jae-min`."""
    if end - start > 1 or end + 2 >= len(doc) or doc[end + 1].text not in HYPHENS:
        return False
    given, second = doc[end], doc[end + 2]
    is_whole = not given.whitespace_ and not doc[end + 1].whitespace_ and not given.ent_type_
    is_within = second.text.islower() and second.lower_ not in mention_cues().hyphen_words
    return (
        is_whole and given.tag_ == "NNP" and given.text.istitle() and is_within and len(second) <= _SYLLABLE
    )


def _with_surname(doc: Doc, start: int, end: int) -> int:
    """Returns the end of a person's name with the last word that the recogniser left out: `Oumar Saleh` `Dadi`."""
    if end >= len(doc) or (end - start < 2 and doc[end].ent_type_ != "DATE"):
        return end
    last = doc[end]
    is_whole = all(doc[i].head == last and doc[i].dep_ == "compound" for i in range(start, end))
    is_called = is_given_name(doc[start].text) or (start > 0 and is_title(doc[start - 1]))
    is_day = last.ent_type_ == "DATE" and last.lower_ in function_words().stop.words
    is_plain = last.ent_type_ in ("", "PERSON", "DATE") and not is_day
    is_surname = last.tag_ == "NNP" and last.text.istitle() and is_plain and is_called
    nouns = noun_sets()
    is_noun = last.lower_ in nouns.organisation | nouns.person | nouns.group | mention_cues().thing_heads
    return end + 1 if is_whole and is_surname and not is_noun else end


def _behind_praise(doc: Doc, start: int, end: int) -> int:
    """Returns the start of a surname without the adjective of the noun it stands before: `Top Weru aides`."""
    is_two = end - start == 2 and end < len(doc) and doc[end].tag_ == "NNS"
    is_adjective = doc[start].tag_ in ("JJ", "JJS") and not is_given_name(doc[start].text)
    return start + 1 if is_two and is_adjective and doc[start].is_sent_start else start


def _behind_bracket(doc: Doc, start: int, end: int) -> int:
    """Returns the start of a name without what an editor set before it: `Marsh` in `[Hilda] Marsh`."""
    return next((i + 1 for i in range(end - 2, start - 1, -1) if doc[i].text == "]"), start)


def _beats_lexicon(doc: Doc, entity: NameSpan, known: list[NameSpan]) -> bool:
    """Whether an entity is a longer name than the known names within it: `South China Morning Post`."""
    inside = [k for k in known if k.start < entity.end and entity.start < k.end]
    if not inside:
        return False
    if any(k.start <= entity.start and entity.end <= k.end for k in inside):
        return False
    if any("-" in doc[i].text for i in range(entity.start, entity.end)):
        return doc[entity.end - 1].text in outlets().heads
    if entity.sort is NameSort.BODY:
        return True
    if entity.sort is NameSort.PERSON:
        is_given = is_given_name(doc[entity.start].text)
        return all(
            k.end - k.start == 1 and (k.sort is not NameSort.DEMONYM or (is_given and k.start > entity.start))
            for k in inside
        )
    return False


def _is_halved(doc: Doc, given: int) -> bool:
    """Whether the recogniser takes a given name and the surname behind it for two places: `Sabine` `Verhulst`."""
    first, last = doc[given], doc[given + 1] if given + 1 < len(doc) else None
    if last is None or not is_given_name(first.text) or first.dep_ != "compound" or first.head != last:
        return False
    is_place = fold_name(last.text) in state_names() or fold_name(last.text) in capitals()
    return first.ent_type_ == last.ent_type_ == "GPE" and not is_place


def _is_given_before(doc: Doc, start: int) -> bool:
    """Whether the word between a title and a surname is a given name that the recogniser has missed."""
    if start < 2 or doc[start - 1].ent_type_ or is_title(doc[start - 1]):
        return False
    given, title = doc[start - 1], doc[start - 2]
    return given.tag_ == "NNP" and given.text.istitle() and names_role(title) and is_capitalised(title)


def _stands_alone(doc: Doc, span: NameSpan) -> bool:
    """Whether a known name is no part of a longer capitalised name: `Jordan` in `Michael Jordan`."""
    before = doc[span.start - 1] if span.start else None
    if span.sort is NameSort.DEMONYM and span.end - span.start == 1 and before is not None:
        after_name = span.end >= len(doc) or not is_capitalised(doc[span.end])
        return not (is_given_name(before.text) and before.tag_ == "NNP" and after_name)
    if span.sort is NameSort.DEMONYM or span.end - span.start > 1:
        return True
    after = doc[span.end] if span.end < len(doc) else None
    if before is not None and span.sort in (NameSort.CAPITAL, NameSort.PLACE) and is_title(before):
        return False  # "Queen Sofia", "Senator London"
    if before is not None and is_given_name(before.text) and before.ent_type_ == "PERSON":
        return False
    return not (
        after is not None
        and is_given_name(doc[span.start].text)
        and doc[span.start].ent_type_ == "PERSON"
        and after.ent_type_ == "PERSON"
        and is_capitalised(after)
    )


def _rest(entity: NameSpan, taken: list[bool], doc: Doc) -> list[NameSpan]:
    """Returns an entity without the tokens already named; its pieces, if it is cut or hyphenated."""
    pieces: list[tuple[int, int]] = []
    start: int | None = None
    for at in range(entity.start, entity.end + 1):
        cut = (
            at == entity.end
            or taken[at]
            or _parts_place(doc, entity, at)
            or (
                doc[at].text in ("-", "‑", "–", "/")
                and at + 1 < entity.end
                and is_capitalised(doc[at + 1])
                and not joins_names(doc, entity.start if start is None else start, at)
                and doc[entity.end - 1].text not in outlets().heads
            )
        )
        if cut:
            if start is not None:
                pieces.append((start, at))
            start = None
        elif start is None:
            start = at
    if pieces == [(entity.start, entity.end)]:
        return [entity]
    out = []
    for first, last in pieces:
        first, last = trim(doc, first, last)
        if (
            first < last
            and is_capitalised(doc[first])
            and not all(is_title(doc[i]) for i in range(first, last))
        ):
            out.append(
                NameSpan(first, last, NameSort.OPEN, words_of(doc, first, last), None, None, entity.label)
            )
    return out


def _parts_place(doc: Doc, entity: NameSpan, at: int) -> bool:
    """Whether a comma parts a place from who stands behind it: `In Tarrow, Jo Lind, a nurse, is not convinced`."""
    if doc[at].text != "," or entity.label not in ("ORG", "PERSON") or entity.start == 0:
        return False
    before = doc[entity.start - 1]
    is_firm = any(token.text in ("&", "and") for token in doc[entity.start : entity.end])
    return bool(before.is_sent_start) and before.tag_ == "IN" and not is_firm and at + 2 < entity.end


def is_compass(doc: Doc, span: NameSpan) -> bool:
    """Whether the name is `the North` and its like."""
    return (
        span.end - span.start == 1
        and doc[span.start].text in _COMPASS
        and span.start > 0
        and doc[span.start - 1].lower_ == "the"
    )
