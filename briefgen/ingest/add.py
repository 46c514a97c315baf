"""Puts articles from files, addresses, feeds and archives into content/sources/."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from briefgen.config import Settings
from briefgen.errors import BriefgenError, Failure, Place, SourceError
from briefgen.ingest.fetch.client import Fetcher
from briefgen.ingest.front_matter import FrontMatter
from briefgen.ingest.known import KnownSources, text_digest
from briefgen.ingest.published import find_published
from briefgen.ingest.readers.incoming import Incoming, Link
from briefgen.ingest.readers.read import SUFFIXES
from briefgen.ingest.readers.sandbox import Sandbox
from briefgen.ingest.source import article_of, read_source, source_from_bytes
from briefgen.model.ids import slug
from briefgen.store.files import write_atomically
from briefgen.store.layout import Content
from briefgen.store.yaml_writer import write_model

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
MAX_FILE_BYTES = 200_000_000


class Fate(StrEnum):
    """What became of an article."""

    ADDED = "added"
    COPY = "added as a copy"
    REVISED = "revised"
    REVISION = "added as a new version"
    KNOWN = "known already"


@dataclass(frozen=True, slots=True)
class Added:
    """An article that was taken in, or was there already; `other` is the one it is a copy or version of."""

    fate: Fate
    path: Path
    other: str | None = None

    def __str__(self) -> str:
        of = f" of {self.other}" if self.other else ""
        return f"{self.path.as_posix()}: {self.fate}{of}"


@dataclass(slots=True)
class Adder:
    """Takes articles in, one after the other; what is added first is known to the next."""

    settings: Settings
    content: Content
    known: KnownSources
    fetcher: Fetcher
    sandbox: Sandbox
    today: str
    """The day of retrieval, ISO."""
    dry_run: bool = False
    _seen: set[str] = field(default_factory=set)

    def add(self, what: str) -> Iterator[Added | Failure]:
        """Yields what becomes of each article of a file, folder, address or feed."""
        yield from self._guard(what, lambda: self._add(what))

    def _guard(self, what: str, work: Callable[[], Iterator[Added | Failure]]) -> Iterator[Added | Failure]:
        try:
            yield from work()
        except BriefgenError as error:
            yield Failure(what, error)

    def _add(self, what: str) -> Iterator[Added | Failure]:
        if _ADDRESS.match(what):
            yield from self._address(what, Incoming(""), depth=0)
            return
        path = Path(what)
        if path.is_dir():
            for file in sorted(path.rglob("*")):
                if file.is_file() and file.suffix.lower() in SUFFIXES and not _is_hidden(file, path):
                    yield from self._guard(str(file), lambda file=file: self._file(file))  # type: ignore[misc]
            return
        yield from self._file(path)

    def _file(self, path: Path) -> Iterator[Added | Failure]:
        place = Place(path=path)
        try:
            if path.stat().st_size > MAX_FILE_BYTES:
                raise SourceError("too large", todo="Split it by article.", place=place)
            data = path.read_bytes()
        except OSError as error:
            raise SourceError(
                f"cannot be read: {error.strerror}", todo="Check its name.", place=place
            ) from error
        yield from self._read(data, place, None, "", Incoming(""), depth=0)

    def _address(self, url: str, feed_says: Incoming, *, depth: int) -> Iterator[Added | Failure]:
        fetched = self.fetcher.fetch(url)
        place = Place(article=url)
        yield from self._read(fetched.body, place, fetched.url, fetched.content_type, feed_says, depth=depth)

    def _read(
        self, data: bytes, place: Place, url: str | None, kind: str, feed_says: Incoming, *, depth: int
    ) -> Iterator[Added | Failure]:
        found = self.sandbox(
            data,
            place,
            url=url,
            content_type=kind,
            max_bytes=self.settings.ingest.max_bytes,
            feed_items=self.settings.fetch.feed_items,
        )
        for each in found:
            if isinstance(each, Incoming):
                yield from self._guard(
                    str(place),
                    lambda each=each: iter([self.take(_joined(each, feed_says), place)]),  # type: ignore[misc]
                )
            else:
                yield from self._link(each, place, depth)

    def _link(self, link: Link, place: Place, depth: int) -> Iterator[Added | Failure]:
        if depth > 0:
            raise SourceError("a feed that leads to feeds", todo="Add those one by one.", place=place)
        # Only what is new is fetched: a feed is read again and again.
        if self.known.at(link.url) is None and link.url not in self._seen:
            self._seen.add(link.url)
            yield from self._guard(link.url, lambda: self._address(link.url, link.incoming, depth=depth + 1))

    def take(self, incoming: Incoming, place: Place) -> Added:
        """Writes one article into content/sources/, and returns what became of it.

        Raises SourceError where it cannot be a source: no prose, another language, too large.
        """
        same = self.known.at(incoming.canonical_url, incoming.url)
        if same is not None:
            return self._again(same, incoming, place)
        there = self.known.same_text(incoming.text)
        if there is not None and incoming.url is None:
            return Added(Fate.KNOWN, self.known.by_id[there])
        copy_of = there or self.known.near(incoming.text)
        path = self._free_path(incoming)
        self._write(path, self._front_matter(incoming, copy_of=copy_of), incoming.text, place)
        return Added(Fate.COPY if copy_of else Fate.ADDED, path, copy_of)

    def _again(self, id: str, incoming: Incoming, place: Place) -> Added:
        """Takes a new version of a source that is there, at the same address."""
        path = self.known.by_id[id]
        old = read_source(path, max_bytes=self.settings.ingest.max_bytes)
        if text_digest(old.text) == text_digest(incoming.text):
            return Added(Fate.KNOWN, path)
        if old.front_matter.text_sha256 != text_digest(old.text):
            # A person has worked on that text, or put it there: it stays as it is.
            new = self._free_path(incoming)
            self._write(new, self._front_matter(incoming, revision_of=id), incoming.text, place)
            return Added(Fate.REVISION, new, id)
        # The same file, so that the brief's own difference shows what changed in the article.
        fresh = self._front_matter(incoming).model_dump(exclude_none=True)
        kept = old.front_matter.model_dump(exclude_none=True, exclude={"retrieved", "text_sha256"})
        kept = {key: value for key, value in kept.items() if value not in ((), False)}
        self._write(path, FrontMatter.model_validate({**fresh, **kept}), incoming.text, place)
        return Added(Fate.REVISED, path)

    def _front_matter(
        self, incoming: Incoming, *, copy_of: str | None = None, revision_of: str | None = None
    ) -> FrontMatter:
        return FrontMatter(
            title=incoming.title,
            publisher=incoming.publisher,
            authors=incoming.authors,
            published=incoming.published,
            published_basis=incoming.published_basis,
            published_reason=incoming.published_reason,
            url=incoming.url,
            canonical_url=incoming.canonical_url,
            # A page's word for its language is often a template's; what is not English is found out below.
            language=None,
            retrieved=self.today,
            rights=incoming.rights,
            text_sha256=text_digest(incoming.text),
            copy_of=copy_of,
            revision_of=revision_of,
        )

    def _write(self, path: Path, front_matter: FrontMatter, text: str, place: Place) -> None:
        head = write_model(front_matter)
        whole = f"---\n{head}---\n{text}"
        source = source_from_bytes(path, whole.encode("utf-8"), max_bytes=self.settings.ingest.max_bytes)
        try:
            article_of(source)
        except BriefgenError as error:
            raise type(error)(error.what, todo=error.todo, place=place) from error
        if not self.dry_run:
            write_atomically(path, whole)
        self.known.add(source)

    def _free_path(self, incoming: Incoming) -> Path:
        day = incoming.published
        if day is None:
            publication = find_published(incoming.text, incoming.url)
            day = publication.value if publication else None
        title = incoming.title or " ".join(incoming.text.split()[:8])
        parts = [
            re.sub(r"[^0-9-]", "", day or ""),
            slug(incoming.publisher or "", limit=24),
            slug(title, limit=60),
        ]
        stem = "-".join(part.strip("-") for part in parts if part.strip("-") and part != "x") or "article"
        taken = {id.casefold() for id in self.known.by_id}
        number = 1
        while (name := stem if number == 1 else f"{stem}-{number}") in taken or (
            self.content.sources / f"{name}.md"
        ).exists():
            number += 1
        return self.content.sources / f"{name}.md"


def _joined(page: Incoming, feed: Incoming) -> Incoming:
    """Returns what a page says, with what its feed says where the page is silent."""
    silent = {
        name: getattr(feed, name)
        for name in ("title", "publisher", "authors", "published", "published_basis", "published_reason")
        if not getattr(page, name) and getattr(feed, name)
    }
    if page.published:
        silent = {name: value for name, value in silent.items() if not name.startswith("published")}
    return replace(page, **silent)


def _is_hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)
