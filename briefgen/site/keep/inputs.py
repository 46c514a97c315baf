"""All that a site is made of, apart from the program and the settings: the bytes of the files under content/."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.site.keep.digest import digest
from briefgen.store.index import digest_of
from briefgen.store.layout import Content

if TYPE_CHECKING:
    from briefgen.corpus.corpus import Corpus


@dataclass(frozen=True)
class Inputs:
    """What the files of a content folder said at one moment."""

    content: Path
    previous: Path | None
    """The content folder of the last publication, where it is known."""
    texts: bool
    """Whether the articles' texts are shown."""
    briefs: Mapping[str, str]
    """Brief id → the digest of its file, as the corpus tells it."""
    others: str
    """Digest of all other files that the corpus is loaded from."""

    @classmethod
    def read(cls, content: Path, previous: Path | None, *, texts: bool) -> Inputs:
        """Reads all files."""
        briefs = {path.stem: _digest_brief(path) for path in Content(content).brief_files()}
        return cls(content, previous, texts, briefs, _digest_others(content, previous, texts=texts))

    @cached_property
    def fingerprint(self) -> str:
        """Returns a name for all of it."""
        return digest(f"{self.others}{sorted(self.briefs.items())}".encode("utf-8", "surrogatepass"))

    def are_of(self, corpus: Corpus) -> bool:
        """Whether a corpus was loaded from just these: it reads the files once more, and they may have changed."""
        if self.briefs.keys() != corpus.by_id.keys():
            return False
        # Of a brief that people have reviewed the corpus has another text than the file.
        again = {
            id: _digest_brief(Content(self.content).brief(id))
            for id in self.briefs
            if id not in corpus.digests
        }
        if self.briefs != again | dict(corpus.digests):
            return False
        return self.others == _digest_others(self.content, self.previous, texts=self.texts)


def _digest_brief(path: Path) -> str:
    return digest_of(path.stem, path.read_bytes()).hex()


def _digest_others(content: Path, previous: Path | None, *, texts: bool) -> str:
    here = Content(content)
    files = [*here.review_files(), *(path for path in sorted(here.registry.glob("*")) if path.is_file())]
    if texts:
        files += here.source_files()
    if previous:
        published = Content(previous)
        files += [*published.brief_files(), *published.review_files()]
    seen = blake2b(digest_size=16)
    for path in files:
        data = path.read_bytes()
        seen.update(f"{path}\0{len(data)}\0".encode("utf-8", "surrogatepass"))
        seen.update(data)
    return seen.hexdigest()
