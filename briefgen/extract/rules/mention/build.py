"""Mentions from a passage: each name, nominal and pronoun with what its words and its sentence show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefgen.extract.rules.mention.borders import names_party
from briefgen.extract.rules.mention.evidence import DocumentNames, is_set_in_capitals
from briefgen.extract.rules.mention.kinds import (
    country_in,
    country_of_role,
    counts,
    name_gender,
)
from briefgen.extract.rules.mention.named import (
    body_from,
    body_noun_before,
    body_of_name,
    body_owning,
    kind_told,
    name_acts,
    of_named_body,
    role_of_several,
    start_of_body,
)
from briefgen.extract.rules.mention.names import is_compass
from briefgen.extract.rules.mention.nominals import SOME, Found, NominalBuilder, is_one_of_several
from briefgen.extract.rules.mention.phrases import (
    names_role,
    premodifier_start,
    tells_person,
)
from briefgen.extract.rules.mention.predicated import role_predicated
from briefgen.extract.rules.mention.roles import role_before, role_behind
from briefgen.extract.rules.mention.segments import RolePlace
from briefgen.extract.rules.mention.signs import are_several
from briefgen.extract.rules.mention.spans import NameSort, NameSpan
from briefgen.extract.rules.mention.told_of import told_of
from briefgen.extract.rules.mention.what_bodies import is_party_behind, what_body, what_state
from briefgen.extract.rules.reading import Passage, Reading
from briefgen.lexicons.countries import capitals, short_names
from briefgen.lexicons.mention_cues import mention_cues
from briefgen.lexicons.regions import short_offices
from briefgen.lexicons.resolving import resolving
from briefgen.model.actor import ActorKind
from briefgen.model.evidence import Evidence
from briefgen.model.extraction import Gender, Mention, MentionForm, Number

if TYPE_CHECKING:
    from spacy.tokens import Token

_SORT_KINDS = {
    NameSort.STATE: ActorKind.STATE,
    NameSort.CAPITAL: ActorKind.STATE,
    NameSort.PLACE: ActorKind.STATE,
    NameSort.SEAT: ActorKind.ORGANISATION,
    NameSort.PEOPLE: ActorKind.GROUP,
    NameSort.PERSON: ActorKind.PERSON,
    NameSort.BODY: ActorKind.ORGANISATION,
}
_BREAKS_OFF = re.compile('[“”"]')
"""What a clause is cut by: `who wrote “Peter Pan,”`."""
_REFERRING = frozenset(["NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "DT"])
"""Tags of the words that can head a mention."""


class Builder(NominalBuilder):
    """Makes mentions of one reading; knows the names of each passage once it has entered it."""

    def __init__(self, reading: Reading, document: DocumentNames) -> None:
        super().__init__(reading)
        self._document = document
        self._names: dict[int, list[NameSpan]] = {}
        self._roots: dict[int, int] = {}

    def enter(self, passage: Passage, names: list[NameSpan]) -> None:
        """Takes the judged names of a passage."""
        self._names[id(passage)] = names

    def names(self, passage: Passage) -> list[NameSpan]:
        """Returns the judged names of a passage."""
        return self._names[id(passage)]

    def note(self, passage: Passage, index: int, root: int) -> None:
        """Remembers the token that heads a mention in the parse."""
        self._roots[index] = root

    def root(self, passage: Passage, index: int) -> int:
        """Returns the token that heads a mention in the parse."""
        return self._roots[index]

    def mentions(self, passage: Passage) -> Iterator[Found]:
        """Yields every mention of a passage, from left to right."""
        doc = passage.doc
        found: list[Found] = []
        inside: set[int] = set()
        for name in self._names[id(passage)]:
            if any(self._maker.is_stand_in(passage, i) for i in range(name.start, name.end)):
                continue
            item = self._name(passage, name)
            if item is not None:
                inside.update(range(name.start, name.end))
                inside.update(item[1])
                found.append(item)
        is_headline = is_set_in_capitals(doc)
        titles = {i for mention, _, _ in found for i in self._title_tokens(passage, mention)}
        for token in doc:
            refers = token.tag_ in _REFERRING or token.lower_ in SOME
            if not refers and not counts(token) and not is_one_of_several(token):
                continue
            if token.i in inside or self._maker.is_stand_in(passage, token.i):
                continue
            item = self._pronoun(passage, token) or (
                None if is_headline or token.i in titles else self._nominal(passage, token)
            )
            if item is None and token.i not in titles:
                item = self._thing(passage, token)
            if item is not None:
                found.append(item)
        yield from sorted(found, key=lambda item: (item[0].span[0], item[0].span[1]))

    def antecedent_of_relative(self, token: Token) -> Token:
        """Returns the noun that a relative pronoun stands for; other tokens as they are."""
        if token.tag_ not in ("WP", "WDT") and token.lower_ != "that":
            return token
        verb = token
        for _ in range(4):
            if verb.dep_ == "relcl":
                return verb.head
            if verb.head == verb:
                break
            verb = verb.head
        return token

    def spare_tokens(self, passage: Passage, mention: Mention) -> list[int]:
        """Returns the tokens of a person's title, which mean the person as well as the name does."""
        return self._title_tokens(passage, mention)

    def _name(self, passage: Passage, name: NameSpan) -> Found | None:
        doc = passage.doc
        head = doc[name.start : name.end].root
        if name.sort is NameSort.DEMONYM:
            return None
        country, kind = name.country, name.kind or _SORT_KINDS.get(name.sort)
        told = kind_told(doc, name)
        is_unknown = name.country is None and body_noun_before(doc, name) is not None
        may_be_told = kind in (None, ActorKind.PERSON, ActorKind.ORGANISATION) or is_unknown
        if told is not None and (may_be_told or told is ActorKind.MEDIA):
            kind = told
        short = (
            self._short("the " + name.text) if doc[name.start - 1].lower_ == "the" and name.start else None
        )
        if short is not None or is_compass(doc, name):
            country = short
            if country is None:
                return None
            kind = ActorKind.STATE
        end, covered = name.end, range(name.start, name.end)
        body = body_of_name(doc, name)
        if body is not None:
            end, kind, country = body + 1, ActorKind.ORGANISATION, None
            head = doc[body]
            covered = range(body, body + 1)
        elif kind is ActorKind.ORGANISATION and name.end < len(doc) and is_party_behind(doc, name.end):
            head, covered = doc[name.end], range(name.start, name.end + 1)
        first = premodifier_start(doc, name.start) if kind in (ActorKind.PERSON, None) else name.start
        if kind is not ActorKind.PERSON:
            first = start_of_body(doc, name.start, head)
        before = role_before(doc, name.start) if kind in (ActorKind.PERSON, None) else None
        if kind is None and before is not None and tells_person(doc[before.end - 1], doc[name.start].text):
            kind = ActorKind.PERSON
        behind = role_behind(doc, name.end) if kind is ActorKind.PERSON and body is None else None
        if kind is ActorKind.PERSON and behind is None and before is None:
            behind = of_named_body(doc, name, self._names[id(passage)])
        if before is None and kind is ActorKind.PERSON:
            before = role_of_several(doc, name, self._names[id(passage)])
        is_told = before is not None or behind is not None or passage.region is not None
        if not is_told and kind is ActorKind.PERSON and body is None:
            behind = role_predicated(doc, head, first)
        role = self._role(passage, before, behind)
        which = told_of(doc, name.end, behind) if kind is ActorKind.PERSON and body is None else None
        clause = self._maker.evidence(passage, which.start, which.end) if which is not None else None
        if clause is not None and _BREAKS_OFF.search(clause.text) is not None:
            clause = None
        if (name.sort is NameSort.BODY or told is not None) and kind is not ActorKind.PERSON and body is None:
            what = what_body(doc, name.start, name.end)
            role = self._maker.evidence(passage, what.start, what.end) if what is not None else None
        if name.sort is NameSort.STATE and kind is ActorKind.STATE and body is None:
            state = what_state(doc, name.end)
            role = self._maker.evidence(passage, state.start, state.end) if state is not None else None
        is_town = name.sort is NameSort.PLACE and name.text in capitals()
        if country is None and not is_town:
            country = country_in(doc, first, name.end)
        if country is None and role is not None and behind is not None:  # it is a person, then
            is_field = doc[behind.start].lemma_ in mention_cues().callings_of_fields
            country = country_of_role(doc, behind.start, behind.end) if not is_field else None
        if country is None and before is not None and doc[name.end : name.end + 1].text.lower() == "of":
            country = self._state_at(passage, name.end + 1)  # `President Jo Field of Kenya`
        if country is None and before is not None and kind is ActorKind.PERSON:
            country = self._state_around(passage, first)
        mention = self._maker.make(
            passage,
            MentionForm.NAME,
            (first, end),
            (name.start, end),
            head,
            kind=kind,
            gender=name_gender(doc, first, name.start, name.end)
            if kind is ActorKind.PERSON
            else Gender.NEUTER,
            number=Number.PLURAL
            if name.sort is NameSort.PEOPLE
            or (names_party(doc, name.start, name.end) and doc[name.end - 1].lower_.endswith("s"))
            or (name.sort is NameSort.BODY and are_several(doc, name))
            else Number.SINGULAR,
            country=country,
            role=role,
            clause=clause,
            affiliation=self._affiliation(passage, before, behind) or self._beside(passage, name, first),
            is_actor=name_acts(doc, name, head) if body is None else True,
            definite=True,
        )
        return mention, covered, head.i

    def _title_tokens(self, passage: Passage, mention: Mention) -> list[int]:
        """Returns the tokens of a personal name's phrase that are no mention of their own."""
        if mention.kind is not ActorKind.PERSON or mention.form is not MentionForm.NAME:
            return []
        start, end = mention.span
        return [
            i
            for i, (first, last) in enumerate(zip(passage.starts, passage.ends, strict=True))
            if start <= first and last <= end and passage.doc[i].tag_ not in ("PRP$",)
        ]

    def _role(self, passage: Passage, before: RolePlace | None, behind: RolePlace | None) -> Evidence | None:
        first = None if behind is None else passage.doc[behind.start]
        # `Health Minister Jo Lind, a former nurse`: what she is goes before what she was and whom she votes for
        is_less = first is not None and (
            first.tag_ in ("VBZ", "VBD", "IN")
            or first.lower_ in ("former", "ex")
            or first.lower_ in mention_cues().party_members
            or (
                first.i > 0 and first.nbor(-1).lower_ in ("another", "also")
            )  # `Mayor Jo Lind, another member`
        )
        is_short = (
            before is not None and passage.doc[before.start : before.end].text.lower() in short_offices()
        )
        if is_short and first is not None and first.lower_ in resolving().offices_of_callings:
            is_less = False  # `Cllr Jo Lind, who chairs the committee`
        for place in (before, behind) if is_less else (behind, before):
            if place is not None:
                return self._maker.evidence(passage, place.start, place.end)
        return None

    def _affiliation(
        self, passage: Passage, before: RolePlace | None, behind: RolePlace | None
    ) -> Evidence | None:
        """Returns the first body named in the role; a state only where no body is."""
        for place in (behind, before):
            if place is None:
                continue
            inside = [n for n in self._names[id(passage)] if place.start <= n.start and n.end <= place.end]
            for sorts in ((NameSort.BODY, NameSort.SEAT), (NameSort.STATE, NameSort.DEMONYM)):
                for name in inside:
                    after = passage.doc[name.end] if name.end < place.end else None
                    is_field = name.end - name.start == 1 and not name.text.isupper()
                    if is_field and after is not None and names_role(after) and name.sort is NameSort.BODY:
                        continue  # "Trade Minister": a field, no body.
                    if name.sort is NameSort.DEMONYM and name.country is None:
                        continue
                    if name.sort in sorts:
                        return self._maker.evidence(passage, name.start, name.end)
        return None

    def _beside(self, passage: Passage, name: NameSpan, first: int) -> Evidence | None:
        """Returns the body that somebody is told by: `the union’s Jo Lind`, `Jo Lind, from Nordane,`."""
        if name.kind is not ActorKind.PERSON:
            return None
        place = body_owning(passage.doc, first) or body_from(passage.doc, name, self._names[id(passage)])
        return self._maker.evidence(passage, *place) if place is not None else None

    def _state_at(self, passage: Passage, start: int) -> str | None:
        """Returns the state that is named where a token stands."""
        names = self._names[id(passage)]
        return next((n.country for n in names if n.start == start and n.sort is NameSort.STATE), None)

    def _state_around(self, passage: Passage, start: int) -> str | None:
        """Returns the state that tells where a clause goes on: `in Nairobi, where President Jo Field`."""
        doc = passage.doc
        if start < 2 or doc[start - 1].lower_ != "where" or doc[start - 2].text != ",":
            return None
        return next((n.country for n in self._names[id(passage)] if n.end == start - 2), None)

    def _short(self, words: str) -> str | None:
        """Returns the state that `the North` means in this document, if it names one such."""
        codes = [code for code in short_names().get(words, ()) if code in self._document.states]
        return codes[0] if len(codes) == 1 else None
