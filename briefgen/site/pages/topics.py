"""The page of each topic, and the list of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from operator import attrgetter

from briefgen.config import SiteSettings
from briefgen.corpus.agreement import Agreement, compare_outlets
from briefgen.corpus.corpus import Corpus
from briefgen.corpus.people import CorpusTopic
from briefgen.model.places import PositionAt
from briefgen.site import outputs, wording
from briefgen.site.links import Links
from briefgen.site.page import SitePage
from briefgen.site.pages.paging import Part, split_by_age, split_pages
from briefgen.site.render import render
from briefgen.site.sprite import SPRITE
from briefgen.site.views.names import Name, briefs_of, name_actor, newest_day, other_than, source_line
from briefgen.site.views.position import PositionView, name_holders, view_position
from briefgen.site.views.quote import view_quote

POSITIONS_A_PAGE = 40
HOLDERS_SHOWN = 30
QUOTES_SHOWN = 8
BRIEFS_SHOWN = 10
AGREEMENTS_SHOWN = 8
_STANCE, _HOLDER = attrgetter("stance"), attrgetter("holder")


@dataclass(frozen=True, slots=True)
class StanceCell:
    """How often a holder takes one stance on one kind of word: `2 in own words`."""

    mark: str
    words: str
    url: str


@dataclass(frozen=True, slots=True)
class StanceRow:
    """A holder and its stances, one list a column of the table."""

    holders: tuple[Name, ...]
    role: str | None
    cells: tuple[tuple[str, tuple[StanceCell, ...]], ...]


@dataclass(frozen=True, slots=True)
class HolderRows:
    """A holder's positions on the topic."""

    holders: tuple[Name, ...]
    anchor: str
    own: tuple[PositionView, ...]
    others: tuple[PositionView, ...]


def topic_pages(corpus: Corpus, settings: SiteSettings) -> Iterator[SitePage]:
    """Yields the pages of each topic: the first, and more where many positions are about it."""
    for topic in corpus.topics.values():
        newest = tuple(reversed(corpus.on_topic.get(topic.id, ())))
        for part in split_by_age(newest, POSITIONS_A_PAGE, f"topics/{topic.id}/"):
            yield SitePage(
                path=part.path,
                title=part.title(topic.name),
                kind="topic",
                section="topics/",
                description=f"{topic.name}: who is in favour, who is against, and on whose word.",
                lastmod=newest_day(
                    [corpus.by_id[topic.briefs[-1]]] if part.is_front else briefs_of(part.items)
                ),
                about=topic.id,
                indexed=part.is_front,
                body=partial(_front, corpus, topic, part)
                if part.is_front
                else partial(_older, corpus, topic.id, part),
            )


def _front(corpus: Corpus, topic: CorpusTopic, part: Part[PositionAt], to: Links) -> str:
    every = corpus.on_topic.get(topic.id, ())
    quotes = corpus.quotes_on.get(topic.id, ())
    rows = _holder_rows(corpus, tuple(part.items), to)
    stances, stance_count = _stances(corpus, every, to)
    return render(
        "topic.html",
        kind="topic",
        sprite=SPRITE,
        to=to,
        topic=topic,
        called=topic.name,
        part=part,
        pager=part.pager(to),
        total=len(every),
        holders=len(set(map(corpus.stand_for, {at.holder for at in every}))),
        stances=stances,
        stance_count=stance_count,
        columns=[(shape, wording.SHAPE_WORDS[shape]) for shape in wording.SHAPES],
        rows=rows,
        outlets=_outlets(corpus, every, to),
        quotes=[view_quote(corpus, at, to) for at in reversed(quotes[-QUOTES_SHOWN:])],
        quote_count=len(quotes),
        briefs=[
            Name(source_line(corpus.by_id[id]), to.brief(id)) for id in reversed(topic.briefs[-BRIEFS_SHOWN:])
        ],
        parent=Name(corpus.topic_names[topic.parent].name, to.topic(topic.parent))
        if topic.parent in corpus.topic_names and topic.parent
        else None,
        feeds=[(feed.label, to.to(feed.path.format(id=topic.id))) for feed in outputs.TOPIC_FEEDS],
    )


