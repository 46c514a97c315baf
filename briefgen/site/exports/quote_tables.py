"""The tables of quotes: the words, and whose they are."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.corpus.corpus import Corpus
from briefgen.model.brief import Brief
from briefgen.site.exports.table import Column, Row, Table


def _quotes(corpus: Corpus, brief: Brief) -> Iterator[Row]:
    for quote in brief.quotes:
        yield (
            brief.id,
            quote.id,
            quote.form.value,
            " … ".join(piece.text for piece in quote.content),
            quote.speaker.text if quote.speaker else None,
            quote.cue.text if quote.cue else None,
            quote.venue,
            quote.said,
            quote.relayed_by,
        )


def _quote_speakers(corpus: Corpus, brief: Brief) -> Iterator[Row]:
    for quote in brief.quotes:
        for actor in quote.speaker.actors if quote.speaker else ():
            yield brief.id, quote.id, corpus.actor_id(actor)


def _quote_words(corpus: Corpus, brief: Brief) -> Iterator[Row]:
    for quote in brief.quotes:
        for place, piece in enumerate(quote.content, 1):
            yield brief.id, quote.id, place, piece.text, piece.start, piece.end


def _quote_topics(corpus: Corpus, brief: Brief) -> Iterator[Row]:
    for quote in brief.quotes:
        for topic in quote.topics:
            yield brief.id, quote.id, topic


_ARTICLE = Column("article", "the article it stands in", points_to="articles")
_QUOTE = Column("quote", "the quote's id within its article")

QUOTE_TABLES: tuple[Table, ...] = (
    Table(
        "quotes",
        "One row for each quote: words that an article attributes to somebody.",
        (
            _ARTICLE,
            Column("id", "the quote's id within its article"),
            Column("form", "direct (all in quotation marks), mixed (some), indirect (none)"),
            Column("text", "the exact words; pieces of a broken speech joined by “ … ”"),
            Column("speaker_text", "the words that name the speaker"),
            Column("cue", "the word that introduces it: said, told …"),
            Column("venue", "where or how it was said, in the article's words"),
            Column("said", "the day on which it was said, as EDTF"),
            Column("relayed_by", "who passed the words on", points_to="actors"),
        ),
        _quotes,
        key=("article", "id"),
    ),
    Table(
        "quote_speakers",
        "Who speaks; several rows where several speak as one, none where that is not safe to say.",
        (_ARTICLE, _QUOTE, Column("actor", "the speaker", points_to="actors")),
        _quote_speakers,
    ),
    Table(
        "quote_words",
        "The pieces of each quote and their places.",
        (
            _ARTICLE,
            _QUOTE,
            Column("place", "1 for the first piece", "INTEGER"),
            Column("text", "the exact words"),
            Column("start", "the first character of the words, counted from 0", "INTEGER"),
            Column("end", "one past the last character", "INTEGER"),
        ),
        _quote_words,
        key=("article", "quote", "place"),
    ),
    Table(
        "quote_topics",
        "Which quote is about what.",
        (_ARTICLE, _QUOTE, Column("topic", "the topic", points_to="topics")),
        _quote_topics,
    ),
)
