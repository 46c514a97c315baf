"""The site as a whole: where nothing that it is made of has changed, nothing has to be loaded to know it.

The ledger keeps one record of the last build: what it was made of, its pages as MkDocs wants to know them, the frames
around them, what hand-written pages say, and what the file system says of every file. A build that finds all of
this as it was leaves the site alone. Everything else is left to a build that asks of each file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from briefgen.site.keep.digest import digest
from briefgen.site.keep.found import Stamp, find_files
from briefgen.site.page import SitePage

_TOLD = ("path", "title", "kind", "description", "section", "nav_title", "lastmod", "about", "indexed")
"""What is kept of a page: all but how to make its body."""


@dataclass(frozen=True, slots=True)
class Whole:
    """What is known of the last build."""

    made_of: str
    """Fingerprint of the program, the settings, and the inputs."""
    around: str
    """Fingerprint of what MkDocs gave: the frames around our pages, and what hand-written ones say."""
    files: str
    """Digest of what the file system says of our files."""
    pages: str
    """The pages as JSON."""

    @property
    def seal(self) -> str:
        """Returns what tells a record as it was written from a damaged one."""
        return digest(
            repr((self.made_of, self.around, self.files, self.pages)).encode("utf-8", "surrogatepass")
        )

    def list_pages(self) -> list[SitePage]:
        """Returns the pages, without their bodies."""
        return [
            SitePage(body=_no_body, **dict(zip(_TOLD, told, strict=True))) for told in json.loads(self.pages)
        ]

    def stands(self, site: Path, made: Path, around: str) -> bool:
        """Whether the site lies there as it was left, and `made`, what MkDocs made anew, says the same."""
        if around != self.around:
            return False
        found = find_files(site)
        theirs = find_files(made)
        if any(path not in found or not _is_same(site / path, made / path) for path in theirs):
            return False
        return self.files == digest_stamps(found, theirs)


def describe(pages: Iterable[SitePage]) -> str:
    """Returns what is kept of pages."""
    told = [[getattr(page, name) for name in _TOLD] for page in pages]
    return json.dumps(told, ensure_ascii=True, separators=(",", ":"))


def digest_stamps(found: Mapping[str, Stamp], without: Iterable[str]) -> str:
    """Returns the digest of files and their stamps, those apart that MkDocs makes anew at every build."""
    theirs = set(without)
    seen = blake2b(digest_size=16)
    for path in sorted(found):
        if path not in theirs:
            seen.update(f"{path}\0{found[path]}\n".encode("utf-8", "surrogatepass"))
    return seen.hexdigest()


def _is_same(one: Path, other: Path) -> bool:
    return one.stat().st_size == other.stat().st_size and one.read_bytes() == other.read_bytes()


def _no_body(_: object) -> str:
    raise AssertionError("a page that is only known by its head has no body")
