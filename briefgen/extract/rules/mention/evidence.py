"""What the rest of a document shows a name to be, where the entity recogniser is unsure or wrong.

`Rivera` called an organisation in one sentence is the person whose full name stands in another;
what a name is in most of its places it is in all of them.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefgen.extract.rules.mention.borders import is_title
from briefgen.extract.rules.mention.phrases import names_role, tells_person
from briefgen.extract.rules.mention.roles import role_behind, what_body
from briefgen.extract.rules.mention.signs import (
    INITIALS,
    INITIALS_BEFORE,
    has_party_sign,
    is_called,
    is_many,
    is_who,
    owns_firm,
    says_where,
)
from briefgen.extract.rules.mention.spans import NameSort, NameSpan
from briefgen.lexicons.actor_words import is_given_name, noun_sets, outlet_names, outlets, platform_names
from briefgen.lexicons.countries import fold_name, state_names
from briefgen.lexicons.mention_cues import mention_cues
from briefgen.model.actor import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc

_FIXED = frozenset([NameSort.STATE, NameSort.CAPITAL, NameSort.SEAT, NameSort.DEMONYM, NameSort.PEOPLE])
_NOUN_RELATIONS = frozenset(["nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos", "poss", "ROOT"])
_TOLD = 20
"""Votes of words beside a name that tell what it is."""
_NO_PERSON = frozenset(["ORG", "GPE", "LOC", "FAC"])
_MEDIA_HEADS = frozenset(["news", "newspaper", "magazine", "broadcasting", "radio", "television", "tv"])


@dataclass(frozen=True, slots=True)
class DocumentNames:
    """The names of a document counted: which words belong to a full name, what each name is mostly called."""

    person_words: frozenset[str]
    """Words of full personal names."""
    surnames: frozenset[str]
    """Their last words."""
    titled: frozenset[str]
    """Single words that stand behind a title somewhere."""
    labels: dict[str, NameSort]
    """What each name is in most of its places."""
    states: frozenset[str]
    """Codes of the states named in full."""
    firms: frozenset[str]
    """First words of companies named in full: `Atlas` of `Atlas Steel Corp.`"""
    body_names: frozenset[str]
    """Names that stand in running text, not only in a line set in capitals."""
    told_bodies: frozenset[str]
    """Names that the words beside them show to be bodies: `Tarn Ridge, the company …`."""
    compounds: frozenset[str]
    """Surnames of several words or halves of full names: `Lind-Mott` of `Jo Lind-Mott`, `Van Aalten`."""

    def add_missed(self, doc: Doc, spans: list[NameSpan]) -> list[NameSpan]:
        """Returns the names with the bare names that neither tagger nor recogniser saw: `Rivera says`."""
        spans = self._joined_at_hyphens(doc, spans)
        taken = {i for span in spans for i in range(span.start, span.end)}
        missed = [
            NameSpan(t.i, t.i + 1, NameSort.PERSON, t.text, None, ActorKind.PERSON)
            for t in doc
            if t.i not in taken
            and t.text in self.person_words
            and t.ent_type_ not in ("DATE", "TIME")
            and (not is_given_name(t.text) or self._is_surname(doc, t.i))
        ]
        return sorted([*spans, *missed], key=lambda span: span.start) if missed else spans

    def _is_outlet(self, doc: Doc, span: NameSpan) -> bool:
        """Whether a name behind an article ends like a newspaper's: `the Orlando Sentinel`."""
        is_long = span.end - span.start > 1 or "-" in span.text
        last = re.split(r"[ -]", span.text)[-1]
        return is_long and last in outlets().heads and span.start > 0 and doc[span.start - 1].lower_ == "the"

    def _is_family(self, doc: Doc, span: NameSpan) -> bool:
        """Whether a name is the plural of a surname: `the Coles`."""
        is_one = span.end - span.start == 1 and span.start > 0 and doc[span.start - 1].lower_ == "the"
        return is_one and span.text.endswith("s") and span.text[:-1] in self.surnames

    def _is_surname(self, doc: Doc, token: int) -> bool:
        """Whether a given name stands as the surname of one named in full: `Will said` of George Will."""
        if doc[token].text not in self.surnames:
            return False
        after = doc[token + 1].tag_ if token + 1 < len(doc) else ""
        return not doc[token].is_sent_start or after in ("VBD", "VBZ", "MD")

    def _joined_at_hyphens(self, doc: Doc, spans: list[NameSpan]) -> list[NameSpan]:
        """Returns the names with the halves of a surname that stands hyphenated in a full name as one."""
        out: list[NameSpan] = []
        for span in spans:
            if out and out[-1].end == span.start - 1 and doc[span.start - 1].text in ("-", "‑"):
                start = out[-1].start
                text = doc[start : span.end].text
                if text in self.compounds:
                    out[-1] = NameSpan(
                        start, span.end, NameSort.PERSON, text, None, ActorKind.PERSON, "PERSON"
                    )
                    continue
            out.append(span)
        return out

    def knows(self, span: NameSpan) -> bool:
        """Whether a name stands in running text or in a lexicon."""
        return span.sort in _FIXED or span.text in self.body_names or span.text in self.person_words

    def judge(self, doc: Doc, span: NameSpan) -> NameSpan:
        """Returns the name with its sort and kind as the whole document shows them."""
        if span.sort in _FIXED:
            is_noun = span.sort is NameSort.DEMONYM and doc[span.start].dep_ in _NOUN_RELATIONS
            is_called = span.end - span.start == 1 and span.text in self.person_words
            if is_called and (span.label == "PERSON" or is_noun):
                return replace(span, sort=NameSort.PERSON, kind=ActorKind.PERSON, country=None)
            return span
        sort, kind = self._sort(doc, span)
        return replace(span, sort=sort, kind=kind)

    def _sort(self, doc: Doc, span: NameSpan) -> tuple[NameSort, ActorKind | None]:
        is_placed = " " in span.text and span.text.split()[-1].lower() in mention_cues().place_heads
        if is_placed and span.text not in self.told_bodies:
            return NameSort.OPEN, None
        kind = body_kind(span.text)
        if kind is None and self._is_outlet(doc, span):
            kind = ActorKind.MEDIA
        kind = kind or _called_before(doc, span)
        if kind is not None:
            return NameSort.BODY, kind
        if self._is_family(doc, span) or _are_party_members(doc, span):
            return NameSort.PEOPLE, ActorKind.GROUP
        word = span.text.title() if span.text.isupper() and len(span.text) > 3 else span.text
        if span.end - span.start == 1 and word in self.firms and word not in self.titled | self.person_words:
            return NameSort.BODY, ActorKind.ORGANISATION
        if span.end - span.start == 1 and word in self.person_words | self.titled:
            return NameSort.PERSON, ActorKind.PERSON
        if _is_noun_for_body(doc, span):
            return NameSort.BODY, ActorKind.ORGANISATION
        if span.text in self.compounds:
            return NameSort.PERSON, ActorKind.PERSON
        sort = self.labels.get(span.text, span.sort)
        if sort is NameSort.PEOPLE:
            return sort, ActorKind.GROUP
        if sort is NameSort.PERSON:
            return sort, ActorKind.PERSON
        if sort is NameSort.PLACE:
            return sort, ActorKind.STATE
        if sort is NameSort.BODY:
            return sort, ActorKind.ORGANISATION
        if sort is NameSort.OPEN and span.text.isupper() and 2 <= len(span.text) <= 6:
            return NameSort.BODY, ActorKind.ORGANISATION
        return sort, None


