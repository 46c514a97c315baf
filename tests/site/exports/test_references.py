"""BibTeX, CSL-JSON and RIS are read back by readers that do not know how they were written."""

from __future__ import annotations

import json
import re

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model.article import ArticleHead
from briefgen.model.brief import Brief, Generator
from briefgen.site.exports.bibtex import bibtex
from briefgen.site.exports.citation import citation, citation_line, cited_date
from briefgen.site.exports.csl import csl_json
from briefgen.site.exports.plain import one_line
from briefgen.site.exports.ris import ris
from tests.bench.synthetic import make_briefs
from tests.site.exports.readers import from_latex, read_bibtex, read_ris
from tests.site.hostile import hostile_corpus

_BRIEFS = (*make_briefs(5), *hostile_corpus())
_IDS = [brief.id for brief in _BRIEFS]

# The part of csl-data.json 1.0 (https://github.com/citation-style-language/schema) that an item of ours may use.
_CSL = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "type", "title"],
        "additionalProperties": False,
        "properties": {
            "id": {"type": "string"},
            "type": {"enum": ["article-newspaper"]},
            "title": {"type": "string", "minLength": 1},
            "author": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {"literal": {"type": "string", "minLength": 1}},
                    "required": ["literal"],
                    "additionalProperties": False,
                },
            },
            "container-title": {"type": "string"},
            "issued": {
                "type": "object",
                "properties": {
                    "date-parts": {
                        "type": "array",
                        "maxItems": 2,
                        "items": {
                            "type": "array",
                            "minItems": 1,
                            "maxItems": 3,
                            "items": {"type": "integer"},
                        },
                    },
                    "circa": {"type": ["string", "number", "boolean"]},
                },
                "required": ["date-parts"],
                "additionalProperties": False,
            },
            "URL": {"type": "string", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://"},
            "language": {"type": "string"},
            "abstract": {"type": "string"},
            "keyword": {"type": "string"},
            "note": {"type": "string"},
        },
    },
}


def _head(**values: object) -> Brief:
    head = ArticleHead.model_validate({"id": "x", **values})
    return Brief(id="x", article=head, generator=Generator(briefgen="1", extractor="r", model="m"))


@pytest.mark.parametrize("brief", _BRIEFS, ids=_IDS)
def test_bibtex_is_one_entry_and_keeps_the_title(brief: Brief) -> None:
    entries = read_bibtex(bibtex(brief))
    assert len(entries) == 1
    _, _, fields = entries[0]
    assert from_latex(fields["title"][1:-1]) == citation(brief).title
    assert not re.search(r"[{}\\\s]", fields.get("url", ""))


@pytest.mark.parametrize("brief", _BRIEFS, ids=_IDS)
def test_ris_is_one_record_and_keeps_the_title(brief: Brief) -> None:
    records = read_ris(ris(brief))
    assert len(records) == 1
    tags = [tag for tag, _ in records[0]]
    assert tags.count("TY") == tags.count("TI") == 1
    assert dict(records[0])["TI"] == citation(brief).title
    assert all(value.lower().startswith(("http://", "https://")) for tag, value in records[0] if tag == "UR")


@pytest.mark.parametrize("brief", _BRIEFS, ids=_IDS)
def test_csl_fits_its_schema_and_keeps_the_title(brief: Brief) -> None:
    items = json.loads(csl_json(brief))
    jsonschema.validate(items, _CSL)
    assert [item["title"] for item in items] == [citation(brief).title]


@given(st.text(min_size=1, max_size=200), st.text(max_size=60))
def test_any_title_and_outlet_come_back(title: str, outlet: str) -> None:
    brief = _head(title=title, publisher=outlet or None, published="2024-05-03")
    wanted = one_line(title)
    [(_, _, fields)] = read_bibtex(bibtex(brief))
    [record] = read_ris(ris(brief))
    assert from_latex(fields["title"][1:-1]) == (wanted or "x")
    assert dict(record)["TI"] == (wanted or "x")
    assert json.loads(csl_json(brief))[0]["title"] == (wanted or "x")


def test_a_plain_article_gives_all_fields() -> None:
    brief = _head(
        title="Norway backs levy",
        publisher="Example Wire",
        authors=["Kari Nordmann"],
        url="https://news.example/a_b%20c",
        published="2024-05-03",
    )
    [(kind, key, fields)] = read_bibtex(bibtex(brief))
    assert (kind, key) == ("article", "x")
    assert fields == {
        "title": "{Norway backs levy}",
        "author": "{Kari Nordmann}",
        "journal": "Example Wire",
        "year": "2024",
        "month": "may",
        "day": "3",
        "url": "https://news.example/a_b%20c",
        "langid": "english",
    }
    assert read_ris(ris(brief))[0] == [
        ("TY", "NEWS"),
        ("ID", "x"),
        ("TI", "Norway backs levy"),
        ("AU", "Kari Nordmann"),
        ("T2", "Example Wire"),
        ("PY", "2024"),
        ("DA", "2024/05/03/"),
        ("UR", "https://news.example/a_b%20c"),
        ("LA", "en"),
    ]
    assert (
        citation_line(citation(brief))
        == "Kari Nordmann. “Norway backs levy.” Example Wire, 3 May 2024. https://news.example/a_b%20c"
    )


def test_what_is_unknown_is_said() -> None:
    brief = _head(
        title="Opening words", title_is_working=True, published="2024-05", published_basis="inferred"
    )
    line = citation_line(citation(brief))
    assert line == "[No headline known: “Opening words”]. May 2024 [date worked out from the text]."
    assert citation_line(citation(_head(title="T"))) == "“T.” No date known."


@pytest.mark.parametrize(
    ("edtf", "parts", "approximate"),
    [
        ("2024-05-03", [2024, 5, 3], False),
        ("2024-05", [2024, 5], False),
        ("2024", [2024], False),
        ("2025-01~", [2025, 1], True),
        ("2024-12-29/2025-01-02", [2024, 12, 29], True),
        ("../2025-01-02", [2025, 1, 2], True),
        ("2024-21", [2024], False),
    ],
)
def test_edtf_becomes_date_parts(edtf: str, parts: list[int], approximate: bool) -> None:
    date = cited_date(edtf)
    assert date is not None
    assert (date.parts, date.approximate) == (parts, approximate)


@pytest.mark.parametrize("edtf", [None, "", "soon", "2024-XX-01", "199X"])
def test_no_date_from_what_is_none(edtf: str | None) -> None:
    assert cited_date(edtf) is None
