"""Text and publication date in, time expressions out."""

from __future__ import annotations

from briefgen.model.timex import TimexMention


def tag(text: str, published: str | None = None) -> tuple[TimexMention, ...]:
    """Returns the time expressions of `text` in order of place.

    `published` is the day of publication (EDTF, usually YYYY-MM-DD). Without it what is relative to it
    keeps an underspecified value.
    """
    return ()
