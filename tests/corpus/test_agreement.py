"""Outlets compared, arrivals and shifts, stances counted."""

from __future__ import annotations

from briefgen.corpus.agreement import compare_outlets
from briefgen.corpus.arrivals import newest_arrivals
from briefgen.corpus.corpus import Corpus, build_corpus
from briefgen.corpus.stances import by_holder_and_topic, count_stances
from briefgen.model.actor import ActorKind
from briefgen.model.brief import Brief
from briefgen.model.position import Basis, Stance
from briefgen.model.registry import Registry, RegistryActor
from tests.bench.synthetic import make_brief, make_briefs


def brief_of(
    number: int, stance: Stance, basis: Basis = Basis.STATED, *, outlet: str = "A", day: str = "2024-01-01"
) -> Brief:
    """One brief in which the first actor takes one stance on one topic."""
    brief = make_brief(number)
    holder = make_brief(0).actors[0]
    position = brief.positions[0].model_copy(
        update={
            "holder": (holder.id,),
            "stance": stance,
            "basis": basis,
            "topic": "rail-strike",
            "target": "rail-strike",
            "when": None,
        }
    )
    article = brief.article.model_copy(update={"publisher": outlet, "published": day})
    return brief.model_copy(
        update={
            "article": article,
            "actors": (holder, *brief.actors[1:]),
            "positions": (position,),
            "quotes": (),
            "dates": (),
        }
    )


def corpus_of(*briefs: Brief) -> Corpus:
    return build_corpus(briefs)


def test_outlets_that_see_one_stance_agree() -> None:
    corpus = corpus_of(brief_of(1, Stance.OPPOSE), brief_of(2, Stance.OPPOSE, outlet="B"))
    found = compare_outlets(corpus, corpus.on_topic["rail-strike"])
    assert [a.stances for a in found.agree] == [(Stance.OPPOSE,)]
    assert not found.differ and not found.alone


def test_one_outlet_under_two_names_of_the_registry_does_not_agree_with_itself() -> None:
    known = RegistryActor(id="harbour-wire", name="The Harbour Wire", aliases=("HW",))
    person = RegistryActor(id="other", name="Bay", kind=ActorKind.PERSON)
    briefs = (
        brief_of(1, Stance.OPPOSE, outlet="HW"),
        brief_of(2, Stance.OPPOSE, outlet="The Harbour Wire"),
        brief_of(3, Stance.OPPOSE, outlet="Bay"),
    )
    corpus = build_corpus(briefs, Registry(actors=(known, person)))
    assert [(o.id, o.name, len(o.briefs)) for o in corpus.outlets.values()] == [
        ("bay", "Bay", 1),
        ("harbour-wire", "The Harbour Wire", 2),
    ]
    alone = build_corpus(briefs[:2], Registry(actors=(known,)))
    assert not compare_outlets(alone, alone.on_topic["rail-strike"]).agree


def test_outlets_that_see_different_stances_differ() -> None:
    corpus = corpus_of(brief_of(1, Stance.OPPOSE), brief_of(2, Stance.SUPPORT, outlet="B"))
    found = compare_outlets(corpus, corpus.on_topic["rail-strike"])
    assert [a.stances for a in found.differ] == [(Stance.SUPPORT, Stance.OPPOSE)]
    assert not found.agree


def test_what_is_only_imputed_is_no_agreement() -> None:
    corpus = corpus_of(brief_of(1, Stance.OPPOSE), brief_of(2, Stance.OPPOSE, Basis.IMPUTED, outlet="B"))
    found = compare_outlets(corpus, corpus.on_topic["rail-strike"])
    assert not found.agree
    assert len(found.alone) == 1


def test_a_shift_needs_a_later_article_and_own_words() -> None:
    first = brief_of(1, Stance.OPPOSE, day="2024-01-01")
    turned = corpus_of(first, brief_of(2, Stance.SUPPORT, day="2024-02-01"))
    assert [len(a.shifts) for a in newest_arrivals(turned, 5)] == [1, 0]
    same_day = corpus_of(first, brief_of(2, Stance.SUPPORT, day="2024-01-01"))
    assert not any(a.shifts for a in newest_arrivals(same_day, 5))
    imputed = corpus_of(first, brief_of(2, Stance.SUPPORT, Basis.IMPUTED, day="2024-02-01"))
    assert not any(a.shifts for a in newest_arrivals(imputed, 5))


def test_an_actor_is_new_once() -> None:
    corpus = build_corpus(make_briefs(6))
    seen = [id for arrival in newest_arrivals(corpus, 6) for id in arrival.new_actors]
    assert sorted(seen) == sorted(corpus.actors)


def test_the_best_word_counts() -> None:
    corpus = corpus_of(brief_of(1, Stance.OPPOSE, Basis.IMPUTED), brief_of(2, Stance.OPPOSE))
    (count,) = count_stances(corpus.on_topic["rail-strike"])
    assert (count.stance, count.basis, count.number) == (Stance.OPPOSE, Basis.STATED, 2)
    holder = corpus.briefs[0].actors[0].id
    assert len(by_holder_and_topic(corpus)[holder]["rail-strike"]) == 2


def test_changes_are_told_only_against_known_briefs() -> None:
    briefs = make_briefs(3)
    assert build_corpus(briefs).changes is None
    changes = build_corpus(briefs, previous=briefs[:2]).changes
    assert changes is not None
    assert [change.id for change in changes.briefs] == [briefs[2].id]
