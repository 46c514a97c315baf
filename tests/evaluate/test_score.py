from __future__ import annotations

from typing import Any

from briefgen.evaluate.gold import GoldBrief
from briefgen.evaluate.report import as_text, below, figures
from briefgen.evaluate.score import score
from briefgen.model.brief import Brief

TEXT = '"We refuse," said Ann Lee on Monday.'


def a_gold() -> GoldBrief:
    return GoldBrief.model_validate(
        {
            "doc": "x",
            "text": TEXT,
            "actors": [{"id": "ann-lee", "name": "Ann Lee", "mentions": ["Ann Lee", "Lee"]}],
            "quotes": [{"text": "We refuse,", "start": 1, "end": 11, "speaker": "ann-lee"}],
            "dates": [{"text": "Monday", "start": 29, "end": 35, "value": "2025-01-27"}],
            "positions": [
                {
                    "id": "p1",
                    "holder": "ann-lee",
                    "basis": "stated",
                    "stance": "oppose",
                    "salience": "core",
                    "evidence": [{"text": "We refuse,", "start": 1, "end": 11}],
                }
            ],
        }
    )


def a_brief(**changes: Any) -> Brief:
    data: dict[str, Any] = {
        "schema": "briefgen/brief/1",
        "id": "x",
        "article": {"id": "x"},
        "generator": {"briefgen": "0", "extractor": "none", "model": "none"},
        "actors": [
            {
                "id": "ann-lee",
                "name": "Ann Lee",
                "kind": "person",
                "mentions": [{"text": "Ann Lee", "span": [18, 25]}],
            }
        ],
        "quotes": [
            {
                "id": "q-1",
                "form": "direct",
                "speaker": {"actor": "ann-lee", "text": "Ann Lee", "span": [18, 25]},
                "content": [{"text": "We refuse,", "span": [1, 11]}],
            }
        ],
        "dates": [
            {
                "id": "d-1",
                "text": "Monday",
                "span": [29, 35],
                "timex3": {"type": "DATE", "value": "2025-01-27"},
            }
        ],
        "positions": [
            {
                "id": "p-1",
                "holder": ["ann-lee"],
                "act": "reject",
                "basis": "stated",
                "stance": "oppose",
                "claim": "We refuse.",
                "certainty": "CT+",
                "salience": "core",
                "evidence": [{"text": "We refuse,", "span": [1, 11]}],
            }
        ],
    }
    return Brief.model_validate(data | changes)


def test_a_perfect_brief_scores_one_hundred() -> None:
    values = figures(score(gold=[a_gold()], predicted=[a_brief()]).counts)
    for name in (
        "quotes.joint_f1",
        "dates.value_f1",
        "actors.recall",
        "positions.joint_f1",
        "positions.stance",
    ):
        assert values[name] == 100.0, name


def test_an_empty_brief_scores_nothing_and_names_each_miss() -> None:
    tally = score(gold=[a_gold()], predicted=[a_brief(actors=[], quotes=[], dates=[], positions=[])])
    assert figures(tally.counts)["positions.joint_f1"] == 0.0
    assert {m.kind for m in tally.misses} == {
        "quote missed",
        "date missed",
        "actor missed",
        "core position missed",
    }


def test_precision_and_recall_do_not_change_places() -> None:
    twice = [a_brief().positions[0], a_brief().positions[0].model_copy(update={"id": "p-2"})]
    values = figures(score(gold=[a_gold()], predicted=[a_brief(positions=twice)]).counts)
    assert values["positions.precision"] == 50.0
    assert values["positions.recall"] == 100.0


def test_an_imputed_position_printed_as_stated_is_counted_by_itself() -> None:
    gold = a_gold()
    imputed = gold.model_copy(
        update={"positions": (gold.positions[0].model_copy(update={"basis": "imputed"}),)}
    )
    tally = score(gold=[imputed], predicted=[a_brief()])
    assert tally.counts["positions.imputed_as_stated"] == 1
    assert figures(tally.counts)["positions.imputed_kept"] == 0.0
    assert f"{'imputed printed as stated':30}     1" in as_text(tally, {}, misses=False)


def test_what_is_given_to_its_teller_is_told_from_what_is_given_to_him_of_whom_it_is_told() -> None:
    gold = a_gold()
    imputed = gold.positions[0].model_copy(update={"basis": "imputed"})
    own = gold.model_copy(update={"positions": (imputed,)})
    assert score(gold=[own], predicted=[a_brief()]).counts["positions.imputed_as_own"] == 1
    of_another = gold.model_copy(
        update={"positions": (imputed.model_copy(update={"holder": ("somebody-else",)}),)}
    )
    tally = score(gold=[of_another], predicted=[a_brief()])
    assert tally.counts["positions.imputed_as_stated"] == 1
    assert tally.counts["positions.imputed_as_own"] == 0


def test_roles_of_persons_are_counted_by_themselves() -> None:
    gold = a_gold()
    role = {"role": "minister of ships"}
    told = gold.model_copy(update={"actors": tuple(a.model_copy(update=role) for a in gold.actors)})
    as_body = told.model_copy(
        update={"actors": tuple(a.model_copy(update={"type": "organisation"}) for a in told.actors)}
    )
    assert score(gold=[told], predicted=[a_brief()]).counts["persons.with_role"] == 1
    counts = score(gold=[as_body], predicted=[a_brief()]).counts
    assert counts["actors.with_role"] == 1
    assert counts["persons.with_role"] == 0


def test_where_nothing_is_imputed_nothing_can_be_misprinted() -> None:
    assert figures(score(gold=[a_gold()], predicted=[a_brief()]).counts)["positions.imputed_kept"] == 100.0


def test_a_bare_surname_never_decides_who_somebody_is() -> None:
    other = {
        "id": "bob-lee",
        "name": "Bob Lee",
        "kind": "person",
        "mentions": [{"text": "Lee", "span": [22, 25]}],
    }
    tally = score(gold=[a_gold()], predicted=[a_brief(actors=[other])])
    assert tally.counts["actors.found"] == 0


def test_a_pronoun_never_decides_who_somebody_is() -> None:
    she = {
        "id": "bob-lee",
        "name": "Bob Lee",
        "kind": "organisation",
        "mentions": [{"text": "she", "span": [22, 25]}],
    }
    gold = a_gold()
    gold = gold.model_copy(update={"actors": [gold.actors[0].model_copy(update={"also": ["she"]})]})
    tally = score(gold=[gold], predicted=[a_brief(actors=[she])])
    assert tally.counts["actors.found"] == 0


def test_of_several_the_actor_with_most_shared_names_is_met() -> None:
    words = {"id": "sharp-voice", "name": "sharp voice", "kind": "person"}
    apart = {**words, "mentions": [{"text": "the sharp voice", "span": [22, 37]}]}
    gold = a_gold()
    update = {"also": ["sharp voice", "the minister"], "role": "minister"}
    gold = gold.model_copy(update={"actors": [gold.actors[0].model_copy(update=update)]})
    own = {
        "id": "ann-lee",
        "name": "Ann Lee",
        "kind": "person",
        "role": "minister",
        "mentions": [{"text": "the minister", "span": [22, 34]}],
    }
    tally = score(gold=[gold], predicted=[a_brief(actors=[apart, own])])
    assert (tally.counts["actors.found"], tally.counts["actors.role"]) == (1, 1)


def test_figures_under_their_floor_are_named() -> None:
    assert below({"a": 10.0}, {"a": 11.0, "b": 1.0}) == [
        "a: 10.0 is below its floor 11.0",
        "b: there is a floor (1.0) and no figure",
    ]
