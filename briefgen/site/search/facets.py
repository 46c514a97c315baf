"""Browsing without words: which briefs have which actor, topic, outlet, year, form and basis.

Text search would load its whole index for an empty question. This data is small instead: one file says which
briefs (by number, newest first) each value has; what a list prints of them lies in parts that are read as needed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from briefgen.config import SiteSettings
from briefgen.corpus.corpus import UNNAMED_OUTLET, Corpus
from briefgen.model.brief import Brief
from briefgen.site import wording
from briefgen.site.exports.citation import cited_date, headline
from briefgen.site.exports.plain import one_line, shortened
from briefgen.site.output_file import OutputFile

FOLDER = "find/"
PART = 200
"""Briefs in one part of the list."""
ACTORS_OFFERED = 300
TOPICS_OFFERED = 200
TITLE_LENGTH = 160

BASES = {
    "stated": "in own words",
    "relayed": "told by somebody else",
    "imputed": "imputed by others",
    "narrated": "the author’s reading",
    "enacted": "shown by action",
}
FORMS = {"direct": "quoted", "mixed": "quoted in part", "indirect": "paraphrased"}


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow the list: its name in addresses, its label, and value → numbers of briefs."""

    name: str
    label: str
    values: Mapping[str, tuple[int, ...]]


def newest_first(corpus: Corpus) -> tuple[Brief, ...]:
    """Returns the briefs as the list numbers them."""
    return tuple(reversed(corpus.briefs))


def facets(corpus: Corpus) -> tuple[Facet, ...]:
    """Returns the facets; of actors and topics only those in most briefs, so that the file stays small."""
    briefs = newest_first(corpus)
    number_of = {brief.id: number for number, brief in enumerate(briefs)}
    actors = ((actor.name, actor.briefs) for actor in corpus.actors.values())
    topics = ((topic.name, topic.briefs) for topic in corpus.topics.values())
    outlets = (
        (wording.UNNAMED_OUTLET if id == UNNAMED_OUTLET else outlet.name or id, outlet.briefs)
        for id, outlet in corpus.outlets.items()
    )
    years: dict[str, list[int]] = {}
    forms: dict[str, list[int]] = {}
    bases: dict[str, list[int]] = {}
    for number, brief in enumerate(briefs):
        date = cited_date(brief.article.published)
        years.setdefault(str(date.year) if date else "not known", []).append(number)
        for form in {at.form for at in brief.links.quotes}:
            forms.setdefault(FORMS[form], []).append(number)
        for basis in {at.basis for at in brief.links.positions}:
            bases.setdefault(BASES[basis], []).append(number)
    return (
        Facet("actor", "Actor", _frequent(actors, number_of, ACTORS_OFFERED)),
        Facet("topic", "Topic", _frequent(topics, number_of, TOPICS_OFFERED)),
        Facet("outlet", "Outlet", _frequent(outlets, number_of, ACTORS_OFFERED)),
        Facet("year", "Year", _in_order(years, sorted(years, reverse=True))),
        Facet("form", "Quotations", _in_order(forms, FORMS.values())),
        Facet("basis", "Positions held", _in_order(bases, BASES.values())),
    )


def write_facets(corpus: Corpus, settings: SiteSettings) -> Iterator[OutputFile]:
    """Yields find/facets.json and the parts of the list, find/briefs-0.json and on."""
    briefs = newest_first(corpus)
    yield _file(
        "facets.json",
        {
            "count": len(briefs),
            "part": PART,
            "facets": [
                {
                    "name": facet.name,
                    "label": facet.label,
                    "values": [[value, steps(numbers)] for value, numbers in facet.values.items()],
                }
                for facet in facets(corpus)
            ],
        },
    )
    for part, start in enumerate(range(0, len(briefs), PART)):
        rows = [_row(corpus, brief) for brief in briefs[start : start + PART]]
        yield _file(f"briefs-{part}.json", rows)


def steps(numbers: Iterable[int]) -> list[int]:
    """Returns rising numbers as the first and the steps between them, which are short to write."""
    out, last = [], 0
    for number in numbers:
        out.append(number - last)
        last = number
    return out


def brief_line(corpus: Corpus, brief: Brief) -> str:
    """Returns what a list says under a brief's title: its outlet and day."""
    date = cited_date(brief.article.published)
    outlet = corpus.outlet_names[corpus.outlet_of[brief.id]]
    line = ", ".join(part for part in (outlet or wording.UNNAMED_OUTLET, date.words if date else "") if part)
    return one_line(line)


def _row(corpus: Corpus, brief: Brief) -> list[str]:
    return [brief.id, shortened(headline(brief), TITLE_LENGTH), brief_line(corpus, brief)]


def _frequent(
    named: Iterable[tuple[str, tuple[str, ...]]], number_of: Mapping[str, int], most: int
) -> dict[str, tuple[int, ...]]:
    """Returns the names that most briefs have, with the numbers of these; several of one name are one."""
    found: dict[str, tuple[str, ...]] = {}
    for name, briefs in named:
        line = one_line(name)
        found[line] = tuple(dict.fromkeys((*found[line], *briefs))) if line in found else briefs
    chosen = sorted(found, key=lambda line: (-len(found[line]), line))[:most]
    order = sorted(chosen, key=lambda line: (line.casefold(), line))
    return {line: tuple(sorted(map(number_of.__getitem__, found[line]))) for line in order}


def _in_order(values: Mapping[str, list[int]], order: Iterable[str]) -> dict[str, tuple[int, ...]]:
    return {value: tuple(values[value]) for value in order if value in values}


def _file(name: str, data: Any) -> OutputFile:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return OutputFile(FOLDER + name, text.encode("utf-8", "replace"))
