"""Mentions linked to the name that stands beside them: its abbreviation, its office, its apposition."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from briefgen.extract.rules.mention.appositions import (
    body_before,
    body_behind,
    called,
    end_of_office,
    named_as,
    nominal_before,
    office_of,
)
from briefgen.extract.rules.mention.kinds import country_in
from briefgen.extract.rules.mention.make import Maker
from briefgen.extract.rules.mention.phrases import names_role, phrase_start
from briefgen.extract.rules.mention.spans import NameSort, NameSpan
from briefgen.extract.rules.reading import Passage, Reading
from briefgen.lexicons.actor_words import noun_sets
from briefgen.lexicons.mention_cues import mention_cues
from briefgen.model.extraction import Gender, Mention, MentionForm

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_LONGEST_INITIALS = 6


class Linker:
    """Links the mentions of one reading."""

    def __init__(self, reading: Reading) -> None:
        self._maker = Maker(reading)

    def unlisted(
        self, passage: Passage, names: list[NameSpan], at_token: Callable[[Passage, int], int | None]
    ) -> Iterator[tuple[int, int]]:
        """Yields a mention with the token of its apposition that heads none: `Another waverer, Jo Lind,`."""
        for name in names:
            index, nominal = at_token(passage, name.start), nominal_before(passage.doc, name)
            if index is not None and nominal is not None and at_token(passage, nominal.i) is None:
                yield index, nominal.i

    def linked(
        self,
        passage: Passage,
        names: list[NameSpan],
        table: Mapping[int, Mention],
        at_token: Callable[[Passage, int], int | None],
    ) -> Iterator[tuple[int, Mention]]:
        """Yields mentions of a passage that another name for them stands beside, with that link."""
        doc = passage.doc
        bodies = [name for name in names if name.sort in (NameSort.BODY, NameSort.OPEN)]
        for name in names:
            index = at_token(passage, name.start)
            if index is None:
                continue
            link = _abbreviated(passage, name, bodies, at_token)
            if link is not None and link != index:
                yield index, table[index].model_copy(update={"alias_of": link})
                continue
            given = called(doc, name)
            if given is not None:
                other = at_token(passage, given.i)
                if other is not None and table[other].form is MentionForm.NOMINAL:
                    yield other, table[other].model_copy(update={"alias_of": index})
            body = body_before(doc, name) or body_behind(doc, name)
            if body is not None:
                other = at_token(passage, body.i)
                if other is not None and table[other].form is MentionForm.NOMINAL:
                    yield other, table[other].model_copy(update={"alias_of": index})
                    continue
            nominal = nominal_before(doc, name)
            if nominal is None:
                nominal = named_as(doc, name) or office_of(doc, name)
            if nominal is None:
                continue
            other = at_token(passage, nominal.i)
            if other is None or table[other].form is not MentionForm.NOMINAL or table[other].parts:
                continue
            if not _genders_agree(table[other], table[index]):
                continue
            is_one = nominal.lower_ == "one"  # `one of the four` is no office
            own = {"alias_of": index} | ({"role": None} if is_one else {})
            yield other, table[other].model_copy(update=own)
            told = table[index].role
            # `The chairman of the board, Oslo developer Jo Field`: what he is there for goes first
            is_over = told is not None and nominal.i < name.start and _is_office_over(nominal, told.text)
            if (told is None or is_over) and names_role(nominal):
                first = next(
                    (
                        i
                        for i in range(phrase_start(doc, nominal), nominal.i + 1)
                        if doc[i].tag_ not in ("DT", "PRP$")
                        and doc[i].lower_ not in mention_cues().ranks_of_roles
                    ),
                    nominal.i,
                )
                is_plain = nominal.i < name.start and not is_over
                last = name.start - 1 if is_plain else end_of_office(doc, nominal)
                while last > first and (doc[last - 1].is_punct or doc[last - 1].is_space):
                    last -= 1
                role = self._maker.evidence(passage, first, last)
                if role is not None:
                    country = table[index].country or country_in(doc, first, last)
                    yield index, table[index].model_copy(update={"role": role, "country": country})


def _is_office_over(nominal: Token, role: str) -> bool:
    """Whether a noun is an office, and the words for what somebody is beside his name tell none."""
    offices = noun_sets().offices
    return nominal.lower_ in offices and not offices & set(role.lower().split())


def _genders_agree(one: Mention, other: Mention) -> bool:
    """Whether two mentions may mean one person as far as their genders go: no mother is called Juan."""
    known = {one.gender, other.gender} & {Gender.MALE, Gender.FEMALE}
    return len(known) < 2


def _abbreviated(
    passage: Passage,
    name: NameSpan,
    bodies: list[NameSpan],
    at_token: Callable[[Passage, int], int | None],
) -> int | None:
    """Returns the mention that a bracketed name abbreviates: `Food Standards Board (FSB)`."""
    doc = passage.doc
    at = name.start - (2 if name.start and doc[name.start - 1].lower_ == "the" else 1)
    if _is_or(doc, name, at) and any(n.end == at - 1 and n.end - n.start > 1 for n in bodies):
        return at_token(passage, at - 2)
    if name.start < 2 or doc[name.start - 1].text != "(" or name.end >= len(doc) or doc[name.end].text != ")":
        return None
    return at_token(passage, name.start - 2)


def _is_or(doc: Doc, name: NameSpan, at: int) -> bool:
    """Whether initials stand behind a full name as another for it: `the National Rural Front, or NRF,`."""
    if at < 3 or doc[at].lower_ != "or" or doc[at - 1].text != ",":
        return False
    is_closed = name.end >= len(doc) or doc[name.end].is_punct or doc[name.end].tag_ in ("VBD", "VBZ", "MD")
    return name.text.isupper() and 1 < len(name.text) <= _LONGEST_INITIALS and is_closed
