from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from briefgen.model.brief import Brief
from briefgen.model.quote import QuoteForm
from briefgen.model.review import Review, ReviewItem, Verdict
from briefgen.store.decisions import decide, with_decision
from briefgen.store.overlay import Overlaid, ReviewTrouble, lay_over
from briefgen.store.yaml_reader import read_model
from briefgen.store.yaml_writer import write_model

SAMPLE = read_model((Path(__file__).parent / "sample-brief.yml").read_text(encoding="utf-8"), Brief)
QUOTE, PLEDGE, BELIEF = "q-k3v7qz2m", "p-r5n2cdya", "p-h6tb4xwe"


def laid(*items: ReviewItem, brief: Brief = SAMPLE) -> Overlaid:
    review = Review(schema="briefgen/review/1", id=SAMPLE.id, items=items)
    # What a person sees is what stands in the file.
    return lay_over([brief], [read_model(write_model(review), Review)])


def only(overlaid: Overlaid) -> Brief:
    return overlaid.briefs[0]


def changed(**fields: Any) -> Brief:
    quote = SAMPLE.quotes[0].model_copy(update=fields)
    return SAMPLE.model_copy(update={"quotes": (quote,)})


def test_without_a_review_nothing_changes() -> None:
    assert lay_over([SAMPLE], []).briefs == (SAMPLE,)


def test_accepted_items_are_reviewed_and_stay_as_they_are() -> None:
    overlaid = laid(decide(SAMPLE, QUOTE, Verdict.ACCEPT))
    assert only(overlaid) == SAMPLE
    assert overlaid.reviewed == {SAMPLE.id: {QUOTE}}
    assert not overlaid.findings


def test_rejected_items_go_with_all_that_points_at_them() -> None:
    overlaid = laid(decide(SAMPLE, PLEDGE, Verdict.REJECT), decide(SAMPLE, "kari-nordmann", Verdict.REJECT))
    brief = only(overlaid)
    assert [position.id for position in brief.positions] == [BELIEF]
    assert [point.rests_on for point in brief.key_points] == [(BELIEF,)]
    assert brief.actors == ()
    assert brief.quotes[0].speaker is not None and brief.quotes[0].speaker.actors == ()
    assert brief.positions[0].asserted_by == ()


def test_corrections_replace_single_fields() -> None:
    overlaid = laid(decide(SAMPLE, BELIEF, Verdict.CORRECT, corrections={"stance": "neutral"}))
    position = only(overlaid).positions[1]
    assert (position.stance, position.act, position.claim) == (
        "neutral",
        "believe",
        SAMPLE.positions[1].claim,
    )
    assert overlaid.reviewed == {SAMPLE.id: {BELIEF}}


def test_corrections_reach_into_a_field_and_can_take_one_away() -> None:
    item = ReviewItem(
        target=QUOTE, verdict=Verdict.CORRECT, set={"speaker": {"actor": "norway"}}, unset=("cue",)
    )
    quote = only(laid(item)).quotes[0]
    assert quote.speaker is not None and (quote.speaker.actor, quote.speaker.text) == ("norway", "she")
    assert quote.cue is None


def test_added_items_stand_beside_the_others() -> None:
    new = {"text": "Friday", "span": ["109", "115"], "timex3": {"type": "DATE", "value": "2024-05-03"}}
    overlaid = laid(ReviewItem(verdict=Verdict.ADD, kind="date", set=new))
    dates = only(overlaid).dates
    assert len(dates) == 3 and dates[2].text == "Friday" and dates[2].id.startswith("d-")
    assert overlaid.reviewed[SAMPLE.id] == {dates[2].id}


@pytest.mark.parametrize(
    ("item", "trouble"),
    [
        (ReviewItem(target="q-aaaaaaaa", verdict=Verdict.ACCEPT), ReviewTrouble.GONE),
        (ReviewItem(target=QUOTE, verdict=Verdict.CORRECT, set={"form": "sung"}), ReviewTrouble.INVALID),
        (ReviewItem(target=QUOTE, verdict=Verdict.CORRECT, set={"farm": "direct"}), ReviewTrouble.INVALID),
        (ReviewItem(verdict=Verdict.REJECT), ReviewTrouble.INVALID),
        (ReviewItem(verdict=Verdict.ADD, set={"name": "x"}), ReviewTrouble.INVALID),
        (ReviewItem(verdict=Verdict.ADD, kind="quote", set={"name": "x"}), ReviewTrouble.INVALID),
        (ReviewItem(verdict=Verdict.ADD, kind="topic", target="carbon-border-levy"), ReviewTrouble.INVALID),
    ],
)
def test_what_cannot_be_carried_out_is_a_finding(item: ReviewItem, trouble: ReviewTrouble) -> None:
    overlaid = laid(item)
    assert only(overlaid) == SAMPLE
    assert [finding.trouble for finding in overlaid.findings] == [trouble]


def test_a_review_without_a_brief_is_a_finding() -> None:
    review = Review(schema="briefgen/review/1", id="gone", items=())
    assert [f.trouble for f in lay_over([SAMPLE], [review]).findings] == [ReviewTrouble.NO_BRIEF]


def test_an_item_that_reads_otherwise_now_is_offered_again() -> None:
    accepted = decide(SAMPLE, QUOTE, Verdict.ACCEPT)
    corrected = decide(SAMPLE, QUOTE, Verdict.CORRECT, corrections={"form": "mixed"})
    now = changed(form=QuoteForm.INDIRECT, speaker=None)
    overlaid = laid(accepted, corrected, brief=now)
    assert only(overlaid) == now
    assert [finding.trouble for finding in overlaid.findings] == [ReviewTrouble.CHANGED] * 2
    assert overlaid.reviewed == {SAMPLE.id: set()}


def test_a_correction_that_the_machine_now_makes_itself_stands() -> None:
    corrected = decide(SAMPLE, QUOTE, Verdict.CORRECT, corrections={"form": "mixed"})
    overlaid = laid(corrected, brief=changed(form=QuoteForm.MIXED))
    assert not overlaid.findings and overlaid.reviewed == {SAMPLE.id: {QUOTE}}


def test_an_item_is_found_by_its_words_where_its_id_changed() -> None:
    corrected = decide(SAMPLE, QUOTE, Verdict.CORRECT, corrections={"form": "mixed"})
    overlaid = laid(corrected, brief=changed(id="q-zzzzzzzz"))
    assert only(overlaid).quotes[0].form == "mixed"


def test_a_new_decision_takes_the_place_of_the_old() -> None:
    review = with_decision(None, SAMPLE.id, decide(SAMPLE, QUOTE, Verdict.ACCEPT))
    review = with_decision(review, SAMPLE.id, decide(SAMPLE, PLEDGE, Verdict.ACCEPT))
    review = with_decision(review, SAMPLE.id, decide(SAMPLE, QUOTE, Verdict.REJECT))
    assert [(item.target, item.verdict) for item in review.items] == [(PLEDGE, "accept"), (QUOTE, "reject")]
