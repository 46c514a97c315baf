"""Mentions from a passage: each name, nominal and pronoun with what its words and its sentence show."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from briefgen.extract.rules.mention.evidence import DocumentNames, is_set_in_capitals
from briefgen.extract.rules.mention.grammar import grammatical_role, number_of
from briefgen.extract.rules.mention.kinds import (
    country_in,
    country_of_role,
    name_gender,
    noun_gender,
    noun_kind,
)
from briefgen.extract.rules.mention.names import is_compass
from briefgen.extract.rules.mention.phrases import names_role, phrase_start, premodifier_start
from briefgen.extract.rules.mention.places import acts
from briefgen.extract.rules.mention.pronouns import PRONOUNS, is_empty
from briefgen.extract.rules.mention.roles import RolePlace, role_before, role_behind
from briefgen.extract.rules.mention.shared import adjectives_sharing
from briefgen.extract.rules.mention.spans import NameSort, NameSpan
from briefgen.extract.rules.reading import Passage, Reading
from briefgen.lexicons.actor_words import noun_sets
from briefgen.lexicons.countries import short_names
from briefgen.lexicons.mention_cues import mention_cues
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
Found = tuple[Mention, range, int]


class Builder:
    """Makes mentions of one reading; knows the names of each passage once it has entered it."""

    def __init__(self, reading: Reading, document: DocumentNames) -> None:
        self._reading = reading
        self._document = document
        self._names: dict[int, list[NameSpan]] = {}
        self._roots: dict[int, int] = {}
        self._sentence_starts = [start for start, _ in reading.sentences]

    def enter(self, passage: Passage, names: list[NameSpan]) -> None:
        """Takes the judged names of a passage."""
        self._names[id(passage)] = names

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
            if any(self._is_stand_in(passage, i) for i in range(name.start, name.end)):
                continue
            item = self._name(passage, name)
            if item is not None:
                inside.update(range(name.start, name.end))
                inside.update(item[1])
                found.append(item)
        is_headline = is_set_in_capitals(doc)
        titles = {i for mention, _, _ in found for i in self._title_tokens(passage, mention)}
        for token in doc:
            if token.i in inside or self._is_stand_in(passage, token.i):
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
        kind = noun_kind(head)
        features = PRONOUNS.get(head.lower_)
        mention = self._make(
            passage,
            MentionForm.PRONOUN if features and head.tag_ in ("PRP", "PRP$") else MentionForm.NOMINAL,
            (first, token + 1),
            (token, token + 1),
            head,
            kind=kind,
            gender=features.gender if features else noun_gender(head),
            number=features.number if features else number_of(head),
            person=features.person if features else 3,
            country=country_in(doc, first, token),
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
        kind = noun_kind(noun)
        lemma = noun.lemma_.lower()
        if lemma not in noun_sets().organisation and lemma not in noun_sets().state:
            return []
        found = adjectives_sharing(doc, token)
        if len(found) < 2:
            return []
        if kind is ActorKind.GROUP:
            kind = ActorKind.STATE if lemma in noun_sets().state else ActorKind.ORGANISATION
        head = self._reading.evidence(*passage.token_span(noun))
        out = []
        for start, end, code in found:
            mention = self._make(
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

    def linked(
        self,
        passage: Passage,
        table: tuple[Mention, ...],
        at_token: Callable[[Passage, int], int | None],
    ) -> Iterator[tuple[int, Mention]]:
        """Yields mentions of a passage that another name for them stands beside, with that link."""
        doc = passage.doc
        for name in self._names[id(passage)]:
            index = at_token(passage, name.start)
            if index is None:
                continue
            link = self._abbreviated(passage, name, at_token)
            if link is not None and link != index:
                yield index, table[index].model_copy(update={"alias_of": link})
                continue
            called = self._called(doc, name)
            if called is not None:
                other = at_token(passage, called.i)
                if other is not None and table[other].form is MentionForm.NOMINAL:
                    yield other, table[other].model_copy(update={"alias_of": index})
            nominal = self._nominal_before(doc, name)
            if nominal is None:
                nominal = self._named_as(doc, name) or self._is_office_of(doc, name)
            if nominal is None:
                continue
            other = at_token(passage, nominal.i)
            if other is None or table[other].form is not MentionForm.NOMINAL or table[other].parts:
                continue
            if not _genders_agree(table[other], table[index]):
                continue
            yield other, table[other].model_copy(update={"alias_of": index})
            if table[index].role is None and names_role(nominal):
                first = next(
                    (
                        i
                        for i in range(phrase_start(doc, nominal), nominal.i + 1)
                        if doc[i].tag_ not in ("DT", "PRP$")
                    ),
                    nominal.i,
                )
                last = name.start - 1 if nominal.i < name.start else self._end_of_office(doc, nominal)
                while last > first and (doc[last - 1].is_punct or doc[last - 1].is_space):
                    last -= 1
                role = self._evidence(passage, first, last)
                if role is not None:
                    country = table[index].country or country_in(doc, first, last)
                    yield index, table[index].model_copy(update={"role": role, "country": country})

    def _name(self, passage: Passage, name: NameSpan) -> Found | None:
        doc = passage.doc
        head = doc[name.start : name.end].root
        if name.sort is NameSort.DEMONYM:
            return None
        country, kind = name.country, name.kind or _SORT_KINDS.get(name.sort)
        if is_compass(doc, name):
            country = self._short("the " + name.text)
            if country is None:
                return None
            kind = ActorKind.STATE
        end, covered = name.end, range(name.start, name.end)
        body = self._body_of_name(doc, name)
        if body is not None:
            end, kind, country = body + 1, ActorKind.ORGANISATION, None
            head = doc[body]
            covered = range(body, body + 1)
        first = premodifier_start(doc, name.start) if kind in (ActorKind.PERSON, None) else name.start
        if kind is not ActorKind.PERSON:
            first = self._start_of_body(doc, name.start, head)
        before = role_before(doc, name.start) if kind in (ActorKind.PERSON, None) else None
        if kind is None and before is not None:
            kind = ActorKind.PERSON
        behind = role_behind(doc, name.end) if kind is ActorKind.PERSON and body is None else None
        role = self._role(passage, before, behind)
        if country is None:
            country = country_in(doc, first, name.end)
        if country is None and kind is ActorKind.PERSON and role is not None and behind is not None:
            country = country_of_role(doc, behind.start, behind.end)
        mention = self._make(
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
            is_actor=self._name_acts(doc, name, head) if body is None else True,
            definite=True,
        )
        return mention, covered, head.i

    def _body_of_name(self, doc: Doc, name: NameSpan) -> int | None:
        """Returns the noun of a body called by a person's name: `the Rivera administration`."""
        if name.sort not in (NameSort.PERSON, NameSort.OPEN) or name.end >= len(doc):
            return None
        token = doc[name.end]
        if token.lower_ in mention_cues().bodies_of_persons and token.tag_ in ("NN", "NNP"):
            after = doc[name.end + 1] if name.end + 1 < len(doc) else None
            if after is None or after.tag_ not in ("NN", "NNS"):
                return token.i
        return None

    def _start_of_body(self, doc: Doc, start: int, head: Token) -> int:
        """Returns where the phrase of a name that is no person's starts: its article and possessor."""
        if head.i >= start and doc[head.i].tag_ == "NN":
            return min(start, phrase_start(doc, head))
        first = at = start
        while at > 0:
            token = doc[at - 1]
            if token.lower_ in ("the", "a", "an"):
                # "the Kenya office": the article is the office's.
                return first if head.dep_ in _MODIFIES else at - 1
            if token.tag_ not in ("JJ", "NNP", "POS") or token.ent_type_ in ("DATE", "TIME"):
                break
            if token.tag_ != "POS" and token.head.i < at - 1 and doc[at].tag_ != "POS":
                break
            at -= 1
            if token.text[0].isupper() and not (token.is_sent_start and token.tag_ == "JJ"):
                first = at
        return first

    def _name_acts(self, doc: Doc, name: NameSpan, head: Token) -> bool:
        if name.sort in (NameSort.STATE, NameSort.CAPITAL, NameSort.PLACE, NameSort.SEAT):
            return acts(doc, name, head)
        return grammatical_role(head) is not GrammaticalRole.MODIFIER

    def _nominal(self, passage: Passage, token: Token) -> Found | None:
        if token.tag_ not in ("NN", "NNS", "NNP", "NNPS") and not (
            token.lower_
            in ("others", "many", "some", "everyone", "everybody", "someone", "somebody", "critics")
            and token.dep_ in ("nsubj", "nsubjpass")
        ):
            return None
        kind = noun_kind(token)
        if kind is None:
            return None
        role = grammatical_role(token)
        if role is GrammaticalRole.MODIFIER or token.dep_ in ("compound", "nmod"):
            return None
        doc = passage.doc
        first = phrase_start(doc, token)
        if any(self._is_stand_in(passage, i) for i in range(first, token.i)):
            first = token.i
        predicate = token.dep_ in ("attr", "oprd")
        mention = self._make(
            passage,
            MentionForm.NOMINAL,
            (first, token.i + 1),
            (token.i, token.i + 1),
            token,
            kind=kind,
            gender=noun_gender(token) if kind is ActorKind.PERSON else Gender.UNKNOWN,
            number=Number.PLURAL if kind is ActorKind.GROUP and token.tag_ != "NN" else number_of(token),
            country=country_in(doc, first, token.i),
            is_actor=not predicate and not self._is_place(token, kind),
            definite=_is_definite(doc, first, token.i),
        )
        return mention, range(token.i, token.i + 1), token.i

    def _thing(self, passage: Passage, token: Token) -> Found | None:
        """Returns a subject that is no actor but that `it` may mean; no rule asks for it by token."""
        if token.dep_ not in ("nsubj", "nsubjpass") or token.tag_ not in ("NN", "DT"):
            return None
        doc = passage.doc
        first = phrase_start(doc, token)
        if any(self._is_stand_in(passage, i) for i in range(first, token.i)):
            first = token.i
        mention = self._make(
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
        mention = self._make(
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

    def _make(
        self,
        passage: Passage,
        form: MentionForm,
        span: tuple[int, int],
        head_span: tuple[int, int],
        root: Token,
        *,
        kind: ActorKind | None = None,
        gender: Gender = Gender.UNKNOWN,
        number: Number = Number.UNKNOWN,
        person: int = 3,
        country: str | None = None,
        role: Evidence | None = None,
        affiliation: Evidence | None = None,
        is_actor: bool = True,
        definite: bool = False,
    ) -> Mention:
        whole = self._evidence(passage, *span) or self._evidence(passage, *head_span)
        head = self._evidence(passage, *head_span)
        if head is None:
            head = self._reading.evidence(*passage.token_span(root))
        if whole is None or not (whole.start <= head.start and head.end <= whole.end):
            whole = head
        return Mention(
            text=whole.text,
            span=whole.span,
            form=form,
            head=head,
            kind=kind,
            gender=gender,
            number=number,
            person=person,
            grammatical_role=grammatical_role(root),
            sentence=self._sentence(passage, root),
            paragraph=passage.paragraph,
            quoted=self._is_quoted(passage, head),
            acts=is_actor,
            role=role,
            affiliation=affiliation,
            country=country,
            definite=definite,
        )

    def _evidence(self, passage: Passage, first: int, end: int) -> Evidence | None:
        """Returns the article's words of tokens [first, end); None where a quotation stands between them."""
        if first >= end or any(self._is_stand_in(passage, i) for i in range(first, end)):
            return None
        start, stop = passage.span(first, end - 1)
        return self._reading.evidence(start, stop)

    def _is_stand_in(self, passage: Passage, token: int) -> bool:
        return token in getattr(passage, "stand_ins", {})

    def _is_quoted(self, passage: Passage, head: Evidence) -> bool:
        if passage.region is not None:
            return True
        return any(r.inner[0] <= head.start and head.end <= r.inner[1] for r in self._reading.regions)

    def _sentence(self, passage: Passage, token: Token) -> int:
        start = passage.starts[token.sent.start]
        return max(0, bisect_right(self._sentence_starts, start) - 1)

    def _title_tokens(self, passage: Passage, mention: Mention) -> list[int]:
        """Returns the tokens of a personal name's phrase that are no mention of their own."""
        if mention.kind is not ActorKind.PERSON or mention.form is not MentionForm.NAME:
            return []
        return [
            i
            for i in range(len(passage.doc))
            if mention.span[0] <= passage.starts[i]
            and passage.ends[i] <= mention.span[1]
            and passage.doc[i].tag_ not in ("PRP$",)
        ]

    def _role(self, passage: Passage, before: RolePlace | None, behind: RolePlace | None) -> Evidence | None:
        for place in (behind, before):
            if place is not None:
                return self._evidence(passage, place.start, place.end)
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
                    if name.sort in sorts:
                        return self._evidence(passage, name.start, name.end)
        return None

    def _short(self, words: str) -> str | None:
        """Returns the state that `the North` means in this document, if it names one such."""
        codes = [code for code in short_names().get(words, ()) if code in self._document.states]
        return codes[0] if len(codes) == 1 else None

    def _nominal_before(self, doc: Doc, name: NameSpan) -> Token | None:
        """Returns the noun whose apposition a name is: `his defence secretary, Jo Field`."""
        if (
            name.start < 2
            or doc[name.start - 1].text != ","
            or name.sort not in (NameSort.PERSON, NameSort.OPEN)
        ):
            return None
        root = doc[name.start : name.end].root
        is_one = root.head.tag_ in ("NN", "NNP")
        if root.dep_ == "appos" and root.head.i < name.start and names_role(root.head) and is_one:
            return root.head
        introduced = self._introduced_before(doc, name)
        if introduced is not None:
            return introduced
        before = doc[name.start - 2]
        if (
            before.tag_ in ("NN", "NNP")
            and names_role(before)
            and name.end < len(doc)
            and doc[name.end].text in (",", ".")
        ):
            return before
        return None

    def _called(self, doc: Doc, name: NameSpan) -> Token | None:
        """Returns what somebody is said to be: `state` in `described Kenya as a reliable state`."""
        root = doc[name.start : name.end].root
        if root.dep_ != "dobj":
            return None
        for prep in root.head.children:
            if prep.lower_ == "as" and prep.i >= name.end:
                return next((child for child in prep.children if child.dep_ == "pobj"), None)
        return None

    def _is_office_of(self, doc: Doc, name: NameSpan) -> Token | None:
        """Returns the office that a name is said to hold: `Jo Field, becoming the first Irish president`."""
        root = doc[name.start : name.end].root
        if root.dep_ != "nsubj" or name.sort is not NameSort.PERSON:
            return None
        verbs = [root.head, *(c for c in root.head.children if c.dep_ in ("advcl", "conj") and c.i > root.i)]
        for verb in verbs:
            if verb.lemma_ not in ("be", "become") or any(c.dep_ in ("neg", "mark") for c in verb.children):
                continue
            for child in verb.children:
                if child.dep_ == "attr" and child.tag_ == "NN" and child.lower_ in noun_sets().titles:
                    return child
        return None

    def _named_as(self, doc: Doc, name: NameSpan) -> Token | None:
        """Returns the office that a name is given with `as`: `Jo Field as the next president`."""
        if name.end >= len(doc) or doc[name.end].lower_ != "as" or name.sort is not NameSort.PERSON:
            return None
        heads = [child for child in doc[name.end].children if child.dep_ == "pobj"]
        return heads[0] if heads and names_role(heads[0]) else None

    def _end_of_office(self, doc: Doc, nominal: Token) -> int:
        """Returns the end of an office with its field: `president of the bank` and no clause behind it."""
        end = nominal.i + 1
        if end + 1 < len(doc) and doc[end].lower_ in ("of", "for"):
            field = next((child for child in doc[end].children if child.dep_ == "pobj"), None)
            if field is not None:
                return field.i + 1
        return end

    def _introduced_before(self, doc: Doc, name: NameSpan) -> Token | None:
        """Returns the noun opening the phrase before a name: `An attorney for the firm, Jo Field,`."""
        if name.end >= len(doc) or doc[name.end].text != "," or name.end - name.start < 2:
            return None
        first = doc[name.start].sent.start
        comma = next(
            (i for i in range(name.start - 2, first - 1, -1) if doc[i].text in (",", ";")), first - 1
        )
        opening = comma + 1
        if opening >= name.start or doc[opening].lower_ not in (
            "a",
            "an",
            "the",
            "one",
            "another",
            "his",
            "her",
        ):
            return None
        for i in range(opening + 1, name.start - 1):
            if doc[i].tag_ in ("VBD", "VBZ", "VBP", "MD", "WP"):
                return None
        for i in range(opening + 1, name.start - 1):
            if doc[i].tag_ in ("IN", "TO"):
                return None
            if names_role(doc[i]) and doc[i].tag_ == "NN" and doc[i + 1].tag_ not in ("NN", "NNS"):
                return doc[i]
        return None

    def _abbreviated(
        self, passage: Passage, name: NameSpan, at_token: Callable[[Passage, int], int | None]
    ) -> int | None:
        """Returns the mention that a bracketed name abbreviates: `Food Standards Board (FSB)`."""
        doc = passage.doc
        if (
            name.start < 2
            or doc[name.start - 1].text != "("
            or name.end >= len(doc)
            or doc[name.end].text != ")"
        ):
            return None
        return at_token(passage, name.start - 2)


def _is_definite(doc: Doc, first: int, head: int) -> bool:
    """Whether a noun phrase is definite: by article, possessive pronoun or possessor."""
    if doc[first].lower_ in _DEFINITE or doc[first].tag_ == "PRP$":
        return True
    return any(doc[i].tag_ == "POS" for i in range(first, head))


def _genders_agree(one: Mention, other: Mention) -> bool:
    """Whether two mentions may mean one person as far as their genders go: no mother is called Juan."""
    known = {one.gender, other.gender} & {Gender.MALE, Gender.FEMALE}
    return len(known) < 2
