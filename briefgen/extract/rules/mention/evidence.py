"""What the rest of a document shows a name to be, where the entity recogniser is unsure or wrong.

`Rivera` called an organisation in one sentence is the person whose full name stands in another;
what a name is in most of its places it is in all of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefgen.extract.rules.mention.borders import is_title, names_party
from briefgen.extract.rules.mention.spans import NameSort, NameSpan
from briefgen.extract.rules.neighbours import text_before
from briefgen.lexicons.actor_words import (
    is_given_name,
    noun_sets,
    outlet_names,
    outlets,
    platform_names,
    words_like_names,
)
from briefgen.lexicons.mention_cues import campaigns, mention_cues
from briefgen.model.actor import ActorKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FIXED = frozenset([NameSort.STATE, NameSort.CAPITAL, NameSort.SEAT, NameSort.DEMONYM, NameSort.PEOPLE])
_NOUN_RELATIONS = frozenset(["nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos", "poss", "ROOT"])


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
    """First words of companies named in full, and their names without what a firm ends in: `Atlas`, `Atlas Steel`."""
    body_names: frozenset[str]
    """Names that stand in running text, not only in a line set in capitals."""
    told_bodies: frozenset[str]
    """Names that the words beside them show to be bodies: `Tarn Ridge, the company …`."""
    towns: frozenset[str]
    """Capitals that the text tells of as towns: `the Oslo Assembly`."""
    compounds: frozenset[str]
    """Surnames of several words or halves of full names: `Lind-Mott` of `Jo Lind-Mott`, `Van Aalten`."""

    def add_missed(self, doc: Doc, spans: list[NameSpan]) -> list[NameSpan]:
        """Returns the names with the bare names that neither tagger nor recogniser saw: `Rivera says`."""
        spans = [self._with_front(doc, span) for span in self._joined_at_hyphens(doc, spans)]
        taken = {i for span in spans for i in range(span.start, span.end)}
        missed = [
            NameSpan(t.i, t.i + 1, NameSort.PERSON, t.text, None, ActorKind.PERSON)
            for t in doc
            if t.i not in taken
            and t.text in self.person_words
            and t.ent_type_ not in ("DATE", "TIME")
            and (not is_given_name(t.text) or self._is_surname(doc, t.i) or _stands_for_whole(t))
        ]
        # `Corvane refuses`, taken for a noun, of what the text has told to be a firm
        missed += [
            NameSpan(t.i, t.i + 1, NameSort.BODY, t.text, None, ActorKind.ORGANISATION, "ORG")
            for t in doc
            if t.text in self.told_bodies and t.tag_ == "NN" and t.i not in taken and t.text.istitle()
        ]
        return sorted([*spans, *missed], key=lambda span: span.start) if missed else spans

    def _is_outlet(self, doc: Doc, span: NameSpan) -> bool:
        """Whether a name behind an article ends like a newspaper's: `the Orlando Sentinel`."""
        is_long = span.end - span.start > 1 or "-" in span.text
        words = re.split(r"[ -]", span.text)
        return is_long and _ends_like_outlet(words) and span.start > 0 and doc[span.start - 1].lower_ == "the"

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

    def _with_front(self, doc: Doc, span: NameSpan) -> NameSpan:
        """Returns a land's name with the word before it where the two are a body elsewhere: `Forward UK`."""
        start = span.start - 1
        if span.sort is not NameSort.STATE or span.end - span.start > 1 or start < 0:
            return span
        text = doc[start : span.end].text
        if text not in self.body_names or not doc[start].text.istitle():
            return span
        return NameSpan(start, span.end, NameSort.BODY, text, None, ActorKind.ORGANISATION, "ORG")

    def knows(self, span: NameSpan) -> bool:
        """Whether a name stands in running text or in a lexicon."""
        return span.sort in FIXED or span.text in self.body_names or span.text in self.person_words

    def judge(self, doc: Doc, span: NameSpan) -> NameSpan:
        """Returns the name with its sort and kind as the whole document shows them."""
        if span.sort in FIXED:
            is_noun = span.sort is NameSort.DEMONYM and doc[span.start].dep_ in _NOUN_RELATIONS
            is_called = span.end - span.start == 1 and span.text in self.person_words
            if span.sort is NameSort.CAPITAL and span.text in self.towns:
                return replace(span, sort=NameSort.PLACE, country=None)
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
        if kind is ActorKind.MEDIA and span.text in self.firms:
            kind = ActorKind.ORGANISATION  # `Nordal Express Co`, later `Nordal Express`
        if kind is None and self._is_outlet(doc, span):
            kind = ActorKind.MEDIA
        if kind is None and _is_addressed(doc, span):
            return NameSort.PERSON, ActorKind.PERSON
        kind = kind or called_before(doc, span)
        if kind is not None:
            return NameSort.BODY, kind
        if names_party(doc, span.start, span.end):
            return NameSort.BODY, ActorKind.ORGANISATION
        if self._is_family(doc, span) or _are_party_members(doc, span):
            return NameSort.PEOPLE, ActorKind.GROUP
        word = span.text.title() if span.text.isupper() and len(span.text) > 3 else span.text
        if span.end - span.start == 1 and word in self.firms and word not in self.titled | self.person_words:
            return NameSort.BODY, ActorKind.ORGANISATION
        if span.end - span.start == 1 and word in self.person_words | self.titled:
            return NameSort.PERSON, ActorKind.PERSON
        if _is_noun_for_body(doc, span):
            is_region = doc[span.start].lower_ in noun_sets().region
            # `the Territory` is a place, and acts where the county does
            return (NameSort.PLACE, ActorKind.STATE) if is_region else (NameSort.BODY, ActorKind.ORGANISATION)
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


