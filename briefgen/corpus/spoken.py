"""What readers call a quotation: words that somebody said or wrote, or that stand in quotation marks."""

from __future__ import annotations

from briefgen.model.brief import Brief
from briefgen.model.places import QuoteAt


def spoken_quotes(brief: Brief) -> tuple[QuoteAt, ...]:
    """Returns the quotes of a brief without attributions of thoughts and deeds (`wants to`, `signed`)."""
    return tuple([at for at in brief.links.quotes if at.is_spoken])
