"""Attributions become quotes."""

from __future__ import annotations

import re

from briefgen.model.article import Article
from briefgen.model.extraction import Attribution, Extraction
from briefgen.model.ids import content_id, distinct
from briefgen.model.quote import Quote, Speaker
from briefgen.model.timex import BriefDate
from briefgen.resolve.actors import Cast


def resolve_quotes(
    article: Article, extraction: Extraction, cast: Cast, dates: tuple[BriefDate, ...]
) -> tuple[Quote, ...]:
    """Returns the quotes of an article, one for each attribution, in the same order."""
    ids = distinct(
        content_id("q", *(part.text for part in attribution.content))
        for attribution in extraction.attributions
    )
    days = {date.span: date.edtf for date in dates}
    return tuple(
        Quote(
            id=id,
            form=attribution.form,
            speaker=_speaker(attribution, extraction, cast),
            cue=attribution.cue,
            content=attribution.content,
            continues=None if attribution.continues is None else ids[attribution.continues],
            speech=attribution.speech,
            venue=None if attribution.venue is None else _plain(attribution.venue.text),
            said=None if attribution.time is None else days.get(attribution.time),
            relayed_by=_relay(attribution, cast),
        )
        for id, attribution in zip(ids, extraction.attributions, strict=True)
    )


def _plain(words: str) -> str:
    """Returns words without the markup that a source's text may carry (`**told** reporters`)."""
    return " ".join(re.sub(r"[*_`]+", "", words).split())


def _speaker(attribution: Attribution, extraction: Extraction, cast: Cast) -> Speaker | None:
    """Returns the mention that names the source and, where it is resolved, whom it means."""
    if attribution.source is None:
        return None
    mention = extraction.mentions[attribution.source]
    actors = cast.of_mention[attribution.source]
    return Speaker(
        actor=None if not actors else actors[0] if len(actors) == 1 else actors,
        text=mention.text,
        span=mention.span,
    )


def _relay(attribution: Attribution, cast: Cast) -> str | None:
    """Returns the actor through whom the words came; none where several would fit."""
    if attribution.relay is None:
        return None
    actors = cast.of_mention[attribution.relay]
    return actors[0] if len(actors) == 1 else None
