"""The Nu HTML checker finds no error on any page; it is asked where it is on the machine.

It needs Java. Either put `vnu` on the PATH or name its jar: `VNU_JAR=…/vnu.jar` (npm's `vnu-jar` brings it).
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from briefgen.site.leftovers import align_by_class, focusable_tables, without_switches
from tests.site.conftest import build_site
from tests.site.hostile import hostile_corpus


def checker() -> list[str]:
    """Returns how the checker is called; a test that needs it says plainly where there is none."""
    if found := shutil.which("vnu"):
        return [found]
    jar, java = os.environ.get("VNU_JAR"), shutil.which("java")
    if not jar or not java:
        pytest.skip("no Nu HTML checker on this machine: put `vnu` on the PATH, or name its jar in VNU_JAR")
    return [java, "-jar", jar]


def errors_of(site: Path) -> list[str]:
    """Returns what the checker calls an error: page, message, the words around it."""
    options = ["--skip-non-html", "--errors-only", "--format", "json", "--exit-zero-always"]
    done = subprocess.run([*checker(), *options, str(site)], capture_output=True, text=True, check=True)
    messages = json.loads(done.stderr)["messages"]
    return [
        f"{message.get('url', '').removeprefix(f'file:{site}/')}: {message['message']} {message.get('extract', '')}"
        for message in messages
    ]


def test_no_page_has_an_error(site: Path) -> None:
    errors = errors_of(site)
    assert not errors, "\n".join(errors[:20])


@pytest.mark.slow
def test_no_article_can_make_one(tmp_path: Path) -> None:
    checker()
    errors = errors_of(build_site(tmp_path / "hostile", hostile_corpus()))
    assert not errors, "\n".join(errors[:20])


def test_switches_of_the_theme_go_and_the_page_stays() -> None:
    html = (
        '<body>\n<input class="md-toggle" data-md-toggle="drawer" type="checkbox" autocomplete="off">\n'
        '<label class="md-overlay" for="__drawer"></label><div data-md-component="skip">\n'
        '<a href="#a" class="md-skip">Skip</a></div><main>x</main></body>'
    )
    assert without_switches(html) == "<body>\n<main>x</main></body>"


def test_no_style_stands_in_a_page_of_ours(site: Path) -> None:
    assert align_by_class('<td style="text-align: right;">9</td>') == '<td class="bg-num">9</td>'
    assert not [path for path in site.rglob("*.html") if " style=" in path.read_text(encoding="utf-8")]


def test_keys_reach_the_tables_of_hand_written_pages() -> None:
    assert focusable_tables("<table><tr>") == '<table tabindex="0"><tr>'
    assert focusable_tables('<table class="matrix">') == '<table class="matrix">'
