"""An actor's way on a topic, who stands on which side, and articles that contradict each other."""

from __future__ import annotations

from briefgen.corpus.corpus import Corpus, build_corpus
from briefgen.corpus.courses import courses_of, find_contradictions, sides_on
from briefgen.model.brief import Brief
from briefgen.model.position import Basis, Stance
from tests.bench.synthetic import make_brief

HOLDER = make_brief(0).actors[0].id


def brief_of(number: int, stance: Stance, *, day: str, basis: Basis = Basis.STATED) -> Brief:
    """One brief in which the first actor takes one stance on one topic."""
    brief = make_brief(number)
    actor = make_brief(0).actors[0]
    position = brief.positions[0].model_copy(
        update={
            "holder": (actor.id,),
            "stance": stance,
            "basis": basis,
            "topic": "rail-strike",
            "target": "rail-strike",
            "when": None,
        }
    )
    article = brief.article.model_copy(update={"published": day})
    return brief.model_copy(
        update={
            "article": article,
            "actors": (actor, *brief.actors[1:]),
            "positions": (position,),
            "quotes": (),
            "dates": (),
        }
    )


def corpus_of(*briefs: Brief) -> Corpus:
    return build_corpus(briefs)


def test_a_turn_is_marked_in_order_of_time() -> None:
    corpus = corpus_of(
        brief_of(1, Stance.SUPPORT, day="2025-01-10"), brief_of(2, Stance.OPPOSE, day="2024-12-01")
    )
    (course,) = courses_of(corpus, HOLDER)
    assert [(step.day, step.turned) for step in course.steps] == [
        ("2024-12-01", False),
        ("2025-01-10", True),
    ]
    assert course.latest.at.position.stance is Stance.SUPPORT
    assert len(course.turns) == 1


def test_what_others_ascribe_is_no_step() -> None:
    corpus = corpus_of(brief_of(1, Stance.SUPPORT, day="2025-01-10", basis=Basis.IMPUTED))
    assert courses_of(corpus, HOLDER) == ()


def test_sides_follow_the_latest_position() -> None:
    corpus = corpus_of(
        brief_of(1, Stance.OPPOSE, day="2024-12-01"), brief_of(2, Stance.SUPPORT, day="2025-01-10")
    )
    sides = sides_on(corpus, "rail-strike")
    assert (sides.support, sides.oppose, sides.conditional) == ((HOLDER,), (), ())


def test_two_articles_of_one_day_contradict_each_other() -> None:
    corpus = corpus_of(
        brief_of(1, Stance.OPPOSE, day="2025-01-10"), brief_of(2, Stance.SUPPORT, day="2025-01-10")
    )
    (found,) = find_contradictions(corpus)
    assert (found.holder, found.target) == (HOLDER, "rail-strike")


def test_a_turn_in_time_is_no_contradiction() -> None:
    corpus = corpus_of(
        brief_of(1, Stance.OPPOSE, day="2024-12-01"), brief_of(2, Stance.SUPPORT, day="2025-01-10")
    )
    assert find_contradictions(corpus) == ()
