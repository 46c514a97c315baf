"""Lays people's reviews over briefs: accept, reject, correct, add.

A review finds its item by id, which comes from the item's exact words; where several items share their words,
by the items beside it. What cannot be found for sure, or no longer says what the person saw, is not touched:
it becomes a finding that asks for the person's eye again. So no review is lost, and none is misapplied.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from pydantic import ValidationError

from briefgen.model.brief import Brief
from briefgen.model.ids import content_id
from briefgen.model.review import Review, ReviewItem, Verdict
from briefgen.store.review_targets import ITEM_KINDS, Item, find_item, items_of, reading, same_reading


class ReviewTrouble(StrEnum):
    """Why a decision of a review does not stand as it was made."""

    GONE = "gone"
    """Its item is not in the brief any more."""
    CHANGED = "changed"
    """The machine says something else of the item now: look again."""
    AMBIGUOUS = "ambiguous"
    """Several items have its words, and none is surely the one."""
    INVALID = "invalid"
    """What it sets does not fit the item."""
    NO_BRIEF = "no_brief"
    """There is no brief of this id."""


@dataclass(frozen=True, slots=True)
class ReviewFinding:
    """A decision that waits for a person: which, and why. `index` counts the review's items from 0."""

    brief: str
    index: int | None
    trouble: ReviewTrouble
    message: str


@dataclass(frozen=True, slots=True)
class Overlaid:
    """Briefs with their reviews laid over."""

    briefs: tuple[Brief, ...]
    reviewed: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """By brief id: the ids of the items that a person accepted, corrected or added."""
    findings: tuple[ReviewFinding, ...] = ()


def lay_over(briefs: Iterable[Brief], reviews: Iterable[Review]) -> Overlaid:
    """Returns the briefs with their reviews laid over, and every decision that waits for a person."""
    by_id = {review.id: review for review in reviews}
    out: list[Brief] = []
    reviewed: dict[str, frozenset[str]] = {}
    findings: list[ReviewFinding] = []
    for brief in briefs:
        review = by_id.pop(brief.id, None)
        if review is None:
            out.append(brief)
            continue
        done = lay_one_over(brief, review)
        out += done.briefs
        reviewed.update(done.reviewed)
        findings += done.findings
    for id in sorted(by_id):
        message = f"reviews a brief that is not there: {id}"
        findings.append(ReviewFinding(id, None, ReviewTrouble.NO_BRIEF, message))
    return Overlaid(tuple(out), reviewed, tuple(findings))


def lay_one_over(brief: Brief, review: Review) -> Overlaid:
    """Returns one brief with its review laid over."""
    draft = _Draft(brief)
    matches = [find_item(draft.items, decision) for decision in review.items]
    claims = Counter(
        (found[0].kind, found[0].id, decision.verdict)
        for decision, found in zip(review.items, matches, strict=True)
        if len(found) == 1
    )
    for index, (decision, found) in enumerate(zip(review.items, matches, strict=True)):
        rivals = len(found) == 1 and claims[found[0].kind, found[0].id, decision.verdict] > 1
        draft.decide(index, decision, found, has_rivals=rivals)
    return Overlaid((draft.finish(),), {brief.id: frozenset(draft.reviewed)}, tuple(draft.findings))


