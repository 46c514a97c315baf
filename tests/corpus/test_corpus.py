"""The corpus: indexes over invented briefs."""

from __future__ import annotations

from briefgen.corpus.corpus import build_corpus
from briefgen.model.registry import Registry, RegistryActor
from tests.bench.synthetic import make_brief, make_briefs, make_registry


def test_synthetic_briefs_are_the_same_for_the_same_seed() -> None:
    assert make_brief(3) == make_brief(3)
    assert make_brief(3, seed=1) != make_brief(3, seed=2)


def test_every_position_stands_under_its_holder_and_topic() -> None:
    corpus = build_corpus(make_briefs(5), make_registry())
    for at in corpus.positions():
        for holder in corpus.holders(at):
            assert at in corpus.held_by[holder]
        assert at in corpus.on_topic[at.position.topic or ""]
    assert sum(len(found) for found in corpus.held_by.values()) == sum(
        len(b.positions) for b in corpus.briefs
    )


def test_the_order_of_briefs_does_not_matter() -> None:
    briefs = make_briefs(6)
    assert build_corpus(briefs) == build_corpus(tuple(reversed(briefs)))


def test_a_registry_entry_joins_former_ids() -> None:
    brief = make_brief(0)
    first, second = brief.actors[0], brief.actors[1]
    entry = RegistryActor(id=first.id, name="One Name", same=(second.id,))
    corpus = build_corpus([brief], Registry(actors=(entry,)))
    assert second.id not in corpus.actors
    assert corpus.actors[first.id].name == "One Name"
    assert second.name in corpus.actors[first.id].aliases


def test_related_briefs_share_what_they_say_they_share() -> None:
    corpus = build_corpus(make_briefs(12), make_registry())
    for brief in corpus.briefs:
        for related in corpus.related[brief.id]:
            other = corpus.by_id[related.id]
            assert related.id != brief.id
            assert set(related.actors) <= {actor.id for actor in other.actors}
            assert set(related.topics) <= {topic.id for topic in other.topics}
            assert related.actors or related.topics


def test_dates_come_in_order_of_time() -> None:
    corpus = build_corpus(make_briefs(5))
    days = [at.date.earliest or at.date.latest or "" for at in corpus.dates]
    assert days == sorted(days)
