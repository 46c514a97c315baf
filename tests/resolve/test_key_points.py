from __future__ import annotations

import pytest

from briefgen.model.actor import Actor, ActorKind
from briefgen.model.evidence import Evidence
from briefgen.model.position import Act, Basis, Certainty, Position, Salience, Stance
from briefgen.resolve.actors import Cast
from briefgen.resolve.key_points import choose_key_points

ACTORS = (
    Actor(id="norway", name="Norway", kind=ActorKind.STATE),
    Actor(id="kari", name="Kari Nordmann", kind=ActorKind.PERSON, role="a professor of law"),
)
CAST = Cast(actors=ACTORS, of_mention=())


def _position(claim: str, start: int, **changes: object) -> Position:
    words = claim.rstrip(".")
    given: dict[str, object] = {
        "id": f"p-{start}",
        "holder": ("norway",),
        "act": Act.PLEDGE,
        "basis": Basis.STATED,
        "stance": Stance.SUPPORT,
        "claim": claim,
        "certainty": Certainty.CERTAIN,
        "salience": Salience.CORE,
        "evidence": (Evidence(text=words, span=(start, start + len(words))),),
    }
    return Position.model_validate(given | changes)


def test_imputed_points_name_who_says_so() -> None:
    position = _position("The state wants a deal.", 0, basis=Basis.IMPUTED, asserted_by=("kari",))
    point = choose_key_points((position,), CAST)[0]
    assert point.text == "According to Kari Nordmann, a professor of law, the state wants a deal."
    assert point.rests_on == ("p-0",)


def test_a_claim_that_names_its_holder_stands_alone() -> None:
    point = choose_key_points((_position("Norway vowed to sign the pact.", 0),), CAST)[0]
    assert point.text == "Norway vowed to sign the pact."


def test_a_stated_claim_about_the_world_is_attributed() -> None:
    point = choose_key_points((_position("The pact is as good as dead.", 0),), CAST)[0]
    assert point.text == "According to Norway, the pact is as good as dead."


def test_what_one_says_of_oneself_and_the_world_is_attributed() -> None:
    evidence = (Evidence(text="it has to cut wages this year", span=(20, 49)),)
    frame = Evidence(text="Norway", span=(0, 6))
    claim = "Norway has to cut wages this year."
    position = _position(claim, 20, act=Act.RECOMMEND, evidence=evidence, holder_text=frame)
    assert (
        choose_key_points((position,), CAST)[0].text == "According to Norway, it has to cut wages this year."
    )
    will = _position("Norway will sign the pact today.", 20, evidence=evidence, holder_text=frame)
    assert choose_key_points((will,), CAST)[0].text == "Norway will sign the pact today."


def test_the_speaker_is_not_named_twice() -> None:
    evidence = (Evidence(text="its members would walk out on Monday", span=(20, 56)),)
    claim = "Norway’s members would walk out on Monday."
    position = _position(claim, 20, act=Act.PREDICT, stance=Stance.OPPOSE, evidence=evidence)
    point = choose_key_points((position,), CAST)[0]
    assert point.text == "According to Norway, its members would walk out on Monday."


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Swedish diplomat", "the Swedish diplomat"),
        ("senior official in Oslo", "the senior official in Oslo"),
        ("One Swedish diplomat", "one Swedish diplomat"),
        ("Norway’s largest fishing union", "Norway’s largest fishing union"),
        ("fishermen’s union", "the fishermen’s union"),
        ("Fishing Ministry", "the Fishing Ministry"),
        ("Ola al-Nordmann", "Ola al-Nordmann"),
    ],
)
def test_nouns_for_names_take_their_article(name: str, told: str) -> None:
    cast = Cast(actors=(Actor(id="norway", name=name, kind=ActorKind.PERSON),), of_mention=())
    point = choose_key_points((_position("The pact is as good as dead.", 0),), cast)[0]
    assert point.text == f"According to {told}, the pact is as good as dead."


def test_at_most_five_in_order_and_never_an_unresolved_pronoun() -> None:
    many = tuple(_position(f"Norway vowed to sign pact {n}.", n * 100) for n in range(8))
    stray = _position("He wants to sign the pact.", 900)
    points = choose_key_points((*many, stray), CAST)
    assert len(points) == 5
    assert [p.rests_on[0] for p in points] == sorted(
        (p.rests_on[0] for p in points), key=lambda i: int(i[2:])
    )
    assert all("He wants" not in p.text for p in points)


def test_imputed_without_a_known_asserter_is_no_key_point() -> None:
    assert choose_key_points((_position("Norway wants a good deal.", 0, basis=Basis.IMPUTED),), CAST) == ()


def test_a_claim_that_points_back_gives_way_to_one_that_stands_alone() -> None:
    back = _position("Norway blamed her for the loss of the ferry.", 900, act=Act.ACCUSE)
    alone = [_position(f"Norway vowed to sign pact {n}.", 100 + n) for n in range(5)]
    points = choose_key_points((back, *alone), CAST)
    assert all("her" not in p.text for p in points)
