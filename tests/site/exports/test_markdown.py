"""Pages as Markdown, read back by a Markdown parser."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from markdown import markdown as rendered
from markupsafe import escape

from briefgen.config import SiteSettings
from briefgen.corpus.corpus import build_corpus
from briefgen.site.exports.markdown import escaped, markdown
from briefgen.site.exports.pages import write_markdown
from briefgen.store.yaml_reader import read_yaml
from tests.bench.synthetic import make_briefs
from tests.site.hostile import hostile_corpus, strings


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        self.tags: set[str] = set()
        self.targets: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.targets += [value or "" for name, value in attrs if name in ("href", "src")]
        assert not any(name.startswith("on") for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.words += data


def _read(text: str) -> _Words:
    reader = _Words()
    reader.feed(rendered(text, extensions=["tables", "attr_list", "def_list", "admonition", "fenced_code"]))
    return reader


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<h2 id='h-x'>A title</h2><p>Some words.</p>", '## <a id="h-x"></a>A title\n\nSome words.\n'),
        ("<ul><li>one</li><li><b>two</b>three</li></ul>", "- one\n- **two** three\n"),
        ("<ol><li>one</li></ol>", "1. one\n"),
        ("<blockquote><p>word</p></blockquote><p>x</p>", "> word\n\nx\n"),
        (
            '<p><a href="../../actors/x/">X</a><span>minister</span></p>',
            "[X](../../actors/x/index.md) · minister\n",
        ),
        ('<p><a href="javascript:x">X</a></p>', "X\n"),
        ('<p>a<a class="bg-perma" href="#x">¶</a></p>', "a\n"),
        ("<svg><title>no</title></svg><p>yes</p>", "yes\n"),
        ("<p>- no list</p><p>1. none</p><p>+ none</p>", "&#45; no list\n\n&#49;. none\n\n&#43; none\n"),
        (
            "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>",
            "| a | b |\n|---|---|\n| 1 | 2 |\n",
        ),
    ],
)
def test_elements(html: str, wanted: str) -> None:
    assert markdown(html) == wanted


@pytest.mark.parametrize("words", strings(), ids=lambda words: re.sub(r"\W+", "-", words)[:20])
def test_words_stay_words(words: str) -> None:
    words = re.sub(r"[\x00-\x1f\x7f\u2028\u2029]", " ", words)
    read = _read(markdown(f"<p>{escape(words)}</p>"))
    assert read.tags <= {"p"}
    assert read.targets == []
    assert read.words.split() == words.split()


def test_no_mark_of_a_template_language_is_left() -> None:
    for words in strings("template"):
        assert not re.search(r"\{[{%#]|<%|\$\{", escaped(words))
        assert unescape(escaped(words)) == words


def test_every_page_has_its_file() -> None:
    files = {
        file.path: file.content.decode()
        for file in write_markdown(build_corpus(make_briefs(5)), SiteSettings())
    }
    assert "index.md" in files
    assert {f"briefs/{brief.id}/index.md" for brief in make_briefs(5)} <= files.keys()
    for path, text in files.items():
        _, head, body = text.split("---\n", 2)
        assert read_yaml(head).data["title"]
        for target in re.findall(r"\]\((\.[^)]*?\.md)(?:#[^)]*)?\)", body):
            parts = [*path.split("/")[:-1]]
            for step in target.split("/"):
                parts = parts[:-1] if step == ".." else [*parts, step] if step != "." else parts
            assert "/".join(parts) in files or parts[0] == "find", f"{path}: {target}"


def test_hostile_pages_hold_no_markup() -> None:
    for file in write_markdown(build_corpus(hostile_corpus()[::7]), SiteSettings()):
        read = _read(file.content.decode().split("---\n", 2)[2])
        assert not read.tags & {
            "script",
            "img",
            "iframe",
            "svg",
            "object",
            "form",
            "style",
            "link",
            "meta",
            "base",
        }
        assert not any(
            re.match(r"\s*(javascript|data|vbscript|file):", target, re.I) for target in read.targets
        )
