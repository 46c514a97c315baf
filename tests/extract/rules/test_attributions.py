"""Every rule catches the sentence it is for and leaves alone the one it is not for."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefgen.extract.rules.extractor import RulesExtractor
from briefgen.ingest.article import article_from_text
from briefgen.model.extraction import Attribution, Extraction

CASES = Path(__file__).parents[2] / "cases"


def cases(*names: str) -> list[Any]:
    return [
        pytest.param(case, id=case["name"])
        for name in names
        for case in yaml.safe_load((CASES / f"{name}.yml").read_text(encoding="utf-8"))
    ]


@cache
def extraction_of(text: str) -> Extraction:
    return RulesExtractor().extract(article_from_text("x", text, published="2024-05-03"))


def speaker_of(extraction: Extraction, attribution: Attribution) -> str | None:
    return None if attribution.source is None else extraction.mentions[attribution.source].text


@pytest.mark.parametrize("case", cases("quotes_speakers", "quotes_indirect", "quotes_not"))
def test_attributions(case: dict[str, Any]) -> None:
    extraction = extraction_of(case["text"])
    found = [
        (one.form.value, speaker_of(extraction, one), " ".join(part.text for part in one.content))
        for one in extraction.attributions
    ]
    for form, speaker, content in case.get("has", []):
        matching = [one for one in found if one[2] == content]
        assert matching, found
        assert matching[0][0] == form
        if speaker is None:
            assert matching[0][1] is None
        else:
            assert matching[0][1] is not None
            assert speaker in matching[0][1]
    for speaker in case.get("has_speaker", []):
        assert any(one[1] is not None and speaker in one[1] for one in found), found
    for words in case.get("lacks", []):
        assert not any(words in one[2] for one in found), found
    for content in case.get("lacks_content", []):
        assert not any(one[2] == content for one in found), found
    for form in case.get("lacks_form", []):
        assert not any(one[0] == form for one in found), found
    for words in case.get("lacks_speaker", []):
        assert not any(one[1] is not None and words in one[1] for one in found), found
    cues = [one.cue.text for one in extraction.attributions if one.cue is not None]
    for cue in case.get("cues", []):
        assert cue in cues


@pytest.mark.parametrize("case", cases("quotes_settings"))
def test_settings(case: dict[str, Any]) -> None:
    extraction = extraction_of(case["text"])
    for content, wanted in case["settings"]:
        one = next(a for a in extraction.attributions if a.content[0].text == content)
        start, end = one.time if one.time is not None else (0, 0)
        got = {
            "venue": None if one.venue is None else one.venue.text,
            "time": case["text"][start:end] or None,
            "relay": None if one.relay is None else extraction.mentions[one.relay].text,
            "continues": one.continues,
            "speech": one.speech,
            "speaker": speaker_of(extraction, one),
        }
        for key, value in wanted.items():
            if key == "relay" and value is not None:
                assert value in got[key]
            else:
                assert got[key] == value


def test_every_evidence_is_verbatim() -> None:
    for case in cases("quotes_speakers", "quotes_indirect", "quotes_not", "quotes_settings"):
        text = case.values[0]["text"]
        for one in extraction_of(text).attributions:
            for part in (*one.content, *filter(None, (one.cue, one.venue))):
                assert part.holds_in(text)