class _Draft:
    """A brief while its review is laid over; decisions are looked up in it as the machine made it."""

    def __init__(self, brief: Brief) -> None:
        self.brief = brief
        self.items = items_of(brief)
        self.reviewed: set[str] = set()
        self.rejected: set[tuple[str, str]] = set()
        self.corrected: dict[tuple[str, str], Any] = {}
        self.added: dict[str, list[Any]] = {kind: [] for kind in ITEM_KINDS}
        self.findings: list[ReviewFinding] = []

    def find(self, index: int, trouble: ReviewTrouble, message: str) -> None:
        self.findings.append(ReviewFinding(self.brief.id, index, trouble, message))

    def decide(self, index: int, decision: ReviewItem, matches: list[Item], *, has_rivals: bool) -> None:
        """Carries out one decision, or says why it waits."""
        if decision.verdict is Verdict.ADD:
            self.add(index, decision)
            return
        if decision.target is None:
            self.find(index, ReviewTrouble.INVALID, f"`{decision.verdict}` names no target")
            return
        if not matches:
            self.find(index, ReviewTrouble.GONE, f"{decision.target} is not in the brief any more")
            return
        if len(matches) > 1:
            names = ", ".join(item.id for item in matches)
            self.find(
                index, ReviewTrouble.AMBIGUOUS, f"{decision.target} is one of {names}; say which by its id"
            )
            return
        item = matches[0]
        if has_rivals:
            message = f"another decision is about {item.id} as well; say which by its id"
            self.find(index, ReviewTrouble.AMBIGUOUS, message)
            return
        key = (item.kind, item.id)
        if decision.verdict is Verdict.REJECT:
            self.rejected.add(key)
        elif decision.verdict is Verdict.ACCEPT:
            if same_reading(decision.was, reading(item.value)):
                self.reviewed.add(item.id)
            else:
                self.find(index, ReviewTrouble.CHANGED, f"{item.id} was accepted, but reads otherwise now")
        else:
            self.correct(index, decision, item)

    def correct(self, index: int, decision: ReviewItem, item: Item) -> None:
        now = item.value.model_dump(mode="json", by_alias=True)
        wanted = _merged(now, decision.set)
        for name in decision.unset:
            _remove(wanted, name.split("."))
        before = {key: now.get(key) for key in decision.was}
        agreed = {key: wanted.get(key) for key in decision.was}
        if decision.was and not (same_reading(decision.was, before) or same_reading(before, agreed)):
            self.find(index, ReviewTrouble.CHANGED, f"{item.id} was corrected, but reads otherwise now")
            return
        try:
            value = type(item.value).model_validate({**wanted, "id": item.id})
        except ValidationError as error:
            self.find(index, ReviewTrouble.INVALID, f"{item.id}: {_first(error)}")
            return
        self.corrected[(item.kind, item.id)] = value
        self.reviewed.add(item.id)

    def add(self, index: int, decision: ReviewItem) -> None:
        kind = ITEM_KINDS.get(decision.kind or "")
        if kind is None:
            known = ", ".join(ITEM_KINDS)
            self.find(index, ReviewTrouble.INVALID, f"`add` needs a kind: {known}")
            return
        values = dict(decision.set)
        values.setdefault(
            "id", decision.target or content_id(kind.prefix, "added", repr(sorted(values.items())))
        )
        try:
            value = kind.model.model_validate(values)
        except ValidationError as error:
            self.find(index, ReviewTrouble.INVALID, f"the added {decision.kind}: {_first(error)}")
            return
        taken = {item.id for item in self.items if item.kind == decision.kind}
        if getattr(value, "id", "") in taken:
            self.find(index, ReviewTrouble.INVALID, f"the added {decision.kind}'s id is taken")
            return
        self.added[str(decision.kind)].append(value)
        self.reviewed.add(str(getattr(value, "id", "")))

    def finish(self) -> Brief:
        """Returns the brief with every decision carried out and nothing left that points at what is gone."""
        if not (self.rejected or self.corrected or any(self.added.values())):
            return self.brief
        update: dict[str, Any] = {}
        for name, kind in ITEM_KINDS.items():
            values = [
                self.corrected.get((name, value.id), value)
                for value in getattr(self.brief, kind.field)
                if (name, value.id) not in self.rejected
            ]
            values += self.added[name]
            update[kind.field] = tuple(values)
        gone = {id for _, id in self.rejected}
        gone_actors = {id for name, id in self.rejected if name == "actor"}
        gone_topics = {id for name, id in self.rejected if name == "topic"}
        # A key point whose position was rejected, or says something else now, has lost its ground.
        reworded = gone | {id for (name, id) in self.corrected if name == "position"}
        update["key_points"] = tuple(
            point.model_copy(update={"rests_on": kept})
            for point in self.brief.key_points
            if (kept := tuple(id for id in point.rests_on if id not in reworded))
        )
        update["quotes"] = tuple(_quote_without(q, gone_actors, gone_topics) for q in update["quotes"])
        update["positions"] = tuple(
            _position_without(p, gone, gone_actors, gone_topics) for p in update["positions"]
        )
        return self.brief.model_copy(update=update)


def _quote_without(quote: Any, actors: set[str], topics: set[str]) -> Any:
    if not actors and not topics:
        return quote
    update: dict[str, Any] = {"topics": tuple(id for id in quote.topics if id not in topics)}
    if quote.relayed_by in actors:
        update["relayed_by"] = None
    if quote.speaker is not None and any(id in actors for id in quote.speaker.actors):
        kept = tuple(id for id in quote.speaker.actors if id not in actors)
        actor = None if not kept else kept[0] if len(kept) == 1 else kept
        update["speaker"] = quote.speaker.model_copy(update={"actor": actor})
    return quote.model_copy(update=update)


def _position_without(position: Any, gone: set[str], actors: set[str], topics: set[str]) -> Any:
    update: dict[str, Any] = {"quotes": tuple(id for id in position.quotes if id not in gone)}
    for name in ("holder", "asserted_by", "relayed_by"):
        update[name] = tuple(id for id in getattr(position, name) if id not in actors)
    if position.target in actors | topics:
        update["target"] = None
    if position.topic in topics:
        update["topic"] = None
    return position.model_copy(update=update)


def _merged(now: Any, wanted: Any) -> Any:
    if isinstance(now, dict) and isinstance(wanted, dict):
        return {**now, **{key: _merged(now.get(key), value) for key, value in wanted.items()}}
    return wanted


def _remove(data: Any, path: list[str]) -> None:
    if isinstance(data, dict):
        if len(path) == 1:
            data.pop(path[0], None)
        else:
            _remove(data.get(path[0]), path[1:])


def _first(error: ValidationError) -> str:
    problem = error.errors(include_url=False, include_input=False)[0]
    return f"{'.'.join(str(part) for part in problem['loc'])}: {problem['msg']}"
