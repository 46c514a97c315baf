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


def brief_values(corpus: Corpus, brief: Brief) -> dict[str, tuple[str, ...]]:
    """Returns facet name → the values a brief has."""
    date = cited_date(brief.article.published)
    links = brief.links
    actors = dict.fromkeys(map(corpus.actor_id, [actor.id for actor in links.actors]))
    topics = dict.fromkeys(
        [topic.id for topic in brief.topics] + [at.topic for at in links.positions if at.topic]
    )
    forms = {at.form for at in links.quotes}
    bases = {at.basis for at in links.positions}
    outlet = corpus.outlet_of[brief.id]
    outlet_name = corpus.outlet_names[outlet]
    return {
        "actor": tuple([name.name for id in actors if (name := corpus.names.get(id))]),
        "topic": tuple([topic.name for id in topics if (topic := corpus.topic_names.get(id))]),
        "outlet": (wording.UNNAMED_OUTLET if outlet == UNNAMED_OUTLET else outlet_name or outlet,),
        "year": (str(date.year) if date else "not known",),
        "form": tuple(words for value, words in FORMS.items() if value in forms),
        "basis": tuple(words for value, words in BASES.items() if value in bases),
    }


def facets(corpus: Corpus) -> tuple[Facet, ...]:
    """Returns the facets; of actors and topics only those in most briefs, so that the file stays small."""
    found: dict[str, dict[str, list[int]]] = {}
    lines: dict[str, str] = {}
    for number, brief in enumerate(newest_first(corpus)):
        for name, values in brief_values(corpus, brief).items():
            under = found.setdefault(name, {})
            for value in values:
                line = lines.get(value)
                if line is None:
                    line = lines[value] = one_line(value)
                numbers = under.setdefault(line, [])
                if not numbers or numbers[-1] != number:  # two values may be one line
                    numbers.append(number)
    return (
        Facet("actor", "Actor", _frequent(found.get("actor", {}), ACTORS_OFFERED)),
        Facet("topic", "Topic", _frequent(found.get("topic", {}), TOPICS_OFFERED)),
        Facet("outlet", "Outlet", _frequent(found.get("outlet", {}), ACTORS_OFFERED)),
        Facet("year", "Year", _in_order(found.get("year", {}), sorted(found.get("year", {}), reverse=True))),
        Facet("form", "Quotations", _in_order(found.get("form", {}), FORMS.values())),
        Facet("basis", "Positions held", _in_order(found.get("basis", {}), BASES.values())),
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


def _frequent(values: Mapping[str, list[int]], most: int) -> dict[str, tuple[int, ...]]:
    chosen = sorted(values, key=lambda value: (-len(values[value]), value))[:most]
    return _in_order(values, sorted(chosen, key=lambda value: (value.casefold(), value)))


def _in_order(values: Mapping[str, list[int]], order: Iterable[str]) -> dict[str, tuple[int, ...]]:
    return {value: tuple(values[value]) for value in order if value in values}


def _file(name: str, data: Any) -> OutputFile:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return OutputFile(FOLDER + name, text.encode("utf-8", "replace"))
