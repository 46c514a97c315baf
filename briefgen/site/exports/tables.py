"""The tables of the whole site, each described where it is made."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.corpus.corpus import Corpus
from briefgen.model.brief import Brief
from briefgen.site.exports.position_tables import POSITION_TABLES
from briefgen.site.exports.quote_tables import QUOTE_TABLES
from briefgen.site.exports.statement_tables import STATEMENT_TABLES
from briefgen.site.exports.table import Column, Row, Table

_ARTICLE = Column("article", "the article it stands in", points_to="articles")


def _articles(corpus: Corpus, brief: Brief) -> Iterator[Row]:
    head, by = brief.article, brief.generator
    yield (
        brief.id,
        head.title,
        int(head.title_is_working),
        head.publisher,
        "; ".join(head.authors) or None,
        head.url,
        head.published,
        head.published_basis.value if head.published_basis else None,
        head.published_reason,
        head.language,
        head.words,
        head.text_sha256,
        by.briefgen,
        by.extractor,
        by.model,
    )


def _actors(corpus: Corpus) -> Iterator[Row]:
    for member in corpus.actors.values():
        yield (
            member.id,
            member.name,
            member.kind.value,
            member.role,
            member.affiliation,
            member.country,
            "; ".join(member.aliases) or None,
            len(member.briefs),
        )


def _mentions(corpus: Corpus, brief: Brief) -> Iterator[Row]:
    for actor in brief.actors:
        for mention in actor.mentions:
            yield brief.id, corpus.actor_id(actor.id), mention.text, mention.start, mention.end


def _topics(corpus: Corpus) -> Iterator[Row]:
    for topic in corpus.topics.values():
        yield topic.id, topic.name


def _article_topics(corpus: Corpus, brief: Brief) -> Iterator[Row]:
    for topic in brief.topics:
        yield brief.id, topic.id, topic.weight


def _key_points(corpus: Corpus, brief: Brief) -> Iterator[Row]:
    for place, point in enumerate(brief.key_points, 1):
        yield brief.id, place, point.text, " ".join(point.rests_on)


def _dates(corpus: Corpus, brief: Brief) -> Iterator[Row]:
    for found in brief.dates:
        timex, event = found.timex3, found.event
        yield (
            brief.id,
            found.id,
            found.text,
            *found.span,
            timex.type.value,
            timex.value,
            timex.mod,
            timex.anchor,
            found.edtf,
            found.earliest,
            found.latest,
            event.text if event else None,
            event.status if event else None,
        )


TABLES: tuple[Table, ...] = (
    Table(
        "articles",
        "One row for each article that a brief was made of.",
        (
            Column("id", "the article's id, which is its brief's too"),
            Column("title", "the headline"),
            Column("title_is_working", "1 where the headline is not the outlet's own", "INTEGER"),
            Column("publisher", "the outlet"),
            Column("authors", "the authors, joined by “; ”"),
            Column("url", "the address of the original"),
            Column("published", "the day of publication, as EDTF"),
            Column("published_basis", "how that day is known: given, metadata, url, dateline, inferred"),
            Column("published_reason", "why that day, where it was worked out"),
            Column("language", "the language, as ISO 639-1"),
            Column("words", "how many words the article has", "INTEGER"),
            Column("text_sha256", "the fingerprint of the text that all places count in"),
            Column("briefgen", "the version that made the brief"),
            Column("extractor", "what read the article"),
            Column("model", "the language model used"),
        ),
        _articles,
        key=("id",),
    ),
    Table(
        "actors",
        "One row for each person, state, organisation, outlet or group.",
        (
            Column("id", "the actor's id"),
            Column("name", "the name used most"),
            Column("kind", "person, state, organisation, media or group"),
            Column("role", "the role last given, in an article's words"),
            Column("affiliation", "the id of another actor, else the name as written"),
            Column("country", "the country, as ISO 3166-1 alpha-2"),
            Column("aliases", "other names, joined by “; ”"),
            Column("briefs", "in how many briefs it appears", "INTEGER"),
        ),
        of_all=_actors,
        key=("id",),
    ),
    Table(
        "mentions",
        "One row for each place where an article speaks of an actor.",
        (
            _ARTICLE,
            Column("actor", "who is meant", points_to="actors"),
            Column("text", "the exact words"),
            Column("start", "the first character of the words, counted from 0", "INTEGER"),
            Column("end", "one past the last character", "INTEGER"),
        ),
        _mentions,
    ),
    Table(
        "topics",
        "One row for each topic.",
        (Column("id", "the topic's id"), Column("name", "the topic's name")),
        of_all=_topics,
        key=("id",),
    ),
    Table(
        "article_topics",
        "Which article is about what.",
        (
            _ARTICLE,
            Column("topic", "what it is about", points_to="topics"),
            Column("weight", "the share of the article that touches it, 0 to 1", "REAL"),
        ),
        _article_topics,
        key=("article", "topic"),
    ),
    Table(
        "key_points",
        "What a one-minute reader gets.",
        (
            _ARTICLE,
            Column("place", "1 for the first", "INTEGER"),
            Column("text", "the sentence"),
            Column("rests_on", "ids of the positions it rests on, joined by a space"),
        ),
        _key_points,
        key=("article", "place"),
    ),
    *POSITION_TABLES,
    *QUOTE_TABLES,
    Table(
        "dates",
        "One row for each time expression.",
        (
            _ARTICLE,
            Column("id", "the date's id within its article"),
            Column("text", "the exact words"),
            Column("start", "the first character of the words, counted from 0", "INTEGER"),
            Column("end", "one past the last character", "INTEGER"),
            Column("type", "DATE, TIME, DURATION or SET, after TimeML"),
            Column("value", "the TIMEX3 value"),
            Column("mod", "the TIMEX3 modifier: START, MID, END, APPROX …"),
            Column("anchor", "what the value was counted from"),
            Column("edtf", "the date as EDTF"),
            Column("earliest", "the first day it can mean"),
            Column("latest", "the last day it can mean"),
            Column("event", "the words of what happened then"),
            Column(
                "event_status", "negated, planned, conditional or reported; empty: told as having happened"
            ),
        ),
        _dates,
        key=("article", "id"),
    ),
    *STATEMENT_TABLES,
)
"""All tables, those first that others point to."""
