"""The page of each brief, and the list of all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from briefgen.config import SiteSettings
from briefgen.corpus.corpus import Corpus
from briefgen.corpus.spoken import spoken_quotes
from briefgen.lexicons.articles import with_article
from briefgen.model.actor import ActorKind
from briefgen.model.brief import Brief, KeyPoint
from briefgen.model.places import PositionAt, QuoteAt
from briefgen.model.position import Salience
from briefgen.site import outputs, wording
from briefgen.site.day_words import say
from briefgen.site.exports.address import Address, brief_path
from briefgen.site.links import Links, web_address
from briefgen.site.page import SitePage
from briefgen.site.pages.grouping import HolderGroup, group_by_holder
from briefgen.site.pages.paging import Part, split_by_age
from briefgen.site.render import render
from briefgen.site.sprite import SPRITE
from briefgen.site.views.date import DateView, say_once, view_date
from briefgen.site.views.full_text import mark_text
from briefgen.site.views.names import (
    Name,
    day_of,
    name_actor,
    name_topic,
    other_than,
    publisher_of,
    source_line,
    title_of,
)
from briefgen.site.views.quote import QuoteView, view_quote

SHOWN_POSITIONS = 12
SHOWN_QUOTES = 6
RELATED = 5
CLAIM_HEAD = 24
"""Letters of a claim by which a key point is split: its end may have been shortened."""
BRIEFS_A_PAGE = 40


@dataclass(frozen=True, slots=True)
class KeyPointView:
    """A key point with the mark of the position that it rests on first."""

    according: str
    text: str
    mark: str
    url: str


@dataclass(frozen=True, slots=True)
class PersonView:
    """An actor in the margin of a brief."""

    name: Name
    role: str | None


@dataclass(frozen=True, slots=True)
class RelatedView:
    """A related brief and why it is related."""

    brief: Name
    line: str
    reason: str


@dataclass(frozen=True, slots=True)
class BriefView:
    """Everything a brief's page prints."""

    title: str
    has_title: bool
    working_title: bool
    publisher: Name
    authors: str
    published: str
    published_basis: str
    minutes: int
    words: int
    article_minutes: int
    original: str | None
    citation: str
    address: str
    """Of this page, whole, for paper; empty where the site knows no address."""
    key_points: tuple[KeyPointView, ...]
    groups: tuple[HolderGroup, ...]
    rest: tuple[HolderGroup, ...]
    rest_count: int
    quotes: tuple[QuoteView, ...]
    more_quotes: tuple[QuoteView, ...]
    dates: tuple[DateView, ...]
    other_dates: tuple[DateView, ...]
    """Those of which the article tells no event, or no day."""
    speaking: tuple[PersonView, ...]
    spoken_of: tuple[PersonView, ...]
    spoken_states: tuple[Name, ...]
    topics: tuple[Name, ...]
    related: tuple[RelatedView, ...]


def brief_pages(corpus: Corpus, settings: SiteSettings) -> Iterator[SitePage]:
    """Yields the page of each brief."""
    for brief in corpus.briefs:
        yield SitePage(
            path=f"briefs/{brief.id}/",
            title=title_of(brief),
            kind="brief",
            section="briefs/",
            description=wording.shorten(" ".join(p.text for p in brief.key_points), 200),
            lastmod=brief.article.published,
            about=brief.id,
            body=partial(_body, corpus, settings, brief),
        )


def _body(corpus: Corpus, settings: SiteSettings, brief: Brief, to: Links) -> str:
    return render(
        "brief.html",
        kind="brief",
        sprite=SPRITE,
        to=to,
        b=view_brief(corpus, settings, brief, to),
        paragraphs=mark_text(corpus.texts[brief.id], brief) if brief.id in corpus.texts else (),
        downloads=[(d.label, to.to(d.path.format(id=brief.id))) for d in outputs.BRIEF_DOWNLOADS],
        citations=[(d.label, to.to(d.path.format(id=brief.id))) for d in outputs.CITATION_DOWNLOADS],
    )


def view_key_points(corpus: Corpus, brief: Brief, to: Links, *, limit: int = 5) -> tuple[KeyPointView, ...]:
    """Returns a brief's key points with their marks and the way to what they rest on."""
    positions = {at.id: at for at in brief.links.positions}
    return tuple(_key_point(positions, brief, point, to) for point in brief.key_points[:limit])


