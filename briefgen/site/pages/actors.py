"""The page of each actor, and the list of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from briefgen.config import SiteSettings
from briefgen.corpus.corpus import Corpus
from briefgen.corpus.people import CorpusActor
from briefgen.model.actor import NAMELESS_AUTHOR, ActorKind
from briefgen.model.places import PositionAt
from briefgen.site import outputs, wording
from briefgen.site.charts.over_time import NARROW, WIDE, Held, draw_over_time, gather_spots
from briefgen.site.charts.over_time_svg import over_time_svg
from briefgen.site.links import Links
from briefgen.site.page import SitePage
from briefgen.site.pages.countries import country_name
from briefgen.site.pages.grouping import short_name
from briefgen.site.pages.paging import Part, split_by_age, split_pages
from briefgen.site.render import render
from briefgen.site.sprite import SPRITE
from briefgen.site.views.names import (
    Name,
    briefs_of,
    name_actor,
    name_apart,
    name_topic,
    newest_day,
    other_than,
    source_line,
)
from briefgen.site.views.position import PositionView, view_position
from briefgen.site.views.quote import view_quote

POSITIONS_A_PAGE = 40
QUOTES_SHOWN = 10
SPEAKS_OF_SHOWN = 12
ACTORS_A_PAGE = 150
BRIEFS_SHOWN = 8
CHARTED = 200
"""The newest positions that a chart may draw."""
NO_TOPIC = "Other matters"
SEVERAL_AUTHORS = "Not one person: whoever wrote an article that names no outlet."


@dataclass(frozen=True, slots=True)
class TopicRows:
    """An actor's positions on one topic: own words and actions, and what others say."""

    id: str
    name: Name
    own: tuple[PositionView, ...]
    others: tuple[PositionView, ...]


def actor_pages(corpus: Corpus, settings: SiteSettings) -> Iterator[SitePage]:
    """Yields the pages of each actor: the first, and more where it holds many positions."""
    for actor in corpus.actors.values():
        newest = tuple(reversed(corpus.held_by.get(actor.id, ())))
        name = wording.capital(name_apart(corpus, actor.id, Links.at("")).text)
        for part in split_by_age(newest, POSITIONS_A_PAGE, f"actors/{actor.id}/"):
            yield SitePage(
                path=part.path,
                title=part.title(name),
                kind="actor",
                section="actors/",
                description=_describe(corpus, actor)
                if part.is_front
                else f"Older positions of {actor.name}, own words and what others say kept apart.",
                lastmod=newest_day(
                    [corpus.by_id[actor.briefs[-1]]] if part.is_front else briefs_of(part.items)
                ),
                about=actor.id,
                indexed=part.is_front,
                body=partial(_front, corpus, actor, part)
                if part.is_front
                else partial(_older, corpus, actor.id, part),
            )


def _describe(corpus: Corpus, actor: CorpusActor) -> str:
    held = len(corpus.held_by.get(actor.id, ()))
    role = other_than(actor.role, actor.name)
    role = f", {role}" if role else ""
    return (
        f"{wording.capital(actor.name)}{role}: {wording.count(held, 'position')} in "
        f"{wording.count(len(actor.briefs), 'brief')}, own words and what others say kept apart."
    )


def rows_by_topic(
    corpus: Corpus, positions: Iterator[PositionAt] | tuple[PositionAt, ...], to: Links
) -> tuple[TopicRows, ...]:
    """Returns positions by topic, the topics with most positions first, those without a topic last."""
    rows: dict[str, list[PositionView]] = {}
    for at in positions:
        rows.setdefault(at.topic or "", []).append(view_position(corpus, at, to))
    order = sorted(rows, key=lambda id: (id == "", -len(rows[id]), id))
    return tuple(
        TopicRows(
            id=id or "other",
            name=name_topic(corpus, id, to) if id else Name(NO_TOPIC),
            own=tuple(view for view in rows[id] if view.fill == "own"),
            others=tuple(view for view in rows[id] if view.fill != "own"),
        )
        for id in order
    )


def _front(corpus: Corpus, actor: CorpusActor, part: Part[PositionAt], to: Links) -> str:
    held = corpus.held_by.get(actor.id, ())
    quotes = corpus.spoken_by.get(actor.id, ())
    says_of = corpus.asserted_by.get(actor.id, ())
    against = _set_against(corpus, actor, to)
    affiliation = actor.affiliation
    topics = rows_by_topic(corpus, tuple(part.items), to)
    return render(
        "actor.html",
        kind="actor",
        sprite=SPRITE,
        to=to,
        actor=actor,
        called=actor.name,
        short=short_name(corpus.names[actor.id]),
        say="say" if actor.kind is ActorKind.GROUP else "says",
        be="are" if actor.kind is ActorKind.GROUP else "is",
        apart=name_apart(corpus, actor.id, to).text.removeprefix(actor.name),
        part=part,
        pager=part.pager(to),
        kind_words=wording.KIND[actor.kind],
        lead=_lead(actor),
        affiliation=name_actor(corpus, affiliation, to)
        if affiliation and affiliation in corpus.names
        else None,
        fills=Counter(map(wording.fill_of, held)),
        total=len(held),
        briefs=[
            Name(source_line(corpus.by_id[id]), to.brief(id)) for id in reversed(actor.briefs[-BRIEFS_SHOWN:])
        ],
        topics=topics,
        chart=_chart(held, topics, to),
        country=country_name(actor.country),
        quotes=[view_quote(corpus, at, to) for at in reversed(quotes[-QUOTES_SHOWN:])],
        quote_count=len(quotes),
        says_of=[view_position(corpus, at, to) for at in reversed(says_of[-SPEAKS_OF_SHOWN:])],
        says_of_count=len(says_of),
        against=against,
        feeds=[(feed.label, to.to(feed.path.format(id=actor.id))) for feed in outputs.ACTOR_FEEDS],
    )


