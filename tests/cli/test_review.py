from __future__ import annotations

import json
from contextlib import chdir
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefgen.cli.main import main
from briefgen.store.load import load_review

BRIEF = """schema: briefgen/brief/1
id: levy
article:
  id: levy
generator: {briefgen: "0", extractor: rules, model: m}
key_points:
  - text: The levy stays.
    rests_on: [p-bbbbbbbb]
actors:
  - id: kari-nordmann
    name: Kari Nordmann
    kind: person
quotes:
  - id: q-aaaaaaaa
    form: direct
    speaker: {text: she, span: [17, 20]}
    content:
      - {text: The levy stays, span: [1, 15]}
  - id: q-dddddddd
    form: indirect
    speaker: {actor: kari-nordmann, text: Kari Nordmann, span: [30, 43]}
    content:
      - {text: it will end, span: [50, 61]}
positions:
  - id: p-bbbbbbbb
    act: pledge
    basis: stated
    stance: support
    claim: The levy stays.
    certainty: CT+
    salience: core
    evidence:
      - {text: The levy stays, span: [1, 15]}
dates:
  - id: d-cccccccc
    text: recently
    span: [22, 30]
    timex3: {type: DATE}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("briefs", "sources", "reviews"):
        (tmp_path / "content" / name).mkdir(parents=True)
    (tmp_path / "content" / "briefs" / "levy.yml").write_text(BRIEF)
    (tmp_path / "content" / "sources" / "levy.txt").write_text(
        '"The levy stays" she recently said \u202e.', "utf-8"
    )
    return tmp_path


def run(project: Path, *arguments: str) -> Result:
    with chdir(project):
        return CliRunner().invoke(main, ["review", "--by", "Ola", *arguments])


def items(project: Path) -> list[tuple[str | None, str]]:
    review = load_review(project / "content" / "reviews" / "levy.yml")
    return [(item.target, item.verdict.value) for item in review.items]


def test_what_needs_an_eye_most_comes_first(project: Path) -> None:
    rows = json.loads(run(project, "--json").stdout)
    assert [row["item"] for row in rows] == ["p-bbbbbbbb", "q-aaaaaaaa", "d-cccccccc"]
    assert rows[0]["reasons"][0] == "nobody is named as its holder"


def test_decisions_are_written_and_not_asked_about_again(project: Path) -> None:
    assert (
        run(project, "levy", "q-aaaaaaaa", "--set", "speaker.actor=kari-nordmann", "--note", "n").exit_code
        == 0
    )
    assert run(project, "levy", "d-cccccccc", "--accept").exit_code == 0
    assert run(project, "levy", "q-dddddddd", "--reject").exit_code == 0
    assert items(project) == [
        ("q-aaaaaaaa", "correct"),
        ("d-cccccccc", "accept"),
        ("q-dddddddd", "reject"),
    ]
    assert [row["item"] for row in json.loads(run(project, "--json").stdout)] == ["p-bbbbbbbb"]
    assert run(project, "--list").stdout.endswith("1 items to look at, 0 decisions to make again\n")


def test_comments_stay_and_a_new_decision_takes_the_old_ones_place(project: Path) -> None:
    path = project / "content" / "reviews" / "levy.yml"
    run(project, "levy", "d-cccccccc", "--accept")
    path.write_text("# mine\n" + path.read_text())
    run(project, "levy", "q-aaaaaaaa", "--reject")
    assert path.read_text().startswith("# mine\n")
    run(project, "levy", "d-cccccccc", "--reject")
    assert items(project) == [("q-aaaaaaaa", "reject"), ("d-cccccccc", "reject")]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["levy", "q-zzzzzzzz", "--accept"], "has no item"),
        (["other", "q-aaaaaaaa", "--accept"], "there is no brief"),
        (["levy", "q-aaaaaaaa", "--set", "form=sung"], "form"),
        (["levy", "q-aaaaaaaa", "--set", "form"], "FIELD=VALUE"),
        (["levy", "--accept"], "needs BRIEF and ITEM"),
        (["levy", "q-aaaaaaaa", "--accept", "--set", "form=mixed"], "either"),
    ],
)
def test_what_cannot_be_decided_is_said_and_nothing_written(
    project: Path, arguments: list[str], words: str
) -> None:
    result = run(project, *arguments)
    assert result.exit_code != 0
    assert words in result.stderr
    assert not (project / "content" / "reviews" / "levy.yml").exists()


def test_a_review_that_cannot_be_read_is_not_written_over(project: Path) -> None:
    path = project / "content" / "reviews" / "levy.yml"
    path.write_text("schema: briefgen/review/1\nid: levy\nitems: [\n")
    result = run(project, "levy", "q-aaaaaaaa", "--accept")
    assert result.exit_code == 1
    assert path.read_text().endswith("[\n")


def test_it_asks_in_a_terminal(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = "stance=sung\na\nspeaker.actor=kari-nordmann\nq\n"
    monkeypatch.setattr("briefgen.cli.review._is_terminal", lambda: True)
    with chdir(project):
        result = CliRunner().invoke(main, ["review", "--by", "Ola"], input=answers)
    assert result.exit_code == 0, result.output
    assert items(project) == [("p-bbbbbbbb", "accept"), ("q-aaaaaaaa", "correct")]
    assert "\u202e" not in result.stdout
    assert "\N{REPLACEMENT CHARACTER}" in result.stdout
