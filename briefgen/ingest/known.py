"""What content/sources/ holds already: by address, by words."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from briefgen.errors import BriefgenError
from briefgen.ingest.near_copies import SHARE, SketchIndex, shared, shingles, sketch
from briefgen.ingest.source import Source, read_source
from briefgen.store.files import write_atomically

SKETCHES = "sketches.json"
_TRACKING = re.compile(
    r"(?:^|&)(?:utm_\w+|fbclid|gclid|mc_[ce]id|ref|cmpid|ns_\w+|at_\w+)=[^&]*", re.IGNORECASE
)


def same_address(url: str) -> str:
    """Returns an address as it is compared: without scheme, `www.`, fragment, tracking and closing slash."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    query = _TRACKING.sub("", parts.query).strip("&")
    return urlunsplit(("", host, parts.path.rstrip("/"), query, ""))


def text_digest(text: str) -> str:
    """Returns the digest of a text without regard to white space."""
    return hashlib.sha256(" ".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(slots=True)
class KnownSources:
    """The sources that are there, and those added since."""

    max_bytes: int
    by_id: dict[str, Path] = field(default_factory=dict)
    _by_address: dict[str, str] = field(default_factory=dict)
    _by_text: dict[str, str] = field(default_factory=dict)
    _sketches: SketchIndex = field(default_factory=SketchIndex)
    _roots: dict[str, str] = field(default_factory=dict)

    @classmethod
    def load(cls, paths: tuple[Path, ...], cache: Path, max_bytes: int) -> KnownSources:
        """Returns what is known of the sources at these paths; those that cannot be read are passed over."""
        known = cls(max_bytes)
        old = _load_sketches(cache / SKETCHES)
        new: dict[str, list[int]] = {}
        for path in paths:
            try:
                source = read_source(path, max_bytes=max_bytes)
            except BriefgenError:
                continue  # `build` and `check` say so; here it only cannot be compared with
            digest = text_digest(source.text)
            runs = new[digest] = old[digest] if digest in old else list(sketch(source.text))
            known._take(source, digest, runs)
        if new.keys() != old.keys():
            _save_sketches(cache / SKETCHES, new)
        return known

    def add(self, source: Source) -> None:
        """Takes a source that was just written."""
        self._take(source, text_digest(source.text), list(sketch(source.text)))

    def _take(self, source: Source, digest: str, runs: list[int]) -> None:
        said = source.front_matter
        self.by_id[source.id] = source.path
        for url in (said.url, said.canonical_url):
            if url:
                self._by_address.setdefault(same_address(url), source.id)
        self._by_text.setdefault(digest, source.id)
        self._sketches.add(source.id, runs)
        if said.copy_of:
            self._roots[source.id] = said.copy_of

    def at(self, *urls: str | None) -> str | None:
        """Returns the id of the source that has one of these addresses."""
        ids = (self._by_address.get(same_address(url)) for url in urls if url)
        return next((id for id in ids if id is not None), None)

    def same_text(self, text: str) -> str | None:
        """Returns the id of the source with these very words."""
        return self._by_text.get(text_digest(text))

    def near(self, text: str) -> str | None:
        """Returns the id of the source that a text is a copy of; of copies, that of the first."""
        runs = shingles(text)
        best, most = None, SHARE
        for id in self._sketches.candidates(sketch(text)):
            try:
                other = read_source(self.by_id[id], max_bytes=self.max_bytes)
            except BriefgenError:
                continue  # it was readable a moment ago; without it there is nothing to compare
            share = shared(runs, shingles(other.text))
            if share >= most:
                best, most = id, share
        return self._roots.get(best, best) if best else None


def _load_sketches(path: Path) -> dict[str, list[int]]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return {str(key): [int(run) for run in runs] for key, runs in data.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def _save_sketches(path: Path, sketches: dict[str, list[int]]) -> None:
    try:
        write_atomically(path, json.dumps(sketches, sort_keys=True, separators=(",", ":")))
    except BriefgenError:
        return  # it is made again next time
