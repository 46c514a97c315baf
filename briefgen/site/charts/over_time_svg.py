"""The drawing of an actor's positions over time as SVG: each mark a link that says what it means.

Written here and not in a template, as actors have a chart each and a chart has a hundred marks.
"""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from briefgen.site.cards import text
from briefgen.site.charts.days import Month
from briefgen.site.charts.over_time import Dot, OverTimeChart, Row
from briefgen.site.day_words import say
from briefgen.site.links import Links
from briefgen.site.wording import FILL_WORDS, SHAPE_WORDS, shorten

_LABEL = "Positions over time. The same positions stand below, by topic."
_ROOM = 92
"""A month narrower than this has room for its first letters only."""


def over_time_svg(chart: OverTimeChart, names: Mapping[str, str], kind: str, to: Links) -> Markup:
    """Returns the drawing, its rows called by `names`; every value passes through `text`."""
    months = "".join([_month(month, chart.height) for month in chart.months])
    rows = "".join([_row(row, names[row.id], chart.width, to) for row in chart.rows])
    return Markup(  # noqa: S704  see above
        f'<svg class="{text(kind)}" viewBox="0 0 {chart.width} {chart.height}" role="group" '
        f'aria-label="{_LABEL}">\n{months}{rows}</svg>\n'
    )


def _month(month: Month, height: float) -> str:
    x = month.x
    gap = f'<text class="bg-t2" x="{x - 18}" y="24">//</text>' if month.gap_before else ""
    label = month.label if month.width > _ROOM else f"{month.label[:3]} {month.label[-2:]}"
    return (
        f'{gap}<text class="bg-t2" x="{x}" y="13">{text(label)}</text>'
        f'<line class="bg-axis" x1="{x}" x2="{x + month.width - 4}" y1="20" y2="20"/>'
        f'<line class="bg-grid" x1="{x}" x2="{x}" y1="20" y2="{height}"/>'
    )


def _row(row: Row, name: str, width: int, to: Links) -> str:
    foot = row.y + row.height
    label = text(shorten(name, 32 if width > 600 else 44))
    return (
        f'<line class="bg-grid" x1="0" x2="{width}" y1="{foot}" y2="{foot}"/>'
        f'<a href="#t-{text(row.id)}"><text x="0" y="{row.y + 21}">{label}</text></a>\n'
        f"{''.join([_dot(dot, to) for dot in row.dots])}"
    )


def _dot(dot: Dot, to: Links) -> str:
    x, y, label = dot.x, dot.y, text(_say(dot))
    url = to.brief(dot.newest.brief.id, dot.newest.id)
    span = number = ""
    if dot.span:
        start, end = dot.span
        span = f'<line class="bg-rough" x1="{start}" x2="{end}" y1="{y + 20}" y2="{y + 20}"/>'
    if dot.number > 1:
        number = f'<text class="bg-t2" x="{x + 20}" y="{y + 13}" aria-hidden="true">{dot.number}</text>'
    return (
        f'{span}<a class="bg-{dot.mark.partition("-")[0]}" href="{text(url)}" aria-label="{label}">'
        f'<title>{label}</title><rect class="bg-hit" x="{x - 4}" y="{y - 4}" width="24" height="24" rx="3"/>'
        f'<use href="#m-{dot.mark}" x="{x}" y="{y}" width="16" height="16"/></a>{number}'
    )


def _say(dot: Dot) -> str:
    """Returns what a mark says, for those who do not see it."""
    shape, _, fill = dot.mark.partition("-")
    more = f" and {dot.number - 1} more" if dot.number > 1 else ""
    claim = shorten(dot.newest.claim, 90)
    return f"{claim} ({SHAPE_WORDS[shape]}{FILL_WORDS[fill]}, {say(dot.newest.when)}){more}"
