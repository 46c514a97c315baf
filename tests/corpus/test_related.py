"""Related briefs: the few that share most, however they are looked up."""

from __future__ import annotations

import math

import pytest

from briefgen.corpus.corpus import Corpus, build_corpus
from briefgen.corpus.related import CANDIDATES, ECHO, MOST
from briefgen.model.brief import Brief
from tests.bench.synthetic import make_briefs


def _count_plainly(corpus: Corpus, brief: Brief) -> list[str]:
    """Returns the ids of the most related, by adding up what each other brief shares."""
    scores: dict[str, float] = {}
    for kind, ids, weight in ((corpus.actors, brief.actors, 1.0), (corpus.topics, brief.topics, 1.5)):
        for id in dict.fromkeys(item.id for item in ids):
            sharing = kind[id].briefs
            if len(sharing) <= CANDIDATES or len(corpus.briefs) <= CANDIDATES:
                for other in sharing:
                    rarity = weight * (len(corpus.briefs).bit_length() - math.log2(len(sharing)))
                    scores[other] = scores.get(other, 0.0) + rarity
    for quote in brief.quotes:
        for echo in corpus.echo_of.get((brief.id, quote.id), ()):
            for other in echo.briefs:
                scores[other] = scores.get(other, 0.0) + ECHO
    scores.pop(brief.id, None)
    return sorted(scores, key=lambda id: (-scores[id], id))[:MOST]


@pytest.mark.parametrize("number", [2, 40, CANDIDATES + 60])
def test_the_most_related_are_those_that_share_most(number: int) -> None:
    first, *others = make_briefs(number)
    echoing = others[-1].model_copy(update={"quotes": first.quotes})
    corpus = build_corpus((first, *others[:-1], echoing))
    for brief in corpus.briefs:
        assert [related.id for related in corpus.related[brief.id]] == _count_plainly(corpus, brief)
