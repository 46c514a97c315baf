"""Files beside the pages, and what heads of pages say of them.

A writer is a pure function of the corpus; the plugin writes what it yields after the pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from markupsafe import Markup

from briefgen.config import SiteSettings
from briefgen.corpus.corpus import Corpus
from briefgen.site.exports import offers
from briefgen.site.heads import write_feed_links, write_linked_data, write_social
from briefgen.site.output_file import Download, OutputFile, OutputFiles
from briefgen.site.page import SitePage
from briefgen.site.redirects import write_redirects
from briefgen.site.search.facets import write_facets

Writer = Callable[[Corpus, SiteSettings], Iterable[OutputFile | OutputFiles]]
HeadWriter = Callable[[SitePage, Corpus, SiteSettings], Markup]
"""Returns more for the head of a page: feeds, linked data. No script that runs: the pages forbid it."""

OUTPUTS: tuple[Writer, ...] = (
    offers.write_brief_files,
    offers.write_feeds,
    offers.write_shared_data,
    offers.write_card,
    write_facets,
    write_redirects,
)
"""Files that are kept or made as a whole; those with a part of every brief a build makes by itself."""
HEADS: tuple[HeadWriter, ...] = (write_social, write_feed_links, write_linked_data)

BRIEF_DOWNLOADS: tuple[Download, ...] = (
    Download("YAML", "briefs/{id}/brief.yml"),
    Download("JSON", "briefs/{id}/brief.json"),
)
"""The brief itself, in other formats."""
CITATION_DOWNLOADS: tuple[Download, ...] = (
    Download("BibTeX", "briefs/{id}/cite.bib"),
    Download("RIS", "briefs/{id}/cite.ris"),
    Download("CSL-JSON", "briefs/{id}/cite.csl.json"),
)
"""References to the article, for a reference manager."""
ACTOR_FEEDS: tuple[Download, ...] = (
    Download("Feed (Atom)", "actors/{id}/feed.xml"),
    Download("Feed (JSON)", "actors/{id}/feed.json"),
)
TOPIC_FEEDS: tuple[Download, ...] = (
    Download("Feed (Atom)", "topics/{id}/feed.xml"),
    Download("Feed (JSON)", "topics/{id}/feed.json"),
)
SITE_DOWNLOADS: tuple[Download, ...] = (
    Download("Feed (Atom)", "feed.xml"),
    Download("Feed (JSON)", "feed.json"),
    Download("All briefs (JSON)", "data/briefs.json"),
    Download("All tables (SQLite)", "data/briefs.sqlite"),
    Download("Statements (CSV)", "data/statements.csv"),
    Download("Who speaks about whom (GraphML)", "data/network.graphml"),
)
"""The whole site's data, and its feeds."""
