from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.errors import YamlError
from briefgen.model.brief import Brief
from briefgen.store.load import load_briefs, load_registry
from briefgen.store.yaml_reader import read_model, read_yaml
from briefgen.store.yaml_writer import write_model

REFUSED = {
    "a: 1\nb: 2\na: 3\n": (3, "stands twice"),
    "a: &x 1\nb: 2\n": (1, "anchor"),
    "a: 1\nb: *x\n": (2, "undefined alias|alias"),
    "a: !!python/object:os.system x\n": (1, "tag"),
    "a: 1\n<<: {b: 2}\n": (2, "merge"),
    "a: 1\n? [x]\n: y\n": (2, "key"),
    "a: [1\nb: 2\n": (2, "broken YAML"),
    "a: 1\n---\nb: 2\n": (2, "second document"),
    "a: 1\nb: \x07\n": (2, "control character"),
    "x: " + "[" * 60 + "]" * 60 + "\n": (1, "deep"),
}


@pytest.mark.parametrize("text", REFUSED, ids=range(len(REFUSED)))
def test_what_means_more_than_it_says_is_refused_by_line(text: str) -> None:
    line, words = REFUSED[text]
    with pytest.raises(YamlError, match=words) as caught:
        read_yaml(text, Path("x.yml"))
    assert caught.value.place.line == line
    assert caught.value.todo


def test_every_scalar_is_text_and_has_its_line() -> None:
    tree = read_yaml("country: NO\ndate: 2024-12-29\nlist:\n  - 1\n  - true\nempty:\n")
    assert tree.data == {"country": "NO", "date": "2024-12-29", "list": ["1", "true"]}
    assert tree.line(("list", 1)) == 5


def test_registry_names_the_line_of_a_misfit(tmp_path: Path) -> None:
    folder = tmp_path / "registry"
    folder.mkdir()
    (folder / "topics.yml").write_text("- id: a\n  name: A\n- id: b\n  name: B\n  phrase: x\n")
    with pytest.raises(YamlError, match=r"topics\.yml:5: unknown key 'phrase'"):
        load_registry(tmp_path)


def test_a_broken_brief_is_a_failure_and_the_rest_load(tmp_path: Path) -> None:
    folder = tmp_path / "briefs"
    folder.mkdir()
    good = (
        "schema: briefgen/brief/1\nid: {0}\narticle: {{id: {0}}}\n"
        "generator: {{briefgen: '0', extractor: r, model: m}}\n"
    )
    (folder / "a.yml").write_text(good.format("a"))
    (folder / "b.yml").write_text(good.format("b") + "extra: 1\n")
    loaded = load_briefs(tmp_path)
    assert [brief.id for brief in loaded.items] == ["a"]
    assert str(loaded.failures[0]).endswith(
        "b.yml:5: unknown key 'extra'. Correct its spelling or remove it."
    )


def test_flags_are_written_where_they_differ_from_what_is_usual() -> None:
    head = {"id": "a", "article": {"id": "a"}, "generator": {"briefgen": "0", "extractor": "r", "model": "m"}}
    content = [{"text": "x", "span": [0, 1]}]
    quotes = [
        {"id": "q-a", "form": "direct", "content": content, "speech": False},
        {"id": "q-b", "form": "direct", "content": content, "speech": True},
    ]
    brief = Brief.model_validate({**head, "quotes": quotes})
    text = write_model(brief)
    assert text.count("speech: false") == 1 and "speech: true" not in text
    assert "title_is_working" not in text
    assert read_model(text, Brief) == brief
