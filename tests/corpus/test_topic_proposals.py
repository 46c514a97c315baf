from __future__ import annotations

from briefgen.corpus.topic_proposals import propose_topics
from briefgen.model.brief import Brief
from briefgen.model.registry import Registry, RegistryTopic


def brief(id: str, *claims: str) -> Brief:
    rows = [
        {
            "id": f"p-{number}",
            "act": "inform",
            "basis": "stated",
            "stance": "none",
            "claim": claim,
            "certainty": "CT+",
            "salience": "core",
            "evidence": [{"text": "x", "span": [0, 1]}],
        }
        for number, claim in enumerate(claims)
    ]
    actor = {"id": "ola-hansen", "name": "Ola Hansen", "kind": "person"}
    head = {"id": id, "article": {"id": id}, "generator": {"briefgen": "0", "extractor": "r", "model": "m"}}
    return Brief.model_validate({**head, "actors": [actor], "positions": rows})


BRIEFS = (
    brief(
        "a",
        "Norway backs the carbon levy.",
        "The carbon levy is a burden, Ola Hansen said.",
        "Sea ice melts.",
    ),
    brief("b", "A new carbon levy would cost a billion.", "Ola Hansen is against the steel levy."),
    brief("c", "They want a steel levy.", "The ferry crosses."),
)


def test_what_many_say_is_proposed_with_its_kin() -> None:
    (proposal,) = propose_topics(BRIEFS, Registry())
    assert (proposal.topic.id, proposal.topic.name) == ("carbon-levy", "Carbon levy")
    assert proposal.topic.phrases == ("carbon levy", "steel levy")
    assert (proposal.items, proposal.briefs) == (5, 3)


def test_what_the_registry_has_is_not_proposed() -> None:
    known = RegistryTopic(id="levies", name="Levies", phrases=("carbon levy", "steel levy"))
    assert propose_topics(BRIEFS, Registry(topics=(known,))) == ()


def test_names_are_no_topics() -> None:
    assert not [p for p in propose_topics(BRIEFS, Registry()) if "hansen" in p.topic.id]
