"""The tables of positions: what is held, by whom, on which words."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.corpus.corpus import Corpus
from briefgen.model.brief import Brief
from briefgen.site.exports.table import Column, Row, Table


def _positions(corpus: Corpus, brief: Brief) -> Iterator[Row]:
    for position in brief.positions:
        yield (
            brief.id,
            position.id,
            position.claim,
            position.act.value,
            position.plover,
            position.basis.value,
            position.stance.value,
            position.target,
            position.topic,
            position.certainty.value,
            position.condition.text if position.condition else None,
            position.when,
            position.salience.value,
            position.holder_text.text if position.holder_text else None,
        )


def _position_actors(corpus: Corpus, brief: Brief) -> Iterator[Row]:
    for position in brief.positions:
        for part, ids in (
            ("holder", position.holder),
            ("asserted_by", position.asserted_by),
            ("relayed_by", position.relayed_by),
        ):
            for id in ids:
                yield brief.id, position.id, corpus.actor_id(id), part


def _evidence(corpus: Corpus, brief: Brief) -> Iterator[Row]:
    for position in brief.positions:
        for place, piece in enumerate(position.evidence, 1):
            yield brief.id, position.id, place, piece.text, piece.start, piece.end


def _position_quotes(corpus: Corpus, brief: Brief) -> Iterator[Row]:
    for position in brief.positions:
        for quote in position.quotes:
            yield brief.id, position.id, quote


_ARTICLE = Column("article", "the article it stands in", points_to="articles")
_POSITION = Column("position", "the position's id within its article")

POSITION_TABLES: tuple[Table, ...] = (
    Table(
        "positions",
        "One row for each position: what somebody holds, on whose word, how surely.",
        (
            _ARTICLE,
            Column("id", "the position's id within its article"),
            Column("claim", "what is held, as one sentence of the article's words"),
            Column("act", "what kind of act it is: pledge, reject, demand, assess …"),
            Column("plover", "the PLOVER event code, where one fits"),
            Column(
                "basis",
                "stated (own words), relayed (told by somebody else), imputed (ascribed by somebody), "
                "narrated (the author's reading), enacted (read from an action)",
            ),
            Column("stance", "support, oppose, conditional, neutral or none"),
            Column("target", "id of the actor or topic it is directed at"),
            Column("topic", "id of the topic"),
            Column(
                "certainty",
                "of the claim as worded, after FactBank: CT+ stated as fact, PR+ likely, PS+ possible, "
                "CT- denied, PR- unlikely, PS- possibly not, Uu unknown",
            ),
            Column("condition", "the words of the condition"),
            Column("held_on", "when it was held, as EDTF"),
            Column("salience", "core or secondary"),
            Column("holder_text", "the words that name the holder"),
        ),
        _positions,
        key=("article", "id"),
    ),
    Table(
        "position_actors",
        "Who holds a position, who says so, and who passed it on.",
        (
            _ARTICLE,
            _POSITION,
            Column("actor", "the actor", points_to="actors"),
            Column("part", "holder, asserted_by or relayed_by"),
        ),
        _position_actors,
    ),
    Table(
        "evidence",
        "The exact words each position rests on.",
        (
            _ARTICLE,
            _POSITION,
            Column("place", "1 for the first piece", "INTEGER"),
            Column("text", "the exact words"),
            Column("start", "the first character of the words, counted from 0", "INTEGER"),
            Column("end", "one past the last character", "INTEGER"),
        ),
        _evidence,
        key=("article", "position", "place"),
    ),
    Table(
        "position_quotes",
        "Which position rests on which quote.",
        (_ARTICLE, _POSITION, Column("quote", "the quote's id within its article")),
        _position_quotes,
    ),
)
