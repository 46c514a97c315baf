"""Actors and topics across articles: names that two bear, and names inside a sentence."""

from __future__ import annotations

import pytest

from briefgen.corpus.corpus import build_corpus
from briefgen.corpus.stances import count_stances
from briefgen.model.actor import Actor, ActorKind
from briefgen.model.brief import Brief
from briefgen.model.position import Basis
from briefgen.model.topic import BriefTopic
from tests.bench.synthetic import make_briefs


def with_topic(name: str, claim: str) -> Brief:
    brief = make_briefs(1)[0]
    position = brief.positions[0].model_copy(update={"claim": claim, "topic": "it"})
    return brief.model_copy(
        update={"positions": (position,), "topics": (BriefTopic(id="it", name=name, weight=0.5),)}
    )


@pytest.mark.parametrize(
    ("name", "claim", "inside"),
    [
        ("Fishing quotas", "Norway wants smaller fishing quotas.", "fishing quotas"),
        ("Sanctions", "The sanction will not bite.", "sanctions"),
        ("Brexit talks", "The talks will fail.", "Brexit talks"),
        ("US policy toward Chad", "The policy will change.", "US policy toward Chad"),
        ("North Sea fishing", "Boats fish to the north of it.", "North Sea fishing"),
    ],
)
def test_a_topic_inside_a_sentence_is_written_as_claims_write_it(name: str, claim: str, inside: str) -> None:
    assert build_corpus([with_topic(name, claim)]).topics["it"].running_name == inside


def test_two_actors_of_one_name_are_namesakes() -> None:
    one, two = make_briefs(2)
    groups = [Actor(id=f"analysts-{n}", name="analysts", kind=ActorKind.GROUP) for n in (1, 2)]
    corpus = build_corpus(
        brief.model_copy(update={"actors": (*brief.actors, group)})
        for brief, group in zip((one, two), groups, strict=True)
    )
    assert corpus.actors["analysts-1"].is_namesake and corpus.actors["analysts-2"].is_namesake
    assert not corpus.actors[one.actors[0].id].is_namesake


def test_what_an_author_says_in_his_own_voice_is_his_own_word() -> None:
    (brief,) = make_briefs(1)
    outlet = Actor(id="the-wire", name="The Wire", kind=ActorKind.MEDIA)
    words = brief.positions[0].evidence[0]
    own = brief.positions[0].model_copy(
        update={"basis": Basis.NARRATED, "holder": ("the-wire",), "holder_text": None}
    )
    named = own.model_copy(update={"holder_text": words})
    person = own.model_copy(update={"holder": (brief.actors[0].id,)})
    brief = brief.model_copy(update={"actors": (*brief.actors, outlet), "positions": (own, named, person)})
    at = brief.links.positions
    assert [each.is_authors_own for each in at] == [True, False, False]
    assert count_stances(at[:1])[0].basis is Basis.STATED
    assert count_stances(at[1:2])[0].basis is Basis.NARRATED
