"""What each article brought: people with a name are news, people without one are not."""

from __future__ import annotations

from briefgen.corpus.corpus import build_corpus
from briefgen.model.actor import Actor, ActorKind
from briefgen.site.links import Links
from briefgen.site.pages.changes import view_arrivals
from tests.bench.synthetic import make_briefs


def test_people_without_a_name_are_not_heard_of_for_the_first_time() -> None:
    (brief,) = make_briefs(1)
    group = Actor(id="experts-x", name="experts", kind=ActorKind.GROUP)
    person = Actor(id="ada-berg", name="Ada Berg", kind=ActorKind.PERSON)
    one, two, *others = brief.positions
    positions = (
        one.model_copy(update={"holder": ("experts-x",)}),
        two.model_copy(update={"holder": ("ada-berg",)}),
        *others,
    )
    corpus = build_corpus(
        [brief.model_copy(update={"actors": (person, group), "positions": positions, "quotes": ()})]
    )
    (arrival,) = view_arrivals(corpus, Links.at("changes/"), 5)
    assert [name.text for name in arrival.actors] == ["Ada Berg"]
