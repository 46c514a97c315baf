"""Checks content/: every brief against its schema, its article, its ids and its review.

Briefs are looked at one at a time and let go, so that memory stays flat however many there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

from briefgen.corpus.actor_findings import ActorFindings, ActorRow, actor_rows
from briefgen.corpus.integrity import (
    ActorNames,
    Level,
    Problem,
    Route,
    check_head,
    check_ids,
    check_registry,
    check_verbatim,
)
from briefgen.errors import BriefgenError
from briefgen.ingest.source import read_source, source_id
from briefgen.model.brief import Brief
from briefgen.model.registry import Registry
from briefgen.run.build import plan
from briefgen.store.layout import Content
from briefgen.store.load import load_brief, load_registry, load_review, read_text
from briefgen.store.overlay import lay_one_over
from briefgen.store.yaml_reader import read_yaml

CHUNK = 200


@dataclass(frozen=True, slots=True)
class Found:
    """A problem with its file and line."""

    problem: Problem
    path: Path | None
    line: int | None = None

    def __str__(self) -> str:
        where = f"{self.path.as_posix()}:{self.line}" if self.path and self.line else ""
        where = where or (self.path.as_posix() if self.path else "content")
        return f"{where}: {self.problem.level}: {self.problem.message} [{self.problem.code}]"


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check of one brief gives: its problems, and what the whole corpus needs of it."""

    id: str
    found: tuple[Found, ...]
    actors: tuple[tuple[str, str], ...] = ()
    """Id and name of each."""
    rows: tuple[ActorRow, ...] = ()
    """The same actors, as telling near ones apart needs them."""


@dataclass(frozen=True, slots=True)
class Report:
    """Every problem, by file and line."""

    briefs: int
    found: tuple[Found, ...]

    def count(self, level: Level) -> int:
        """Returns the number of problems of a level."""
        return sum(1 for each in self.found if each.problem.level is level)


@dataclass(frozen=True, slots=True)
class BriefCheck:
    """Checks briefs of one content folder; it can be sent to another process."""

    content: Content
    registry: Registry
    sources: dict[str, Path]
    """Path of each source by article id."""
    max_bytes: int

    def many(self, paths: tuple[Path, ...]) -> list[Checked]:
        """Returns the checks of several briefs."""
        return [self.one(path) for path in paths]

    def one(self, path: Path) -> Checked:
        """Returns the check of one brief."""
        try:
            brief = load_brief(path)
        except BriefgenError as error:
            problem = Problem(Level.ERROR, "schema", _message(error))
            return Checked(path.stem, (Found(problem, path, error.place.line),))
        problems = [*check_ids(brief, self.registry), *check_head(brief), *self._against_source(brief)]
        found = _with_lines(problems, path)
        found += self._review(brief)
        names = tuple((actor.id, actor.name) for actor in brief.actors)
        return Checked(brief.id, tuple(found), names, actor_rows(brief))

    def _against_source(self, brief: Brief) -> Iterator[Problem]:
        source = self.sources.get(brief.id)
        if source is None:
            message = "a brief without a source: its words cannot be checked; delete it if it is not wanted"
            yield Problem(Level.NOTE, "no-source", message)
            return
        try:
            text = read_source(source, max_bytes=self.max_bytes).text
        except BriefgenError as error:
            yield Problem(Level.WARNING, "source", str(error))
            return
        yield from check_verbatim(brief, text)

    def _review(self, brief: Brief) -> list[Found]:
        path = self.content.review(brief.id)
        if not path.is_file():
            return []
        try:
            review = load_review(path)
        except BriefgenError as error:
            return [Found(Problem(Level.ERROR, "schema", _message(error)), path, error.place.line)]
        overlaid = lay_one_over(brief, review)
        problems = [
            Problem(
                Level.ERROR if finding.trouble == "invalid" else Level.WARNING,
                f"review-{finding.trouble}",
                f"{finding.message}; look again with `briefgen review`",
                () if finding.index is None else ("items", finding.index),
            )
            for finding in overlaid.findings
        ]
        if overlaid.briefs[0] is not brief:
            # What a person wrote has to hold together as well.
            known = {problem.message for problem in check_ids(brief, self.registry)}
            problems += [
                replace(problem, message=f"with the review laid over, {problem.message}", route=())
                for problem in check_ids(overlaid.briefs[0], self.registry)
                if problem.message not in known
            ]
            problems += self._added_words(overlaid.briefs[0], brief)
        return _with_lines(problems, path)

    def _added_words(self, overlaid: Brief, brief: Brief) -> list[Problem]:
        source = self.sources.get(brief.id)
        if source is None:
            return []
        try:
            text = read_source(source, max_bytes=self.max_bytes).text
        except BriefgenError:
            return []  # said already, of the brief itself
        return [
            replace(problem, message=f"with the review laid over, {problem.message}", route=())
            for problem in check_verbatim(overlaid, text)
            if problem.code == "not-verbatim"
        ]


