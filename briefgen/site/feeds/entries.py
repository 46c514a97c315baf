"""What a feed says: its head and the newest briefs."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest
from html import escape

from briefgen.model.brief import Brief
from briefgen.site.exports.address import brief_path
from briefgen.site.exports.citation import CitedDate, citation, cited_date
from briefgen.site.exports.plain import one_line, xml_text
from briefgen.site.remembered import remembered

NEWEST = 50
"""How many briefs a feed holds: a hub stays light as the corpus grows."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed of one matter: an actor's, a topic's, or all."""

    title: str
    path: str
    """Path of the feed's folder from the root of the site, without the file name."""
    page: str
    """Path of the page it belongs to."""
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Entry:
    """One brief in a feed."""

    id: str
    """A URN that stays the same where the site moves."""
    title: str
    path: str
    day: str
    """ISO day of publication of the article; the first of its month or year where only that is known."""
    authors: tuple[str, ...]
    publisher: str | None
    original: str | None
    """Address of the article."""
    points: tuple[str, ...]
    """The key points."""
    topics: tuple[str, ...]

    @property
    def instant(self) -> str:
        """The beginning of the day, as feeds want it."""
        return f"{self.day}T00:00:00Z"

    @cached_property
    def html(self) -> str:
        """The key points as a list of HTML, every word escaped."""
        items = "".join(f"<li>{escape(point)}</li>" for point in self.points)
        source = f"<p>From an article of {escape(self.publisher)}.</p>" if self.publisher else ""
        return f"<ul>{items}</ul>{source}" if items else source

    @cached_property
    def text(self) -> str:
        """The key points as one paragraph."""
        return " ".join(self.points)


def feed(title: str, briefs: Iterable[Brief], *, path: str, page: str) -> Feed:
    """Returns the feed of the newest of these briefs.

    A feed is ordered by time, so briefs of articles whose day is not known stand on the site only.
    """
    dated = [(_day(date), brief_path(brief.id), brief) for brief in briefs if (date := _date(brief))]
    newest = nlargest(NEWEST, dated, key=lambda row: row[:2])
    entries = tuple(_entry(brief) for _, _, brief in newest)
    return Feed(title=xml_text(one_line(title)), path=path, page=page, entries=entries)


@dataclass(frozen=True)
class FeedMatter:
    """What a feed is made of; the feed itself is made when it is asked for, once."""

    title: str
    briefs: tuple[Brief, ...]
    path: str
    page: str

    @cached_property
    def feed(self) -> Feed:
        """The feed."""
        return feed(self.title, self.briefs, path=self.path, page=self.page)


def _date(brief: Brief) -> CitedDate | None:
    return cited_date(brief.article.published)


def _day(date: CitedDate) -> str:
    return f"{date.year:04d}-{date.month or 1:02d}-{date.day or 1:02d}"


@remembered
def _entry(brief: Brief) -> Entry:
    cited = citation(brief)
    return Entry(
        id=f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'briefgen:{brief.id}')}",
        title=cited.title,
        path=brief_path(brief.id),
        day=_day(cited.date) if cited.date else "",
        authors=cited.authors,
        publisher=cited.publisher,
        original=cited.url,
        points=tuple(one_line(point.text) for point in brief.key_points),
        topics=cited.keywords,
    )
