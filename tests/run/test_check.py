from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from briefgen.corpus.integrity import Level
from briefgen.run.check import Report, check_content
from briefgen.store.layout import Content

TEXT = "“The levy stays,” minister Kari Nordmann told reporters on Friday, and she went on for a while.\n"
ID = "levy"


def brief(*, digest: str | None = None) -> str:
    sha = digest or hashlib.sha256(TEXT.encode()).hexdigest()
    start = TEXT.index("The levy stays")
    name = TEXT.index("Kari Nordmann")
    return f"""schema: briefgen/brief/1
id: {ID}
article:
  id: {ID}
  title: Levy
  published: "2024-05-03"
  text_sha256: "{sha}"
generator: {{briefgen: "0", extractor: rules, model: m}}
actors:
  - id: kari-nordmann
    name: Kari Nordmann
    kind: person
    mentions:
      - {{text: Kari Nordmann, span: [{name}, {name + 13}]}}
quotes:
  - id: q-aaaaaaaa
    form: direct
    speaker: {{actor: kari-nordmann, text: Kari Nordmann, span: [{name}, {name + 13}]}}
    content:
      - {{text: The levy stays, span: [{start}, {start + 14}]}}
"""


@pytest.fixture
def content(tmp_path: Path) -> Content:
    content = Content(tmp_path)
    for folder in (content.sources, content.briefs, content.reviews, content.registry):
        folder.mkdir()
    (content.sources / f"{ID}.md").write_text(f"---\ntitle: Levy\n---\n{TEXT}", encoding="utf-8")
    content.brief(ID).write_text(brief(), encoding="utf-8")
    return content


def run(content: Content) -> Report:
    return check_content(content, max_bytes=1_000_000)


def said(content: Content) -> list[tuple[str, str, int | None]]:
    return [(f.problem.level.value, f.problem.code, f.line) for f in run(content).found]


def test_a_sound_folder_has_no_problems(content: Content) -> None:
    assert run(content) == Report(briefs=1, found=())


def edit(content: Content, old: str, new: str) -> None:
    path = content.brief(ID)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("form: direct", "form: sung", ("error", "schema", 17)),
        ("form: direct", "form: direct\n    extra: 1", ("error", "schema", 18)),
        ("text: The levy stays", "text: The levy stayd", ("error", "not-verbatim", 16)),
        ("actor: kari-nordmann", "actor: ola", ("error", "dangling-id", 18)),
        ('published: "2024-05-03"', "publisher: X", ("warning", "no-date", 3)),
        ("id: levy\narticle", "id: other\narticle", ("error", "schema", 1)),
        ("quotes:", "topics:\n  - {id: a, name: A, weight: 2}\nquotes:", ("error", "schema", 16)),
    ],
)
def test_each_problem_has_its_line(
    content: Content, old: str, new: str, problem: tuple[str, str, int]
) -> None:
    edit(content, old, new)
    assert said(content) == [problem]


def test_a_source_that_changed_makes_its_brief_stale(content: Content) -> None:
    (content.sources / f"{ID}.md").write_text(TEXT + "More.\n", encoding="utf-8")
    assert said(content) == [("error", "stale-text", 7)]


def test_sources_and_briefs_belong_together(content: Content) -> None:
    (content.sources / f"{ID}.md").rename(content.sources / "other.md")
    assert said(content) == [("note", "no-source", None), ("warning", "no-brief", None)]


def test_reviews_are_laid_over_and_judged(content: Content) -> None:
    content.review(ID).write_text(
        "schema: briefgen/review/1\nid: levy\nitems:\n"
        "  - {target: q-aaaaaaaa, verdict: accept}\n"
        "  - {target: q-bbbbbbbb, verdict: reject}\n"
        "  - {target: q-aaaaaaaa, verdict: correct, set: {speaker: {actor: nobody}}}\n"
        "  - {verdict: add, kind: date, set: {text: Monday, span: [58, 64], timex3: {type: DATE}}}\n",
        encoding="utf-8",
    )
    (content.reviews / "gone.yml").write_text("schema: briefgen/review/1\nid: gone\n", encoding="utf-8")
    assert said(content) == [
        ("warning", "review-no_brief", 1),
        ("error", "dangling-id", None),
        ("error", "not-verbatim", None),
        ("warning", "review-gone", 5),
    ]


def test_one_name_under_two_ids_is_asked_about(content: Content) -> None:
    other = brief().replace("id: levy", "id: levy-2").replace("kari-nordmann", "nordmann-kari")
    content.brief("levy-2").write_text(other, encoding="utf-8")
    (content.sources / "levy-2.txt").write_text(TEXT, encoding="utf-8")
    assert said(content) == [("warning", "duplicate-actor", None)]
    (content.registry / "actors.yml").write_text(
        "- {id: kari-nordmann, name: Kari Nordmann, same: [nordmann-kari]}\n", encoding="utf-8"
    )
    assert said(content) == []


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("actors", "- {id: a, name: A B}\n- {id: b, name: B, aliases: [A B]}\n", "duplicate-actor"),
        ("topics", "- {id: a, name: A, parent: b}\n", "registry"),
        ("topics", "- {id: a, name: A, parent: b}\n- {id: b, name: B, parent: a}\n", "registry"),
    ],
)
def test_the_registry_has_to_hold_together(content: Content, name: str, text: str, code: str) -> None:
    (content.registry / f"{name}.yml").write_text(text, encoding="utf-8")
    assert {(level, each) for level, each, _ in said(content)} == {("error", code)}


def test_several_processes_find_the_same(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefgen.run.check.CHUNK", 1)
    for number in range(3):
        content.brief(f"x{number}").write_text(
            brief().replace("id: levy", f"id: x{number}"), encoding="utf-8"
        )
    assert check_content(content, max_bytes=1_000_000, workers=2) == run(content)
    assert run(content).count(Level.NOTE) == 3
