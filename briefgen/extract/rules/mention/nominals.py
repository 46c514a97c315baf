"""Mentions without a name: nominals and pronouns with what their words and their sentence show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.mention.borders import is_title
from briefgen.extract.rules.mention.evidence import is_set_in_capitals
from briefgen.extract.rules.mention.grammar import grammatical_role, number_of
from briefgen.extract.rules.mention.kinds import (
    country_behind,
    country_in,
    country_of_organ,
    counts,
    end_of_ratio,
    noun_gender,
    noun_kind,
)
from briefgen.extract.rules.mention.make import Maker
from briefgen.extract.rules.mention.phrases import (
    end_of_belonging,
    end_of_source,
    names_role,
    phrase_start,
)
from briefgen.extract.rules.mention.predicated import role_predicated
from briefgen.extract.rules.mention.pronouns import PRONOUNS, is_empty
from briefgen.extract.rules.mention.shared import adjectives_sharing
from briefgen.extract.rules.reading import Passage, Reading
from briefgen.lexicons.actor_words import noun_sets
from briefgen.lexicons.mention_cues import mention_cues
from briefgen.lexicons.position_cues import position_cues
from briefgen.model.actor import ActorKind
from briefgen.model.extraction import Gender, GrammaticalRole, Mention, MentionForm, Number

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_DEFINITE = frozenset(["the", "this", "that", "these", "those", "both", "either", "neither"])
SOME = frozenset(
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
Found = tuple[Mention, range, int]


class NominalBuilder:
    """Makes the mentions of one reading that are no name."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._maker = Maker(reading)

    def phrase(self, passage: Passage, token: int) -> tuple[Mention, range]:
        """Returns a mention of the noun phrase headed by `token`, whatever it is."""
        doc = passage.doc
        head = doc[token]
        first = phrase_start(doc, head)
        source_end = end_of_source(doc, head)
        kind = noun_kind(head) or (
            ActorKind.PERSON if source_end is not None or is_one_of_several(head) else None
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
            country=country_in(doc, first, token) or country_behind(head),
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

    def _nominal(self, passage: Passage, token: Token) -> Found | None:
        source_end = end_of_source(passage.doc, token)
        if token.tag_ not in ("NN", "NNS", "NNP", "NNPS") and not (
            (
                (token.lower_ in SOME or counts(token) or is_one_of_several(token))
                and token.dep_ in ("nsubj", "nsubjpass")
            )
            or (token.lower_ == "those" and source_end is not None)
        ):
            return None
        kind = noun_kind(token) or (
            ActorKind.PERSON if source_end is not None or is_one_of_several(token) else None
        )
        if kind is None or (kind is ActorKind.PERSON and _is_only_called(token)):
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
        is_side = (
            token.i > 0 and token.nbor(-1).lower_ in mention_cues().sides_of_parties and token.text.istitle()
        )
        is_party = token.ent_type_ == "NORP" and (token.tag_ == "NNPS" or is_side)  # "Republicans" is a name.
        first = token.i if is_party and is_side else first  # `the opposition Conservatives`
        predicate = token.dep_ in ("attr", "oprd")
        if doc[first].lower_ == "any" and token.dep_ == "pobj" and token.tag_ == "NN":
            return None  # `a move by any actor`
        end = (
            source_end
            or end_of_belonging(doc, token, first)
            or end_of_ratio(token)
            or _end_of_quantified(token)
        )
        is_organ = kind is ActorKind.ORGANISATION
        mention = self._maker.make(
            passage,
            MentionForm.NAME if is_party else MentionForm.NOMINAL,
            (first, end),
            (token.i, token.i + 1),
            token,
            kind=kind,
            gender=noun_gender(token) if kind is ActorKind.PERSON else Gender.UNKNOWN,
            number=Number.PLURAL if kind is ActorKind.GROUP and token.tag_ != "NN" else number_of(token),
            country=country_in(doc, first, token.i)
            or country_behind(token)
            or (country_of_organ(doc, token.i + 1, end) if is_organ else None),
            is_actor=not predicate
            and not self._is_place(token, kind)
            and not _is_bare_office(token, first)
            and not (kind is ActorKind.ORGANISATION and _is_only_wished(token, first)),
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

    def _pronoun(self, passage: Passage, token: Token) -> Found | None:
        features = PRONOUNS.get(token.lower_)
        if features is None or token.tag_ not in ("PRP", "PRP$") or is_empty(token):
            return None
        if token.text in ("IT", "US") and not is_set_in_capitals(passage.doc):
            return None
        told = (
            role_predicated(passage.doc, token, token.i)
            if features.gender in (Gender.MALE, Gender.FEMALE) and passage.region is None
            else None
        )
        mention = self._maker.make(
            passage,
            MentionForm.PRONOUN,
            (token.i, token.i + 1),
            (token.i, token.i + 1),
            token,
            gender=features.gender,
            number=features.number,
            person=features.person,
            role=self._maker.evidence(passage, told.start, told.end) if told is not None else None,
        )
        return mention, range(token.i, token.i + 1), token.i

    def _is_place(self, token: Token, kind: ActorKind) -> bool:
        return kind is ActorKind.STATE and token.lemma_.lower() in noun_sets().region and token.dep_ == "pobj"


def _is_only_called(token: Token) -> bool:
    """Whether a noun only tells what somebody is called: `described himself as a prisoner`."""
    over = token.head
    is_indefinite = any(c.lower_ in ("a", "an") for c in token.lefts)
    is_as = token.dep_ == "pobj" and over.lower_ == "as"
    return is_as and is_indefinite and over.head.lemma_ in position_cues().describing | position_cues().naming


def _is_definite(doc: Doc, first: int, head: int) -> bool:
    """Whether a noun phrase is definite: by article, possessive pronoun or possessor, as an office set large."""
    words = doc[first : head + 1]
    if (
        is_title(doc[head])
        and doc[head].dep_ in ("nsubj", "nsubjpass")
        and all(t.text.istitle() for t in words)
        and doc[first].lower_ not in ("a", "an", "another")
    ):
        return True  # `Foreign Secretary has answered`
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


def _is_only_wished(token: Token, first: int) -> bool:
    """Whether a body is only asked for, made or compared with: `ask for a fund`, `turns it into “a laboratory”`."""
    if token.tag_ != "NN" or token.doc[first].lower_ not in ("a", "an", "another"):
        return False
    cues, over = mention_cues(), token.head
    if token.dep_ == "pobj":
        return over.lower_ == "into" or (over.lower_ == "for" and over.head.lemma_ in cues.asks_for)
    is_clause = any(child.dep_ == "relcl" for child in token.children)
    return token.dep_ in ("dobj", "attr") and over.lemma_ in cues.makes_bodies and not is_clause


def is_one_of_several(token: Token) -> bool:
    """Whether somebody is told only by whom he belongs to: `one of the diplomats`."""
    if token.lower_ in mention_cues().ordinals and token.dep_ == "nsubj":
        # `Two of them waited, and a third is preparing to leave`
        return [c.lower_ for c in token.children if c.i < token.i] == ["a"] and token.n_rights == 0
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
