from __future__ import annotations

from briefgen.model.evidence import Evidence
from briefgen.model.position import Act, Basis, Certainty, Position, Salience, Stance
from briefgen.resolve.restatements import merge_restatements
from briefgen.resolve.salience import limit_core


def _position(claim: str, start: int, holder: str = "norway", stance: Stance = Stance.OPPOSE) -> Position:
    return Position(
        id=f"p-{start}",
        holder=(holder,),
        act=Act.REJECT,
        basis=Basis.STATED,
        stance=stance,
        claim=claim,
        certainty=Certainty.CERTAIN,
        salience=Salience.CORE,
        evidence=(Evidence(text=claim, span=(start, start + len(claim))),),
    )


def test_a_heading_becomes_evidence_of_the_body() -> None:
    heading = _position("Norway rejects fishing offer", 0)
    body = _position("Norway rejected the latest fishing offer from Sweden", 50)
    merged = merge_restatements([heading, body], [(0, 30)])
    assert [len(p.evidence) for p in merged] == [2]
    assert merged[0].claim == body.claim


def test_a_heading_that_the_body_does_not_say_stands_alone() -> None:
    heading = _position("Norway rejects fishing offer", 0)
    body = _position("Norway closed its northern mines", 50)
    assert merge_restatements([heading, body], [(0, 30)]) == [heading, body]


def test_a_heading_that_the_body_says_in_other_words_adds_nothing() -> None:
    heading = _position("Norway spurns Swedish fishing offer", 0)
    body = _position("Norway will not take the fishing quota that Sweden holds out", 50, stance=Stance.NONE)
    assert merge_restatements([heading, body], [(0, 30)]) == [body]


def test_other_holders_and_stances_stay_apart() -> None:
    one = _position("The fishing offer is rejected", 0)
    other = _position("The fishing offer is rejected", 50, holder="sweden")
    turned = _position("The fishing offer is rejected", 100, stance=Stance.SUPPORT)
    assert len(merge_restatements([one, other, turned], [])) == 3


def test_no_more_core_positions_than_the_article_can_have() -> None:
    many = [_position(f"Norway rejected offer {n}", n * 100) for n in range(20)]
    limited = limit_core(many, words=400)
    assert sum(p.salience is Salience.CORE for p in limited) == 8
    assert [p.id for p in limited] == [p.id for p in many]


def test_what_two_say_of_a_third_are_two_assertions() -> None:
    one = _position("Kari Nordmann wanted her old boss to suffer", 0, holder="kari-nordmann")
    other = _position("Kari Nordmann wanted her boss to suffer", 100, holder="kari-nordmann")
    told = [p.model_copy(update={"asserted_by": (by,)}) for p, by in ((one, "ola-berg"), (other, "lena"))]
    assert merge_restatements(told, []) == told
    same = [p.model_copy(update={"asserted_by": ("ola-berg",)}) for p in (one, other)]
    assert len(merge_restatements(same, [])) == 1


def test_a_name_said_again_is_nothing_said_again() -> None:
    silence = _position("Kari Nordmann has kept silent", 0, holder="kari-nordmann")
    silence = silence.model_copy(update={"act": Act.WITHHOLD})
    knows = _position("Kari Nordmann knows it", 100, holder="kari-nordmann")
    assert merge_restatements([silence, knows], []) == [silence, knows]
    afraid = _position("Kari Nordmann is afraid of war", 200, holder="kari-nordmann")
    more = _position("Kari Nordmann is more afraid of peace", 300, holder="kari-nordmann")
    assert merge_restatements([afraid, more], []) == [afraid, more]