def _key_point(positions: dict[str, PositionAt], brief: Brief, point: KeyPoint, to: Links) -> KeyPointView:
    mark = "none-own"
    rests_on = point.rests_on[0]
    claim = positions[rests_on].claim if rests_on in positions else ""
    according, text = split_according(point.text, claim)
    if rests_on in positions:
        at = positions[rests_on]
        mark = f"{wording.SHAPE[at.stance]}-{wording.fill_of(at)}"
    return KeyPointView(according, text, mark, to.brief(brief.id, rests_on))


def split_according(text: str, claim: str = "") -> tuple[str, str]:
    """Returns a key point's `According to …,` and the rest; the first is empty where there is none.

    The rest begins where the claim does that the point rests on, else behind the first comma.
    """
    if not text.startswith("According to "):
        return "", text
    start = text.lower().find(claim[:CLAIM_HEAD].lower()) if claim else -1
    if start <= 0:
        start = text.find(", ") + 2
    return (text[:start].rstrip(), text[start:]) if start > 1 else ("", text)


def view_brief(corpus: Corpus, settings: SiteSettings, brief: Brief, to: Links) -> BriefView:
    """Returns what a brief's page prints."""
    article = brief.article
    shown, rest = _choose(brief)
    groups = group_by_holder(corpus, brief, shown, to)
    rest_groups = group_by_holder(corpus, brief, rest, to)
    quotes = [view_quote(corpus, at, to) for at in _rank_quotes(brief)]
    dates = sorted(brief.links.dates, key=lambda at: at.order)
    views = [view_date(at, to) for at in dates]
    speaking, spoken_of, states = _people(corpus, brief, to)
    key_points = view_key_points(corpus, brief, to)
    reading = sum(len(point.text.split()) for point in brief.key_points)
    reading += sum(len(at.claim.split()) + 6 for at in shown)
    reading += sum(len(part.split()) for quote in quotes[:SHOWN_QUOTES] for part in quote.parts)
    return BriefView(
        title=title_of(brief),
        has_title=article.title is not None,
        working_title=article.title_is_working,
        publisher=Name(publisher_of(brief), to.outlet(corpus.outlet_of[brief.id])),
        authors=wording.join_words(article.authors),
        published=day_of(brief),
        published_basis=_published_basis(brief),
        minutes=wording.minutes(reading),
        words=article.words,
        article_minutes=wording.minutes(article.words),
        original=web_address(article.url),
        citation=cite(brief, settings),
        address=Address(settings.url).link(brief_path(brief.id)) if settings.url else "",
        key_points=key_points,
        groups=groups,
        rest=rest_groups,
        rest_count=len(rest),
        quotes=tuple(quotes[:SHOWN_QUOTES]),
        more_quotes=tuple(quotes[SHOWN_QUOTES:]),
        dates=say_once(view for view in views if view.when and view.event),
        other_dates=tuple(view for view in views if not (view.when and view.event)),
        speaking=speaking,
        spoken_of=spoken_of,
        spoken_states=states,
        topics=tuple(name_topic(corpus, topic.id, to) for topic in brief.topics),
        related=_related(corpus, brief, to),
    )


def _related(corpus: Corpus, brief: Brief, to: Links) -> tuple[RelatedView, ...]:
    """Returns the same article elsewhere first, then what shares most with this one."""
    kin = {each.brief: wording.KINSHIP[each.kinship] for each in corpus.versions.get(brief.id, ())}
    reasons = dict(kin)
    for r in corpus.related[brief.id][:RELATED]:
        reasons.setdefault(r.id, _reason(corpus, r.actors, r.topics, r.quotes))
    return tuple(
        RelatedView(
            brief=Name(title_of(corpus.by_id[id]), to.brief(id)),
            line=source_line(corpus.by_id[id]),
            reason=reason,
        )
        for id, reason in list(reasons.items())[: max(RELATED, len(kin))]
    )


def _choose(brief: Brief) -> tuple[list[PositionAt], list[PositionAt]]:
    core = [p for p in brief.positions if p.salience is Salience.CORE]
    chosen = {p.id for p in (core or brief.positions)[:SHOWN_POSITIONS]}
    at = brief.links.positions
    return [a for a in at if a.id in chosen], [a for a in at if a.id not in chosen]


