"""Actors that may be one, and ids that mean two."""

from __future__ import annotations

from briefgen.corpus.actor_findings import ActorFindings, ActorRow
from briefgen.model.actor import ActorKind
from briefgen.model.registry import Registry, RegistryActor

PERSON, BODY = ActorKind.PERSON, ActorKind.ORGANISATION


def codes(*rows: tuple[str, ActorRow], registry: Registry | None = None) -> list[tuple[str, str]]:
    findings = ActorFindings(registry or Registry())
    for brief, row in rows:
        findings.add(brief, [row])
    return [(problem.code, problem.message) for problem in findings.problems()]


def test_a_bare_surname_meets_its_bearer_elsewhere() -> None:
    found = codes(("a", ActorRow("weru", "Weru", PERSON)), ("b", ActorRow("ruth-weru", "Ruth Weru", PERSON)))
    assert [code for code, _ in found] == ["near-actor"]
    assert "'ruth-weru'" in found[0][1]


def test_two_spellings_are_near() -> None:
    found = codes(
        ("a", ActorRow("ivan-petrenko", "Ivan Petrenko", PERSON)),
        ("b", ActorRow("ivan-petrenkoo", "Ivan Petrenkoo", PERSON)),
    )
    assert [code for code, _ in found] == ["near-actor"]


def test_other_names_are_not_near() -> None:
    assert not codes(
        ("a", ActorRow("ann-cole", "Ann Cole", PERSON)), ("b", ActorRow("tom-cole", "Tom Cole", PERSON))
    )
    assert not codes(("a", ActorRow("weru", "Weru", BODY)), ("b", ActorRow("ruth-weru", "Ruth Weru", PERSON)))


def test_what_a_person_decided_is_not_asked_again() -> None:
    registry = Registry(actors=(RegistryActor(id="ruth-weru", name="Ruth Weru", not_same=("weru",)),))
    rows = (("a", ActorRow("weru", "Weru", PERSON)), ("b", ActorRow("ruth-weru", "Ruth Weru", PERSON)))
    assert not codes(*rows, registry=registry)


def test_one_id_for_a_person_and_a_body_is_torn() -> None:
    found = codes(("a", ActorRow("atlas", "Atlas", PERSON)), ("b", ActorRow("atlas", "Atlas", BODY)))
    assert found[0][0] == "torn-actor"


def test_one_name_of_two_countries_is_torn() -> None:
    found = codes(
        ("a", ActorRow("ann-cole", "Ann Cole", PERSON, "IE")),
        ("b", ActorRow("ann-cole", "Ann Cole", PERSON, "KE")),
    )
    assert found[0][0] == "torn-actor"


def test_unnamed_ones_are_left_out() -> None:
    rows = [(brief, ActorRow("analysts", "analysts", PERSON, named=False)) for brief in "ab"]
    assert not codes(*rows)
