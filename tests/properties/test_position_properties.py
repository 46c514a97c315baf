"""Whatever a text says, its positions rest on its words and keep apart who says them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.extract.rules.extractor import RulesExtractor
from briefgen.ingest.article import article_from_text
from briefgen.model.position import Basis
from briefgen.model.registry import Registry
from briefgen.pipeline import make_brief

EXTRACTOR = RulesExtractor()
SUBJECTS = st.sampled_from(["Norway", "Kari Nordmann", "The union", "Analysts", "It", "Nobody", "He", "We"])
VERBS = st.sampled_from(
    [
        "said that",
        "denied that",
        "hopes that",
        "vowed to sign",
        "refused to sign",
        "may want",
        "is not",
        "wants",
    ]
)
OBJECTS = st.sampled_from(
    [
        "the pact",
        "Sweden would pay",
        "“a shame”",
        "unless it pays",
        "which it condemns",
        "",
        "no deal",
        "(the levy)",
    ]
)
ENDS = st.sampled_from([".", "?", ", Ola Hansen said.", ", according to the Oslo Gazette.", "”", ",", "\n\n"])
SENTENCES = st.tuples(SUBJECTS, VERBS, OBJECTS, ENDS).map(lambda t: f"{t[0]} {t[1]} {t[2]}{t[3]}")


@settings(max_examples=15, deadline=None, derandomize=True)
@given(st.lists(SENTENCES, min_size=1, max_size=4))
def test_positions_rest_on_the_text(sentences: list[str]) -> None:
    text = " ".join(sentences)
    brief = make_brief(article_from_text("x", text, published="2024-05-14"), EXTRACTOR, Registry())
    actors = {actor.id for actor in brief.actors}
    for position in brief.positions:
        assert all(e.holds_in(text) for e in position.evidence)
        assert position.condition is None or position.condition.holds_in(text)
        assert {*position.holder, *position.asserted_by, *position.relayed_by} <= actors
        assert position.claim and position.claim[-1] in '.?!”’"'
        if position.basis in (Basis.IMPUTED, Basis.RELAYED):
            assert not set(position.asserted_by) & set(position.holder)
    assert {id for point in brief.key_points for id in point.rests_on} <= {p.id for p in brief.positions}
