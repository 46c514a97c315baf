"""Atom (RFC 4287)."""

from __future__ import annotations

import uuid
from xml.sax.saxutils import escape, quoteattr

from briefgen.site.exports.address import Address
from briefgen.site.feeds.entries import Entry, Feed

FILE = "feed.xml"
_NEVER = "1970-01-01T00:00:00Z"


def atom(feed: Feed, address: Address) -> str:
    """Returns the feed as Atom; `updated` is the day of the newest article, never the clock's."""
    here = feed.path + FILE
    updated = max((entry.instant for entry in feed.entries), default=_NEVER)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"  <title>{escape(feed.title)}</title>",
        f"  <id>urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'briefgen:feed:{address.site_url}:{feed.path}')}</id>",
        f"  <updated>{updated}</updated>",
        f'  <link rel="self" type="application/atom+xml" href={_href(address, here, here)}/>',
        f'  <link rel="alternate" type="text/html" href={_href(address, feed.page, here)}/>',
        "  <author><name>briefgen</name></author>",
    ]
    for entry in feed.entries:
        lines += _entry(entry, address, here)
    return "\n".join([*lines, "</feed>", ""])


def _entry(entry: Entry, address: Address, here: str) -> list[str]:
    lines = [
        "  <entry>",
        f"    <title>{escape(entry.title)}</title>",
        f"    <id>{entry.id}</id>",
        f"    <published>{entry.instant}</published>",
        f"    <updated>{entry.instant}</updated>",
        f'    <link rel="alternate" type="text/html" href={_href(address, entry.path, here)}/>',
    ]
    if entry.original:
        lines.append(f'    <link rel="via" href={quoteattr(entry.original)}/>')
    lines += [f"    <category term={quoteattr(topic)}/>" for topic in entry.topics]
    if entry.text:
        lines.append(f'    <summary type="text">{escape(entry.text)}</summary>')
    if entry.html:
        lines.append(f'    <content type="html">{escape(entry.html)}</content>')
    return [*lines, "  </entry>"]


def _href(address: Address, target: str, here: str) -> str:
    return quoteattr(address.link(target, seen_from=here))
