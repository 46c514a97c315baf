"""Files beside the pages: each writer yields what it wants to stand in the built site.

A writer is a pure function of the corpus; the plugin writes what it yields after the pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from markupsafe import Markup

from briefgen.corpus.corpus import Corpus
from briefgen.site.page import SitePage
from briefgen.config import SiteSettings


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file of the built site; `path` is below its root, without a slash at its head."""

    path: str
    content: bytes


Writer = Callable[[Corpus, SiteSettings], Iterable[OutputFile]]
HeadWriter = Callable[[SitePage, Corpus, SiteSettings], Markup]
"""Returns more for the head of a page: feeds, linked data. No script that runs: the pages forbid it."""

OUTPUTS: tuple[Writer, ...] = ()
HEADS: tuple[HeadWriter, ...] = ()


@dataclass(frozen=True, slots=True)
class Download:
    """A file a page offers; `path` is below the root, with `{id}` for the brief, actor or topic."""

    label: str
    path: str


BRIEF_DOWNLOADS: tuple[Download, ...] = ()
"""The brief itself, in other formats."""
CITATION_DOWNLOADS: tuple[Download, ...] = ()
"""References to the article, for a reference manager."""
ACTOR_FEEDS: tuple[Download, ...] = ()
TOPIC_FEEDS: tuple[Download, ...] = ()
SITE_DOWNLOADS: tuple[Download, ...] = ()
"""The whole site's data, and its feeds."""
