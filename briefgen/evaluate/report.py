"""Counts become figures, and figures a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from briefgen.evaluate.score import Tally

Figures = dict[str, float]
"""Name of a figure to its value in percent, one decimal."""


def _f1(hits: int, gold: int, predicted: int) -> float:
    return 200 * hits / (gold + predicted) if gold + predicted else 0.0


def _share(hits: int, of: int) -> float:
    return 100 * hits / of if of else 0.0


def figures(counts: Counter[str]) -> Figures:
    """Returns the figures of a run, in percent; `f1` are F1 scores, the others shares."""
    c = counts
    values = {
        "quotes.joint_f1": _f1(c["quotes.joint"], c["quotes.gold"], c["quotes.predicted"]),
        "quotes.found_f1": _f1(c["quotes.found"], c["quotes.gold"], c["quotes.predicted"]),
        "dates.value_f1": _f1(c["dates.value"], c["dates.gold"], c["dates.predicted"]),
        "dates.found_f1": _f1(c["dates.found"], c["dates.gold"], c["dates.predicted"]),
        "actors.recall": _share(c["actors.found"], c["actors.gold"]),
        "actors.role": _share(c["actors.role"], c["actors.with_role"]),
        "actors.role_of_persons": _share(c["persons.role"], c["persons.with_role"]),
        "positions.joint_f1": _f1(c["positions.joint"], c["positions.gold"], c["positions.predicted"]),
        "positions.precision": _share(c["positions.found"], c["positions.predicted"]),
        "positions.recall": _share(c["positions.found"], c["positions.gold"]),
        "positions.core_joint_recall": _share(c["positions.core_joint"], c["positions.core"]),
        "positions.basis": _share(c["positions.basis"], c["positions.found"]),
        "positions.stance": _share(c["positions.stance"], c["positions.found"]),
        "positions.assertor": _share(c["positions.assertor"], c["positions.with_assertor"]),
        "positions.imputed_kept": 100 - _share(c["positions.imputed_as_stated"], c["positions.imputed"]),
    }
    return {name: round(value, 1) for name, value in values.items()}


def below(figures: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """Returns a line for each figure that lies under its floor, and for each floor without a figure."""
    out = []
    for name, floor in sorted(floors.items()):
        value = figures.get(name)
        if value is None:
            out.append(f"{name}: there is a floor ({floor}) and no figure")
        elif value < floor:
            out.append(f"{name}: {value} is below its floor {floor}")
    return out


def as_text(tally: Tally, floors: Mapping[str, float], *, misses: bool) -> str:
    """Returns the report for a terminal: each figure beside its floor, then each miss where asked for."""
    lines = []
    for name, value in figures(tally.counts).items():
        floor = floors.get(name)
        beside = f"  (floor {floor})" if floor is not None else ""
        lines.append(f"{name:30} {value:5.1f}{beside}")
    imputed, own = (tally.counts[f"positions.imputed_as_{what}"] for what in ("stated", "own"))
    lines.append(f"{'imputed printed as stated':30} {imputed:5d}")
    lines.append(f"{'  by the one it is imputed to':30} {own:5d}")
    if misses:
        lines += ["", *(f"{m.doc}  {m.kind}: {m.detail}" for m in tally.misses)]
    return "\n".join(lines)