def _older(corpus: Corpus, id: str, part: Part[PositionAt], to: Links) -> str:
    """Returns a page of older positions, which says nothing of the others."""
    called = corpus.names[id]
    return render(
        "actor.html",
        kind="actor",
        sprite=SPRITE,
        to=to,
        called=called.name,
        short=short_name(called),
        apart=name_apart(corpus, id, to).text.removeprefix(called.name),
        kind_words=wording.KIND[called.kind],
        front=f"actors/{id}/",
        part=part,
        pager=part.pager(to),
        topics=rows_by_topic(corpus, tuple(part.items), to),
    )


def _chart(positions: tuple[PositionAt, ...], topics: tuple[TopicRows, ...], to: Links) -> Markup | None:
    """Returns the chart for wide pages and for phones, None where there is too little to see."""
    held = []
    for at in positions[-CHARTED:]:
        fill = wording.fill_of(at)
        mark = f"{wording.SHAPE[at.stance]}-{fill}"
        held.append(Held(at.topic or "other", mark, fill == "own", at))
    spots = gather_spots(held)
    names = {row.id: row.name.text for row in topics}
    wide, narrow = (draw_over_time(spots, tuple(names), sheet) for sheet in (WIDE, NARROW))
    if wide is None:
        return None
    drawing = over_time_svg(wide, names, "bg-wide", to)
    return drawing + over_time_svg(narrow, names, "bg-tall", to) if narrow else drawing


def _lead(actor: CorpusActor) -> str:
    parts = [SEVERAL_AUTHORS] if actor.id == NAMELESS_AUTHOR.id and len(actor.briefs) > 1 else []
    if role := other_than(actor.role, actor.name):
        parts.append(wording.sentence(role))
    names = [alias for alias in actor.aliases if alias != actor.name][:5]
    if names:
        quoted = wording.join_words([f"“{name}”" for name in names])
        parts.append(f"In the articles also {quoted}.")
    return " ".join(parts)


@dataclass(frozen=True, slots=True)
class Opponent:
    """An actor that this one is against, or that is against this one, with the evidence counted."""

    name: Name
    against_it: int
    against_this: int


def _set_against(corpus: Corpus, actor: CorpusActor, to: Links) -> tuple[Opponent, ...]:
    mine: Counter[str] = Counter()
    theirs: Counter[str] = Counter()
    for at in corpus.held_by.get(actor.id, ()):
        target = corpus.actor_id(at.target or "")
        if at.stance == "oppose" and target in corpus.names and target != actor.id:
            mine[target] += 1
    for at in corpus.toward.get(actor.id, ()):
        if at.stance == "oppose":
            theirs.update(id for id in corpus.holders(at) if id in corpus.names and id != actor.id)
    ids = sorted({*mine, *theirs}, key=lambda id: (-(mine[id] + theirs[id]), id))
    return tuple(Opponent(name_actor(corpus, id, to), mine[id], theirs[id]) for id in ids[:8])


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor in the list of all."""

    name: Name
    role: str | None
    positions: int
    quotes: int
    briefs: int


def actor_index_pages(corpus: Corpus, settings: SiteSettings) -> Iterator[SitePage]:
    """Yields the list of actors: those who hold positions first, by how much is known of them."""
    actors = sorted(
        corpus.actors.values(),
        key=lambda a: (
            -len(corpus.held_by.get(a.id, ())) - len(corpus.spoken_by.get(a.id, ())),
            -len(a.briefs),
            a.name.casefold(),
            a.id,
        ),
    )
    for part in split_pages(actors, ACTORS_A_PAGE, "actors/"):
        yield SitePage(
            path=part.path,
            title=part.title("Actors"),
            nav_title="Actors" if part.is_front else None,
            kind="actors",
            section="actors/",
            description="Everybody who speaks, acts or is spoken of, with what we know of their positions.",
            indexed=False,
            body=partial(_index, corpus, part),
        )


def _index(corpus: Corpus, part: Part[CorpusActor], to: Links) -> str:
    groups: dict[ActorKind, list[ActorRow]] = {kind: [] for kind in ActorKind}
    for actor in part.items:
        groups[actor.kind].append(
            ActorRow(
                name=name_apart(corpus, actor.id, to),
                role=other_than(actor.role, actor.name),
                positions=len(corpus.held_by.get(actor.id, ())),
                quotes=len(corpus.spoken_by.get(actor.id, ())),
                briefs=len(actor.briefs),
            )
        )
    return render(
        "actors.html",
        kind="actors",
        sprite=SPRITE,
        to=to,
        total=len(corpus.actors),
        groups=[(wording.KIND_PLURAL[kind], rows) for kind, rows in groups.items() if rows],
        pager=part.pager(to),
    )
