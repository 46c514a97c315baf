"""All pages of the site, in one order."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.config import SiteSettings
from briefgen.corpus.corpus import Corpus
from briefgen.site.page import SitePage
from briefgen.site.pages.actors import actor_index_pages, actor_pages
from briefgen.site.pages.briefs import brief_index_pages, brief_pages
from briefgen.site.pages.changes import change_pages
from briefgen.site.pages.find import find_pages
from briefgen.site.pages.home import home_pages
from briefgen.site.pages.network import network_pages
from briefgen.site.pages.positions import position_pages
from briefgen.site.pages.quotes import echo_pages, quote_pages
from briefgen.site.pages.sources import source_pages
from briefgen.site.pages.timeline import timeline_pages
from briefgen.site.pages.topics import topic_index_pages, topic_pages

MAKERS = (
    home_pages,
    brief_index_pages,
    brief_pages,
    actor_index_pages,
    actor_pages,
    topic_index_pages,
    topic_pages,
    position_pages,
    quote_pages,
    echo_pages,
    timeline_pages,
    source_pages,
    change_pages,
    network_pages,
    find_pages,
)


def site_pages(corpus: Corpus, settings: SiteSettings) -> Iterator[SitePage]:
    """Yields every page that is made from the briefs."""
    for make in MAKERS:
        yield from make(corpus, settings)