def _called_before(doc: Doc, span: NameSpan) -> ActorKind | None:
    """Returns what the noun right before a name says it is: `the newspaper Il Ponte`, `the charity Porti Puliti`."""
    noun = doc[span.start - 1] if span.start else None
    root = doc[span.start : span.end].root
    if (
        noun is None
        or noun.tag_ != "NN"
        or not ((root.head == noun and root.dep_ == "appos") or noun.head == root)
    ):
        return None
    nouns = noun_sets()
    if noun.lower_ in nouns.media:
        return ActorKind.MEDIA
    is_body = noun.lower_ in nouns.organisation and noun.lower_ not in nouns.public | nouns.person
    return ActorKind.ORGANISATION if is_body else None


def _are_party_members(doc: Doc, span: NameSpan) -> bool:
    """Whether members of a party are named with their home: `Senate Democrats`."""
    last = doc[span.end - 1]
    is_plural = last.lower_.endswith("s") and last.lower_[:-1] in mention_cues().party_members
    return is_plural and span.end - span.start > 1


def _is_noun_for_body(doc: Doc, span: NameSpan) -> bool:
    """Whether a name is a noun for a body set large: behind its article (`the Board`) or as the first word."""
    nouns, word = noun_sets(), doc[span.start]
    if span.end - span.start > 1:
        return False
    if word.is_sent_start and word.lower_ in nouns.organisation:
        return True
    has_article = span.start > 0 and doc[span.start - 1].lower_ == "the"
    return has_article and any(
        word.lower_ in kind for kind in (nouns.organisation, nouns.state, nouns.region)
    )


