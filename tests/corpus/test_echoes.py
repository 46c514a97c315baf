"""The same words in several articles."""

from __future__ import annotations

from briefgen.corpus.echoes import find_echoes, mark_differences
from briefgen.model.brief import Brief
from briefgen.model.evidence import Evidence
from briefgen.model.quote import Quote, QuoteForm, Speaker
from tests.bench.synthetic import make_brief, make_briefs


def brief_with(number: int, words: str, *, form: QuoteForm = QuoteForm.DIRECT, speaker: str = "") -> Brief:
    quote = Quote(
        id="q-a",
        form=form,
        speaker=Speaker(actor=speaker, text=speaker, span=(0, len(speaker))) if speaker else None,
        content=(Evidence(text=words, span=(0, len(words))),),
    )
    return make_brief(number).model_copy(update={"quotes": (quote,)})


def test_nearly_the_same_words_are_one() -> None:
    one = brief_with(1, "a long fence meant for quarrels with everybody")
    other = brief_with(2, "A long fence built for quarrels with everybody,")
    (echo,) = find_echoes([one, other])
    assert echo.briefs == (one.id, other.id)
    assert not echo.is_exact


def test_part_of_a_quotation_is_the_same_quotation() -> None:
    one = brief_with(1, "We will never sign a treaty that our children must pay for, and we said so")
    other = brief_with(2, "never sign a treaty that our children must pay for")
    assert len(find_echoes([one, other])) == 1


def test_other_words_other_speakers_and_paraphrases_are_not() -> None:
    words = "a long fence meant for quarrels with everybody"
    one = brief_with(1, words, speaker="ada-berg")
    assert not find_echoes([one, brief_with(2, words, speaker="ben-dahl")])
    assert not find_echoes([one, brief_with(2, words, form=QuoteForm.INDIRECT)])
    assert not find_echoes([one, brief_with(2, "a long fence is a fine thing for quarrels")])
    assert not find_echoes([one])


def test_one_article_does_not_echo_itself() -> None:
    brief = brief_with(1, "a long fence meant for quarrels")
    twice = brief.model_copy(update={"quotes": (brief.quotes[0], brief.quotes[0])})
    assert not find_echoes([twice])


def test_short_words_must_match_exactly() -> None:
    assert find_echoes([brief_with(1, "most stringent"), brief_with(2, "Most stringent,")])
    assert not find_echoes([brief_with(1, "most stringent"), brief_with(2, "most severe")])


def test_only_what_stands_in_marks_is_compared() -> None:
    one = brief_with(1, "He is not a zealot. He happens to be a smart neighbour", speaker="ada-berg")
    other = brief_with(2, "him “a smart neighbour” and “not a zealot", form=QuoteForm.MIXED, speaker="berg")
    (echo,) = find_echoes([one, other])
    assert [wording.text for wording in echo.wordings[1:]] == ["not a zealot", "a smart neighbour"] or [
        wording.text for wording in echo.wordings[1:]
    ] == ["a smart neighbour", "not a zealot"]
    assert not find_echoes([one, brief_with(3, "the “most severe” plan", form=QuoteForm.MIXED)])


def test_differences_are_marked_and_nothing_is_lost() -> None:
    words = "a long fence meant for quarrels"
    stretches = mark_differences(words, "a long fence built for quarrels")
    assert [text for text, differs in stretches if differs] == ["meant"]
    assert "".join(text for text, _ in stretches) == words


def test_the_order_of_briefs_does_not_matter() -> None:
    briefs = make_briefs(30)
    assert find_echoes(briefs) == find_echoes(tuple(reversed(briefs)))
