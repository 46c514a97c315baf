"""A corpus that notes what is read of it, so that a page can be kept while all that it read says the same.

Nobody has to write down what a page depends on: its inputs are what it was made with and what it asked the corpus
for. Each index notes the keys that were asked for; whoever walks through an index, or through the briefs, has read
all of it. A narrow index (names, the briefs related to one) keeps a page from being made again when something else
of the same actor or brief has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from itertools import chain
from operator import attrgetter
from typing import Any, TypeVar, cast

from briefgen.corpus.corpus import Corpus
from briefgen.corpus.related import RelatedBriefs
from briefgen.model.brief import Brief
from briefgen.site.keep.digest import digest
from briefgen.site.keep.findings import Finding, Findings
from briefgen.site.keep.fingerprint import Fingerprints
from briefgen.site.keep.reads import WHOLE

V = TypeVar("V")

ABSENT = "absent"

Read = tuple[str, Any]
"""What was read: the name of the index, and the key or WHOLE."""


class _Index(Mapping[Any, Any]):
    """An index that notes which of its keys are asked for."""

    __slots__ = ("_name", "_seen", "_source")

    def __init__(self, name: str, source: Mapping[Any, Any], seen: set[Read]) -> None:
        self._name, self._source, self._seen = name, source, seen

    def __getitem__(self, key: Any) -> Any:
        self._seen.add((self._name, key))
        return self._source[key]

    def get(self, key: Any, default: Any = None) -> Any:
        self._seen.add((self._name, key))
        return self._source.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._seen.add((self._name, key))
        return key in self._source

    def __iter__(self) -> Iterator[Any]:
        self._seen.add((self._name, WHOLE))
        return iter(self._source)

    def __len__(self) -> int:
        self._seen.add((self._name, WHOLE))
        return len(self._source)

    def keys(self) -> Any:
        self._seen.add((self._name, WHOLE))
        return self._source.keys()

    def values(self) -> Any:
        self._seen.add((self._name, WHOLE))
        return self._source.values()

    def items(self) -> Any:
        self._seen.add((self._name, WHOLE))
        return self._source.items()


class WatchedCorpus(Corpus):
    """The corpus, with notes of what was read of it since they were last cleared."""

    seen: set[Read]
    _found: dict[Callable[[Corpus], Any], tuple[Any, frozenset[Read]]]
    _fingerprints: Fingerprints
    _known: dict[str, _Known]
    _plain: Corpus
    findings: Findings
    """What was found between briefs: as far as the last build told of it, and then as this one knows it."""

    def __init__(self, plain: Corpus, fingerprints: Fingerprints) -> None:
        keep = object.__setattr__  # the class is frozen
        keep(self, "findings", {})
        keep(self, "_plain", plain)
        keep(self, "_fingerprints", fingerprints)
        keep(self, "_known", {})
        keep(self, "seen", set())
        keep(self, "_found", {})
        for name in _NAMES:
            value = getattr(plain, name)
            if name not in _ROWS:
                value = _Index(name, value, self.seen)
            _slot(name).__set__(self, value)

    def once(self, make: Callable[[Corpus], V]) -> V:
        """Returns what `make` finds, found once: whoever asks for it again has read what it was found in."""
        if make not in self._found:
            before = set(self.seen)
            self.seen.clear()
            value = make(self)
            self._found[make] = (value, frozenset(self.seen))
            self.seen.update(before)
        value, seen = self._found[make]
        self.seen.update(seen)
        return cast("V", value)

    def vouch(self, reads: Mapping[str, Iterable[Any]]) -> str:
        """Returns the fingerprint of all that was read, index → keys, as the corpus says it now."""
        parts: list[str] = []
        for name, keys in reads.items():
            known = self._known.get(name)
            if known is None:
                known = self._known[name] = self._begin(name)
            parts += map(known.__getitem__, keys)
        return digest("".join(parts).encode())

    def asked_findings(self) -> Findings:
        """Returns the findings that this build asked for."""
        return {id: self.findings[id] for id in self._known.get("related", ()) if id in self.findings}

    def _begin(self, name: str) -> _Known:
        if name == "related" and isinstance(self._plain.related, RelatedBriefs):
            return _KnownRelated(self._plain.related, self._fingerprints, self.findings)
        return _Known(getattr(self._plain, name), self._fingerprints, _NAMED_BY_BRIEFS.get(name))


class _Known(dict[Any, str]):
    """Key of an index → the fingerprint of what stands there; found when it is first asked for."""

    def __init__(
        self,
        source: Any,
        fingerprints: Fingerprints,
        briefs_of: Callable[[Any], Iterable[Brief]] | None = None,
    ) -> None:
        super().__init__()
        self._source, self._fingerprints, self._briefs_of = source, fingerprints, briefs_of

    def __missing__(self, key: Any) -> str:
        part = self[key] = self._find(key)
        return part

    def _find(self, key: Any) -> str:
        if key == WHOLE:
            if isinstance(self._source, Mapping):
                return self._fingerprints.of([(each, self[each]) for each in self._source])
            return self._name(key, self._source)
        try:
            return self._name(key, self._source[key])
        except KeyError:
            return ABSENT

    def _name(self, key: Any, value: Any) -> str:
        if self._briefs_of is None:
            return self._fingerprints.of(value)
        return self._fingerprints.of((key, self._fingerprints.name_all_of(self._briefs_of(value))))


class _KnownRelated(_Known):
    """The same for related briefs, which are looked for only where what they are found in has changed."""

    def __init__(self, source: RelatedBriefs, fingerprints: Fingerprints, findings: Findings) -> None:
        super().__init__(source, fingerprints)
        self._related, self._findings = source, findings

    def _find(self, key: Any) -> str:
        if key not in self._source:
            return super()._find(key)
        found_in = self._fingerprints.of(self._related.found_in(key))
        finding = self._findings.get(key)
        if finding is None or finding.found_in != found_in:
            finding = self._findings[key] = Finding(found_in, super()._find(key))
        return finding.vouched


_BRIEF, _TOLD = attrgetter("brief"), attrgetter("told")


def _of_items(items: Any) -> Iterable[Brief]:
    return map(_BRIEF, items)


def _of_events(events: Any) -> Iterable[Brief]:
    return map(_BRIEF, chain.from_iterable(map(_TOLD, events)))


_NAMED_BY_BRIEFS: Mapping[str, Callable[[Any], Iterable[Brief]]] = {
    **dict.fromkeys(("held_by", "asserted_by", "toward", "on_topic", "spoken_by", "quotes_on"), _of_items),
    **dict.fromkeys(("dates", "undated"), _of_items),
    "timeline": _of_events,
}
"""Index → the briefs that have a part in an entry. Where these are the same, and the same actors are one, so is the
entry: it holds, in one order, all that these briefs have for its key. So a hundred items need not be named each.
"""


_NAMES = tuple(field.name for field in fields(Corpus))
_ROWS = ("briefs", "registry", "same", "dates", "undated", "timeline", "echoes", "changes")
"""What is read as a whole: it has no keys, or, as which actors are one, bears on every other index anyway."""


def _slot(name: str) -> Any:
    return Corpus.__dict__[name]


def _noting(name: str) -> property:
    slot = _slot(name)

    def read(self: WatchedCorpus) -> Any:
        self.seen.add((name, WHOLE))
        return slot.__get__(self)

    return property(read)


for _name in _ROWS:
    setattr(WatchedCorpus, _name, _noting(_name))