def is_set_in_capitals(doc: Doc) -> bool:
    """Whether a passage is set like a headline, most words in capitals, so that a capital shows no name."""
    if len(doc) > 50:
        return False
    words = [token for token in doc if token.is_alpha and len(token) > 3]
    small = [token for token in words if token.text.islower()]
    if not 4 <= len(words) <= 25 or len(small) > 0.3 * len(words):
        return False
    # A short sentence of names is no headline: its verb of saying is in small letters.
    return not any(token.tag_ in ("VBD", "VBZ", "VBP") for token in small)


def body_kind(name: str) -> ActorKind | None:
    """Returns whether a name by its own words is a medium's or an organisation's: `Derby Herald`."""
    words = name.split()
    if name in outlet_names():
        return ActorKind.MEDIA
    if name in platform_names():
        return ActorKind.ORGANISATION
    lower = [word.lower().strip(".,") for word in words]
    if len(words) < 2:
        return None
    if (
        lower[-2:] == ["news", "agency"]
        or lower[-1] in _MEDIA_HEADS
        or " ".join(lower[-2:]) == "news service"
    ):
        return ActorKind.MEDIA
    if words[-1] in outlets().heads and not is_given_name(words[0]):
        return ActorKind.MEDIA
    nouns = noun_sets()
    if lower[-1] in mention_cues().body_suffixes:
        return ActorKind.ORGANISATION
    if lower[-1] in nouns.organisation or lower[-1] in (
        "inc",
        "ltd",
        "plc",
        "corp",
        "co",
        "llc",
        "gmbh",
        "ag",
        "group",
    ):
        return ActorKind.ORGANISATION
    if any(
        word in nouns.organisation and at + 1 < len(lower) and lower[at + 1] in ("of", "for", "on")
        for at, word in enumerate(lower)
    ):
        return ActorKind.ORGANISATION
    return None


def count_names(passages: Iterable[tuple[Doc, list[NameSpan]]]) -> DocumentNames:
    """Returns what all the names of a document show together."""
    votes: dict[str, Counter[NameSort]] = {}
    full: set[str] = set()
    surnames: set[str] = set()
    titled: set[str] = set()
    states: set[str] = set()
    running: set[str] = set()
    everything = list(passages)
    for doc, spans in everything:
        is_headline = is_set_in_capitals(doc)
        for span in spans:
            if span.sort is NameSort.STATE and span.country:
                states.add(span.country)
            if span.sort in _FIXED or is_headline:
                continue
            running.add(span.text)
            sort, weight = _sort_here(doc, span)
            votes.setdefault(span.text, Counter())[sort] += weight
            if (
                span.start
                and is_title(doc[span.start - 1])
                and span.end - span.start == 1
                and span.label not in _NO_PERSON
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
    is_called_so = span.sort is NameSort.PLACE and is_given_name(doc[span.start].text)
    if (span.sort in (NameSort.BODY, NameSort.OPEN) or is_called_so) and body_kind(span.text) is None:
        first = doc[span.start].text
        if size in (2, 3) and before is not None and before.tag_ == "NN" and tells_person(before, first):
            return NameSort.PERSON, _TOLD
        if size in (2, 3) and _is_told_before(doc, span):
            return NameSort.PERSON, _TOLD
        behind = role_behind(doc, span.end) if size > 1 else None
        if (
            behind is not None
            and doc[span.end].text == ","
            and (doc[behind.start : behind.end].root.lower_ not in noun_sets().either or is_given_name(first))
        ):
            return NameSort.PERSON, _TOLD
    if size in (2, 3) and span.sort not in _FIXED and body_kind(span.text) is None and is_who(doc, span):
        return NameSort.PERSON, _TOLD
    if size in (2, 3) and INITIALS_BEFORE.match(span.text) and body_kind(span.text) is None:
        return NameSort.PERSON, _TOLD
    if has_party_sign(doc, span) and size > 1:
        return NameSort.PERSON, _TOLD
    if span.sort not in _FIXED and not is_given_name(doc[span.start].text):
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
    if len(words) == 1 and set(counts) <= {NameSort.PLACE, NameSort.OPEN} and counts[NameSort.PLACE]:
        return NameSort.PLACE
    if len(words) == 1 and not name.isupper() and counts.get(NameSort.PERSON, 0) >= 0.2 * total:
        return NameSort.PERSON  # The recogniser takes surnames for companies, seldom companies for people.
    best = sorted(
        (item for item in counts.items() if item[0] is not NameSort.OPEN),
        key=lambda item: (-item[1], item[0].value),
    )
    return best[0][0] if best else NameSort.OPEN
