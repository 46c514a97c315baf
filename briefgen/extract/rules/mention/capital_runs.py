"""Names that only their capitals show: runs of proper nouns that neither lexicon nor recogniser has named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.mention.borders import (
    SUFFIXES,
    addresses,
    behind_field,
    is_capitalised,
    is_title,
    through_hyphens,
    trim,
)
from briefgen.extract.rules.mention.refused import is_common, is_field
from briefgen.extract.rules.mention.spans import NO_NAME, NameSort, NameSpan
from briefgen.extract.rules.neighbours import text_behind
from briefgen.lexicons.actor_words import is_given_name, noun_sets
from briefgen.lexicons.countries import fold_name
from briefgen.lexicons.mention_cues import mention_cues
from briefgen.model.actor import ActorKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def capital_runs(doc: Doc, taken: list[bool]) -> list[tuple[int, int]]:
    """Returns runs of proper nouns that nothing has named yet."""
    out = []
    at, size = 0, len(doc)
    while at < size:
        if not _starts_name(doc[at]) or taken[at]:
            at += 1
            continue
        end = at + 1
        while end < size and not taken[end]:
            token = doc[end]
            if addresses(token):
                break  # `his book Letters Mr Lind said`
            if _starts_name(token) or token.text in SUFFIXES:
                end += 1
            elif (
                token.lower_ in mention_cues().particles
                and end + 1 < size
                and not taken[end + 1]
                and _starts_name(doc[end + 1])
            ):
                end += 2
            else:
                break
        end = through_hyphens(doc, at, end)
        while end < size and not taken[end] and _starts_name(doc[end]):
            end += 1
        first, last = trim(doc, behind_field(doc, at, end), end)
        if last > first + 1 and is_title(doc[last - 1]) and _stands_before_name(doc, last):
            last -= 1  # "Army Capt. Jo Lind"
        is_name = first < last and not all(is_title(doc[i]) for i in range(first, last))
        if is_name and not is_common(doc, first, last) and not is_field(doc, first, last):
            out.append((first, last))
        at = max(end, at + 1)
    return out


def _stands_before_name(doc: Doc, at: int) -> bool:
    """Whether a capitalised word stands here, or behind the full stop of an abbreviation."""
    while at < len(doc) and doc[at].text == ".":
        at += 1
    return at < len(doc) and is_capitalised(doc[at])


def _starts_name(token: Token) -> bool:
    if not is_capitalised(token) or token.ent_type_ in NO_NAME:
        return False
    return token.tag_ in ("NNP", "NNPS") or _opens_as_body(token)


def _opens_as_body(token: Token) -> bool:
    """Whether the first word of a sentence is a firm's name taken for a noun: `Corvane, the Danish company …`."""
    if not token.is_sent_start or token.tag_ != "NN" or token.i + 3 >= len(token.doc):
        return False
    noun = next((c for c in token.rights if c.dep_ == "appos"), None)
    is_behind = text_behind(token) == "," and noun is not None and noun.left_edge.i == token.i + 2
    return is_behind and noun is not None and noun.lower_ in noun_sets().organisation


def open_name(doc: Doc, start: int, end: int) -> NameSpan:
    """Returns a run of proper nouns as a name: a person's behind a title or with a given name, otherwise open."""
    text = fold_name(doc[start:end].text)
    before = doc[start - 1] if start else None
    person = end - start >= 2 and is_given_name(doc[start].text)
    if before is not None and is_title(before) and doc[start].ent_type_ not in ("ORG", "GPE"):
        person = True
    sort = NameSort.PERSON if person else NameSort.OPEN
    return NameSpan(start, end, sort, text, None, ActorKind.PERSON if person else None, doc[start].ent_type_)
