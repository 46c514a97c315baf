"""An article parsed: passages with their tokens tied to places in the article's text.

A passage is one paragraph's own words (its frame), or the inside of one quotation. Tokens carry article
offsets of their own, since a frame may stand without the words that it quotes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.model.article import Article, ZoneKind
from briefgen.model.evidence import Evidence, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

_PARAGRAPH = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A parsed stretch of one paragraph."""

    doc: Doc
    starts: tuple[int, ...]
    """Article offset of each token's first character."""
    ends: tuple[int, ...]
    """Article offset one past each token's last character."""
    paragraph: int
    zone: ZoneKind | None
    """Title, heading, pull quote …; None for body."""
    region: int | None = None
    """Index into Reading.regions of the quotation whose inside this is; None for a frame."""

    def span(self, first: int, last: int) -> Span:
        """Returns the article span from token `first` to token `last`, both included."""
        return self.starts[first], self.ends[last]

    def token_span(self, token: Token) -> Span:
        """Returns the article span of one token."""
        return self.starts[token.i], self.ends[token.i]


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch between quotation marks: `outer` with its marks, `inner` without."""

    outer: Span
    inner: Span
    paragraph: int
    continues: int | None = None
    """Index of the region that this one continues, across a paragraph end."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with its passages, in order of place."""

    article: Article
    paragraphs: tuple[Span, ...]
    passages: tuple[Passage, ...]
    regions: tuple[Region, ...]
    sentences: tuple[Span, ...]
    """Sentences of the passages, by place; those inside a quotation stand beside their frame's."""

    def evidence(self, start: int, end: int) -> Evidence:
        """Returns the article's words at [start, end)."""
        return Evidence.of(self.article.text, start, end)


def read(article: Article, nlp: Language) -> Reading:
    """Returns the article parsed paragraph by paragraph, boilerplate left out and markup blanked."""
    text = article.text
    for zone in article.zones:
        if zone.kind in (ZoneKind.MARKUP, ZoneKind.DATELINE, ZoneKind.BOILERPLATE, ZoneKind.BYLINE):
            start, end = zone.span
            text = text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]
    kinds = {zone.span: zone.kind for zone in article.zones}
    paragraphs, passages = [], []
    for match in _PARAGRAPH.finditer(text):
        start, end = match.span()
        if not match.group().strip():
            continue
        paragraphs.append((start, end))
        doc = nlp(text[start:end])
        zone_kind = next(
            (
                kind
                for (a, b), kind in kinds.items()
                if a <= start + 1 and end - 1 <= b and kind != ZoneKind.MARKUP
            ),
            None,
        )
        passages.append(
            Passage(
                doc=doc,
                starts=tuple(start + token.idx for token in doc),
                ends=tuple(start + token.idx + len(token) for token in doc),
                paragraph=len(paragraphs) - 1,
                zone=zone_kind,
            )
        )
    sentences = tuple(sorted(p.span(s.start, s.end - 1) for p in passages for s in p.doc.sents))
    return Reading(
        article=article,
        paragraphs=tuple(paragraphs),
        passages=tuple(passages),
        regions=(),
        sentences=sentences,
    )
