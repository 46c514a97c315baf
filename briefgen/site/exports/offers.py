"""Every file the site offers: where it lies, what it is called, and how it is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from briefgen.config import SiteSettings
from briefgen.corpus.corpus import Corpus
from briefgen.model.brief import Brief
from briefgen.site import card_image
from briefgen.site.exports.address import Address
from briefgen.site.exports.bibtex import bibtex
from briefgen.site.exports.by_brief import DATA, DATABASE, JOINED, encode, join
from briefgen.site.exports.csl import csl_json
from briefgen.site.exports.database import sqlite_pieces
from briefgen.site.exports.dataset import brief_json
from briefgen.site.exports.graph import speech_graph
from briefgen.site.exports.graphml import graphml
from briefgen.site.exports.ris import ris
from briefgen.site.exports.spreadsheet import csv_text
from briefgen.site.exports.tables import TABLES
from briefgen.site.feeds import atom, json_feed
from briefgen.site.feeds.entries import FeedMatter
from briefgen.site.output_file import OutputFile, OutputFiles
from briefgen.store.yaml_writer import write_model


def write_brief_files(corpus: Corpus, settings: SiteSettings) -> Iterator[OutputFiles]:
    """Yields each brief as YAML and JSON, and the reference to its article as BibTeX, CSL-JSON and RIS."""
    for brief in corpus.briefs:
        paths = tuple([f"briefs/{brief.id}/{name}" for name in _OF_BRIEF])
        yield OutputFiles(paths, partial(_of_brief, brief, corpus.files.get(brief.id)))


def write_feeds(corpus: Corpus, settings: SiteSettings) -> Iterator[OutputFile]:
    """Yields Atom and JSON Feed of the newest briefs: of all, of each actor and of each topic."""
    address = Address(settings.url or "")
    yield from _both(FeedMatter(settings.title, corpus.briefs, path="", page=""), address)
    for actor in corpus.actors.values():
        of_actor = tuple(corpus.by_id[id] for id in actor.briefs)
        place = f"actors/{actor.id}/"
        yield from _both(
            FeedMatter(f"{actor.name} · {settings.title}", of_actor, path=place, page=place), address
        )
    for topic in corpus.topics.values():
        of_topic = tuple(corpus.by_id[id] for id in topic.briefs)
        place = f"topics/{topic.id}/"
        yield from _both(
            FeedMatter(f"{topic.name} · {settings.title}", of_topic, path=place, page=place), address
        )


def write_card(corpus: Corpus, settings: SiteSettings) -> Iterator[OutputFile]:
    """Yields the picture that stands beside links to the site."""
    yield OutputFile(card_image.PATH, partial(card_image.card_png, settings.title, settings.description))


def write_data(corpus: Corpus, settings: SiteSettings) -> Iterator[OutputFile]:
    """Yields the whole site as JSON, CSV and SQLite, and the network as GraphML."""
    for file in JOINED:
        yield OutputFile(file.path, partial(join, file, corpus))
    yield OutputFile(DATABASE, partial(sqlite_pieces, TABLES, corpus))
    yield from write_shared_data(corpus, settings)


def write_shared_data(corpus: Corpus, settings: SiteSettings) -> Iterator[OutputFile]:
    """Yields the tables that are made of several briefs as CSV, and the network as GraphML."""
    for table in TABLES:
        if table.of_all:
            yield _text(f"{DATA}{table.name}.csv", csv_text, table, corpus)
    yield _text(f"{DATA}network.graphml", _network, corpus)


_OF_BRIEF: dict[str, Callable[[Brief], str]] = {
    "brief.yml": write_model,
    "brief.json": brief_json,
    "cite.bib": bibtex,
    "cite.csl.json": csl_json,
    "cite.ris": ris,
}


def _of_brief(brief: Brief, as_read: Path | None) -> tuple[bytes, ...]:
    first, *others = _OF_BRIEF.values()
    as_yaml = as_read.read_bytes() if as_read else encode(first(brief))
    return (as_yaml, *(encode(write(brief)) for write in others))


def _network(corpus: Corpus) -> str:
    return graphml(corpus.once(speech_graph))


def _both(matter: FeedMatter, address: Address) -> Iterator[OutputFile]:
    yield _text(matter.path + atom.FILE, _atom, matter, address)
    yield _text(matter.path + json_feed.FILE, _json_feed, matter, address)


def _atom(matter: FeedMatter, address: Address) -> str:
    return atom.atom(matter.feed, address)


def _json_feed(matter: FeedMatter, address: Address) -> str:
    return json_feed.json_feed(matter.feed, address)


def _text(path: str, write: Callable[..., str], *given: object) -> OutputFile:
    return OutputFile(path, partial(_encoded, write, *given))


def _encoded(write: Callable[..., str], *given: object) -> bytes:
    return encode(write(*given))
