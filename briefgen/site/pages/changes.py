"""What changed: what each new article brought, and what differs from the last publication."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from briefgen.config import SiteSettings
from briefgen.corpus.arrivals import Arrival, Shift, newest_arrivals
from briefgen.corpus.changes import BriefChange, BriefStatus, Changes
from briefgen.corpus.corpus import Corpus
from briefgen.corpus.spoken import spoken_quotes
from briefgen.model.actor import ActorKind
from briefgen.site import wording
from briefgen.site.links import Links
from briefgen.site.page import SitePage
from briefgen.site.render import render
from briefgen.site.sprite import SPRITE
from briefgen.site.views.names import Name, day_of, name_actor, name_target, publisher_of, title_of

ARRIVALS_SHOWN = 30
NAMES_SHOWN = 8
CHANGES_SHOWN = 100

STATUS = {
    BriefStatus.NEW: "New brief",
    BriefStatus.REVISED: "The article changed",
    BriefStatus.REREAD: "Read anew",
    BriefStatus.REMOVED: "Withdrawn",
}


@dataclass(frozen=True, slots=True)
class ShiftView:
    """An actor that leans another way than before."""

    holder: Name
    about: str
    before: str
    after: str
    before_mark: str
    after_mark: str
    before_url: str
    after_url: str


@dataclass(frozen=True, slots=True)
class ArrivalView:
    """A brief and what is new with it."""

    brief: Name
    day: str
    publisher: str
    counts: str
    actors: tuple[Name, ...]
    more_actors: int
    topics: tuple[Name, ...]
    shifts: tuple[ShiftView, ...]


@dataclass(frozen=True, slots=True)
class ChangeView:
    """What became of a brief since the last publication."""

    status: str
    brief: Name
    what: str


def change_pages(corpus: Corpus, settings: SiteSettings) -> Iterator[SitePage]:
    """Yields the page of changes."""
    yield SitePage(
        path="changes/",
        title="Changes",
        nav_title="Changes",
        kind="changes",
        section="changes/",
        description="What each new article brought, and who leans another way than before.",
        indexed=False,
        body=partial(_body, corpus),
    )


def _body(corpus: Corpus, to: Links) -> str:
    return render(
        "changes.html",
        kind="changes",
        sprite=SPRITE,
        to=to,
        since=view_changes(corpus, corpus.changes, to) if corpus.changes else None,
        since_total=len(corpus.changes.briefs) if corpus.changes else 0,
        arrivals=view_arrivals(corpus, to, ARRIVALS_SHOWN),
        total=len(corpus.briefs),
    )


def view_arrivals(corpus: Corpus, to: Links, limit: int) -> tuple[ArrivalView, ...]:
    """Returns the newest briefs with what each brought."""
    return tuple(_arrival(corpus, arrival, to) for arrival in newest_arrivals(corpus, limit))


def _arrival(corpus: Corpus, arrival: Arrival, to: Links) -> ArrivalView:
    brief = arrival.brief
    # An actor of whom nothing is held or quoted is no news, nor are people without a name (`experts`).
    actors = [
        id
        for id in arrival.new_actors
        if (id in corpus.held_by or id in corpus.spoken_by) and corpus.actors[id].kind is not ActorKind.GROUP
    ]
    return ArrivalView(
        brief=Name(title_of(brief), to.brief(brief.id)),
        day=day_of(brief),
        publisher=publisher_of(brief),
        counts=f"{wording.count(len(brief.links.positions), 'position')}, "
        f"{wording.count(len(spoken_quotes(brief)), 'quotation')}",
        actors=tuple(name_actor(corpus, id, to) for id in actors[:NAMES_SHOWN]),
        more_actors=max(0, len(actors) - NAMES_SHOWN),
        topics=tuple(Name(corpus.topics[id].name, to.topic(id)) for id in arrival.new_topics[:NAMES_SHOWN]),
        shifts=tuple(_shift(corpus, shift, to) for shift in arrival.shifts),
    )


def _shift(corpus: Corpus, shift: Shift, to: Links) -> ShiftView:
    before, after = shift.before, shift.after
    return ShiftView(
        holder=name_actor(corpus, shift.holder, to),
        about=name_target(corpus, shift.about, to).text,
        before=wording.STANCE[before.stance],
        after=wording.STANCE[after.stance],
        before_mark=f"{wording.SHAPE[before.stance]}-{wording.fill_of(before)}",
        after_mark=f"{wording.SHAPE[after.stance]}-{wording.fill_of(after)}",
        before_url=to.brief(before.brief.id, before.id),
        after_url=to.brief(after.brief.id, after.id),
    )


def view_changes(corpus: Corpus, changes: Changes, to: Links) -> tuple[ChangeView, ...]:
    """Returns what became of each brief since the last publication, newest first."""
    newest = tuple(reversed(changes.briefs))[:CHANGES_SHOWN]
    return tuple(_change(corpus, change, to) for change in newest)


def _change(corpus: Corpus, change: BriefChange, to: Links) -> ChangeView:
    url = to.brief(change.id) if change.id in corpus.by_id else None
    return ChangeView(STATUS[change.status], Name(change.title, url), _what(change))


def _what(change: BriefChange) -> str:
    items = change.items
    if change.status in (BriefStatus.NEW, BriefStatus.REMOVED):
        return ""
    parts = [
        wording.count(len(items.new_positions), "position") + " more" if items.new_positions else "",
        wording.count(len(items.gone_positions), "position") + " fewer" if items.gone_positions else "",
        wording.count(len(items.changed_positions), "position") + " read otherwise"
        if items.changed_positions
        else "",
        wording.count(len(items.new_quotes), "quotation") + " more" if items.new_quotes else "",
        wording.count(len(items.gone_quotes), "quotation") + " fewer" if items.gone_quotes else "",
        wording.count(items.changed_quotes, "quotation") + " read otherwise" if items.changed_quotes else "",
        wording.count(len(items.new_dates) + len(items.gone_dates) + items.changed_dates, "date")
        + " read otherwise"
        if items.new_dates or items.gone_dates or items.changed_dates
        else "",
    ]
    return ", ".join(part for part in parts if part) or "small things only"
