"""Names behind ids."""

from __future__ import annotations

from briefgen.corpus.corpus import Corpus


def name_of(corpus: Corpus, id: str) -> str:
    """Returns the name of an actor or topic; the id itself where neither knows it."""
    id = corpus.actor_id(id)
    called = corpus.names.get(id) or corpus.topic_names.get(id)
    return called.name if called else id
