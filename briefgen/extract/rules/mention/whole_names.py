"""Names made whole: pieces of one name joined, a body with its first word, its members, its field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.mention.borders import (
    is_capitalised,
    is_title,
)
from briefgen.extract.rules.mention.gazetteer import words_of
from briefgen.extract.rules.mention.spans import NameSort, NameSpan
from briefgen.lexicons.actor_words import is_given_name, noun_sets, nouns_of_bodies
from briefgen.lexicons.mention_cues import mention_cues
from briefgen.model.actor import ActorKind

if TYPE_CHECKING:
    from spacy.tokens import Doc


def with_members(doc: Doc, span: NameSpan) -> NameSpan:
    """Returns a body's name with those whose it is: `Second-Level Students’` before `Alliance`."""
    start, body = span.start - 1, doc[span.end - 1].lower_
    bodies = noun_sets().organisation | mention_cues().body_suffixes
    if span.start < 2 or doc[start].text not in ("’", "'") or body not in bodies:
        return span
    if (
        not doc[start - 1].text.endswith("s")
        or doc[start - 1].whitespace_
        or not is_capitalised(doc[start - 1])
    ):
        return span
    while start > 0 and (is_capitalised(doc[start - 1]) or doc[start - 1].text in ("-", "‑", "–")):
        start -= 1
    while doc[start].lower_ in ("the", "a", "an") or doc[start].is_punct:
        start += 1
    return NameSpan(
        start,
        span.end,
        NameSort.BODY,
        words_of(doc, start, span.end),
        None,
        ActorKind.ORGANISATION,
        span.label,
    )


def with_front(doc: Doc, span: NameSpan) -> NameSpan:
    """Returns the name of a body that ends in a land's whole: `FreshLink Europe`, `Reactions Ireland, a lobby`."""
    is_land = span.sort in (NameSort.STATE, NameSort.PLACE) and span.end - span.start == 1
    front = doc[span.start - 1] if span.start else doc[0]
    if not is_land or front.head != doc[span.start] or not front.is_alpha or not is_capitalised(front):
        return span
    is_plain = front.ent_type_ in ("", "ORG", "PRODUCT", "LOC", "GPE") and not is_title(front)
    is_camel = not front.text.istitle() and not front.text.isupper()
    if not is_plain or not (is_camel or _is_told_as_body(doc, span.end)):
        return span
    text = words_of(doc, front.i, span.end)
    return NameSpan(front.i, span.end, NameSort.BODY, text, None, ActorKind.ORGANISATION, "ORG")


def _is_told_as_body(doc: Doc, end: int) -> bool:
    """Whether an apposition behind a name says that it is a body: `, a lobby based in Oslo`."""
    if end + 2 >= len(doc) or doc[end].text != "," or doc[end + 1].lower_ not in ("a", "an", "the"):
        return False
    behind = (doc[i] for i in range(end + 2, min(end + 6, len(doc))))
    return any(token.tag_ == "NN" and token.lower_ in nouns_of_bodies() for token in behind)


def joined_names(doc: Doc, spans: list[NameSpan]) -> list[NameSpan]:
    """Returns the names with a body and its field as one: `Commission` + `on` + `Rural Roads`."""
    out: list[NameSpan] = []
    for span in spans:
        before = out[-1] if out else None
        if before is not None and _is_first_half(doc, before, span):
            text = words_of(doc, before.start, span.end)
            out[-1] = NameSpan(
                before.start, span.end, NameSort.PERSON, text, None, ActorKind.PERSON, "PERSON"
            )
            continue
        if before is not None and _is_front(doc, before, span):
            text = words_of(doc, before.start, span.end)
            out[-1] = NameSpan(before.start, span.end, span.sort, text, span.country, span.kind, span.label)
            continue
        if before is not None and before.sort in (NameSort.BODY, NameSort.OPEN):
            between = [doc[i].lower_ for i in range(before.end, span.start)]
            is_body = doc[before.end - 1].lower_ in noun_sets().organisation
            # `The Rural Union of Jo Lind`: whose party it is
            is_party = doc[before.end - 1].lower_ in mention_cues().party_heads
            is_body = is_body and not (is_party and span.sort is NameSort.PERSON)
            if is_body and between in (["of"], ["on"], ["for"], ["of", "the"], ["on", "the"], ["for", "the"]):
                text = words_of(doc, before.start, span.end)
                out[-1] = NameSpan(
                    before.start, span.end, NameSort.BODY, text, span.country, ActorKind.ORGANISATION, "ORG"
                )
                continue
        out.append(span)
    return out


def _is_front(doc: Doc, before: NameSpan, span: NameSpan) -> bool:
    """Whether a word is the first of a body's name, of which the recogniser saw the rest: `Flight` + `Deck Guild`."""
    last = doc[span.end - 1]
    is_body = span.sort is NameSort.BODY and last.lower_ in noun_sets().organisation | nouns_of_bodies()
    touches = before.end == span.start and before.end - before.start == 1 and before.sort is NameSort.OPEN
    front = doc[before.start]
    return is_body and touches and front.dep_ == "compound" and span.start <= front.head.i < span.end


def _is_first_half(doc: Doc, before: NameSpan, span: NameSpan) -> bool:
    """Whether a given name stands right before another piece of the same name: `Debra` + `Marsh Cole`."""
    return (
        before.end == span.start
        and before.end - before.start == 1
        and (is_given_name(doc[before.start].text) or _is_titled(doc, before))
        and span.sort in (NameSort.PERSON, NameSort.OPEN, NameSort.BODY)
        and span.end - span.start <= 2
        and doc[span.start].text.istitle()
        and doc[span.start].lower_ not in noun_sets().organisation
    )


def _is_titled(doc: Doc, span: NameSpan) -> bool:
    """Whether a person's name stands behind a title: `Walt` in `Mayor Walt Dempsey`."""
    return span.sort is NameSort.PERSON and span.start > 0 and is_title(doc[span.start - 1])
