"""Every file the site offers: where it lies, what it is called, and how it is made."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.corpus.corpus import Corpus
from briefgen.site import card_image
from briefgen.site.exports.address import Address
from briefgen.site.exports.bibtex import bibtex
from briefgen.site.exports.csl import csl_json
from briefgen.site.exports.database import sqlite_pieces
from briefgen.site.exports.dataset import brief_json, site_json
from briefgen.site.exports.graph import speech_graph
from briefgen.site.exports.graphml import graphml
from briefgen.site.exports.ris import ris
from briefgen.site.exports.spreadsheet import csv_text
from briefgen.site.exports.tables import TABLES
from briefgen.site.feeds import atom, json_feed
from briefgen.site.feeds.entries import Feed, feed
from briefgen.site.output_file import OutputFile
from briefgen.config import SiteSettings
from briefgen.store.yaml_writer import write_model

DATA = "data/"


def write_brief_files(corpus: Corpus, settings: SiteSettings) -> Iterator[OutputFile]:
    """Yields each brief as YAML and JSON, and the reference to its article as BibTeX, CSL-JSON and RIS."""
    for brief in corpus.briefs:
        folder = f"briefs/{brief.id}/"
        if file := corpus.files.get(brief.id):
            yield OutputFile(folder + "brief.yml", file.read_bytes())
        else:
            yield _text(folder + "brief.yml", write_model(brief))
        yield _text(folder + "brief.json", brief_json(brief))
        yield _text(folder + "cite.bib", bibtex(brief))
        yield _text(folder + "cite.csl.json", csl_json(brief))
        yield _text(folder + "cite.ris", ris(brief))


def write_feeds(corpus: Corpus, settings: SiteSettings) -> Iterator[OutputFile]:
    """Yields Atom and JSON Feed of the newest briefs: of all, of each actor and of each topic."""
    address = Address(settings.url or "")
    yield from _both(feed(settings.title, corpus.briefs, path="", page=""), address)
    for actor in corpus.actors.values():
        of_actor = [corpus.by_id[id] for id in actor.briefs]
        place = f"actors/{actor.id}/"
        yield from _both(feed(f"{actor.name} · {settings.title}", of_actor, path=place, page=place), address)
    for topic in corpus.topics.values():
        of_topic = [corpus.by_id[id] for id in topic.briefs]
        place = f"topics/{topic.id}/"
        yield from _both(feed(f"{topic.name} · {settings.title}", of_topic, path=place, page=place), address)


def write_card(corpus: Corpus, settings: SiteSettings) -> Iterator[OutputFile]:
    """Yields the picture that stands beside links to the site."""
    yield OutputFile(card_image.PATH, card_image.card_png(settings.title, settings.description))


def write_data(corpus: Corpus, settings: SiteSettings) -> Iterator[OutputFile]:
    """Yields the whole site as JSON, CSV and SQLite, and the network as GraphML."""
    yield OutputFile(f"{DATA}briefs.json", (piece.encode("utf-8", "replace") for piece in site_json(corpus)))
    yield OutputFile(f"{DATA}briefs.sqlite", sqlite_pieces(TABLES, corpus))
    for table in TABLES:
        yield _text(f"{DATA}{table.name}.csv", csv_text(table, corpus))
    yield _text(f"{DATA}network.graphml", graphml(speech_graph(corpus)))


def _both(made: Feed, address: Address) -> Iterator[OutputFile]:
    yield _text(made.path + atom.FILE, atom.atom(made, address))
    yield _text(made.path + json_feed.FILE, json_feed.json_feed(made, address))


def _text(path: str, text: str) -> OutputFile:
    return OutputFile(path, text.encode("utf-8", "replace"))
