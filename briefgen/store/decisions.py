"""Makes the entry of a review that records a person's decision, so that it finds its item again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from briefgen.model.brief import Brief
from briefgen.model.review import Review, ReviewItem, Verdict
from briefgen.store.review_targets import beside, items_of, reading


def decide(
    brief: Brief,
    id: str,
    verdict: Verdict,
    *,
    corrections: Mapping[str, Any] | None = None,
    note: str | None = None,
    by: str | None = None,
    on: str | None = None,
) -> ReviewItem:
    """Returns the decision about an item of a brief as the machine made it, with all that finds it again.

    Raises KeyError where the brief has no such item.
    """
    items = items_of(brief)
    item = next((item for item in items if item.id == id), None)
    if item is None:
        raise KeyError(id)
    was: dict[str, Any] = {}
    if verdict is Verdict.ACCEPT:
        was = reading(item.value)
    elif verdict is Verdict.CORRECT:
        now = item.value.model_dump(mode="json", by_alias=True, exclude_none=True)
        was = {key: now.get(key, "") for key in corrections or {}}
    return ReviewItem(
        target=id,
        verdict=verdict,
        kind=item.kind,
        words=item.words,
        set=dict(corrections or {}),
        was=was,
        beside=beside(items, item) if item.kind not in ("actor", "topic") else (),
        note=note,
        by=by,
        on=on,
    )


def with_decision(review: Review | None, brief_id: str, decision: ReviewItem) -> Review:
    """Returns a review with a decision in it; an earlier one about the same item gives way."""
    if review is None:
        return Review(id=brief_id, items=(decision,))
    kept = tuple(
        item
        for item in review.items
        if item.verdict is Verdict.ADD or (item.target, item.kind) != (decision.target, decision.kind)
    )
    return review.model_copy(update={"items": (*kept, decision)})
