from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.errors import BriefgenError
from briefgen.ingest.source import article_of, read_source, source_id

PROSE = "The minister told reporters on Friday that the levy would stay in force until the talks end.\n"
GERMAN = "Der Minister sagte am Freitag vor Reportern, dass die Abgabe bis zum Ende der Gespräche bleibe.\n"

REFUSED: dict[str, tuple[bytes, int | None, str]] = {
    "empty": (b"", None, "empty"),
    "blank": (b" \n\n\t\n", None, "empty"),
    "binary": (b"text\n\x00\x01\x02 more", 2, "control character"),
    "a PDF": (b"%PDF-1.7\n", None, "a PDF"),
    "a picture": (b"\x89PNG\r\n", None, "a picture"),
    "unknown encoding": ("Предложение на русском языке".encode("koi8-r"), 1, "UTF-8"),
    "broken UTF-8": (PROSE.encode() + b"\xff\xfe\x80", 2, "UTF-8"),
    "broken front matter": (b"---\ntitle: [a\npublisher: x\n---\n" + PROSE.encode(), 3, "broken YAML"),
    "unclosed front matter": (b"---\ntitle: A\n" + PROSE.encode(), 1, "not closed"),
    "unknown key": (b"---\ntitle: A\ntitel: B\n---\n" + PROSE.encode(), 3, "unknown key 'titel'"),
    "repeated key": (b"---\ntitle: A\ntitle: B\n---\n" + PROSE.encode(), 3, "stands twice"),
    "impossible date": (b"---\ntitle: A\npublished: 2025-02-30\n---\n" + PROSE.encode(), 3, "calendar"),
    "no date": (b"---\npublished: last Friday\n---\n" + PROSE.encode(), 2, "is no date"),
    "no web address": (b"---\nurl: javascript:alert(1)\n---\n" + PROSE.encode(), 2, "no http"),
    "a tag": (b"---\ntitle: !!python/none x\n---\n" + PROSE.encode(), 2, "tag"),
    "a line without an end": (b"---\ntitle: A\n---\n" + PROSE.strip().encode() * 2000, 4, "characters"),
    "only front matter": (b"---\ntitle: A\n---\n\n", 4, "no text"),
    "no prose": (b"---\ntitle: A\n---\n1 2 3\n4 5 6\n", 4, "no prose"),
    "another language": (GERMAN.encode() * 3, 1, "German"),
    "another language, as it says": (b"---\nlanguage: de\n---\n" + PROSE.encode(), 4, "'de'"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_file_line_and_advice(name: str, tmp_path: Path) -> None:
    data, line, words = REFUSED[name]
    path = tmp_path / "x.md"
    path.write_bytes(data)
    with pytest.raises(BriefgenError) as caught:
        article_of(read_source(path))
    error = caught.value
    assert error.place.path == path
    assert error.place.line == line
    assert words in error.what
    assert error.todo


def test_too_large(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(PROSE.encode() * 30)
    with pytest.raises(BriefgenError, match="more than the 1,000 allowed"):
        read_source(path, max_bytes=1000)


def test_a_link_may_not_lead_out_of_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "sources"
    folder.mkdir()
    (tmp_path / "private.txt").write_text(PROSE, encoding="utf-8")
    (folder / "own.txt").write_text(PROSE, encoding="utf-8")
    (folder / "out.txt").symlink_to(tmp_path / "private.txt")
    (folder / "in.txt").symlink_to("own.txt")
    with pytest.raises(BriefgenError, match="outside of its folder"):
        read_source(folder / "out.txt")
    assert read_source(folder / "in.txt").text == PROSE
    (tmp_path / "elsewhere").symlink_to(folder)
    assert read_source(tmp_path / "elsewhere" / "own.txt").text == PROSE


def test_messages_are_ours(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_bytes(REFUSED["impossible date"][0])
    with pytest.raises(BriefgenError, match="'published': '2025-02-30' does not exist"):
        read_source(path)


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "utf-16", "utf-8-sig"])
def test_encodings_that_are_certain_are_read(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    text = "“It’s over,” the minister said — and she meant it, as all the others in the room saw.\r\nNo.\n"
    path.write_bytes(text.encode(encoding))
    source = read_source(path)
    assert source.text == text.replace("\r\n", "\n")
    assert any("was read as" in warning for warning in article_of(source).warnings) == (
        encoding != "utf-8-sig"
    )


def test_text_is_normalised_and_front_matter_taken_off(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_bytes(b"---\r\ntitle: A\r\n---\r\n\r\n" + "Cafe\u0301 ".encode() + PROSE.encode())
    source = read_source(path)
    assert source.text == "\nCafé " + PROSE
    assert source.front_matter.title == "A"
    assert source.parted.line == 4


def test_without_front_matter_nothing_is_guessed(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("---\n" + PROSE, encoding="utf-8")
    article = article_of(read_source(path))
    assert article.text == "---\n" + PROSE
    assert article.head.published is None
    assert article.head.publisher is None
    assert [warning.split()[1] for warning in article.warnings] == ["day", "title", "publisher"]


def test_marks_that_do_not_pair_are_named_by_line(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_text("---\ntitle: A\n---\n" + PROSE + "\n“No, she said.\n\n" + PROSE, encoding="utf-8")
    assert "line 6 of the source" in article_of(read_source(path)).warnings[-1]


def test_a_quotation_over_several_paragraphs_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_text(PROSE + "\n“One, she said, and two.\n\n“And three.”\n", encoding="utf-8")
    assert not [warning for warning in article_of(read_source(path)).warnings if "pair" in warning]


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("2025-01-27-dw-x.md", "2025-01-27-dw-x"),
        ("An article, saved.txt", "an-article-saved"),
        ("Статья.md", "x-"),
        ("..md", "x"),
        ("a" * 200 + ".md", "a" * 100 + "-"),
    ],
)
def test_ids_are_safe_names(name: str, id: str) -> None:
    assert source_id(Path(name)).startswith(id)


def test_day_and_title_are_taken_from_the_text_where_it_has_them(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("Levy stays in force\n\nPublished: May 3, 2024\n\n" + PROSE, encoding="utf-8")
    head = article_of(read_source(path)).head
    assert (head.title, head.published, head.published_basis) == (
        "Levy stays in force",
        "2024-05-03",
        "metadata",
    )
    assert head.published_reason
