"""The flat tables that network tools read as they are."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.corpus.corpus import Corpus
from briefgen.model.brief import Brief
from briefgen.site.exports.graph import speech_graph
from briefgen.site.exports.statements import statements, taking_sides
from briefgen.site.exports.table import Column, Row, Table


def _statements(corpus: Corpus, brief: Brief) -> Iterator[Row]:
    for row in statements(corpus, brief):
        yield (
            row.published,
            row.article,
            row.title,
            row.publisher,
            row.text,
            row.start,
            row.end,
            row.person,
            row.organization,
            row.concept,
            row.agreement,
            row.topic,
            row.stance.value,
            row.basis.value,
            row.act,
            row.certainty,
            row.asserted_by or None,
            row.position,
            row.claim,
        )


def _event_list(corpus: Corpus, brief: Brief) -> Iterator[Row]:
    for row in taking_sides(statements(corpus, brief)):
        yield (
            f"{row.published} 00:00:00" if row.published and len(row.published) == 10 else row.published,
            row.article,
            row.title,
            None,
            row.publisher,
            None,
            "article",
            row.person,
            row.organization,
            row.concept,
            row.agreement,
            row.text,
            row.start,
            row.end,
        )


def _edges(corpus: Corpus) -> Iterator[Row]:
    for edge in corpus.once(speech_graph).edges:
        yield edge[:9]  # all but the newest brief, in the order of the columns


STATEMENT_TABLES: tuple[Table, ...] = (
    Table(
        "statements",
        "One row for each holder of each position that is about something: the flat view of everything.",
        (
            Column("id", "a running number", "INTEGER"),
            Column("date", "the day of publication, as far as known"),
            Column("article", "the article it stands in", points_to="articles"),
            Column("title", "the headline"),
            Column("publisher", "the outlet"),
            Column("text", "the exact words it rests on"),
            Column("start", "the first character of the words, counted from 0", "INTEGER"),
            Column("end", "one past the last character", "INTEGER"),
            Column("person", "the holder, where a person"),
            Column("organization", "the holder's affiliation, or the holder where no person"),
            Column("concept", "what it is directed at, else the topic"),
            Column(
                "agreement",
                "1 in favour or on conditions, 0 against, empty where no side is taken",
                "INTEGER",
            ),
            Column("topic", "the topic"),
            Column("stance", "support, oppose, conditional, neutral or none"),
            Column("basis", "on whose word it stands; see positions"),
            Column("act", "what kind of act it is"),
            Column("certainty", "how surely; see positions"),
            Column("asserted_by", "who says that the holder holds it, joined by “; ”"),
            Column("position", "the position's id within its article"),
            Column("claim", "what is held, as one sentence"),
        ),
        _statements,
        key=("id",),
        is_numbered=True,
    ),
    Table(
        "dna_statements",
        "The statements that the Discourse Network Analyzer takes: columns in the order of its event list. "
        "Only positions in the holder's own words or deeds that are for or against something; what others "
        "impute to somebody is left out, for it is not his statement.",
        (
            Column("statement_id", "a running number", "INTEGER"),
            Column("time", "the day of publication, at midnight"),
            Column("document_id", "the article", points_to="articles"),
            Column("document_title", "the headline"),
            Column("document_author", "always empty"),
            Column("document_source", "the outlet"),
            Column("document_section", "always empty"),
            Column("document_type", "always “article”"),
            Column("person", "the holder, where a person"),
            Column("organization", "the holder's affiliation, or the holder where no person"),
            Column("concept", "what it is directed at, else the topic"),
            Column("agreement", "1 in favour or on conditions, 0 against", "INTEGER"),
            Column("text", "the exact words it rests on"),
            Column("start", "the first character of the words, counted from 0", "INTEGER"),
            Column("stop", "one past the last character", "INTEGER"),
        ),
        _event_list,
        key=("statement_id",),
        is_numbered=True,
        in_database=False,
    ),
    Table(
        "speaks_about",
        "Who speaks about whom, the edges of network.graphml.",
        (
            Column("source", "who speaks", points_to="actors"),
            Column("target", "who is spoken of", points_to="actors"),
            Column(
                "kind",
                "position: takes a position on somebody; attribution: says what somebody holds",
            ),
            Column("count", "how many positions", "INTEGER"),
            Column("support", "how many of them in favour", "INTEGER"),
            Column("oppose", "how many against", "INTEGER"),
            Column("conditional", "how many on conditions", "INTEGER"),
            Column("first", "the day of the first article"),
            Column("last", "the day of the last article"),
        ),
        of_all=_edges,
        key=("source", "target", "kind"),
    ),
)
