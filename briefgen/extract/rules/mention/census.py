"""The names of a document counted: what the words beside each, in all its places, show it to be."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefgen.extract.rules.mention.borders import is_addressed, is_title
from briefgen.extract.rules.mention.evidence import (
    FIXED,
    DocumentNames,
    body_kind,
    called_before,
    is_set_in_capitals,
    is_set_off_behind_firm,
)
from briefgen.extract.rules.mention.gazetteer import words_of
from briefgen.extract.rules.mention.phrases import names_role, tells_person
from briefgen.extract.rules.mention.roles import role_behind
from briefgen.extract.rules.mention.signs import (
    INITIALS,
    INITIALS_BEFORE,
    are_several,
    has_age,
    has_party_sign,
    is_called,
    is_many,
    is_of_party,
    is_party_of_side,
    is_shortened,
    is_spoken_of,
    is_which,
    is_who,
    names_place,
    owns_firm,
    says_where,
    tells_town,
)
from briefgen.extract.rules.mention.spans import NameSort, NameSpan
from briefgen.extract.rules.mention.what_bodies import names_body_behind, what_body
from briefgen.lexicons.actor_words import is_given_name, noun_sets
from briefgen.lexicons.countries import fold_name, state_names
from briefgen.lexicons.mention_cues import mention_cues
from briefgen.model.actor import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc

_TOLD = 20
"""Votes of words beside a name that tell what it is."""
_NO_PERSON = frozenset(["ORG", "GPE", "LOC", "FAC"])


def count_names(passages: Iterable[tuple[Doc, list[NameSpan]]]) -> DocumentNames:
    """Returns what all the names of a document show together."""
    votes: dict[str, Counter[NameSort]] = {}
    full: set[str] = set()
    surnames: set[str] = set()
    titled: set[str] = set()
    states: set[str] = set()
    towns: set[str] = set()
    running: set[str] = set()
    everything = list(passages)
    for doc, spans in everything:
        is_headline = is_set_in_capitals(doc)
        for span in spans:
            if span.sort is NameSort.STATE and span.country:
                states.add(span.country)
            if tells_town(doc, span):
                towns.add(
                    words_of(doc, span.start, span.start + 1) if span.sort is NameSort.BODY else span.text
                )
            if span.sort in FIXED or is_headline:
                continue
            running.add(span.text)
            sort, weight = _sort_here(doc, span)
            votes.setdefault(span.text, Counter())[sort] += weight
            if (
                span.start
                and is_title(doc[span.start - 1])
                and span.end - span.start == 1
                and (
                    span.label not in _NO_PERSON
                    or doc[span.start - 1].lower_.rstrip(".") in mention_cues().forms_of_address
                )
            ):
                titled.add(span.text)
    _tell_whole_names(votes)
    labels = {name: _majority(name, counts) for name, counts in votes.items()}
    firms: set[str] = set()
    compounds: set[str] = set()
    for name, sort in labels.items():
        words = name.split()
        if len(words) > 1 and body_kind(name) is ActorKind.ORGANISATION:
            firms.add(words[0])
            if len(words) > 2 and words[-1].lower().strip(".,") in mention_cues().firm_suffixes:
                firms.add(" ".join(words[:-1]))
        if sort is NameSort.PERSON and len(words) >= 2 and body_kind(name) is None:
            full.update(word for word in words if len(word) > 2 and word[0].isupper())
            surnames.add(words[-1])
            compounds.update(word for word in words[1:] if "-" in word)
            compounds.update(" ".join(words[at:]) for at in range(1, len(words) - 1))
    return DocumentNames(
        person_words=frozenset(full),
        surnames=frozenset(surnames),
        titled=frozenset(titled),
        labels=labels,
        states=frozenset(states),
        firms=frozenset(firms),
        body_names=frozenset(running),
        told_bodies=frozenset(n for n, counts in votes.items() if counts[NameSort.BODY] >= _TOLD),
        towns=frozenset(towns),
        compounds=frozenset(compounds),
    )


def _tell_whole_names(votes: dict[str, Counter[NameSort]]) -> None:
    """Lets a body's name tell what the whole of it is: `Verlon`, the company, `Verlon Kenya`."""
    lands = state_names()
    for name, counts in votes.items():
        first, *rest = name.split()
        if not rest or is_given_name(first):
            continue
        is_told = votes.get(first, Counter())[NameSort.BODY] >= _TOLD
        if is_told or fold_name(rest[-1]) in lands:
            counts[NameSort.BODY] += 2 * _TOLD  # more than `its rival` beside it


