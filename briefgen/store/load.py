"""Loads briefs, reviews and the registry from content/."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Generic, TypeVar

from pydantic import ValidationError

from briefgen.errors import BriefgenError, Failure, Place, StoreError, YamlError
from briefgen.model.base import Model
from briefgen.model.brief import Brief
from briefgen.model.lean import lean
from briefgen.model.registry import Registry, RegistryActor, RegistryEvent, RegistryTopic
from briefgen.model.review import Review
from briefgen.store.index import BriefIndex, digest_of
from briefgen.store.layout import Content
from briefgen.store.yaml_reader import Tree, misfit, read_model, read_yaml

INDEX = "briefs.sqlite"
INDEX_FROM = 200
"""Number of briefs from which on an index pays."""

T = TypeVar("T")
M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class Loaded(Generic[T]):
    """What could be loaded, in order of file name, and what could not."""

    items: tuple[T, ...]
    failures: tuple[Failure, ...]
    digests: Mapping[str, str] = field(default_factory=dict)
    """Of briefs: by id, the digest of the very bytes that were read."""


def read_text(path: Path) -> str:
    """Returns a file of ours as text.

    Raises StoreError where it cannot be read or is not UTF-8.
    """
    return _decode(_read_bytes(path), path)


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise StoreError(
            f"cannot be read: {error.strerror}", todo="Check the file.", place=Place(path=path)
        ) from error


def _decode(data: bytes, path: Path) -> str:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise StoreError("not UTF-8", todo="Save it as UTF-8.", place=Place(path=path)) from error
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def load_brief(path: Path) -> Brief:
    """Returns one brief, for one who lets go of it before the next: many that are kept should be lean.

    Raises YamlError or StoreError with file and line.
    """
    return _parse_brief(_read_bytes(path), path)


def _parse_brief(data: bytes, path: Path) -> Brief:
    brief = read_model(_decode(data, path), Brief, path)
    if brief.id != path.stem:
        raise YamlError(
            f"the brief's id {brief.id!r} is not its file's name",
            todo="Rename the file, or delete it and run `briefgen build`.",
            place=Place(path=path, line=1),
        )
    return brief


def load_briefs(
    content: Path, cache: Path | None = None, read: Mapping[str, str] = MappingProxyType({})
) -> Loaded[Brief]:
    """Returns every brief under content/briefs/ by file name, and a failure for each unreadable one.

    From some hundreds on, with a folder for it, an index spares reading the YAML of files seen before. `read` are the
    digests of files that were read just now, by id: what the index knows of them is not read again.
    """
    paths = Content(content).brief_files()
    if cache is None or len(paths) < INDEX_FROM:
        return _load_all(paths, _read_brief)
    with BriefIndex(cache / INDEX) as index:
        with _without_collector():
            wanted = [(path, bytes.fromhex(read[path.stem])) for path in paths if path.stem in read]
            known = index.get_all({digest: partial(_read_again, path, digest) for path, digest in wanted})

        def load(path: Path) -> tuple[Brief, str]:
            digest = read.get(path.stem, "")
            brief = known.get(bytes.fromhex(digest))
            return (brief, digest) if brief else _find_brief(path, index)

        return _load_all(paths, load)


def _load_all(paths: tuple[Path, ...], load: Callable[[Path], tuple[Brief, str]]) -> Loaded[Brief]:
    briefs, failures, digests = [], [], {}
    with _without_collector():
        for path in paths:
            try:
                brief, digests[path.stem] = load(path)
                briefs.append(brief)
            except BriefgenError as error:
                failures.append(Failure(id=path.stem, error=error))
    return Loaded(items=tuple(briefs), failures=tuple(failures), digests=digests)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Stops the search for cycles: models have none, and it costs more than all the loading."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read_brief(path: Path) -> tuple[Brief, str]:
    """Returns a brief and the digest of its file."""
    data = _read_bytes(path)
    return lean(_parse_brief(data, path)), digest_of(path.stem, data).hex()


def _find_brief(path: Path, index: BriefIndex) -> tuple[Brief, str]:
    """Returns a brief of the index, or of its file where the index does not know it, and the digest of its file."""
    data = _read_bytes(path)
    digest = digest_of(path.stem, data)
    brief = index.get(digest, partial(_read_again, path, digest))
    if brief is None:
        brief = lean(_parse_brief(data, path))
        index.put(digest, brief)
    return brief, digest.hex()


def _read_again(path: Path, digest: bytes) -> Brief:
    """Returns the brief of a file that was read before.

    Raises StoreError where it no longer says the same.
    """
    data = _read_bytes(path)
    if digest_of(path.stem, data) != digest:
        raise StoreError("changed while it was in use", todo="Run the command again.", place=Place(path=path))
    return lean(_parse_brief(data, path))


def load_review(path: Path) -> Review:
    """Returns one review.

    Raises YamlError or StoreError with file and line.
    """
    return read_model(read_text(path), Review, path)


def load_reviews(content: Path) -> Loaded[Review]:
    """Returns every review under content/reviews/ by file name, and a failure for each unreadable one."""
    reviews, failures = [], []
    for path in Content(content).review_files():
        try:
            reviews.append(load_review(path))
        except BriefgenError as error:
            failures.append(Failure(id=path.stem, error=error))
    return Loaded(items=tuple(reviews), failures=tuple(failures))


def load_registry(content: Path) -> Registry:
    """Returns the registry: actors.yml, topics.yml and events.yml, each a list, each optional.

    Raises YamlError with file and line for what does not fit, and for an id that stands twice.
    """
    folder = Content(content).registry
    return Registry(
        actors=_entries(folder / "actors.yml", RegistryActor),
        topics=_entries(folder / "topics.yml", RegistryTopic),
        events=_entries(folder / "events.yml", RegistryEvent),
    )


def _entries(path: Path, model: type[M]) -> tuple[M, ...]:
    if not path.is_file():
        return ()
    tree = read_yaml(read_text(path), path)
    if tree.data is None:
        return ()
    if not isinstance(tree.data, list):
        raise YamlError("not a list", todo="Begin each entry with `- id: …`.", place=Place(path=path, line=1))
    entries: list[M] = []
    seen: dict[str, int] = {}
    for index, row in enumerate(tree.data):
        try:
            entry = model.model_validate(row)
        except ValidationError as error:
            raise misfit(error, _below(tree, index)) from error
        id = str(getattr(entry, "id", index))
        line = tree.line((index,))
        if id in seen:
            raise YamlError(
                f"the id {id!r} stands twice, first on line {seen[id]}",
                todo="Merge the two entries.",
                place=Place(path=path, line=line),
            )
        seen[id] = line
        entries.append(entry)
    return tuple(entries)


def _below(tree: Tree, index: int) -> Tree:
    lines = {at[1:]: line for at, line in tree.lines.items() if at and at[0] == index}
    return Tree(data=tree.data[index], path=tree.path, lines=lines)
