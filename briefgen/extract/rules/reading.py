"""An article parsed: passages with their tokens tied to places in the article's text.

A passage is one paragraph's own words (its frame), or the inside of one quotation. What stands between marks
as a sentence of its own is taken out of the frame before parsing, with one token put in its place, so that
neither muddles the other's grammar; a fragment that is part of the frame's grammar stays and loses its marks
only. Hence tokens carry article offsets of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefgen.extract.rules.attribution.saying import saying
from briefgen.extract.rules.editing import edited_out
from briefgen.extract.rules.grammar import Grammar, grammar_of
from briefgen.extract.rules.labels import Label, labels_of
from briefgen.extract.rules.marks import Family, Marked, scan, with_blocks
from briefgen.extract.rules.mending import mend
from briefgen.extract.rules.name_tags import mend_name_tags
from briefgen.extract.rules.parse import parse
from briefgen.extract.rules.quoted_sentences import goes_on, stands_alone
from briefgen.extract.rules.regions import Region, Regions
from briefgen.model.article import Article, Zone, ZoneKind
from briefgen.model.evidence import Evidence, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

STAND_IN = "Yes"
"""What stands for a quotation in its frame: the parser takes it for an interjection and reads on."""

_SET_OTHERWISE = re.compile(r"^[-*•–—\d]|[“”„\"«»]|:$")
"""A list, or words that have quotation marks or announce others themselves."""
_PARAGRAPH = re.compile(r"[^\n]+")
_BLANK_ZONES = (ZoneKind.MARKUP, ZoneKind.DATELINE, ZoneKind.BOILERPLATE, ZoneKind.BYLINE)
_WITHIN = (ZoneKind.MARKUP, ZoneKind.SOFT_BREAK)
_RUN = re.compile(r"\s+|\S+")


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
    quoted: frozenset[int] = frozenset()
    """Tokens of a frame that stand between double marks, as part of its grammar."""
    stand_ins: dict[int, int] = field(default_factory=dict)
    """For each token that stands for a quotation, the index of that region. Such a token is no word of the
    article: its offsets are the region's."""

    def span(self, first: int, last: int) -> Span:
        """Returns the article span from token `first` to token `last`, both included."""
        return self.starts[first], self.ends[last]

    def token_span(self, token: Token) -> Span:
        """Returns the article span of one token."""
        return self.starts[token.i], self.ends[token.i]


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with its passages, in order of place."""

    article: Article
    paragraphs: tuple[Span, ...]
    passages: tuple[Passage, ...]
    grammars: tuple[Grammar, ...]
    """The grammar of each passage, in the same order."""
    regions: Regions
    sentences: tuple[Span, ...]
    """Sentences of the passages, by place; those inside a quotation stand beside their frame's."""
    labels: Mapping[int, Label] = field(default_factory=dict)
    """Paragraph → its label, in a transcript."""

    def evidence(self, start: int, end: int) -> Evidence:
        """Returns the article's words at [start, end)."""
        return Evidence.of(self.article.text, start, end)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words to parse, with the article place of each of their characters; a stand-in's are its region's."""

    words: str
    places: tuple[int, ...]
    stand_ins: dict[int, int]
    """Offset in `words` of each stand-in, with its region."""
    paragraph: int
    zone: ZoneKind | None
    region: int | None = None


def read(article: Article, nlp: Language) -> Reading:
    """Returns the article parsed piece by piece, boilerplate left out and markup blanked."""
    text = _blanked(article)
    paragraphs = tuple(m.span() for m in _PARAGRAPH.finditer(text) if m.group().strip())
    labels = labels_of(text, paragraphs)
    turns = tuple((label.start, paragraphs[number][1]) for number, label in labels.items())
    marked = with_blocks(text, scan(text), _blocks(article.text, paragraphs), turns)
    regions = _regions(text, paragraphs, marked, labels)
    pieces = [
        piece
        for index, paragraph in enumerate(paragraphs)
        for piece in _pieces(text, index, paragraph, regions, _zone_of(paragraph, article.zones))
    ]
    docs = list(parse([piece.words for piece in pieces], nlp))
    mend_name_tags(docs)
    passages = tuple(_passage(piece, doc, regions) for piece, doc in zip(pieces, docs, strict=True))
    grammars = tuple(grammar_of(passage) for passage in passages)
    sentences = tuple(sorted(g.span(*sentence) for g in grammars for sentence in g.sentences))
    return Reading(
        article=article,
        paragraphs=paragraphs,
        passages=passages,
        grammars=grammars,
        regions=regions,
        sentences=sentences,
        labels=labels,
    )


def _blanked(article: Article) -> str:
    """Returns the text with the same length and without what is no prose."""
    text = article.flowing
    for zone in article.zones:
        if zone.kind in _BLANK_ZONES:
            start, end = zone.span
            text = text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]
    return text


def _zone_of(paragraph: Span, zones: tuple[Zone, ...]) -> ZoneKind | None:
    start, end = paragraph
    for zone in zones:
        if zone.kind not in _WITHIN and zone.span[0] <= start + 1 and end - 1 <= zone.span[1]:
            return zone.kind
    return None


def _blocks(text: str, paragraphs: tuple[Span, ...]) -> tuple[Span, ...]:
    """Returns the paragraphs set as a block quotation (`> …`) that the one before announces with a colon.

    So is one paragraph without marks of any kind where the one before ends in `she wrote:`.
    """
    out: list[Span] = []
    announced, by = False, ""
    for start, end in paragraphs:
        words = text[start:end].strip()
        if words.startswith(">"):
            if announced and words.strip("> "):
                out.append((start + text[start:end].index(">"), end))
            continue
        if by in saying().announcing and not _SET_OTHERWISE.search(words):
            out.append((start, end))
            announced, by = False, ""
            continue
        announced = words.endswith(":")
        by = words.rstrip(":").rsplit(maxsplit=1)[-1].lower() if announced and words != ":" else ""
    return tuple(out)


def _regions(
    text: str, paragraphs: tuple[Span, ...], found: tuple[Marked, ...], labels: dict[int, Label]
) -> Regions:
    out: list[Region] = []
    at = 0
    for marked in found:
        while marked.outer[0] >= paragraphs[at][1]:
            at += 1
        out.append(
            Region(
                outer=marked.outer,
                inner=_tight(text, marked.inner),
                paragraph=at,
                continues=marked.continues,
                masked=stands_alone(text, marked, paragraphs[at]) or goes_on(text, marked, out),
                is_single=marked.family.is_single,
                label=labels.get(at) if marked.family is Family.BLOCK else None,
            )
        )
    return Regions(out)


def _tight(text: str, span: Span) -> Span:
    """Returns the span without the white space at its edges."""
    words = text[span[0] : span[1]]
    start = span[0] + len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def _pieces(
    text: str, index: int, paragraph: Span, regions: Regions, zone: ZoneKind | None
) -> Iterator[_Piece]:
    """Yields the frame of a paragraph, then the insides of its quotations."""
    own = regions.of_paragraph(index)
    words: list[str] = []
    places: list[int] = []
    stand_ins: dict[int, int] = {}
    edited = edited_out(text, paragraph, tuple(region.inner for _, region in own))

    def add(start: int, end: int) -> None:
        # Runs of white space become one space, so that what was blanked leaves no tokens behind.
        for match in _RUN.finditer(text, start, end):
            if not match.group().isspace():
                kept = [at for at in range(*match.span()) if at not in edited]
                words.append("".join(text[at] for at in kept))
                places.extend(kept)
            elif places and (not edited or text[places[-1]] != " "):
                words.append(" ")
                places.append(match.start())

    here = paragraph[0]
    for at, region in own:
        add(here, region.outer[0])
        here = region.outer[1]
        if not region.masked:
            add(*region.inner)
            continue
        stand_ins[len(places)] = at
        words.append(STAND_IN)
        places.extend([region.inner[0]] * len(STAND_IN))
        mark = _closing_mark(text, region, paragraph)
        if mark:
            words.append(mark)
            places.append(region.inner[1] - 1)
        if text[here : here + 1].isalnum():
            words.append(" ")
            places.append(region.outer[1] - 1)
    add(here, here + len(text[here : paragraph[1]].rstrip()))
    yield _Piece("".join(words), tuple(places), stand_ins, index, zone)
    for at, region in own:
        if region.masked:
            inside: list[int] = []
            for place in range(*region.inner):
                is_doubled = (
                    bool(inside) and inside[-1] + 1 < place and text[inside[-1]] == text[place] == " "
                )
                if place not in edited and not is_doubled:
                    inside.append(place)
            spoken = "".join(text[place] for place in inside)
            yield _Piece(spoken, tuple(inside), {}, index, zone, region=at)


def _closing_mark(text: str, region: Region, paragraph: Span) -> str:
    """Returns the mark that ends the quotation, as the frame needs it: its sentence may go on after it."""
    last = text[region.inner[1] - 1]
    after = text[region.outer[1] : paragraph[1]].lstrip()
    if last == ",":
        return ","
    if last in ".?!":
        goes_on = after[:1].islower()
        return "," if goes_on else last
    return ""


def _passage(piece: _Piece, doc: Doc, regions: Regions) -> Passage:
    mend(doc)
    starts, ends, stand_ins = [], [], {}
    for at, token in enumerate(doc):
        first = token.idx
        region = piece.stand_ins.get(first)
        if region is not None:
            stand_ins[at] = region
            start, end = regions[region].inner
        else:
            start = piece.places[first]
            end = piece.places[first + len(token) - 1] + 1
        starts.append(start)
        ends.append(end)
    return Passage(
        doc=doc,
        starts=tuple(starts),
        ends=tuple(ends),
        paragraph=piece.paragraph,
        zone=piece.zone,
        region=piece.region,
        stand_ins=stand_ins,
        quoted=_quoted(piece, starts, regions),
    )


def _quoted(piece: _Piece, starts: list[int], regions: Regions) -> frozenset[int]:
    """Returns the tokens of a frame that stand inside its fragments in double marks."""
    if piece.region is not None:
        return frozenset()
    fragments = [
        region.inner
        for _, region in regions.of_paragraph(piece.paragraph)
        if not region.masked and not region.is_single
    ]
    return frozenset(
        at for at, place in enumerate(starts) if any(start <= place < end for start, end in fragments)
    )