def _older(corpus: Corpus, topic: str, part: Part[PositionAt], to: Links) -> str:
    """Returns a page of older positions, which says nothing of the others."""
    return render(
        "topic.html",
        kind="topic",
        sprite=SPRITE,
        to=to,
        called=corpus.topic_names[topic].name,
        front=f"topics/{topic}/",
        part=part,
        pager=part.pager(to),
        rows=_holder_rows(corpus, tuple(part.items), to),
    )


@dataclass(frozen=True, slots=True)
class ReportView:
    """What one outlet has: `in favour (2)`."""

    mark: str
    words: str
    outlet: str
    url: str


@dataclass(frozen=True, slots=True)
class AgreementView:
    """A holder and what outlets report of it."""

    holder: Name
    reports: tuple[ReportView, ...]


@dataclass(frozen=True, slots=True)
class OutletsView:
    """Where outlets agree, differ, and stand alone."""

    agree: tuple[AgreementView, ...]
    differ: tuple[AgreementView, ...]
    alone: tuple[AgreementView, ...]
    alone_total: int


def _outlets(corpus: Corpus, positions: tuple[PositionAt, ...], to: Links) -> OutletsView | None:
    """Returns how outlets agree on a topic, or None where one outlet alone writes about it."""
    if len({corpus.outlet_of[at.brief.id] for at in positions}) < 2:
        return None
    found = compare_outlets(corpus, positions)

    def view(agreements: tuple[Agreement, ...]) -> tuple[AgreementView, ...]:
        return tuple(_agreement(corpus, agreement, to) for agreement in agreements[:AGREEMENTS_SHOWN])

    return OutletsView(view(found.agree), view(found.differ), view(found.alone), len(found.alone))


def _agreement(corpus: Corpus, agreement: Agreement, to: Links) -> AgreementView:
    reports = []
    for report in agreement.reports[:8]:
        shape = wording.SHAPE[report.stance]
        number = f" ({report.number})" if report.number > 1 else ""
        reports.append(
            ReportView(
                mark=f"{shape}-{wording.fill_of(report.newest)}",
                words=f"{wording.SHAPE_WORDS[shape]}{number}",
                outlet=corpus.outlet_names[report.outlet] or wording.UNNAMED_OUTLET,
                url=to.brief(report.newest.brief.id, report.newest.id),
            )
        )
    return AgreementView(name_actor(corpus, agreement.holder, to), tuple(reports))


def _holder_rows(corpus: Corpus, positions: tuple[PositionAt, ...], to: Links) -> tuple[HolderRows, ...]:
    rows: dict[tuple[Name, ...], list[PositionView]] = {}
    for at, holders in _with_holders(corpus, positions, to):
        rows.setdefault(holders, []).append(view_position(corpus, at, to))
    return tuple(
        HolderRows(
            holders=holders,
            anchor=f"h-{number}",
            own=tuple(view for view in views if view.fill == "own"),
            others=tuple(view for view in views if view.fill != "own"),
        )
        for number, (holders, views) in enumerate(rows.items(), 1)
    )


_CELL_WORDS = {
    "stated": "in own words",
    "enacted": "by action",
    "relayed": "told by",
    "narrated": "in the author’s reading",
    "imputed": "imputed by",
}


def _stances(
    corpus: Corpus, positions: tuple[PositionAt, ...], to: Links
) -> tuple[tuple[StanceRow, ...], int]:
    """Returns the holders with most positions, each with its stances, and how many holders there are."""
    rows: dict[tuple[str, ...], list[PositionAt]] = {}
    names: dict[tuple[str, ...], tuple[Name, ...]] = {}
    for at, holders in _with_holders(corpus, positions, to):
        key = tuple(name.text for name in holders)
        names.setdefault(key, holders)
        rows.setdefault(key, []).append(at)
    shown = sorted(rows, key=lambda key: -len(rows[key]))[:HOLDERS_SHOWN]
    return tuple(_stance_row(corpus, names[key], rows[key], to) for key in shown), len(rows)


