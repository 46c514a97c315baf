"""Brings content/briefs/ up to date with content/sources/: only what changed is done."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from briefgen.errors import BriefgenError, Failure, Place, SourceError
from briefgen.ingest.source import source_id
from briefgen.run.fingerprint import Fingerprint, digest
from briefgen.run.job import Executor, Job, Outcome, Work
from briefgen.store.files import sweep, write_atomically
from briefgen.store.layout import Content

RECORD = "built.json"
_RECORD_FORMAT = "briefgen/built/1"


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did, by article id, sorted."""

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    extracted: tuple[str, ...] = ()
    """Articles that were read anew, and not taken from the cache."""
    failures: tuple[Failure, ...] = ()
    warnings: tuple[tuple[str, str], ...] = ()
    orphans: tuple[str, ...] = ()
    """Briefs without a source; they stay."""
    changed_parts: tuple[str, ...] = ()
    """What besides the sources changed since the last build."""


@dataclass(slots=True)
class _Record:
    """What the last build made of what; derived, and harmless to lose."""

    parts: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    briefs: dict[str, list[str]] = field(default_factory=dict)
    """By article id: digest of everything the brief was made from, digest of the brief."""

    @classmethod
    def load(cls, path: Path) -> _Record:
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
            if data["format"] != _RECORD_FORMAT:
                return cls()
            return cls(
                dict(data["parts"]), dict(data["files"]), {k: list(v) for k, v in data["briefs"].items()}
            )
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return cls()

    def save(self, path: Path) -> None:
        data = {"format": _RECORD_FORMAT, "parts": self.parts, "files": self.files, "briefs": self.briefs}
        try:
            write_atomically(path, json.dumps(data, sort_keys=True, indent=0) + "\n")
        except BriefgenError:
            return  # without the record the next build only does more


def plan(sources: Iterable[Path]) -> tuple[list[Job], list[Failure]]:
    """Returns a job for each source, and a failure for each of those that share an id."""
    by_id: dict[str, list[Job]] = {}
    for path in sources:
        id = source_id(path)
        by_id.setdefault(id.casefold(), []).append(Job(id, path))
    jobs, failures = [], []
    for same in by_id.values():
        if len(same) == 1:
            jobs += same
            continue
        for job in same:
            others = ", ".join(other.path.as_posix() for other in same if other is not job)
            error = SourceError(
                f"its id {job.id!r} is also that of {others}",
                todo="Rename one of the files.",
                place=Place(path=job.path),
            )
            failures.append(Failure(job.id, error))
    return jobs, failures


def build(
    content: Content,
    cache_folder: Path,
    fingerprint: Fingerprint,
    work: Work,
    executor: Executor,
    *,
    force: bool = False,
    announce: Callable[[str], None] = lambda line: None,
) -> BuildReport:
    """Makes a brief of every source that changed, and returns what was done.

    A source that fails leaves the brief it had. `announce` is told in one line what will be read and why.
    """
    record_path = cache_folder / RECORD
    before = _Record() if force else _Record.load(record_path)
    sweep(content.briefs)
    jobs, failures = plan(content.source_files())
    todo: list[Job] = []
    keys: dict[str, str] = {}
    unchanged: list[str] = []
    for job in jobs:
        try:
            keys[job.id] = digest(fingerprint.briefing, job.id, job.path.read_bytes())
        except OSError as error:
            failures.append(Failure(job.id, _unreadable(job, error)))
            continue
        if before.briefs.get(job.id) == [keys[job.id], file_digest(content.brief(job.id))]:
            unchanged.append(job.id)
        else:
            todo.append(job)
    changed = fingerprint.differences(before.parts)
    if todo and changed and announce is not None:
        announce(_why(changed, fingerprint, before, len(todo)))
    after = _Record(
        fingerprint.parts(), dict(fingerprint.files), {id: before.briefs[id] for id in sorted(unchanged)}
    )
    outcomes: list[Outcome] = []
    written: list[str] = []
    try:
        for outcome in executor.run(work, todo):
            text = outcome.brief
            if text is not None:
                path = content.brief(outcome.id)
                try:
                    if write_atomically(path, text):
                        written.append(outcome.id)
                except BriefgenError as error:
                    outcome = Outcome(outcome.id, failure=Failure(outcome.id, error))
                else:
                    after.briefs[outcome.id] = [keys[outcome.id], text_digest(text)]
            outcomes.append(Outcome(outcome.id, None, outcome.failure, outcome.extracted, outcome.warnings))
    finally:
        after.save(record_path)
    failures += [outcome.failure for outcome in outcomes if outcome.failure is not None]
    known = {job.id for job in jobs} | {failure.id for failure in failures}
    return BuildReport(
        written=tuple(sorted(written)),
        unchanged=tuple(
            sorted({job.id for job in jobs} - set(written) - {failure.id for failure in failures})
        ),
        extracted=tuple(sorted(outcome.id for outcome in outcomes if outcome.extracted)),
        failures=tuple(sorted(failures, key=lambda failure: (str(failure.error.place), failure.id))),
        warnings=tuple(sorted((o.id, warning) for o in outcomes for warning in o.warnings)),
        orphans=tuple(path.stem for path in content.brief_files() if path.stem not in known),
        changed_parts=changed,
    )


def text_digest(text: str) -> str:
    """Returns the digest of a brief as it goes on disk."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def file_digest(path: Path) -> str | None:
    """Returns the digest of a brief on disk, or None where there is none."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None


def _unreadable(job: Job, error: OSError) -> SourceError:
    return SourceError(
        f"cannot be read: {error.strerror}",
        todo="Check the file's permissions.",
        place=Place(path=job.path),
    )


def _why(changed: tuple[str, ...], fingerprint: Fingerprint, before: _Record, count: int) -> str:
    names = {
        "extraction": "the code that reads articles",
        "lexicons": "the lexicons",
        "language_model": "the language model",
        "resolution": "the code that makes briefs",
        "registry": "the registry",
        "settings": "the settings",
    }
    files = sorted(
        name
        for name in fingerprint.files.keys() | before.files.keys()
        if fingerprint.files.get(name) != before.files.get(name)
    )
    which = f" ({', '.join(files[:5])}{' …' if len(files) > 5 else ''})" if files else ""
    again = {"extraction", "lexicons", "language_model"} & set(changed)
    verb = "read" if again else "resolved"
    parts = ", ".join(names[name] for name in changed)
    return f"changed: {parts}{which}; {count} article{'s are' if count != 1 else ' is'} {verb} again"
