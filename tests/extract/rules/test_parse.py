"""A parse by our hands is spaCy's own, token by token."""

from __future__ import annotations

from typing import Any

import numpy
import pytest

from briefgen.extract.rules.nlp import load_nlp
from briefgen.extract.rules.parse import parse
from briefgen.extract.rules.token_rules import LOOKED_AT
from briefgen.extract.rules.word_vectors import in_fewer_steps

SET = ["TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "SENT_START", "ENT_IOB", "ENT_TYPE"]
TEXTS = [
    "Norway will back the levy on 3 May, Minister Ola Nordmann told Example Wire. “We can't wait,” he said.",
    "There is no plan, and there's gonna be none: let's say they ain't got ta go. Y'all did.",
    "She had had it; that which he'd do is not theirs. But 5% of I’ve, me and you’ll are nothin'.",
    "Two  spaces and\ta tab,\u00a0odd ones.",
    "Fish quotas fell " + "and fell again " * 60,
    "Yes",
    "",
]


@pytest.mark.parametrize("texts", [[text] for text in TEXTS] + [TEXTS, TEXTS * 20, []])
def test_a_parse_is_what_the_pipeline_gives(texts: list[str]) -> None:
    nlp = load_nlp()
    for ours, theirs in zip(parse(texts, nlp), nlp.pipe(texts), strict=True):
        assert ours.text == theirs.text
        assert ours.to_array(SET).tolist() == theirs.to_array(SET).tolist()


@pytest.mark.parametrize("name", ["tok2vec", "ner"])
def test_vectors_are_those_of_the_model(name: str) -> None:
    nlp = load_nlp()
    model: Any = nlp.get_pipe(name).model  # type: ignore[attr-defined]
    model = model if name == "tok2vec" else model.layers[0]
    docs = [nlp.make_doc(text) for text in TEXTS]
    for ours, theirs in zip(in_fewer_steps(model).predict(docs), model.predict(docs), strict=True):
        assert ours.shape == theirs.shape
        assert numpy.allclose(ours, theirs, rtol=1e-4, atol=1e-5)


def test_the_gold_articles_parse_alike() -> None:
    from tests.bench.extraction import texts

    nlp = load_nlp()
    paragraphs = [line for text in texts() for line in text.splitlines() if line.strip()]
    for ours, theirs in zip(parse(paragraphs, nlp), nlp.pipe(paragraphs, batch_size=64), strict=True):
        assert ours.to_array(SET).tolist() == theirs.to_array(SET).tolist()


def test_the_rules_look_at_what_is_remembered() -> None:
    rules = load_nlp().get_pipe("attribute_ruler").patterns  # type: ignore[attr-defined]
    looked_at = {
        name for rule in rules for pattern in rule["patterns"] for token in pattern for name in token
    }
    assert looked_at <= set(LOOKED_AT)
