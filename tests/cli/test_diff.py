from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefgen.cli.changes_text import markdown, shown
from briefgen.cli.main import main
from briefgen.corpus.changes import Changes, NewWarning, compare
from briefgen.model.brief import Brief
from briefgen.model.position import Stance
from briefgen.store.yaml_writer import write_model

BRIEF = Brief.model_validate(
    {
        "id": "a",
        "article": {"id": "a", "title": "Levy", "published": "2024-05-03"},
        "generator": {"briefgen": "0", "extractor": "rules", "model": "m"},
        "actors": [{"id": "norway", "name": "Norway", "kind": "state"}],
        "positions": [
            {
                "id": "p-1",
                "holder": ["norway"],
                "act": "pledge",
                "basis": "stated",
                "stance": "support",
                "target": "levy",
                "claim": "Norway backs the levy.",
                "certainty": "CT+",
                "salience": "core",
                "evidence": [{"text": "Norway", "span": [0, 6]}],
            }
        ],
    }
)
TURNED = BRIEF.model_copy(
    update={"positions": (BRIEF.positions[0].model_copy(update={"stance": Stance.OPPOSE}),)}
)


def put(folder: Path, brief: Brief) -> None:
    path = folder / "briefs" / f"{brief.id}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(write_model(brief), encoding="utf-8")


def run(*arguments: str) -> str:
    result = CliRunner().invoke(main, ["diff", *arguments], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def test_two_folders_are_compared(tmp_path: Path) -> None:
    put(tmp_path / "new", BRIEF)
    text = run(str(tmp_path / "old"), str(tmp_path / "new"))
    assert text.startswith("**1 new brief, 1 new position, 1 new actor to name**\n")
    assert "- **Norway** (stated, support levy): Norway backs the levy." in text


def test_equal_folders_say_that_nothing_changed(tmp_path: Path) -> None:
    put(tmp_path, BRIEF)
    assert run(str(tmp_path), str(tmp_path)) == "No brief changed.\n"


def test_json_carries_the_models(tmp_path: Path) -> None:
    put(tmp_path / "new", BRIEF)
    data = json.loads(run(str(tmp_path / "old"), str(tmp_path / "new"), "--format", "json"))
    assert data["briefs"][0]["status"] == "new"


def test_a_folder_is_compared_with_its_state_in_a_commit(tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        subprocess.run(
            ["git", "-C", str(tmp_path), "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments],
            check=True,
            capture_output=True,
        )

    put(tmp_path / "content", BRIEF)
    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "-m", "one")
    put(tmp_path / "content", TURNED)
    text = run("--against", "HEAD", str(tmp_path / "content"))
    assert "stance: support → oppose" in text


@pytest.mark.parametrize("ref", ["no-such-branch", "--output=x"])
def test_an_unknown_commit_is_refused(tmp_path: Path, ref: str) -> None:
    subprocess.run(["git", "-C", str(tmp_path), "init", "--quiet"], check=True)
    result = CliRunner().invoke(main, ["diff", f"--against={ref}", str(tmp_path)])
    assert result.exit_code != 0
    assert not isinstance(result.exception, subprocess.CalledProcessError)


@pytest.mark.parametrize(
    "hostile",
    [
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "@everybody see #12 at https://example.org",
        "`code` **bold** ~~gone~~ | cell",
        "a\u202egnp.exe",
        "- [x] done\n# head",
    ],
)
def test_words_of_an_article_are_shown_and_do_nothing(hostile: str) -> None:
    text = shown(hostile)
    assert not set("<>[]()`*|\n\u202e") & set(text)
    assert "@" not in text
    assert "see #12" not in text
    assert "https:" not in text


def test_a_long_report_is_cut_and_says_so() -> None:
    many = tuple(NewWarning(brief="a", text=f"warning number {n}") for n in range(500))
    changes = compare([], [BRIEF]).model_copy(update={"warnings": many})
    text = markdown(changes, limit=2_000)
    assert len(text) <= 2_000
    assert "more lines" in text


def test_no_change_is_said_in_words() -> None:
    assert markdown(Changes()) == "No brief changed.\n"