def _stands_for_whole(given: Token) -> bool:
    """Whether a given name taken for a noun is the subject of what one does: `Aoife thinks this is hers`."""
    follows = given.doc[given.i + 1] if given.i + 1 < len(given.doc) else given
    is_word = given.text in words_like_names()
    return given.dep_ in ("nsubj", "nsubjpass") and follows.tag_ in ("VBZ", "VBD", "MD") and not is_word


def called_before(doc: Doc, span: NameSpan) -> ActorKind | None:
    """Returns what the noun right before a name says it is: `the newspaper Il Ponte`, `the charity Porti Puliti`."""
    noun = doc[span.start - 1] if span.start else None
    root = doc[span.start : span.end].root
    if is_set_off_behind_firm(doc, span):
        return ActorKind.ORGANISATION
    if (
        noun is None
        or noun.tag_ != "NN"
        or not ((root.head == noun and root.dep_ == "appos") or noun.head == root)
    ):
        return None
    nouns = noun_sets()
    if noun.lower_ in nouns.media:
        return ActorKind.MEDIA
    is_field = noun.i > 0 and noun.nbor(-1).tag_ in ("NN", "JJ", "NNP") and span.end - span.start == 1
    if noun.lower_ in nouns.organs and is_field:
        return ActorKind.ORGANISATION  # `farm department Skogra`, not `the department Lund runs`
    is_body = noun.lower_ in nouns.organisation and noun.lower_ not in nouns.public | nouns.person
    return ActorKind.ORGANISATION if is_body else None


def _is_addressed(doc: Doc, span: NameSpan) -> bool:
    """Whether a name of two words acts right behind a title: `Mayor Des Urquhart said`, no `Premier League club`."""
    if span.start == 0 or span.end - span.start != 2 or not is_title(doc[span.start - 1]):
        return False
    root = doc[span.start : span.end].root
    acts = root.dep_ in ("nsubj", "nsubjpass", "appos") and root.i == span.end - 1
    is_bare = text_before(doc[span.start - 1]).lower() not in ("the", "of")
    return acts and is_bare and span.text.replace(" ", "").isalpha()


def is_set_off_behind_firm(doc: Doc, span: NameSpan) -> bool:
    """Whether a name of one word is set off behind a noun for a firm: `the Swiss drugmaker, Corvane, refused`."""
    start, end = span.start, span.end
    if end - start > 1 or start < 3 or end >= len(doc) or doc[start - 1].text != "," or doc[end].text != ",":
        return False
    noun, nouns = doc[start - 2], noun_sets()
    return noun.tag_ == "NN" and noun.lower_ in nouns.company - nouns.person - mention_cues().also_persons


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
    if len(doc) > 50 or doc[-1].text == ".":
        return False
    words = [token for token in doc if token.is_alpha and len(token) > 3]
    small = [token for token in words if token.text.islower()]
    if not 4 <= len(words) <= 25 or len(small) > 0.3 * len(words):
        return False
    # A short sentence of names is no headline: its verb of saying is in small letters.
    return not any(token.tag_ in ("VBD", "VBZ", "VBP") and token.text.islower() for token in doc)


def _ends_like_outlet(words: list[str]) -> bool:
    """Whether a name ends like a newspaper's: `Orlando Sentinel`, `Arizona Republic`, but no `Islamic Republic`."""
    is_state = words[-1] == "Republic" and words[0].lower() in mention_cues().fronts_of_republics
    return words[-1] in outlets().heads and not is_state


def body_kind(name: str) -> ActorKind | None:
    """Returns whether a name by its own words is a medium's or an organisation's: `Derby Herald`."""
    words = name.split()
    if name in outlet_names():
        return ActorKind.MEDIA
    if name in platform_names() or name in mention_cues().parties_of_one_word:
        return ActorKind.ORGANISATION
    lower = [word.lower().strip(".,") for word in words]
    if len(words) < 2:
        return None
    if words[-1].isdigit() and lower[-2] in mention_cues().numbered_media:
        return ActorKind.MEDIA
    if words[-1].isdigit():
        return ActorKind.ORGANISATION if lower[-2] in mention_cues().numbered_bodies else None
    if (
        lower[-2:] == ["news", "agency"]
        or lower[-1] in mention_cues().media_heads
        or " ".join(lower[-2:]) == "news service"
    ):
        return ActorKind.MEDIA
    if _ends_like_outlet(words) and not is_given_name(words[0]):
        return ActorKind.MEDIA
    nouns = noun_sets()
    if lower[-1] in mention_cues().body_suffixes or campaigns(lower):
        return ActorKind.ORGANISATION
    if lower[-1] in mention_cues().firm_trades and not is_given_name(words[0]):
        return ActorKind.ORGANISATION
    if lower[-1] in nouns.organisation or lower[-1] in mention_cues().firm_suffixes:
        return ActorKind.ORGANISATION
    if any(
        word in nouns.organisation and at + 1 < len(lower) and lower[at + 1] in ("of", "for", "on")
        for at, word in enumerate(lower)
    ):
        return ActorKind.ORGANISATION
    return None
