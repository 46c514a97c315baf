from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefgen.errors import Failure, Place, SourceError
from briefgen.run.build import BuildReport, build, plan
from briefgen.run.executors import Serial
from briefgen.run.fingerprint import Fingerprint, fingerprint
from briefgen.run.job import Job, Outcome
from briefgen.store.layout import Content

PRINT = Fingerprint("code", "lexicons", "model", "resolution", "registry")


class Count:
    """Makes a brief of a source's words, and counts; a source that says `fail` fails."""

    def __init__(self) -> None:
        self.done: list[str] = []

    def __call__(self, job: Job) -> Outcome:
        self.done.append(job.id)
        text = job.path.read_text(encoding="utf-8")
        if "fail" in text:
            return Outcome(
                job.id, failure=Failure(job.id, SourceError("no good", place=Place(path=job.path)))
            )
        return Outcome(job.id, brief=f"id: {job.id}\ntext: {text}", extracted=True, warnings=("hm",))


@pytest.fixture
def content(tmp_path: Path) -> Content:
    content = Content(tmp_path / "content")
    content.sources.mkdir(parents=True)
    for name in ("a", "b", "c"):
        (content.sources / f"{name}.md").write_text(f"{name}\n", encoding="utf-8")
    return content


def run(content: Content, print_of: Fingerprint = PRINT, **options: bool) -> tuple[BuildReport, list[str]]:
    work = Count()
    report = build(content, content.root.parent / "cache", print_of, work, Serial(), **options)
    return report, work.done


def test_only_what_changed_is_done(content: Content) -> None:
    assert run(content)[0].written == ("a", "b", "c")
    assert run(content)[1] == []
    (content.sources / "b.md").write_text("other\n", encoding="utf-8")
    report, done = run(content)
    assert (report.written, report.unchanged, done) == (("b",), ("a", "c"), ["b"])


def test_a_brief_that_was_deleted_or_edited_is_made_again(content: Content) -> None:
    run(content)
    before = content.brief("c").read_bytes()
    content.brief("a").unlink()
    content.brief("c").write_text("edited", encoding="utf-8")
    assert run(content)[0].written == ("a", "c")
    assert content.brief("c").read_bytes() == before


def test_a_changed_lexicon_says_what_it_redoes(content: Content) -> None:
    files = {"lexicons/en/x.yml": "1"}
    run(content, replace(PRINT, files=files))
    said: list[str] = []
    changed = replace(PRINT, lexicons="new", files={"lexicons/en/x.yml": "2"})
    report = build(content, content.root.parent / "cache", changed, Count(), Serial(), announce=said.append)
    assert said == ["changed: the lexicons (lexicons/en/x.yml); 3 articles are read again"]
    assert report.changed_parts == ("lexicons",)
    assert report.written == ()


def test_a_source_that_fails_keeps_its_brief(content: Content) -> None:
    run(content)
    before = content.brief("a").read_bytes()
    (content.sources / "a.md").write_text("fail", encoding="utf-8")
    report, _ = run(content)
    assert [failure.id for failure in report.failures] == ["a"]
    assert content.brief("a").read_bytes() == before
    assert run(content)[1] == ["a"]


def test_two_sources_with_one_id_fail_both_and_name_each_other(content: Content) -> None:
    run(content)
    before = content.brief("a").read_bytes()
    (content.sources / "A.txt").write_text("x", encoding="utf-8")
    report, done = run(content)
    assert done == []
    assert ["A.txt" in str(failure) and "a.md" in str(failure) for failure in report.failures] == [True, True]
    assert content.brief("a").read_bytes() == before
    assert report.orphans == ()


def test_a_brief_without_a_source_stays_and_is_named(content: Content) -> None:
    run(content)
    (content.sources / "b.md").unlink()
    assert run(content)[0].orphans == ("b",)
    assert content.brief("b").is_file()


def test_an_interrupted_build_goes_on_where_it_stopped(content: Content) -> None:
    class Stops(Serial):
        def run(self, work, jobs) -> Iterator[Outcome]:  # type: ignore[no-untyped-def]
            for count, job in enumerate(jobs):
                if count == 2:
                    raise KeyboardInterrupt
                yield work(job)

    with pytest.raises(KeyboardInterrupt):
        build(content, content.root.parent / "cache", PRINT, Count(), Stops())
    assert run(content)[1] == ["c"]


def test_a_lost_or_damaged_record_costs_only_time(content: Content) -> None:
    run(content)
    record = content.root.parent / "cache" / "built.json"
    for damage in ("", "{", "[]", '{"format": "briefgen/built/1", "parts": 1, "files": {}, "briefs": {}}'):
        record.write_text(damage, encoding="utf-8")
        report, done = run(content)
        assert (report.written, len(done)) == ((), 3)


def test_unfinished_files_of_a_dead_run_are_swept(content: Content) -> None:
    run(content)
    leftover = content.briefs / ".briefgen-999999999-x.tmp"
    leftover.write_text("half", encoding="utf-8")
    run(content)
    assert not leftover.exists()


def test_a_folder_that_cannot_be_written_is_a_failure(content: Content) -> None:
    content.briefs.write_text("not a folder", encoding="utf-8")
    report, _ = run(content)
    assert [failure.id for failure in report.failures] == ["a", "b", "c"]
    assert all("cannot be written" in str(failure) for failure in report.failures)


def test_ids_that_differ_in_case_only_are_one(tmp_path: Path) -> None:
    jobs, failures = plan([tmp_path / "A.md", tmp_path / "a.md", tmp_path / "b.md"])
    assert [job.id for job in jobs] == ["b"]
    assert len(failures) == 2


def test_the_registry_is_part_of_the_fingerprint(content: Content) -> None:
    before = fingerprint(content)
    content.registry.mkdir()
    (content.registry / "topics.yml").write_text("- {id: a, name: A}\n", encoding="utf-8")
    after = fingerprint(content)
    assert after.differences(before.parts()) == ("registry",)
    assert after.reading == before.reading