def _with_holders(
    corpus: Corpus, positions: tuple[PositionAt, ...], to: Links
) -> Iterator[tuple[PositionAt, tuple[Name, ...]]]:
    """Yields positions with those who hold them, each holder named once."""
    known: dict[tuple[str, ...] | str, tuple[Name, ...]] = {}
    for at in positions:
        key = at.holder or at.holder_words or ""
        holders = known.get(key)
        if holders is None:
            holders = known[key] = name_holders(corpus, at, to, apart=True)
        yield at, holders


def _stance_row(corpus: Corpus, holders: tuple[Name, ...], found: list[PositionAt], to: Links) -> StanceRow:
    ids = corpus.holders(found[0])
    name = corpus.names.get(ids[0]) if len(ids) == 1 else None
    by_shape: dict[str, list[PositionAt]] = {shape: [] for shape in wording.SHAPES}
    for at in found:
        by_shape[wording.SHAPE[at.stance]].append(at)
    cells = tuple((shape, _cells(corpus, among, shape, to)) for shape, among in by_shape.items())
    return StanceRow(holders, other_than(corpus.roles.get(name.id), name.name) if name else None, cells)


def _cells(corpus: Corpus, found: list[PositionAt], shape: str, to: Links) -> tuple[StanceCell, ...]:
    counted: Counter[tuple[str, str]] = Counter()
    newest: dict[tuple[str, str], PositionAt] = {}
    for at in found:
        basis = at.basis.value
        who = ""
        if basis in ("relayed", "imputed"):
            names = [
                corpus.names[id].name for id in map(corpus.actor_id, at.asserted_by) if id in corpus.names
            ]
            who = wording.join_words(names[:2]) or "others"
        counted[basis, who] += 1
        newest[basis, who] = at
    order = list(_CELL_WORDS)
    return tuple(
        StanceCell(
            mark=f"{shape}-{wording.fill_of(newest[key])}",
            words=f"{number} {_CELL_WORDS[key[0]]} {key[1]}".strip(),
            url=to.brief(newest[key].brief.id, newest[key].id),
        )
        for key, number in sorted(counted.items(), key=lambda kv: (order.index(kv[0][0]), kv[0][1]))
    )


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic in the list of all."""

    name: Name
    note: str | None
    marks: tuple[tuple[str, int], ...]
    actors: int
    briefs: int
    depth: int


def topic_index_pages(corpus: Corpus, settings: SiteSettings) -> Iterator[SitePage]:
    """Yields the list of topics."""
    for part in split_pages(tuple(corpus.topics.values()), 150, "topics/"):
        yield SitePage(
            path=part.path,
            title=part.title("Topics"),
            nav_title="Topics" if part.is_front else None,
            kind="topics",
            section="topics/",
            description="What the positions are about.",
            indexed=False,
            body=partial(_index, corpus, part),
        )


def _index(corpus: Corpus, part: Part[CorpusTopic], to: Links) -> str:
    rows = []
    for topic in part.items:
        found = corpus.on_topic.get(topic.id, ())
        shapes = Counter(map(wording.SHAPE.__getitem__, map(_STANCE, found)))
        rows.append(
            TopicRow(
                name=Name(topic.name, to.topic(topic.id)),
                note=topic.note,
                marks=tuple((shape, shapes[shape]) for shape in wording.SHAPES if shapes[shape]),
                actors=len(set(corpus.stand_for(tuple(set(chain.from_iterable(map(_HOLDER, found))))))),
                briefs=len(topic.briefs),
                depth=1 if topic.parent in corpus.topics else 0,
            )
        )
    return render(
        "topics.html",
        kind="topics",
        sprite=SPRITE,
        to=to,
        rows=rows,
        total=len(corpus.topics),
        pager=part.pager(to),
    )
