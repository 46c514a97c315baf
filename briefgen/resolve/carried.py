"""Words told on: who passed on somebody's words or mind in one sentence may go on doing so in the next."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.model.article import Article
from briefgen.model.extraction import Extraction
from briefgen.model.ids import content_id
from briefgen.model.position import Act, Basis, Position
from briefgen.model.span_index import SpanIndex
from briefgen.resolve.actors import Cast
from briefgen.resolve.word import actors_of

_TOLD = (Basis.IMPUTED, Basis.RELAYED)
_MENTAL = frozenset({Act.BELIEVE, Act.INTEND, Act.FEEL, Act.REJECT, Act.AGREE})
"""Acts of a mind, which nobody but its owner can know of himself."""
_OF_HIS_OWN = frozenset({Act.PLEDGE, Act.DEMAND, Act.REJECT, Act.OFFER, Act.THREATEN, Act.INTEND})
"""Acts by which somebody acts for himself, and speaks of nobody else."""
_PAST_PERFECT = re.compile(
    r"\bhad\s+(?:(?:also|long|never|already|always|not|once)\s+)?\w+(?:ed|en|wn|nt|lt|ght)\b"
)
_HAD_TOLD = re.compile(r"\bhad\s+(?:\w+\s+)?(?:told|assured|promised|warned|asked|informed)\s+(?:him|her)\b")
_TENSE = re.compile(
    r"\b(is|are|has|have|does|do|will|wants|thinks|believes|fears|hopes|sees|feels|knows)\b"
    r"|\b(?:was|were|had|did|would|felt|thought|knew|saw|meant|held|took|kept|sought|understood|\w{2,}ed)\b"
)
"""The first word that shows a tense; a group for the present."""
_GOES_ON = re.compile(r"\b(?:had|added|adding|also|went on|further)\b")
_PRONOUNS = frozenset({"he", "she", "it", "they"})
_REFERS_BACK = re.compile(r"(?:he|she|it|they|(?:the|his|her|its|their)\b.*)", re.I | re.S)


def carried_on(
    article: Article, extraction: Extraction, cast: Cast, positions: Sequence[Position | None]
) -> list[Position | None]:
    """Returns the positions, with the teller of the sentence before where what he tells goes on.

    `The envoy had told him that it would hold, Hansen said. She had added that the road was open.`: both on
    Hansen's word. So with a mind of which the next sentence goes on to tell in the same tense (`An aide said Ola
    was tired. He wanted out.`, not `He wants out.`), and with one told between two sentences of one teller. The
    author would know it from elsewhere only by a source that he does not name.
    """
    places = _Places(article, extraction, cast)
    out = list(positions)
    for at, position in enumerate(out):
        if position is None or position.asserted_by or position.basis not in (Basis.STATED, Basis.NARRATED):
            continue
        before = _neighbour(out, at, -1)
        tellers = (
            _told_on(places, before, position)
            or _told_of(places, position)
            or _told_to(places, before, position)
        )
        if not tellers and position.basis is Basis.NARRATED and position.act in _MENTAL:
            tellers = _between(places, before, position, _neighbour(out, at, 1))
        if tellers:
            out[at] = _on_word_of(tellers, position)
    return out


class _Places:
    """The sentences and paragraphs of an article, by place."""

    def __init__(self, article: Article, extraction: Extraction, cast: Cast) -> None:
        self.text = article.text
        self._cast = cast
        self._sentences = extraction.sentences
        self._by_sentence = SpanIndex((span, number) for number, span in enumerate(extraction.sentences))
        self._told = {
            self._by_sentence.at(a.cue.start)[0]: a for a in extraction.attributions if a.speech and a.cue
        }
        self._by_paragraph = SpanIndex((span, number) for number, span in enumerate(extraction.paragraphs))

    def sentence(self, position: Position) -> int:
        return next(iter(self._by_sentence.at(position.evidence[0].start)), -1)

    def share_paragraph(self, one: Position, other: Position) -> bool:
        first, second = (self._by_paragraph.at(p.evidence[0].start) for p in (one, other))
        return bool(set(first) & set(second))

    def told_before(self, position: Position) -> tuple[tuple[str, ...], str]:
        """Returns who speaks in the sentence before, in the same paragraph, and what he says."""
        told = self._told.get(self.sentence(position) - 1)
        if told is None or told.source is None:
            return (), ""
        first, start = told.content[0], position.evidence[0].start
        if not set(self._by_paragraph.at(first.start)) & set(self._by_paragraph.at(start)):
            return (), ""
        return actors_of((told.source,), self._cast), first.text

    def before_claim(self, position: Position) -> str:
        """Returns the words of a sentence before those that a position rests on, or all where it is whole."""
        start, end = self._sentences[self.sentence(position)]
        return self.text[start : max(start, position.evidence[0].start)] or self.text[start:end]


def _neighbour(positions: Sequence[Position | None], at: int, step: int) -> Position | None:
    at += step
    while 0 <= at < len(positions) and positions[at] is None:
        at += step
    return positions[at] if 0 <= at < len(positions) else None


def _told_on(places: _Places, before: Position | None, position: Position) -> tuple[str, ...]:
    """Returns who told of the same holder in the sentence before, and so may tell on."""
    if before is None or before.basis not in _TOLD or before.holder != position.holder:
        return ()
    gap = places.sentence(position) - places.sentence(before)
    if not 0 < gap <= 1 or not places.share_paragraph(before, position):
        return ()
    words = places.before_claim(position)
    named = position.holder_text.text if position.holder_text is not None else ""
    if position.basis is Basis.NARRATED and position.act in _MENTAL:
        same_tense = _is_same_tense(position.evidence[0].text, before.evidence[0].text)
        goes_on = _PAST_PERFECT.search(words) or (same_tense and _REFERS_BACK.fullmatch(named))
    elif before.basis is Basis.RELAYED:
        # `He also sent a note stressing Oslo's wish for it. Oslo also confirmed the gift.`: its own word
        is_named = any(word[:1].isupper() for word in named.split()[1:])
        refers_back = not named or bool(_REFERS_BACK.fullmatch(named) and not is_named)
        goes_on = _PAST_PERFECT.search(words) or (refers_back and _GOES_ON.search(words))
    else:
        goes_on = _PAST_PERFECT.search(words)
    return before.asserted_by if goes_on else ()


