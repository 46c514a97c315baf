"""Long lists in parts, so that a hub stays light however large the corpus grows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from briefgen.site.links import Links

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Pager:
    """Where a page stands among its parts; `previous` and `next` are addresses, None at the ends."""

    number: int
    last: int
    previous: str | None
    next: str | None


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """One part of a list, with the path of its page: `actors/x/` or `actors/x/page/2/`."""

    path: str
    number: int
    last: int
    items: Sequence[T]
    base: str

    def pager(self, to: Links) -> Pager:
        """Returns the way to the parts before and behind."""

        def path(number: int) -> str:
            return to.to(self.base if number == 1 else f"{self.base}page/{number}/")

        return Pager(
            number=self.number,
            last=self.last,
            previous=path(self.number - 1) if self.number > 1 else None,
            next=path(self.number + 1) if self.number < self.last else None,
        )


def split_pages(items: Sequence[T], size: int, base: str) -> Iterator[Part[T]]:
    """Yields the parts of a list, at least one; all but the last have `size` items."""
    last = max(1, -(-len(items) // size))
    for number in range(1, last + 1):
        path = base if number == 1 else f"{base}page/{number}/"
        yield Part(path, number, last, items[(number - 1) * size : number * size], base)
