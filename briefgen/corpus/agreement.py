"""Where outlets agree on who stands where, where they differ, and what only one of them has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefgen.corpus.corpus import Corpus
from briefgen.model.places import PositionAt
from briefgen.model.position import Basis, Stance

LEANING = (Stance.SUPPORT, Stance.CONDITIONAL, Stance.OPPOSE)


@dataclass(frozen=True, slots=True)
class Report:
    """An outlet's newest position of a holder with one stance, and how many it has of them."""

    outlet: str
    stance: Stance
    newest: PositionAt
    number: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """What outlets report of one holder on one topic, by stance, then outlet."""

    holder: str
    reports: tuple[Report, ...]

    @property
    def outlets(self) -> tuple[str, ...]:
        """Returns the outlets that report a stance, each once."""
        return tuple(dict.fromkeys(report.outlet for report in self.reports))

    @property
    def stances(self) -> tuple[Stance, ...]:
        """Returns the stances reported, each once."""
        return tuple(dict.fromkeys(report.stance for report in self.reports))


@dataclass(frozen=True, slots=True)
class TopicAgreement:
    """The holders on a topic, by what outlets make of them."""

    agree: tuple[Agreement, ...]
    """Several outlets, one stance."""
    differ: tuple[Agreement, ...]
    """Several outlets, several stances, and at least one outlet that has not all of them."""
    alone: tuple[Agreement, ...]
    """One outlet only."""


def compare_outlets(corpus: Corpus, positions: Iterable[PositionAt]) -> TopicAgreement:
    """Returns how outlets agree on the stances of each holder; positions that take no side do not count.

    Positions that are only imputed say more of those who impute: they do not count either.
    """
    rows: dict[str, dict[tuple[Stance, str], list[PositionAt]]] = {}
    for at in positions:
        if at.stance not in LEANING or at.basis is Basis.IMPUTED:
            continue
        if at.brief.article.copy_of is not None:
            continue  # a second outlet with the same words is no second witness
        key = (at.stance, corpus.outlet_of[at.brief.id])
        for holder in dict.fromkeys(corpus.holders(at)):
            rows.setdefault(holder, {}).setdefault(key, []).append(at)
    agreements = [
        Agreement(
            holder,
            tuple(
                Report(outlet, stance, found[-1], len(found))
                for (stance, outlet), found in sorted(
                    reports.items(), key=lambda row: (LEANING.index(row[0][0]), row[0][1])
                )
            ),
        )
        for holder, reports in rows.items()
    ]
    agreements.sort(key=lambda a: (-len(a.outlets), -sum(r.number for r in a.reports), a.holder))
    several = [a for a in agreements if len(a.outlets) > 1]
    return TopicAgreement(
        agree=tuple(a for a in several if _is_one(a)),
        differ=tuple(a for a in several if not _is_one(a)),
        alone=tuple(a for a in agreements if len(a.outlets) == 1),
    )


def _is_one(agreement: Agreement) -> bool:
    by_outlet: dict[str, set[Stance]] = {}
    for report in agreement.reports:
        by_outlet.setdefault(report.outlet, set()).add(report.stance)
    return len({frozenset(stances) for stances in by_outlet.values()}) == 1
