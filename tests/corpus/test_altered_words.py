"""The same place in the same speaker's words shows a variant that shares no word."""

from __future__ import annotations

import pytest

from briefgen.corpus.altered_words import is_altered, slot_of
from briefgen.corpus.echoes import find_echoes
from briefgen.model.brief import Brief
from briefgen.model.evidence import Evidence
from briefgen.model.places import QuoteAt
from briefgen.model.quote import Quote, QuoteForm, Speaker
from tests.bench.synthetic import make_brief


def quote(words: str, said: str | None = None, form: QuoteForm = QuoteForm.MIXED) -> QuoteAt:
    quote = Quote(
        id="q-a",
        form=form,
        said=said,
        speaker=Speaker(actor="ada-berg", text="Berg", span=(0, 4)),
        content=(Evidence(text=words, span=(0, len(words))),),
    )
    return brief_with(0, quote).links.quotes[0]


def brief_with(number: int, quote: Quote) -> Brief:
    return make_brief(number).model_copy(update={"quotes": (quote,)})


STRICT = quote("to adopt the “most stringent” policies against the tax")
TOUGH = quote("to implement the “toughest” anti-tax policy", "2024-12")


def test_the_word_behind_the_marks_is_the_slot() -> None:
    assert slot_of(STRICT, "most stringent") == {"policy"}
    assert slot_of(quote("Delay costs", form=QuoteForm.DIRECT), "Delay costs") == frozenset()


@pytest.mark.parametrize(
    ("one", "words", "other", "others", "same"),
    [
        (STRICT, "most stringent", TOUGH, "toughest", True),
        (STRICT, "most stringent", quote("the “toughest” winter"), "toughest", False),
        (
            quote("the “strict” policy", "2024-11-02"),
            "strict",
            TOUGH,
            "toughest",
            False,
        ),
        (quote("the “strict” policy", "2024-12-28"), "strict", TOUGH, "toughest", True),
    ],
)
def test_altered(one: QuoteAt, words: str, other: QuoteAt, others: str, same: bool) -> None:
    assert is_altered(one, words, other, others) is same


def test_altered_words_are_one_quotation() -> None:
    (echo,) = find_echoes([brief_with(1, STRICT.quote), brief_with(2, TOUGH.quote)])
    assert {wording.text for wording in echo.wordings} == {"most stringent", "toughest"}
    assert not echo.is_exact


def test_another_speaker_s_words_are_not() -> None:
    other = TOUGH.quote.model_copy(update={"speaker": Speaker(actor="ben-dahl", text="Dahl", span=(0, 4))})
    assert not find_echoes([brief_with(1, STRICT.quote), brief_with(2, other)])
