"""No text breaks the scan of marks, and what it answers is in the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefgen.extract.rules.marks import scan

MARKS = "\"“”„‟‘’'«»`"
TEXTS = st.text(alphabet=st.sampled_from(list(MARKS + "aZs9 .,?\n—(")), max_size=120) | st.text(max_size=200)


@given(TEXTS)
def test_spans_are_verbatim_ordered_and_apart(text: str) -> None:
    last = 0
    for marked in scan(text):
        (outer_start, outer_end), (start, end) = marked.outer, marked.inner
        assert last <= outer_start < start < end <= outer_end <= len(text)
        assert text[start:end].strip()
        assert "\n" not in text[outer_start:outer_end]
        last = outer_end


@given(TEXTS)
def test_a_stretch_goes_on_with_an_open_one_before_it(text: str) -> None:
    found = scan(text)
    for at, marked in enumerate(found):
        if marked.continues is not None:
            assert marked.continues == at - 1
            assert found[marked.continues].is_open


@given(st.text().filter(lambda text: not any(mark in text for mark in MARKS)))
def test_no_marks_no_stretch(text: str) -> None:
    assert scan(text) == ()


@given(TEXTS, st.integers(min_value=0, max_value=120))
def test_a_paragraph_is_read_by_itself(text: str, at: int) -> None:
    """What stands in a paragraph that opens nothing new does not change the paragraphs before it."""
    closed = [m for m in scan(text) if not m.is_open and m.continues is None]
    longer = [m for m in scan(text + "\n\nplain") if not m.is_open and m.continues is None]
    assert closed == longer
