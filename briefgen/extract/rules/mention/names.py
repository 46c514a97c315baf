"""Bare names in a passage: what the lexicons know, what the entity recogniser sees, what is set in capitals.

The small model is often wrong about what a name is and where it ends; `evidence.py` mends the first with the
rest of the document, this file the second with the words beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.mention.gazetteer import known_names, words_of
from briefgen.extract.rules.mention.spans import NameSort, NameSpan
from briefgen.lexicons.actor_words import noun_sets, outlets, person_names
from briefgen.lexicons.countries import fold_name
from briefgen.lexicons.mention_cues import mention_cues
from briefgen.model.actor import ActorKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUFFIXES = frozenset(["Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"])
_NO_NAME_TAGS = frozenset(["VB", "VBP", "JJ", "RB", "UH"])
_NO_NAME = frozenset(["DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"])
_JOINERS = frozenset(["of", "for", "and", "the", "on", "&", "in", "de", "to"])
_LABELS = {
    "PERSON": NameSort.PERSON,
    "ORG": NameSort.BODY,
    "GPE": NameSort.PLACE,
    "LOC": NameSort.PLACE,
    "NORP": NameSort.DEMONYM,
}
_COMPASS = frozenset(["North", "South", "East", "West"])


def is_capitalised(token: Token) -> bool:
    """Whether the token starts with a capital letter, or is an initial."""
    return token.text[:1].isupper()


def is_title(token: Token) -> bool:
    """Whether the token is a title before a name: `President`, `Sen.`."""
    return token.lower_.rstrip(".") in noun_sets().titles and is_capitalised(token)


def find_names(doc: Doc) -> list[NameSpan]:
    """Returns the bare names of a passage, from left to right, none overlapping."""
    known = known_names(doc)
    taken = [False] * len(doc)
    out: list[NameSpan] = []

    def take(span: NameSpan) -> None:
        if span.start < span.end and not any(taken[span.start : span.end]):
            out.append(span)
            taken[span.start : span.end] = [True] * (span.end - span.start)

    entities = [_entity_span(doc, ent.start, ent.end, ent.label_) for ent in doc.ents]
    for entity in entities:
        if entity is not None and _beats_lexicon(doc, entity, known):
            take(entity)
    for span in known:
        if _stands_alone(doc, span):
            take(span)
    for entity in entities:
        if entity is not None:
            for part in _rest(entity, taken, doc):
                take(part)
    for start, end in _capital_runs(doc, taken):
        take(_open_name(doc, start, end))
    never = mention_cues().never_actors
    joined = _joined(doc, sorted(out, key=lambda span: span.start))
    return [
        s
        for s in joined
        if s.text not in never and not s.text.startswith("@") and not _is_title_of_work(doc, s)
    ]


def _joined(doc: Doc, spans: list[NameSpan]) -> list[NameSpan]:
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
        if before is not None and before.sort in (NameSort.BODY, NameSort.OPEN):
            between = [doc[i].lower_ for i in range(before.end, span.start)]
            is_body = doc[before.end - 1].lower_ in noun_sets().organisation
            if is_body and between in (["of"], ["on"], ["for"], ["of", "the"], ["on", "the"], ["for", "the"]):
                text = words_of(doc, before.start, span.end)
                out[-1] = NameSpan(
                    before.start, span.end, NameSort.BODY, text, span.country, ActorKind.ORGANISATION, "ORG"
                )
                continue
        out.append(span)
    return out


def _entity_span(doc: Doc, start: int, end: int, label: str) -> NameSpan | None:
    """Returns an entity as a bare name: no article, title or possessive mark, the whole hyphenated name."""
    if label in _NO_NAME or label == "LANGUAGE":
        return None
    end = _through_hyphens(doc, start, end)
    end = _before_possession(doc, start, end)
    behind = _behind_bracket(doc, start, end)
    if behind != start:
        start, label = behind, "PERSON" if doc[behind - 2].text in person_names() else label
    is_titled = label == "ORG" and end - start in (3, 4) and doc[start].lower_ in noun_sets().person
    if is_titled and all(doc[i].text.istitle() for i in range(start, end)):
        label = "PERSON"  # "Councillor Priya Nair" taken for a body.
    start, end = _trim(doc, start, end, titles=label == "PERSON")
    if start >= end or not any(is_capitalised(doc[i]) for i in range(start, end)):
        return None
    owned = _behind_owner(doc, start, end)
    if owned != start:
        start, label = owned, "PERSON"
    end = _before_verb(doc, start, end)
    start = _behind_noun(doc, start, end)
    sort = _LABELS.get(label, NameSort.OPEN)
    if label in ("EVENT", "WORK_OF_ART", "LAW", "PRODUCT") and end - start > 2:
        return None
    if _is_field(doc, start, end):
        return None
    if _is_common(doc, start, end):
        return None
    text = words_of(doc, start, end)
    if sort is NameSort.PERSON and any(doc[i].lower_ in noun_sets().organisation for i in range(start, end)):
        sort = NameSort.BODY
    return NameSpan(
        start, end, sort, text, None, ActorKind.PERSON if sort is NameSort.PERSON else None, label
    )


def _is_first_half(doc: Doc, before: NameSpan, span: NameSpan) -> bool:
    """Whether a given name stands right before another piece of the same name: `Debra` + `Marsh Cole`."""
    return (
        before.end == span.start
        and before.end - before.start == 1
        and doc[before.start].text in person_names()
        and span.sort in (NameSort.PERSON, NameSort.OPEN, NameSort.BODY)
        and span.end - span.start <= 2
        and doc[span.start].text.istitle()
        and doc[span.start].lower_ not in noun_sets().organisation
    )


def _is_field(doc: Doc, start: int, end: int) -> bool:
    """Whether a word is the field of an office: `State` in `Secretary of State`."""
    if end - start != 1 or start < 2 or doc[start - 1].lower_ not in ("of", "for"):
        return False
    office = doc[start - 2].lower_
    return is_title(doc[start - 2]) or (doc[start].text == "State" and office == "secretary")


def _is_common(doc: Doc, start: int, end: int) -> bool:
    """Whether a name is a plain noun set large: `Councillors` at the start of a sentence."""
    word = doc[start].lower_
    nouns = noun_sets()
    return (
        end - start == 1
        and doc[start].is_sent_start is True
        and (word in nouns.group or word in nouns.person or word.removesuffix("s") in nouns.person)
    )


def _through_hyphens(doc: Doc, start: int, end: int) -> int:
    """Returns the end of a name that goes on behind a hyphen: `Park Geun` + `-hye`."""
    while (
        end + 1 < len(doc)
        and doc[end].text in ("-", "‑")
        and not doc[end - 1].whitespace_
        and not doc[end].whitespace_
        and doc[end + 1].text[:1].islower()
        and len(doc[end + 1].text) <= 5
        and end - start >= 2
        and doc[end + 1].lower_ not in mention_cues().hyphen_words
    ):
        end += 2
    return end


def _before_possession(doc: Doc, start: int, end: int) -> int:
    """Returns the end of a name without what its bearer owns: `Rivera` in `Rivera's van`."""
    for i in range(start + 1, end - 1):
        if doc[i].text in ("'s", "’s", "’", "'") and doc[i + 1].text[:1].islower():
            return i
    return end


def _behind_bracket(doc: Doc, start: int, end: int) -> int:
    """Returns the start of a name without what an editor set before it: `Marsh` in `[Hilda] Marsh`."""
    return next((i + 1 for i in range(end - 2, start - 1, -1) if doc[i].text == "]"), start)


def _is_title_of_work(doc: Doc, span: NameSpan) -> bool:
    """Whether a name only names a broadcast, a prize or a hotel: `The Dana Poole Show`."""
    if span.sort not in (NameSort.PERSON, NameSort.OPEN) or span.end >= len(doc):
        return False
    after = doc[span.end]
    return after.lower_ in mention_cues().title_heads and (after.text[0].isupper() or after.like_num)


def _behind_owner(doc: Doc, start: int, end: int) -> int:
    """Returns the start of a person's name without the body that has the person: `Northgate's Maria Lind`."""
    for i in range(start + 1, end - 1):
        if doc[i].text in ("'s", "’s") and doc[i + 1].text in person_names():
            return i + 1
    return start


def _behind_noun(doc: Doc, start: int, end: int) -> int:
    """Returns the start of a name without the noun that tells what it is: `Bergen daily Nordlys`."""
    nouns = noun_sets()
    kinds = nouns.media | nouns.organisation | nouns.person
    for i in range(end - 2, start, -1):
        if doc[i].tag_ in ("NN", "JJ") and doc[i].text in kinds:
            return i + 1
    return start


def _before_verb(doc: Doc, start: int, end: int) -> int:
    """Returns the end of a name without the clause taken for a part of it: `Cole accused Field`."""
    for i in range(start + 1, end):
        if doc[i].text.islower() and doc[i].tag_ in ("VBD", "VBZ", "VBP", "MD"):
            return i
    return end


def _trim(doc: Doc, start: int, end: int, *, titles: bool = True) -> tuple[int, int]:
    """Returns a name without article, possessive mark and, for a person's, title."""
    while start < end and (
        doc[start].lower_ in ("the", "a", "an", "this", "that", "his", "her", "their", "its", "our", "my")
        or doc[start].is_punct
        or doc[start].is_space
        or (
            titles
            and is_title(doc[start])
            and end - start > 1
            and doc[start + 1].text not in ("of", "for", "'s", "’s")
        )
        or doc[start].text in ("-elect", "elect")
        or (
            titles
            and end - start > 2
            and doc[start].is_sent_start is True
            and doc[start].tag_ in _NO_NAME_TAGS
        )
    ):
        start += 1
    while end - start > 2 and doc[start].is_sent_start and _tells_only_what(doc[start]):
        start += 1
    while start < end and (
        doc[end - 1].text in ("'s", "’s", "’", "'", "*", "**")
        or (doc[end - 1].is_punct and doc[end - 1].text != ")")
        or doc[end - 1].is_space
        or doc[end - 1].lower_ in ("of", "the", "and", "for")
    ):
        end -= 1
    if end < len(doc) and doc[end].text in _SUFFIXES:
        end += 1
    elif end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].text in ("Jr.", "Sr."):
        end += 2
    return start, end


def _tells_only_what(token: Token) -> bool:
    """Whether a large first word tells what somebody is: `Billionaire Tom Field`."""
    return token.lower_ in noun_sets().person and token.text not in person_names()


def _beats_lexicon(doc: Doc, entity: NameSpan, known: list[NameSpan]) -> bool:
    """Whether an entity is a longer name than the known names within it: `South China Morning Post`."""
    inside = [k for k in known if k.start < entity.end and entity.start < k.end]
    if not inside:
        return False
    if any(k.start <= entity.start and entity.end <= k.end for k in inside):
        return False
    if any("-" in doc[i].text for i in range(entity.start, entity.end)):
        return doc[entity.end - 1].text in outlets().heads
    if entity.sort is NameSort.BODY:
        return True
    if entity.sort is NameSort.PERSON:
        is_given = doc[entity.start].text in person_names()
        return all(
            k.end - k.start == 1 and (k.sort is not NameSort.DEMONYM or (is_given and k.start > entity.start))
            for k in inside
        )
    return False


def _stands_alone(doc: Doc, span: NameSpan) -> bool:
    """Whether a known name is no part of a longer capitalised name: `Jordan` in `Michael Jordan`."""
    before = doc[span.start - 1] if span.start else None
    if span.sort is NameSort.DEMONYM and span.end - span.start == 1 and before is not None:
        after_name = span.end >= len(doc) or not is_capitalised(doc[span.end])
        return not (before.text in person_names() and before.tag_ == "NNP" and after_name)
    if span.sort is NameSort.DEMONYM or span.end - span.start > 1:
        return True
    after = doc[span.end] if span.end < len(doc) else None
    if before is not None and before.text in person_names() and before.ent_type_ == "PERSON":
        return False
    return not (
        after is not None
        and doc[span.start].text in person_names()
        and doc[span.start].ent_type_ == "PERSON"
        and after.ent_type_ == "PERSON"
        and is_capitalised(after)
    )


def _rest(entity: NameSpan, taken: list[bool], doc: Doc) -> list[NameSpan]:
    """Returns an entity without the tokens already named; its pieces, if it is cut or hyphenated."""
    pieces: list[tuple[int, int]] = []
    start: int | None = None
    for at in range(entity.start, entity.end + 1):
        cut = (
            at == entity.end
            or taken[at]
            or (
                doc[at].text in ("-", "–", "/")
                and at + 1 < entity.end
                and is_capitalised(doc[at + 1])
                and doc[entity.end - 1].text not in outlets().heads
            )
        )
        if cut:
            if start is not None:
                pieces.append((start, at))
            start = None
        elif start is None:
            start = at
    if pieces == [(entity.start, entity.end)]:
        return [entity]
    out = []
    for first, last in pieces:
        first, last = _trim(doc, first, last)
        if (
            first < last
            and is_capitalised(doc[first])
            and not all(is_title(doc[i]) for i in range(first, last))
        ):
            out.append(
                NameSpan(first, last, NameSort.OPEN, words_of(doc, first, last), None, None, entity.label)
            )
    return out


def _capital_runs(doc: Doc, taken: list[bool]) -> list[tuple[int, int]]:
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
            if _starts_name(token) or token.text in _SUFFIXES:
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
        end = _through_hyphens(doc, at, end)
        first, last = _trim(doc, at, end)
        is_name = first < last and not all(is_title(doc[i]) for i in range(first, last))
        if is_name and not _is_common(doc, first, last) and not _is_field(doc, first, last):
            out.append((first, last))
        at = max(end, at + 1)
    return out


def _starts_name(token: Token) -> bool:
    return token.tag_ in ("NNP", "NNPS") and is_capitalised(token) and token.ent_type_ not in _NO_NAME


def _open_name(doc: Doc, start: int, end: int) -> NameSpan:
    text = fold_name(doc[start:end].text)
    before = doc[start - 1] if start else None
    person = end - start >= 2 and doc[start].text in person_names()
    if before is not None and is_title(before) and doc[start].ent_type_ not in ("ORG", "GPE"):
        person = True
    sort = NameSort.PERSON if person else NameSort.OPEN
    return NameSpan(start, end, sort, text, None, ActorKind.PERSON if person else None, doc[start].ent_type_)


def is_compass(doc: Doc, span: NameSpan) -> bool:
    """Whether the name is `the North` and its like."""
    return (
        span.end - span.start == 1
        and doc[span.start].text in _COMPASS
        and span.start > 0
        and doc[span.start - 1].lower_ == "the"
    )
