"""What text search knows of each page: its name, what a list says of it, and the words it is found by."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.corpus.corpus import Corpus
from briefgen.model.brief import Brief
from briefgen.site.exports.citation import headline
from briefgen.site.exports.plain import one_line
from briefgen.site.search.entry import SearchEntry
from briefgen.site.search.facets import brief_line
from briefgen.site.wording import KIND


def name_entries(corpus: Corpus) -> Iterator[SearchEntry]:
    """Yields actors and topics by their names."""
    for actor in corpus.actors.values():
        about = (actor.role or "", *actor.aliases)
        yield _entry(f"actors/{actor.id}/", actor.name, KIND[actor.kind], about)
    for _, topic in sorted(corpus.topics.items()):  # by weight, each new brief might move them
        yield _entry(f"topics/{topic.id}/", topic.name, "Topic", (topic.note or "",))


def brief_entry(corpus: Corpus, brief: Brief) -> SearchEntry:
    """Returns a brief by all that it says."""
    quoted = [" … ".join(piece.text for piece in quote.content) for quote in brief.quotes]
    words = [
        *(position.claim for position in brief.positions),
        *quoted,
        *(piece.text for position in brief.positions for piece in position.evidence),
        *(date.event.text for date in brief.dates if date.event),
        *(", ".join(part for part in (actor.name, actor.role) if part) for actor in brief.actors),
    ]
    return _entry(f"briefs/{brief.id}/", headline(brief), brief_line(corpus, brief), words)


def _entry(path: str, title: str, line: str, texts: tuple[str, ...] | list[str]) -> SearchEntry:
    said = dict.fromkeys(text for text in map(one_line, texts) if text)
    return SearchEntry(path, one_line(title), one_line(line), tuple(said))
