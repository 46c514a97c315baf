"""The figures of the evaluation as a table for the page on the method."""

from __future__ import annotations

import json
from pathlib import Path

from briefgen.errors import ConfigError, Place

MARKER = "<!-- evaluation -->"
NOT_MEASURED = "*The figures have not been written down yet.*"

LINES = {
    "quotes.joint_f1": "Quotations: the words and the speaker both right",
    "quotes.found_f1": "Quotations: the words right",
    "positions.joint_f1": "Positions: found, and the holder right",
    "positions.precision": "Positions: of those printed, how many stand in the article",
    "positions.recall": "Positions: of those in the article, how many are printed",
    "positions.basis": "Of the positions found: on whose word, right",
    "positions.stance": "Of the positions found: which way, right",
    "positions.assertor": "Of those told or imputed by somebody: by whom, right",
    "dates.value_f1": "Dates: the day right",
    "dates.found_f1": "Dates: found",
    "actors.recall": "Actors: found",
    "actors.role": "Of the actors found: the role right",
}


def evaluation_table(report: Path) -> str:
    """Returns a report of `briefgen eval --write` as Markdown, or a line where there is none.

    Raises ConfigError where the file is not such a report.
    """
    if not report.is_file():
        return NOT_MEASURED
    try:
        data = json.loads(report.read_text(encoding="utf-8"))
        articles = len(data["articles"])
        figures = {str(name): float(value) for name, value in data["figures"].items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ConfigError(
            f"not a report of the evaluation: {error}",
            todo="Write it again with `briefgen eval --write`.",
            place=Place(path=report),
        ) from error
    rows = [f"| {words} | {figures[name]:.0f} |" for name, words in LINES.items() if name in figures]
    head = f"Measured on {articles} articles; 100 would be perfect.\n\n| what | of 100 |\n|---|--:|\n"
    return head + "\n".join(rows)