def _sort_here(doc: Doc, span: NameSpan) -> tuple[NameSort, int]:
    """Returns what the words beside a name show it to be, and how many votes that is worth.

    An office beside it is a person's, `a Swiss company` behind it a body's; the recogniser has one vote.
    """
    before = doc[span.start - 1] if span.start else None
    size = span.end - span.start
    is_initials = INITIALS.fullmatch(span.text) and span.text not in mention_cues().initial_places
    if is_initials and is_called(doc, span):
        return NameSort.PERSON, _TOLD
    if span.sort not in FIXED and body_kind(span.text) is None and names_place(doc, span):
        return NameSort.OPEN, _TOLD  # no actor, and no state that acts
    is_called_so = span.sort is NameSort.PLACE and is_given_name(doc[span.start].text)
    if (span.sort in (NameSort.BODY, NameSort.OPEN) or is_called_so) and body_kind(span.text) is None:
        first = doc[span.start].text
        if size in (2, 3) and before is not None and before.tag_ == "NN" and tells_person(before, first):
            return NameSort.PERSON, _TOLD
        if size in (2, 3) and _is_told_before(doc, span):
            return NameSort.PERSON, _TOLD
        behind = role_behind(doc, span.end) if size > 1 else None
        firms_too = noun_sets().either | noun_sets().company
        if (
            behind is not None
            and doc[span.end].text == ","
            and (is_given_name(first) or doc[behind.start : behind.end].root.lower_ not in firms_too)
        ):
            return NameSort.PERSON, _TOLD
    if size in (2, 3) and span.sort not in FIXED and body_kind(span.text) is None and is_who(doc, span):
        return NameSort.PERSON, _TOLD
    if size < 4 and span.sort not in FIXED and body_kind(span.text) is None and has_age(doc, span):
        return NameSort.PERSON, _TOLD
    if span.sort not in FIXED and size > 1 and is_shortened(doc, span):
        return NameSort.BODY, 2 * _TOLD
    if size in (2, 3) and INITIALS_BEFORE.match(span.text) and body_kind(span.text) is None:
        return NameSort.PERSON, _TOLD
    if has_party_sign(doc, span) and size > 1:
        return NameSort.PERSON, _TOLD
    if size < 4 and span.sort not in FIXED and body_kind(span.text) is None and is_spoken_of(doc, span):
        return NameSort.PERSON, _TOLD
    if before is not None and body_kind(span.text) is None and is_addressed(doc, span.start - 1, span.end):
        return NameSort.PERSON, _TOLD
    is_party = span.sort not in FIXED and is_party_of_side(doc, span)
    if is_party or is_set_off_behind_firm(doc, span) or is_which(doc, span):
        return NameSort.BODY, _TOLD
    if span.sort not in FIXED and size == 1 and names_body_behind(doc, span.end):
        return NameSort.BODY, _TOLD  # whatever else is called so: `Nestor, a Danish company, said`
    if span.sort not in FIXED and not is_given_name(doc[span.start].text):
        if called_before(doc, span) is ActorKind.ORGANISATION or is_of_party(doc, span):
            return NameSort.BODY, _TOLD
        if size > 1 and are_several(doc, span):
            return NameSort.BODY, _TOLD
        what = what_body(doc, span.start, span.end)
        if what is not None and what.start > span.end and role_behind(doc, span.end) is None:
            return NameSort.BODY, _TOLD
        if size == 1 and is_many(doc, span):
            return NameSort.PEOPLE, _TOLD
        if owns_firm(doc, span):
            return NameSort.BODY, 1 if span.sort is NameSort.PLACE else _TOLD
        if size == 1 and says_where(doc, span):
            return NameSort.PLACE, 1
    return span.sort, 1


def _is_told_before(doc: Doc, span: NameSpan) -> bool:
    """Whether a noun for one person stands before a name set off by commas: `the builder, Wilmer Orr, that …`."""
    if (
        span.start < 2
        or span.end >= len(doc)
        or doc[span.start - 1].text != ","
        or doc[span.end].text not in ",."
    ):
        return False
    noun, root = doc[span.start - 2], doc[span.start : span.end].root
    if root.dep_ != "appos":
        return False
    if noun.tag_ == "NN" and not names_role(noun) and noun.lower_ not in noun_sets().organisation:
        # `its director at the time, Wilmer Orr,`, not `the head of the company, Orr Steel,`
        noun = root.head if span.end - span.start > 1 and root.head.i < noun.i else noun
    return noun.tag_ == "NN" and tells_person(noun, doc[span.start].text)


def _majority(name: str, counts: Counter[NameSort]) -> NameSort:
    """Returns the sort that most places give; a known given name before another word decides for a person."""
    words = name.split()
    is_given = len(words) in (2, 3) and is_given_name(words[0]) and words[-1].replace("-", "").isalpha()
    if is_given and (counts.get(NameSort.PERSON) or counts.get(NameSort.BODY) or counts.get(NameSort.OPEN)):
        return NameSort.PERSON
    told = [sort for sort, count in counts.items() if count >= _TOLD]
    if len(told) == 1:
        return told[0]
    total = sum(counts.values())
    is_placed = counts[NameSort.PLACE] >= counts[NameSort.PERSON] and not counts[NameSort.BODY]
    if len(words) == 1 and counts[NameSort.PLACE] and is_placed:
        return NameSort.PLACE
    if len(words) == 1 and not name.isupper() and counts.get(NameSort.PERSON, 0) >= 0.2 * total:
        return NameSort.PERSON  # The recogniser takes surnames for companies, seldom companies for people.
    best = sorted(
        (item for item in counts.items() if item[0] is not NameSort.OPEN),
        key=lambda item: (-item[1], item[0].value),
    )
    return best[0][0] if best else NameSort.OPEN
