"""Words told on: who passed on somebody's words in one sentence passes on those that follow as well."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefgen.model.article import Article
from briefgen.model.evidence import Span
from briefgen.model.extraction import Extraction
from briefgen.model.ids import content_id
from briefgen.model.position import Basis, Position
from briefgen.model.span_index import SpanIndex

_TOLD = (Basis.IMPUTED, Basis.RELAYED)
_PAST_PERFECT = re.compile(
    r"\bhad\s+(?:(?:also|long|never|already|always|not|once)\s+)?\w+(?:ed|en|wn|nt|lt|ght)\b"
)
_GOES_ON = re.compile(r"\b(?:had|added|adding|also|went on|further)\b")


def carried_on(
    article: Article, extraction: Extraction, positions: Iterable[Position | None]
) -> Iterator[Position | None]:
    """Yields the positions, with the teller of the sentence before where the same speaker's words go on.

    `The envoy had told him that it would hold, Hansen said. She had added that the road was open.`: both on
    Hansen's word. Without a `had` or `also` the author may know it from elsewhere. So with what somebody is said
    to feel: `An aide said Ola was tired. He had also been annoyed by the delay.`
    """
    sentences = SpanIndex((span, number) for number, span in enumerate(extraction.sentences))
    paragraphs = SpanIndex((span, number) for number, span in enumerate(extraction.paragraphs))
    told: tuple[int, Position] | None = None
    for position in positions:
        if position is None:
            yield position
            continue
        start = position.evidence[0].start
        sentence = next(iter(sentences.at(start)), -1)
        if told is not None and _follows(told, position, sentence):
            words = article.text[slice(*extraction.sentences[sentence])]
            before = told[1].evidence[0].start
            same = set(paragraphs.at(start)) & set(paragraphs.at(before))
            goes_on = _PAST_PERFECT if position.basis is Basis.NARRATED else _GOES_ON
            if same and goes_on.search(_before_claim(words, extraction.sentences[sentence], position)):
                position = _on_word_of(told[1].asserted_by, position)
        if position.basis in _TOLD and position.asserted_by:
            told = (sentence, position)
        yield position


def _on_word_of(tellers: tuple[str, ...], position: Position) -> Position:
    basis = _TOLD[0] if position.basis is Basis.NARRATED else _TOLD[1]
    own = content_id("p", *position.holder, basis.value, *(e.text for e in position.evidence))
    return position.model_copy(update={"id": own, "basis": basis, "asserted_by": tellers})


def _follows(told: tuple[int, Position], position: Position, sentence: int) -> bool:
    number, before = told
    may_go_on = before.basis is Basis.RELAYED if position.basis is Basis.STATED else True
    if position.basis not in (Basis.STATED, Basis.NARRATED) or not may_go_on:
        return False
    return number < sentence <= number + 1 and before.holder == position.holder and not position.asserted_by


def _before_claim(words: str, sentence: Span, position: Position) -> str:
    """Returns the words of a sentence before those that the position rests on, or all where it is whole."""
    front = words[: max(0, position.evidence[0].start - sentence[0])]
    return front or words
