"""Names behind ids."""

from __future__ import annotations

from briefgen.corpus.corpus import Corpus


def name_of(corpus: Corpus, id: str) -> str:
    """Returns the name of an actor or topic; the id itself where neither knows it."""
    id = corpus.actor_id(id)
    if id in corpus.actors:
        return corpus.actors[id].name
    return corpus.topics[id].name if id in corpus.topics else id
