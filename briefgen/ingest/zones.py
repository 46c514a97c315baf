"""Finds the stretches of a text that are not plain body: marked, never cut out, so that offsets stay true."""

from __future__ import annotations

from briefgen.ingest.furniture import find_datelines, find_furniture
from briefgen.ingest.headings import find_headings, find_title
from briefgen.ingest.lines import split_lines
from briefgen.ingest.markup import find_markup
from briefgen.ingest.soft_breaks import find_soft_breaks
from briefgen.model.article import Zone, ZoneKind, blank


def find_zones(text: str, *, title: str | None = None) -> tuple[Zone, ...]:
    """Returns the zones of a text in order of place; those of markup and soft breaks may lie within others.

    `title` is the title where it is known, to find it in the text.
    """
    breaks = find_soft_breaks(text)
    text = blank(text, breaks)
    lines = split_lines(text)
    kinds = find_furniture(lines)
    title_index = find_title(lines, kinds, title)
    if title_index is not None:
        kinds[title_index] = ZoneKind.TITLE
    kinds |= find_headings(lines, kinds)
    zones = [
        Zone(kind=kinds[line.index], span=(line.start, line.end)) for line in lines if line.index in kinds
    ]
    zones += find_datelines(lines, kinds)
    zones += find_markup(text)
    zones += [Zone(kind=ZoneKind.SOFT_BREAK, span=span) for span in breaks]
    return tuple(sorted(zones, key=lambda zone: (zone.span[0], -zone.span[1], zone.kind)))