def _rank_quotes(brief: Brief) -> list[QuoteAt]:
    # Words in quotation marks first: paraphrases are what positions show already.
    return sorted(spoken_quotes(brief), key=lambda at: at.form == "indirect")


def _people(
    corpus: Corpus, brief: Brief, to: Links
) -> tuple[tuple[PersonView, ...], tuple[PersonView, ...], tuple[Name, ...]]:
    voices = {id for quote in brief.quotes if quote.speaker for id in quote.speaker.actors}
    for position in brief.positions:
        if position.basis == "stated":
            voices.update(position.holder)
        voices.update(position.asserted_by)
        voices.update(position.relayed_by)
    speaking, spoken_of, states = [], [], []
    for actor in brief.actors:
        name = name_actor(corpus, actor.id, to)
        if actor.id in voices:
            speaking.append(PersonView(name, other_than(actor.role, actor.name)))
        elif actor.kind is ActorKind.STATE:
            states.append(name)
        else:
            spoken_of.append(PersonView(name, other_than(actor.role, actor.name)))
    return tuple(speaking), tuple(spoken_of), tuple(states)


def _published_basis(brief: Brief) -> str:
    article = brief.article
    if not article.published_basis:
        return ""
    words = wording.PUBLISHED_BASIS[article.published_basis]
    return f"{words}: {article.published_reason}" if article.published_reason else words


def _reason(corpus: Corpus, actors: tuple[str, ...], topics: tuple[str, ...], quotes: int) -> str:
    people = [corpus.names[id] for id in actors[:3]]
    shared = [with_article(actor.name, actor.kind) for actor in people]
    shared += [corpus.topic_names[id].running_name for id in topics[:2]]
    words = f"Both speak of {wording.join_words(shared)}." if shared else ""
    if quotes:
        words += f" {wording.count(quotes, 'quotation')} in the same words."
    return words.strip()


def cite(brief: Brief, settings: SiteSettings) -> str:
    """Returns how to cite the article and its brief, in one line."""
    article = brief.article
    parts = [
        f"{wording.join_words(article.authors)}. " if article.authors else "",
        f"“{title_of(brief)}.” "
        if not title_of(brief).endswith((".", "?", "!"))
        else f"“{title_of(brief)}” ",
        f"{publisher_of(brief)}, ",
        f"{say(article.published) or 'no date'}. ",
        f"{article.url}. " if web_address(article.url) else "",
        f"Brief, {settings.title}.",
    ]
    return "".join(parts)


@dataclass(frozen=True, slots=True)
class BriefRow:
    """A brief in a list: its head and its first key points."""

    name: Name
    publisher: str
    day: str
    key_points: tuple[KeyPointView, ...]
    counts: str


def brief_index_pages(corpus: Corpus, settings: SiteSettings) -> Iterator[SitePage]:
    """Yields the list of briefs, newest first."""
    newest = tuple(reversed(corpus.briefs))
    for part in split_by_age(newest, BRIEFS_A_PAGE, "briefs/"):
        yield SitePage(
            path=part.path,
            title=part.title("Briefs"),
            nav_title="Briefs" if part.is_front else None,
            kind="briefs",
            section="briefs/",
            description="Every article as a brief, newest first.",
            indexed=False,
            body=partial(_index, corpus, part),
        )


def view_row(corpus: Corpus, brief: Brief, to: Links, *, points: int) -> BriefRow:
    """Returns a brief as lists show it."""
    return BriefRow(
        name=Name(title_of(brief), to.brief(brief.id)),
        publisher=publisher_of(brief),
        day=day_of(brief),
        key_points=view_key_points(corpus, brief, to, limit=points),
        counts=f"{wording.count(len(brief.links.positions), 'position')}, "
        f"{wording.count(len(spoken_quotes(brief)), 'quotation')}",
    )


def _index(corpus: Corpus, part: Part[Brief], to: Links) -> str:
    return render(
        "briefs.html",
        kind="briefs",
        sprite=SPRITE,
        to=to,
        part=part,
        total=len(corpus.briefs) if part.is_front else 0,
        rows=[view_row(corpus, brief, to, points=2) for brief in part.items],
        pager=part.pager(to),
    )