def _told_of(places: _Places, position: Position) -> tuple[str, ...]:
    """Returns who spoke of the holder in the sentence before: `Cole set the fire, she said. He meant to ruin them.`"""
    named = position.holder_text.text if position.holder_text is not None else ""
    if position.basis is not Basis.NARRATED or position.act not in _MENTAL or named.lower() not in _PRONOUNS:
        return ()
    speakers, told = places.told_before(position)
    if not speakers or set(speakers) & set(position.holder):
        return ()
    return speakers if _is_same_tense(position.evidence[0].text, told) else ()


def _told_to(places: _Places, before: Position | None, position: Position) -> tuple[str, ...]:
    """Returns who spoke in the sentence before and was told this: `She said it leaks. One guest had told her …`."""
    if before is None or position.basis is not Basis.STATED or not places.share_paragraph(before, position):
        return ()
    tellers = _tellers(before)
    is_next = places.sentence(position) - places.sentence(before) == 1
    if not is_next or len(tellers) != 1 or tellers == position.holder:
        return ()
    return tellers if _HAD_TOLD.search(places.before_claim(position)) else ()


def _is_same_tense(one: str, other: str) -> bool:
    """Whether two claims are told in one tense, as far as the first words that show it tell."""
    found = [_TENSE.search(" ".join(text.split()[:8])) for text in (one, other)]
    past = [match.group(1) is None for match in found if match is not None]
    return len(set(past)) < len(found)


def _between(
    places: _Places, before: Position | None, position: Position, behind: Position | None
) -> tuple[str, ...]:
    """Returns who speaks in the sentences before and behind a mind that the author seems to tell."""
    if before is None or behind is None:
        return ()
    tellers = _tellers(before)
    same = len(tellers) == 1 and tellers == _tellers(behind) and tellers != position.holder
    if before.holder == tellers and before.act in _OF_HIS_OWN:
        return ()  # `Cole promised a vote. The Greens want none. “It is late,” Cole said.`: what they do is news
    near = places.share_paragraph(before, position) and places.share_paragraph(position, behind)
    here = places.sentence(position)
    close = here - places.sentence(before) <= 1 and places.sentence(behind) - here <= 1
    return tellers if same and near and close else ()


def _tellers(position: Position) -> tuple[str, ...]:
    if position.asserted_by:
        return position.asserted_by
    return position.holder if position.basis is Basis.STATED else ()


def _on_word_of(tellers: tuple[str, ...], position: Position) -> Position:
    basis = Basis.IMPUTED if position.basis is Basis.NARRATED else Basis.RELAYED
    own = content_id("p", *position.holder, basis.value, *(e.text for e in position.evidence))
    return position.model_copy(update={"id": own, "basis": basis, "asserted_by": tellers})
