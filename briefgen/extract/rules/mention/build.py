"""Mentions from a passage: each name, nominal and pronoun with what its words and its sentence show."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefgen.extract.rules.mention.evidence import DocumentNames, is_set_in_capitals
from briefgen.extract.rules.mention.grammar import grammatical_role, number_of
from briefgen.extract.rules.mention.kinds import (
    country_in,
    country_of_role,
    counts,
    name_gender,
    noun_gender,
    noun_kind,
)
from briefgen.extract.rules.mention.make import Maker
from briefgen.extract.rules.mention.named import body_of_name, kind_told, name_acts, start_of_body
from briefgen.extract.rules.mention.names import is_compass
from briefgen.extract.rules.mention.phrases import (
    end_of_belonging,
    end_of_source,
    names_role,
    phrase_start,
    premodifier_start,
    tells_person,
)
from briefgen.extract.rules.mention.pronouns import PRONOUNS, is_empty
from briefgen.extract.rules.mention.roles import RolePlace, role_before, role_behind, what_body
from briefgen.extract.rules.mention.shared import adjectives_sharing
from briefgen.extract.rules.mention.spans import NameSort, NameSpan
from briefgen.extract.rules.reading import Passage, Reading
from briefgen.lexicons.actor_words import noun_sets
from briefgen.lexicons.countries import short_names
from briefgen.model.actor import ActorKind
from briefgen.model.evidence import Evidence
from briefgen.model.extraction import Gender, GrammaticalRole, Mention, MentionForm, Number

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SORT_KINDS = {
    NameSort.STATE: ActorKind.STATE,
    NameSort.CAPITAL: ActorKind.STATE,
    NameSort.PLACE: ActorKind.STATE,
    NameSort.SEAT: ActorKind.ORGANISATION,
    NameSort.PEOPLE: ActorKind.GROUP,
    NameSort.PERSON: ActorKind.PERSON,
    NameSort.BODY: ActorKind.ORGANISATION,
}
_DEFINITE = frozenset(["the", "this", "that", "these", "those", "both", "either", "neither"])
_MODIFIES = frozenset(["compound", "nmod", "amod", "npadvmod"])
_SOME = frozenset(
    [
        "others",
        "many",
        "some",
        "everyone",
        "everybody",
        "someone",
        "somebody",
        "critics",
        "most",
        "few",
        "several",
    ]
)
"""As subjects they mean people, whatever the tagger takes them for."""
_REFERRING = frozenset(["NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "DT"])
"""Tags of the words that can head a mention."""
Found = tuple[Mention, range, int]


class Builder:
    """Makes mentions of one reading; knows the names of each passage once it has entered it."""

    def __init__(self, reading: Reading, document: DocumentNames) -> None:
        self._reading = reading
        self._document = document
        self._names: dict[int, list[NameSpan]] = {}
        self._roots: dict[int, int] = {}
        self._maker = Maker(reading)

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
            is_counted = counts(token) or _is_one_of_several(token)
            if token.tag_ not in _REFERRING and token.lower_ not in _SOME and not is_counted:
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

    def phrase(self, passage: Passage, token: int) -> tuple[Mention, range]:
        """Returns a mention of the noun phrase headed by `token`, whatever it is."""
        doc = passage.doc
        head = doc[token]
        first = phrase_start(doc, head)
        source_end = end_of_source(doc, head)
        kind = noun_kind(head) or (
            ActorKind.PERSON if source_end is not None or _is_one_of_several(head) else None
        )
        features = PRONOUNS.get(head.lower_)
        mention = self._maker.make(
            passage,
            MentionForm.PRONOUN if features and head.tag_ in ("PRP", "PRP$") else MentionForm.NOMINAL,
            (first, source_end or end_of_belonging(doc, head, first) or _end_of_quantified(head)),
            (token, token + 1),
            head,
            kind=kind,
            gender=features.gender if features else noun_gender(head),
            number=features.number if features else number_of(head),
            person=features.person if features else 3,
            country=country_in(doc, first, token),
            is_actor=not _is_bare_office(head, first),
            definite=_is_definite(doc, first, token),
        )
        return mention, range(token, token + 1)

    def coordination(self, passage: Passage, members: list[Mention], parts: tuple[int, ...]) -> Mention:
        """Returns the mention of several actors named together."""
        start = min(member.span[0] for member in members)
        end = max(member.span[1] for member in members)
        first = members[0]
        kinds = {member.kind for member in members}
        return first.model_copy(
            update={
                "text": self._reading.article.text[start:end],
                "span": (start, end),
                "form": MentionForm.NOMINAL,
                "kind": ActorKind.GROUP if len(kinds) != 1 or None in kinds else first.kind,
                "gender": Gender.UNKNOWN,
                "number": Number.PLURAL,
                "person": 3,
                "role": None,
                "affiliation": None,
                "country": None,
                "alias_of": None,
                "parts": parts,
            }
        )

    def shared_noun(self, passage: Passage, token: int) -> list[Mention]:
        """Returns the bodies that one noun names together: `British and French intelligence`.

        Each has its adjective as text and the shared noun as head; none where the noun is one body's.
        """
        doc = passage.doc
        noun = doc[token]
        lemma = noun.lemma_.lower()
        if lemma not in noun_sets().organisation and lemma not in noun_sets().state:
            return []
        found = adjectives_sharing(doc, token)
        if len(found) < 2:
            return []
        kind = noun_kind(noun)
        if kind is ActorKind.GROUP:
            kind = ActorKind.STATE if lemma in noun_sets().state else ActorKind.ORGANISATION
        head = self._reading.evidence(*passage.token_span(noun))
        out = []
        for start, end, code in found:
            mention = self._maker.make(
                passage,
                MentionForm.NOMINAL,
                (start, end),
                (start, end),
                noun,
                kind=kind,
                country=code,
                definite=True,
            )
            out.append(mention.model_copy(update={"head": head, "number": Number.SINGULAR, "definite": True}))
        return out

    def antecedent_of_relative(self, token: Token) -> Token:
        """Returns the noun that a relative pronoun stands for; other tokens as they are."""
        if token.tag_ not in ("WP", "WDT") and token.lower_ != "that":
            return token
        verb = token
        for _ in range(4):
            if verb.dep_ == "relcl":
                return verb.head
            if verb.head is verb:
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
        may_be_told = kind in (None, ActorKind.PERSON, ActorKind.ORGANISATION)
        if told is not None and (may_be_told or told is ActorKind.MEDIA):
            kind = told
        if is_compass(doc, name):
            country = self._short("the " + name.text)
            if country is None:
                return None
            kind = ActorKind.STATE
        end, covered = name.end, range(name.start, name.end)
        body = body_of_name(doc, name)
        if body is not None:
            end, kind, country = body + 1, ActorKind.ORGANISATION, None
            head = doc[body]
            covered = range(body, body + 1)
        first = premodifier_start(doc, name.start) if kind in (ActorKind.PERSON, None) else name.start
        if kind is not ActorKind.PERSON:
            first = start_of_body(doc, name.start, head)
        before = role_before(doc, name.start) if kind in (ActorKind.PERSON, None) else None
        if kind is None and before is not None and tells_person(doc[before.end - 1], doc[name.start].text):
            kind = ActorKind.PERSON
        behind = role_behind(doc, name.end) if kind is ActorKind.PERSON and body is None else None
        role = self._role(passage, before, behind)
        if name.sort is NameSort.BODY and body is None:
            what = what_body(doc, name.start, name.end)
            role = self._maker.evidence(passage, what.start, what.end) if what is not None else None
        if country is None:
            country = country_in(doc, first, name.end)
        if country is None and kind is ActorKind.PERSON and role is not None and behind is not None:
            country = country_of_role(doc, behind.start, behind.end)
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
            number=Number.PLURAL if name.sort is NameSort.PEOPLE else Number.SINGULAR,
            country=country,
            role=role,
            affiliation=self._affiliation(passage, before, behind),
            is_actor=name_acts(doc, name, head) if body is None else True,
            definite=True,
        )
        return mention, covered, head.i

    def _nominal(self, passage: Passage, token: Token) -> Found | None:
        source_end = end_of_source(passage.doc, token)
        if token.tag_ not in ("NN", "NNS", "NNP", "NNPS") and not (
            (
                (token.lower_ in _SOME or counts(token) or _is_one_of_several(token))
                and token.dep_ in ("nsubj", "nsubjpass")
            )
            or (token.lower_ == "those" and source_end is not None)
        ):
            return None
        kind = noun_kind(token) or (
            ActorKind.PERSON if source_end is not None or _is_one_of_several(token) else None
        )
        if kind is None:
            return None
        role = grammatical_role(token)
        if role is GrammaticalRole.MODIFIER or token.dep_ in ("compound", "nmod"):
            return None
        doc = passage.doc
        first = phrase_start(doc, token)
        if any(self._maker.is_stand_in(passage, i) for i in range(first, token.i)):
            first = token.i
        is_bare = first == token.i and token.tag_ == "NN" and token.dep_ == "pobj"
        if is_bare and kind is ActorKind.ORGANISATION:
            return None  # "in office", "at school"
        is_party = token.tag_ == "NNPS" and token.ent_type_ == "NORP"  # "Republicans" is a name.
        predicate = token.dep_ in ("attr", "oprd")
        mention = self._maker.make(
            passage,
            MentionForm.NAME if is_party else MentionForm.NOMINAL,
            (first, source_end or end_of_belonging(doc, token, first) or _end_of_quantified(token)),
            (token.i, token.i + 1),
            token,
            kind=kind,
            gender=noun_gender(token) if kind is ActorKind.PERSON else Gender.UNKNOWN,
            number=Number.PLURAL if kind is ActorKind.GROUP and token.tag_ != "NN" else number_of(token),
            country=country_in(doc, first, token.i),
            is_actor=not predicate and not self._is_place(token, kind) and not _is_bare_office(token, first),
            definite=_is_definite(doc, first, token.i),
        )
        return mention, range(token.i, token.i + 1), token.i

    def _thing(self, passage: Passage, token: Token) -> Found | None:
        """Returns a subject that is no actor but that `it` may mean; no rule asks for it by token."""
        if token.dep_ not in ("nsubj", "nsubjpass") or token.tag_ not in ("NN", "DT"):
            return None
        doc = passage.doc
        first = phrase_start(doc, token)
        if any(self._maker.is_stand_in(passage, i) for i in range(first, token.i)):
            first = token.i
        mention = self._maker.make(
            passage,
            MentionForm.NOMINAL,
            (first, token.i + 1),
            (token.i, token.i + 1),
            token,
            number=number_of(token),
            is_actor=False,
        )
        return mention, range(0), token.i

    def _is_place(self, token: Token, kind: ActorKind) -> bool:
        return kind is ActorKind.STATE and token.lemma_.lower() in noun_sets().region and token.dep_ == "pobj"

    def _pronoun(self, passage: Passage, token: Token) -> Found | None:
        features = PRONOUNS.get(token.lower_)
        if features is None or token.tag_ not in ("PRP", "PRP$") or is_empty(token):
            return None
        mention = self._maker.make(
            passage,
            MentionForm.PRONOUN,
            (token.i, token.i + 1),
            (token.i, token.i + 1),
            token,
            gender=features.gender,
            number=features.number,
            person=features.person,
        )
        return mention, range(token.i, token.i + 1), token.i

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
        # `Health Minister Jo Lind, a former nurse`: what she is goes before what she was
        is_less = first is not None and (
            first.tag_ in ("VBZ", "VBD", "IN") or first.lower_ in ("former", "ex")
        )
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

    def _short(self, words: str) -> str | None:
        """Returns the state that `the North` means in this document, if it names one such."""
        codes = [code for code in short_names().get(words, ()) if code in self._document.states]
        return codes[0] if len(codes) == 1 else None


def _is_definite(doc: Doc, first: int, head: int) -> bool:
    """Whether a noun phrase is definite: by article, possessive pronoun or possessor."""
    if doc[first].lower_ in _DEFINITE or doc[first].tag_ == "PRP$":
        return True
    return any(doc[i].tag_ == "POS" for i in range(first, head))


def _is_bare_office(token: Token, first: int) -> bool:
    """Whether a noun for a person only names an office or an idea: `ran for president`, `wants justice`."""
    if token.tag_ != "NN" or token.dep_ not in ("pobj", "dobj", "attr", "oprd") or not names_role(token):
        return False
    if first and token.doc[first - 1].tag_.startswith("NN"):
        return False  # "a Harbour Lives Matter protester": the parse has torn the phrase
    return not any(
        token.doc[i].tag_ in ("DT", "PRP$", "POS", "CD", "PDT", "WP$", "NNP") for i in range(first, token.i)
    )


def _is_one_of_several(token: Token) -> bool:
    """Whether somebody is told only by whom he belongs to: `one of the diplomats`."""
    if token.lower_ != "one":
        return False
    return any(
        child.lower_ == "of"
        and any(
            inner.lower_ in ("them", "us", "those") or noun_kind(inner) is ActorKind.GROUP
            for inner in child.children
        )
        for child in token.children
    )


def _end_of_quantified(token: Token) -> int:
    """Returns the end of a noun phrase; a bare quantifier takes what it counts: `many of the nurses`."""
    is_number = token.tag_ == "CD" and token.is_alpha
    if (
        is_number
        or counts(token)
        or token.lower_
        in (
            "one",
            "many",
            "most",
            "some",
            "few",
            "several",
            "others",
            "all",
            "both",
        )
    ):
        for child in token.children:
            if child.lower_ == "of" and child.i == token.i + 1:
                return next((inner.i + 1 for inner in child.children if inner.dep_ == "pobj"), token.i + 1)
    return token.i + 1
