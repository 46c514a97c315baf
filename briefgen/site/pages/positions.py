"""Who stands where: every actor by every topic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from briefgen.config import SiteSettings
from briefgen.corpus.corpus import Corpus
from briefgen.corpus.stances import by_holder_and_topic, by_topic
from briefgen.site import outputs
from briefgen.site.links import Links
from briefgen.site.page import SitePage
from briefgen.site.pages.countries import country_name
from briefgen.site.pages.matrix import Matrix, build_matrix, choose_actors, choose_topics
from briefgen.site.pages.paging import Part, split_pages
from briefgen.site.render import render
from briefgen.site.sprite import SPRITE

TOPICS_SHOWN = 12
ACTORS_A_PAGE = 60
ACTORS_LISTED = 600
OTHERS = "Others"


def position_pages(corpus: Corpus, settings: SiteSettings) -> Iterator[SitePage]:
    """Yields the matrix, in parts where there are many actors."""
    actors = choose_actors(corpus, corpus.once(by_holder_and_topic))
    topics = choose_topics(corpus, TOPICS_SHOWN)
    for part in split_pages(actors[:ACTORS_LISTED], ACTORS_A_PAGE, "positions/"):
        yield SitePage(
            path=part.path,
            title=part.title("Positions"),
            nav_title="Positions" if part.is_front else None,
            kind="positions",
            section="positions/",
            description="Every actor by every topic: which way it leans, and on whose word we have it.",
            indexed=False,
            body=partial(_front, corpus, topics, len(actors), part)
            if part.is_front
            else partial(_further, corpus, topics, part),
        )


def _front(corpus: Corpus, topics: tuple[str, ...], actors: int, part: Part[str], to: Links) -> str:
    return render(
        "positions.html",
        kind="positions",
        sprite=SPRITE,
        to=to,
        matrix=_matrix(corpus, topics, part, to),
        part=part,
        pager=part.pager(to),
        positions=sum([len(brief.links.positions) for brief in corpus.briefs]),
        briefs=len(corpus.briefs),
        actors=actors,
        listed=min(actors, ACTORS_LISTED),
        topics=sum(1 for id in corpus.topics if corpus.on_topic.get(id)),
        topics_shown=len(topics),
        downloads=[(d.label, to.to(d.path)) for d in outputs.SITE_DOWNLOADS if "statements" in d.path],
    )


def _further(corpus: Corpus, topics: tuple[str, ...], part: Part[str], to: Links) -> str:
    """Returns a page of further actors, which says nothing of the others."""
    matrix = _matrix(corpus, topics, part, to)
    return render(
        "positions.html",
        kind="positions",
        sprite=SPRITE,
        to=to,
        matrix=matrix,
        part=part,
        pager=part.pager(to),
    )


def _matrix(corpus: Corpus, topics: tuple[str, ...], part: Part[str], to: Links) -> Matrix:
    held = {id: by_topic(corpus.held_by[id]) for id in part.items}
    return build_matrix(corpus, held, part.items, topics, to, grouped=group_by_country(corpus, part.items))


def group_by_country(corpus: Corpus, actors: Sequence[str]) -> list[tuple[str, list[str]]]:
    """Returns the actors under their countries, the country with most first, lone ones under `Others`."""
    countries = {id: corpus.actors[id].country for id in actors}
    numbers = Counter(country for country in countries.values() if country)
    order = [country for country, number in numbers.most_common() if number > 1]
    if len(order) < 2:
        return [("", list(actors))]
    groups = [
        (country_name(country) or country, [id for id in actors if countries[id] == country])
        for country in order
    ]
    return [*groups, (OTHERS, [id for id in actors if countries[id] not in order])]
