"""What changed between two states of the briefs: for a reviewer of a change, and for the site's readers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from briefgen.corpus.item_changes import ItemChanges, compare_items
from briefgen.corpus.turns import Turn, find_turns
from briefgen.model.base import Model
from briefgen.model.brief import Brief
from briefgen.model.quote import Quote
from briefgen.model.registry import Registry


class BriefStatus(StrEnum):
    """What became of a brief."""

    NEW = "new"
    REVISED = "revised"
    """The article's text changed."""
    REREAD = "reread"
    """The same text reads otherwise: other code, lexicons, registry or settings."""
    REMOVED = "removed"


class BriefChange(Model):
    """What became of one brief and its items."""

    id: str
    title: str
    publisher: str | None = None
    published: str | None = None
    status: BriefStatus
    items: ItemChanges


class NewActor(Model):
    """An actor that no brief spoke of before and that the registry does not name."""

    id: str
    name: str
    kind: str
    briefs: tuple[str, ...]


class UnresolvedSpeaker(Model):
    """A new quote whose speaker is nobody known: `speaker` is the words that name it, if any."""

    brief: str
    quote: str
    speaker: str | None = None
    words: str


class NewWarning(Model):
    """A warning that a brief did not carry before."""

    brief: str
    text: str


class Changes(Model):
    """The difference between two states of the briefs, in order of day of publication, then id."""

    briefs: tuple[BriefChange, ...] = ()
    turns: tuple[Turn, ...] = ()
    """Actors whose latest stance toward a target is another one than before."""
    new_actors: tuple[NewActor, ...] = ()
    unresolved: tuple[UnresolvedSpeaker, ...] = ()
    warnings: tuple[NewWarning, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed that a reader would see."""
        return not self.briefs

    def with_status(self, status: BriefStatus) -> tuple[BriefChange, ...]:
        """Returns the briefs that became so."""
        return tuple(change for change in self.briefs if change.status is status)


def compare(old: Iterable[Brief], new: Iterable[Brief], registry: Registry | None = None) -> Changes:
    """Returns what changed from the old briefs to the new ones; what made a brief does not count."""
    before = {brief.id: brief for brief in old}
    after = {brief.id: brief for brief in new}
    changed = [id for id in before.keys() | after.keys() if _differs(before.get(id), after.get(id))]
    changed.sort(key=lambda id: _order(after.get(id) or before[id]))
    fresh = [after[id] for id in changed if id in after]
    registry = registry or Registry()
    return Changes(
        briefs=tuple(_change(before.get(id), after.get(id)) for id in changed),
        turns=find_turns(before.values(), after.values()),
        new_actors=_new_actors(before, fresh, registry),
        unresolved=tuple(row for brief in fresh for row in _unresolved(before.get(brief.id), brief)),
        warnings=tuple(row for brief in fresh for row in _warnings(before.get(brief.id), brief)),
    )


def _differs(old: Brief | None, new: Brief | None) -> bool:
    if old is None or new is None:
        return True
    return old.model_copy(update={"generator": new.generator}) != new


def _order(brief: Brief) -> tuple[str, str]:
    return (brief.article.published or "", brief.id)


def _change(old: Brief | None, new: Brief | None) -> BriefChange:
    brief = new or old
    assert brief is not None  # noqa: S101 - an id comes from one of the two
    if old is None:
        status = BriefStatus.NEW
    elif new is None:
        status = BriefStatus.REMOVED
    elif old.article.text_sha256 != new.article.text_sha256:
        status = BriefStatus.REVISED
    else:
        status = BriefStatus.REREAD
    return BriefChange(
        id=brief.id,
        title=brief.article.title or brief.id,
        publisher=brief.article.publisher,
        published=brief.article.published,
        status=status,
        items=compare_items(old, new),
    )


def _new_actors(before: Mapping[str, Brief], fresh: list[Brief], registry: Registry) -> tuple[NewActor, ...]:
    known = {actor.id for brief in before.values() for actor in brief.actors}
    known |= {id for entry in registry.actors for id in (entry.id, *entry.same)}
    rows: dict[str, NewActor] = {}
    for brief in fresh:
        for actor in brief.actors:
            if actor.id in known:
                continue
            row = rows.get(actor.id)
            briefs = (*row.briefs, brief.id) if row else (brief.id,)
            rows[actor.id] = NewActor(
                id=actor.id, name=row.name if row else actor.name, kind=actor.kind.value, briefs=briefs
            )
    return tuple(sorted(rows.values(), key=lambda row: (row.name.casefold(), row.id)))


def _unresolved(old: Brief | None, new: Brief) -> list[UnresolvedSpeaker]:
    seen = {quote.id for quote in old.quotes if not _is_resolved(quote)} if old else set()
    return [
        UnresolvedSpeaker(
            brief=new.id,
            quote=quote.id,
            speaker=quote.speaker.text if quote.speaker else None,
            words=" … ".join(part.text for part in quote.content),
        )
        for quote in new.quotes
        if not _is_resolved(quote) and quote.id not in seen
    ]


def _is_resolved(quote: Quote) -> bool:
    return quote.speaker is not None and bool(quote.speaker.actors)


def _warnings(old: Brief | None, new: Brief) -> list[NewWarning]:
    seen = set(old.warnings) if old else set()
    return [NewWarning(brief=new.id, text=text) for text in new.warnings if text not in seen]
