"""Place or actor: whether a state's or capital's name acts in its sentence or only says where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.mention.grammar import grammatical_role, preposition_of
from briefgen.extract.rules.mention.spans import NameSort, NameSpan
from briefgen.lexicons.mention_cues import mention_cues
from briefgen.model.extraction import GrammaticalRole

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def acts(doc: Doc, span: NameSpan, head: Token) -> bool:
    """Whether the name stands for somebody who acts: `Nairobi would maintain`, but not `in Nairobi` alone."""
    cues = mention_cues()
    role = grammatical_role(head)
    if role is GrammaticalRole.MODIFIER:
        return False
    if _after_place_comma(doc, span):
        return False
    preposition = preposition_of(head)
    is_state = span.sort is NameSort.STATE
    if preposition in cues.where:
        is_capital = span.sort is NameSort.CAPITAL
        return preposition == "in" and is_capital and (_governor(head) in cues.minds_within or _views(head))
    if preposition in cues.whither and _governor(head) in cues.motion:
        return preposition == "from" and _sends_word(head)
    if role is GrammaticalRole.OBJECT and head.head.lemma_ in cues.visited:
        return False
    if role is GrammaticalRole.POSSESSIVE and not is_state:
        # "Leeds's City Hall" is a place, "Nairobi's anger" is the government's.
        owned = head.head
        return owned.tag_ not in ("NNP", "NNPS")
    return True


def _governor(head: Token) -> str:
    """Returns the lemma of the word that the preposition over `head` belongs to."""
    while head.dep_ in ("conj", "appos") and head.head != head:
        head = head.head
    return head.head.head.lemma_ if head.dep_ == "pobj" else ""


def _sends_word(head: Token) -> bool:
    """Whether it is an answer that comes from there: `no word has come from Nairobi`."""
    verb = head.head.head
    return any(c.dep_ == "nsubj" and c.lemma_ in mention_cues().answers for c in verb.children)


def _views(head: Token) -> bool:
    """Whether something is seen as something there: `In Nairobi, the offer is seen as a bluff`."""
    verb = head.head.head
    is_passive = any(c.dep_ == "auxpass" for c in verb.children)
    return verb.lemma_ in mention_cues().views and is_passive and any(c.lower_ == "as" for c in verb.children)


def _after_place_comma(doc: Doc, span: NameSpan) -> bool:
    """Whether the name only places another: `Lyon, France,`."""
    if span.start < 2 or doc[span.start - 1].text != ",":
        return False
    before = doc[span.start - 2]
    if before.ent_type_ not in ("GPE", "FAC", "LOC"):
        return False
    if span.end >= len(doc):
        return True
    return doc[span.end].text in (",", "—", "–", ".", ")", "(") and not any(
        token.lower_ == "and" for token in doc[span.end : span.end + 3]
    )
