from __future__ import annotations

from typing import Any

from briefgen.corpus.changes import BriefStatus, compare
from briefgen.model.brief import Brief
from briefgen.model.registry import Registry, RegistryActor

TEXT = "Norway backs the levy. Delay costs us more, she said."


def brief(id: str = "a", day: str = "2024-05-03", sha: str = "1", **parts: Any) -> Brief:
    return Brief.model_validate(
        {
            "id": id,
            "article": {"id": id, "title": f"Title {id}", "published": day, "text_sha256": sha},
            "generator": {"briefgen": "0", "extractor": "rules", "model": "m"},
            **parts,
        }
    )


def position(id: str = "p-1", claim: str = "Norway backs the levy.", **parts: Any) -> dict[str, Any]:
    row = {
        "id": id,
        "holder": ["norway"],
        "act": "pledge",
        "basis": "stated",
        "stance": "support",
        "target": "levy",
        "claim": claim,
        "certainty": "CT+",
        "salience": "core",
        "evidence": [{"text": TEXT[:21], "span": [0, 21]}],
    }
    return row | parts


NORWAY = {"id": "norway", "name": "Norway", "kind": "state"}
PERSON = {"id": "kari-nordmann", "name": "Kari Nordmann", "kind": "person"}


def test_equal_briefs_have_no_changes() -> None:
    assert compare([brief()], [brief()]).is_empty


def test_another_generator_is_no_change() -> None:
    other = brief().model_copy(update={"generator": brief().generator.model_copy(update={"briefgen": "9"})})
    assert compare([brief()], [other]).is_empty


def test_a_new_brief_brings_its_items_actors_speakers_and_warnings() -> None:
    quote = {
        "id": "q-1",
        "form": "direct",
        "speaker": {"text": "she", "span": [44, 47]},
        "content": [{"text": "Delay costs us more", "span": [23, 42]}],
    }
    new = brief(positions=[position()], actors=[NORWAY, PERSON], quotes=[quote], warnings=["no day"])
    changes = compare([], [new], Registry(actors=(RegistryActor(id="norway", name="Norway"),)))
    (change,) = changes.briefs
    assert change.status is BriefStatus.NEW
    assert [row.holder for row in change.items.new_positions] == [("Norway",)]
    assert [row.id for row in changes.new_actors] == ["kari-nordmann"]
    assert [(row.speaker, row.words) for row in changes.unresolved] == [("she", "Delay costs us more")]
    assert [row.text for row in changes.warnings] == ["no day"]


def test_a_brief_that_went_is_removed_with_its_items() -> None:
    (change,) = compare([brief(positions=[position()])], []).briefs
    assert change.status is BriefStatus.REMOVED
    assert len(change.items.gone_positions) == 1


def test_another_text_is_a_revision_the_same_text_read_otherwise_is_not() -> None:
    old = brief(positions=[position()])
    assert compare([old], [brief(sha="2")]).briefs[0].status is BriefStatus.REVISED
    assert compare([old], [brief()]).briefs[0].status is BriefStatus.REREAD


def test_a_changed_stance_is_a_change_of_the_same_position() -> None:
    old, new = brief(positions=[position()]), brief(positions=[position(stance="oppose")])
    items = compare([old], [new]).briefs[0].items
    assert [change.fields for change in items.changed_positions] == [("stance",)]
    assert items.changed_positions[0].changes_stance
    assert not items.new_positions


def test_an_edit_above_an_item_changes_nothing_of_it() -> None:
    moved = position(evidence=[{"text": TEXT[:21], "span": [9, 30]}])
    items = compare([brief(positions=[position()])], [brief(sha="2", positions=[moved])]).briefs[0].items
    assert not items.changed_positions
    assert not items.new_positions


def test_a_reworded_claim_of_the_same_holder_is_one_change() -> None:
    old = brief(positions=[position(claim="Norway will back the carbon levy in spring.")])
    new = brief(sha="2", positions=[position("p-2", claim="Norway will back the carbon levy in autumn.")])
    items = compare([old], [new]).briefs[0].items
    assert [change.fields for change in items.changed_positions] == [("claim",)]
    assert not items.new_positions
    assert not items.gone_positions


def test_a_claim_of_another_holder_is_not_reworded() -> None:
    new = brief(sha="2", positions=[position("p-2", holder=["sweden"])])
    items = compare([brief(positions=[position()])], [new]).briefs[0].items
    assert (len(items.new_positions), len(items.gone_positions)) == (1, 1)


def test_a_later_article_in_which_an_actor_leans_otherwise_is_a_turn() -> None:
    old = brief(positions=[position()], actors=[NORWAY])
    new = brief("b", "2024-06-01", positions=[position(stance="oppose")], actors=[NORWAY])
    (turn,) = compare([old], [old, new]).turns
    assert (turn.actor, turn.before.stance, turn.after.stance) == ("norway", "support", "oppose")
    assert (turn.before.brief, turn.after.brief) == ("a", "b")


def test_an_older_article_found_later_is_no_turn() -> None:
    old = brief(positions=[position()], actors=[NORWAY])
    older = brief("b", "2023-06-01", positions=[position(stance="oppose")], actors=[NORWAY])
    assert not compare([old], [old, older]).turns


def test_what_others_ascribe_is_no_turn_of_the_holder() -> None:
    old = brief(positions=[position()], actors=[NORWAY])
    imputed = position(stance="oppose", basis="imputed")
    new = brief("b", "2024-06-01", positions=[imputed], actors=[NORWAY])
    assert not compare([old], [old, new]).turns


def test_a_person_of_one_name_is_not_taken_for_another_article_s() -> None:
    person = {"id": "nordmann", "name": "Nordmann", "kind": "person"}
    old = brief(positions=[position(holder=["nordmann"])], actors=[person])
    new = brief(
        "b", "2024-06-01", positions=[position(holder=["nordmann"], stance="oppose")], actors=[person]
    )
    assert not compare([old], [old, new]).turns


def test_an_actor_that_leans_both_ways_in_one_article_has_not_turned() -> None:
    old = brief(positions=[position()], actors=[NORWAY])
    both = [position(), position("p-2", stance="oppose")]
    new = brief("b", "2024-06-01", positions=both, actors=[NORWAY])
    assert not compare([old], [old, new]).turns
