"""Long lists in parts, so that a hub stays light however large the corpus grows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from briefgen.site.links import Links

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Pager:
    """The way from one part of a list to the next; `before` and `behind` are addresses, None at the ends."""

    words: str
    before: str | None
    behind: str | None
    by_age: bool
    """Whether what stands before is newer."""


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """One part of a list, with the path of its page: `actors/x/` or `actors/x/page/2/`."""

    path: str
    number: int
    """Of its page; the front has the first number, or none where pages are counted from the oldest."""
    items: Sequence[T]
    words: str
    """Where it stands among the parts; empty where it is the only one."""
    before: str | None
    behind: str | None
    by_age: bool = False
    """Whether the items are a stretch, without gaps, of all there are, in order of time."""

    @property
    def is_front(self) -> bool:
        """Returns whether this is the list's own page, which says more than its items."""
        return self.before is None

    def title(self, name: str) -> str:
        """Returns the title of its page in a list of this name."""
        return name if self.is_front else f"{name}, page {self.number}"

    def pager(self, to: Links) -> Pager | None:
        """Returns the way to the parts before and behind, None where there are none."""
        if not self.words:
            return None
        before, behind = (None if path is None else to.to(path) for path in (self.before, self.behind))
        return Pager(self.words, before, behind, self.by_age)


def split_pages(items: Sequence[T], size: int, base: str) -> Iterator[Part[T]]:
    """Yields the parts of a list that has no order of time, at least one; all but the last have `size` items."""
    last = max(1, -(-len(items) // size))

    def path(number: int) -> str | None:
        return base if number == 1 else f"{base}page/{number}/" if 1 < number <= last else None

    for number in range(1, last + 1):
        yield Part(
            path(number) or base,
            number,
            items[(number - 1) * size : number * size],
            f"Page {number} of {last}" if last > 1 else "",
            path(number - 1),
            path(number + 1),
        )


def split_by_age(newest: Sequence[T], size: int, base: str) -> Iterator[Part[T]]:
    """Yields the parts of a list that begins with the newest, at least one.

    The older ones are counted from the oldest, so that they stay as they are while new items come in: those gather
    on the front until it has half a page too many. The last of the older ones then stands for good.
    """
    older = max(0, (len(newest) - size // 2) // size)

    def path(number: int) -> str | None:
        return base if number == older + 1 else f"{base}page/{number}/" if number else None

    front = newest[: len(newest) - older * size]
    more = f"{older} older page{'s' if older > 1 else ''}"
    yield Part(base, older + 1, front, f"The newest {len(front)}, and {more}" if older else "", None,
               path(older), by_age=True)  # fmt: skip
    for number in range(older, 0, -1):
        end = len(newest) - (number - 1) * size
        yield Part(
            f"{base}page/{number}/",
            number,
            newest[end - size : end],
            "Page 1, the oldest" if number == 1 else f"Page {number}, counted from the oldest",
            path(number + 1),
            path(number - 1),
            by_age=True,
        )
