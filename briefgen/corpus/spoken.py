"""What readers call a quotation: words that somebody said or wrote, or that stand in quotation marks."""

from __future__ import annotations

from briefgen.model.brief import Brief
from briefgen.model.quote import Quote, QuoteForm


def spoken_quotes(brief: Brief) -> tuple[Quote, ...]:
    """Returns the quotes of a brief without attributions of thoughts and deeds (`wants to`, `signed`)."""
    return tuple(q for q in brief.quotes if q.speech or q.form is not QuoteForm.INDIRECT)
