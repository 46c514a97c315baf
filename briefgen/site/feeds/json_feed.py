"""JSON Feed 1.1."""

from __future__ import annotations

import json
from typing import Any

from briefgen.site.exports.address import Address
from briefgen.site.feeds.entries import Entry, Feed

FILE = "feed.json"


def json_feed(feed: Feed, address: Address) -> str:
    """Returns the feed as JSON Feed."""
    here = feed.path + FILE
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": address.link(feed.page, seen_from=here),
        "feed_url": address.link(here, seen_from=here),
        "language": "en",
        "items": [_item(entry, address, here) for entry in feed.entries],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _item(entry: Entry, address: Address, here: str) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": entry.id,
        "url": address.link(entry.path, seen_from=here),
        "title": entry.title,
        "content_text": entry.text or entry.title,
        "date_published": entry.instant,
    }
    if entry.html:
        item["content_html"] = entry.html
    if entry.original:
        item["external_url"] = entry.original
    if entry.authors:
        item["authors"] = [{"name": author} for author in entry.authors]
    if entry.topics:
        item["tags"] = list(entry.topics)
    return item
