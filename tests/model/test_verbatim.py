from __future__ import annotations

from briefgen.model.evidence import Evidence
from briefgen.model.quote import Quote, QuoteForm
from briefgen.model.verbatim import misquoted


def test_a_shifted_span_is_found() -> None:
    text = "They said “we wait” and left."
    sound = Evidence.of(text, 11, 18)
    shifted = Evidence(text="we wait", span=(12, 19))
    quote = Quote(id="q-1", form=QuoteForm.DIRECT, content=(sound, shifted))
    assert misquoted(quote, text) == [("we wait", (12, 19))]
