"""The quotations of an article, by place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefgen.extract.rules.labels import Label
from briefgen.model.evidence import Span
from briefgen.model.span_index import SpanIndex


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch between quotation marks: `outer` with its marks, `inner` without."""

    outer: Span
    inner: Span
    paragraph: int
    continues: int | None = None
    """Index of the region that this one continues, across a paragraph end."""
    masked: bool = False
    """Whether its inside is a passage of its own, and one token stands for it in the frame."""
    is_single: bool = False
    """Whether its marks are single ones."""
    label: Label | None = None
    """Who speaks, where it is a turn of a transcript."""


class Regions:
    """The regions of an article by index, by place and by paragraph."""

    def __init__(self, regions: Iterable[Region]) -> None:
        self._regions = tuple(regions)
        self._places = SpanIndex((region.outer, index) for index, region in enumerate(self._regions))
        self._by_paragraph: dict[int, list[int]] = {}
        for index, region in enumerate(self._regions):
            self._by_paragraph.setdefault(region.paragraph, []).append(index)

    def __getitem__(self, index: int) -> Region:
        return self._regions[index]

    def __len__(self) -> int:
        return len(self._regions)

    def __iter__(self) -> Iterator[Region]:
        return iter(self._regions)

    def of_paragraph(self, paragraph: int) -> list[tuple[int, Region]]:
        """Returns the regions of a paragraph with their indexes, in order."""
        return [(index, self._regions[index]) for index in self._by_paragraph.get(paragraph, ())]

    def overlapping(self, span: Span) -> list[Region]:
        """Returns the regions that share a character, marks included, with a stretch, in order."""
        return [self._regions[index] for index in self._places.overlapping(*span)]

    def at(self, offset: int) -> int | None:
        """Returns the index of the first region whose words or marks cover a character."""
        return next(iter(self._places.at(offset)), None)
