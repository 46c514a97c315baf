"""Statements: who takes which side on what, one a row, for discourse network analysis.

The columns person, organization, concept and agreement are those of the Discourse Network Analyzer's
standard statement type; those before them are the ones of its event list.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.corpus.corpus import Corpus
from briefgen.model.actor import ActorKind
from briefgen.model.brief import Brief
from briefgen.model.position import Basis, Position, Stance
from briefgen.site.exports.citation import cited_date, headline
from briefgen.site.exports.names import name_of

AGREEMENT = {Stance.SUPPORT: 1, Stance.CONDITIONAL: 1, Stance.OPPOSE: 0}
"""On conditions counts as agreement, as coders of discourse networks do; the stance stands beside it."""

OWN = frozenset({Basis.STATED, Basis.RELAYED, Basis.ENACTED})
"""Positions that rest on the holder's own words or deeds, not on what somebody ascribes to him."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One holder's position on one thing in one article."""

    article: str
    position: str
    published: str | None
    title: str
    publisher: str | None
    text: str
    start: int
    end: int
    person: str | None
    organization: str | None
    concept: str
    topic: str | None
    agreement: int | None
    """1 for, 0 against, None where no side is taken."""
    stance: Stance
    basis: Basis
    act: str
    certainty: str
    asserted_by: str
    """Names of those who say that the holder holds it, joined by `; `."""
    claim: str


def statements(corpus: Corpus, brief: Brief) -> Iterator[Statement]:
    """Yields one statement for each holder of each position of a brief that is about something, in order of place."""
    date = cited_date(brief.article.published)
    published = "-".join(f"{part:02d}" for part in date.parts) if date else None
    title = headline(brief)
    for position in brief.positions:
        # The stance is one toward the target; a topic stands in only where nothing is aimed at.
        concept = position.target or position.topic
        if concept is None:
            continue
        for holder in position.holder:
            yield _statement(brief, position, holder, concept, corpus, published=published, title=title)


def taking_sides(rows: Iterator[Statement]) -> Iterator[Statement]:
    """Yields the statements in the holder's own words or deeds that are for or against something."""
    return (row for row in rows if row.agreement is not None and row.basis in OWN)


def _statement(
    brief: Brief,
    position: Position,
    holder: str,
    concept: str,
    corpus: Corpus,
    *,
    published: str | None,
    title: str,
) -> Statement:
    called = corpus.names.get(corpus.actor_id(holder))
    is_person = called is not None and called.kind is ActorKind.PERSON
    affiliation = corpus.affiliations.get(corpus.actor_id(holder)) if is_person else None
    return Statement(
        article=brief.id,
        position=position.id,
        published=published,
        title=title,
        publisher=brief.article.publisher,
        text=" … ".join(piece.text for piece in position.evidence),
        start=position.evidence[0].start,
        end=position.evidence[-1].end,
        person=name_of(corpus, holder) if is_person else None,
        organization=(name_of(corpus, affiliation) if affiliation else None)
        if is_person
        else name_of(corpus, holder),
        concept=name_of(corpus, concept),
        topic=name_of(corpus, position.topic) if position.topic else None,
        agreement=AGREEMENT.get(position.stance),
        stance=position.stance,
        basis=position.basis,
        act=position.act.value,
        certainty=position.certainty.value,
        asserted_by="; ".join(name_of(corpus, id) for id in position.asserted_by),
        claim=position.claim,
    )
