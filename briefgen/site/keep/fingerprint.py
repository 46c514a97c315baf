"""Fingerprints: short names for values, equal where the values are, the same in every run.

A page is made from a few thousand values, most of them items of briefs. An item is named by the digest of its
brief and its place in it, and all that some briefs have of one kind by their digests alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import partial
from operator import attrgetter
from pathlib import PurePath
from types import FunctionType, MappingProxyType
from typing import Any

from briefgen.corpus.corpus import Corpus
from briefgen.corpus.related import RelatedBrief
from briefgen.corpus.timeline import TimelineEntry
from briefgen.model.base import Model
from briefgen.model.brief import Brief
from briefgen.model.places import DateAt, PositionAt, QuoteAt
from briefgen.site.keep.digest import digest
from briefgen.site.page import SitePage
from briefgen.site.pages.paging import Part


class UnnamedError(TypeError):
    """A value has no fingerprint: nothing made from it can be known to come out the same."""


class Fingerprints:
    """Names values. `digests` are those of the files of `briefs`, by id, as far as they say what their files say.

    `same` maps ids of actors to the one that stands for them everywhere.
    """

    def __init__(
        self,
        digests: Mapping[str, str],
        briefs: Mapping[str, Brief],
        same: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        # Names by the id of objects that are kept alive, so that no other can get the id while the name stands.
        self._named: dict[int, str] = {}
        self._alive: list[object] = []
        for id, name in digests.items():
            self._note(briefs[id], name)
        self._types: dict[type, Callable[[Any], str]] = {
            str: lambda text: f"{len(text)}:{text}",
            int: repr,
            float: repr,
            bool: repr,
            type(None): repr,
            tuple: self._sequence,
            list: self._sequence,
            frozenset: lambda items: f"{{{','.join(sorted(map(self.name, items)))}}}",
            PositionAt: self._item,
            QuoteAt: self._item,
            DateAt: self._item,
            Brief: lambda brief: self._once(brief, _write_model),
            TimelineEntry: self._event,
            Part: self._part,
            SitePage: self._page,
            RelatedBrief: lambda to: f"related({to.id},{to.actors!r},{to.topics!r},{to.quotes})",
            partial: self._call,
            FunctionType: self._function,
            Corpus: lambda _: "corpus",
        }
        self._same = self.of(dict(same))

    def of(self, value: object) -> str:
        """Returns the fingerprint of a value.

        Raises UnnamedError for a value that has none.
        """
        return digest(self.name(value).encode("utf-8", "surrogatepass"))

    def name(self, value: object) -> str:
        """Returns what a fingerprint is made of: the value written out, no two unlike values the same."""
        kind = type(value)
        write = self._types.get(kind)
        if write is None:
            write = self._types[kind] = self._writer(kind)
        return write(value)

    def name_all_of(self, briefs: Iterable[Brief]) -> str:
        """Returns a name for all that some briefs, named again and again, have of one kind: it is told by them.

        That two actors are one may bring more of a kind together, so it is part of the name.
        """
        every = list(briefs)
        return f"all({self._same},{self._sequence(dict(zip(map(id, every), every, strict=True)).values())})"

    def _writer(self, kind: type) -> Callable[[Any], str]:
        if issubclass(kind, Corpus):
            return self._types[Corpus]  # what is read of it is told apart from what is given
        if issubclass(kind, Enum):
            return lambda value: f"{kind.__qualname__}.{value.name}"
        if issubclass(kind, tuple):
            return lambda value: kind.__qualname__ + self._sequence(value)
        if issubclass(kind, Mapping):
            return lambda value: kind.__qualname__ + self._sequence(value.items())
        if issubclass(kind, PurePath):
            return lambda value: self.name(value.as_posix())
        if issubclass(kind, Model):
            return lambda value: self._once(value, _write_model)
        if is_dataclass(kind):
            names = [field.name for field in fields(kind)]
            values = (
                attrgetter(*names)
                if len(names) > 1
                else lambda value: [getattr(value, name) for name in names]
            )

            def write_fields(value: object) -> str:
                return f"{kind.__qualname__}{self._sequence(values(value))}"

            return lambda value: self._once(value, write_fields)
        raise UnnamedError(f"{kind.__module__}.{kind.__qualname__} has no fingerprint")

    def _sequence(self, values: Any) -> str:
        known, name = self._named.get, self.name
        return f"({','.join([known(id(value)) or name(value) for value in values])})"

    def _once(self, value: object, write: Callable[[Any], str]) -> str:
        """Returns the digest of what is written of an object, written once however often it is named."""
        known = self._named.get(id(value))
        return known or self._note(value, digest(write(value).encode("utf-8", "surrogatepass")))

    def _note(self, value: object, name: str) -> str:
        self._alive.append(value)
        self._named[id(value)] = name
        return name

    def _item(self, at: PositionAt | QuoteAt | DateAt) -> str:
        known = self._named.get(id(at))
        if known:
            return known
        brief = at.brief
        return self._note(at, f"{self._named.get(id(brief)) or self.name(brief)}#{at.id}@{at.start}")

    def _page(self, page: SitePage) -> str:
        """Returns the name of a page, which is asked for once: a whole build names thousands."""
        head = (page.path, page.title, page.kind, page.description, page.section, page.nav_title)
        return f"page({head!r},{(page.lastmod, page.about, page.indexed)!r},{self.name(page.body)})"

    def _part(self, part: Part[Any]) -> str:
        """Returns the name of a part of a list.

        In a list by age the items of a part are the first of them, and as many behind it as there are in its briefs.
        """
        items = part.items
        rest = (part.path, part.number, part.words, part.before, part.behind, part.by_age)
        if part.by_age and items and isinstance(items[0], PositionAt | QuoteAt):
            stretch = f"{self.name(items[0])}+{len(items)}{self.name_all_of([at.brief for at in items])}"
            return f"part({self._sequence(rest)}{stretch})"
        return f"part({self._sequence(rest)}{self._sequence(items)})"

    def _event(self, entry: TimelineEntry) -> str:
        """Returns the name of an event: all else that is known of it is said by the items that tell it."""
        return f"event({entry.actors!r},{self._sequence(entry.told)})"

    def _call(self, call: partial[object]) -> str:
        keywords = self.name(call.keywords) if call.keywords else ""
        return f"{self.name(call.func)}{self._sequence(call.args)}{keywords}"

    def _function(self, function: FunctionType) -> str:
        known = self._named.get(id(function))
        if known is not None:
            return known
        if function.__closure__:
            raise UnnamedError(f"{function.__qualname__} holds values that nobody sees")
        return self._note(function, f"{function.__module__}.{function.__qualname__}")


def _write_model(value: Model) -> str:
    return f"{type(value).__qualname__}{value.model_dump_json()}"