def check_content(content: Content, *, max_bytes: int, workers: int = 1) -> Report:
    """Returns every problem of a content folder.

    Raises YamlError where the registry cannot be read: nothing else can be judged then.
    """
    registry = load_registry(content.root)
    jobs, clashes = plan(content.source_files())
    sources = {job.id: job.path for job in jobs}
    found = [
        Found(Problem(Level.ERROR, "source", _message(each.error)), each.error.place.path) for each in clashes
    ]
    found += _registry(content, registry)
    paths = content.brief_files()
    have = {path.stem for path in paths}
    for job in jobs:
        if job.id not in have:
            message = "a source without a brief; run `briefgen build`"
            found.append(Found(Problem(Level.WARNING, "no-brief", message), job.path))
    known = have | {source_id(path) for path in content.source_files()}
    for path in content.review_files():
        if path.stem not in known:
            message = "reviews a brief that is not there; rename it if the article was renamed"
            found.append(Found(Problem(Level.WARNING, "review-no_brief", message), path, 1))
    names = ActorNames(registry)
    near = ActorFindings(registry)
    for checked in _run(BriefCheck(content, registry, sources, max_bytes), paths, workers):
        found += checked.found
        names.add(checked.id, checked.actors)
        near.add(checked.id, checked.rows)
    found += [Found(problem, content.registry / "actors.yml") for problem in names.doubles()]
    found += [Found(problem, content.registry / "actors.yml") for problem in near.problems()]
    return Report(len(paths), tuple(sorted(found, key=_order)))


def _run(check: BriefCheck, paths: tuple[Path, ...], workers: int) -> Iterator[Checked]:
    if workers == 1 or len(paths) <= CHUNK:
        yield from map(check.one, paths)
        return
    chunks = [paths[start : start + CHUNK] for start in range(0, len(paths), CHUNK)]
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        for done in pool.map(check.many, chunks):
            yield from done


def _registry(content: Content, registry: Registry) -> Iterable[Found]:
    by_file: dict[str, list[Problem]] = {}
    for problem in check_registry(registry):
        by_file.setdefault(str(problem.route[0]), []).append(problem)
    for name, problems in by_file.items():
        path = content.registry / f"{name}.yml"
        yield from _with_lines([replace(problem, route=problem.route[1:]) for problem in problems], path)


def _with_lines(problems: list[Problem], path: Path) -> list[Found]:
    if not problems:
        return []
    # Lines cost time, and are needed only for a file with problems.
    tree = read_yaml(read_text(path), path)
    return [Found(problem, path, tree.line(problem.route) if problem.route else None) for problem in problems]


def _message(error: BriefgenError) -> str:
    return f"{error.what}. {error.todo}" if error.todo else error.what


def _order(found: Found) -> tuple[str, int, str, str, Route]:
    path = found.path.as_posix() if found.path else ""
    return path, found.line or 0, found.problem.code, found.problem.message, ()
