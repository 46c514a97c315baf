"""What a text says a body is: before its name, behind it, in a clause, by whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.mention.phrases import names_role, without_determiner
from briefgen.extract.rules.mention.segments import VERBS, RolePlace, calling, segment_end, through_clause
from briefgen.lexicons.actor_words import noun_sets, nouns_of_bodies
from briefgen.lexicons.mention_cues import mention_cues

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BEFORE_KIND = frozenset(["JJ", "NN", "HYPH", "VBN"])
_FAR = 10
"""Tokens behind a name within which a rank stands."""
_BEFORE_RANK = frozenset(["DT", "CD", "IN", "NNP", "NNPS", "NN", "JJ", "POS", "PRP$", "HYPH"])
"""Tags of the words before a rank: `one of Norway’s largest`, `the world’s third-largest`."""


def what_body(doc: Doc, start: int, end: int) -> RolePlace | None:
    """Returns what a text says a body is: `a think tank in Oslo` behind its name, `state-run` before it.

    A noun for bodies right before the name tells it with what stands before that: `Danish shipping group`;
    a clause behind it tells it by what the body is there for: `which represents 9,000 nurses`.
    """
    kinds_of_body = nouns_of_bodies()
    which = end + (1 if end < len(doc) and doc[end].text == "," else 0)
    if which + 2 < len(doc) and doc[which].lower_ == "which" and _is_calling_of_body(doc[which + 1]):
        return calling(doc, which + 1)
    if end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].lower_ in ("a", "an", "the"):
        stop = segment_end(doc, end + 1, ",")
        # "According to Jo Lind, the ministry never wanted it": a subject, no apposition
        is_subject = stop < len(doc) and doc[stop].tag_ in (*VERBS, "RB")
        first = without_determiner(doc, end + 1, stop) if not is_subject else stop
        for i in range(first, stop):
            if doc[i].tag_ in ("IN", "TO", "WDT", "VBD", "VBZ", "VBG"):
                break
            if doc[i].tag_ in ("NNP", "NNPS"):
                continue
            if doc[i].lower_ == "body" and i == first:
                continue  # `the body` says nothing, `the heritage body` does
            is_tank = doc[i].lower_ == "tank" and "think" in (doc[i - 1].lower_, doc[i - 2].lower_)
            if is_tank or doc[i].lower_ in kinds_of_body | mention_cues().kinds_in_appositions:
                return RolePlace(first, through_clause(doc, stop))
    ranked = ranked_behind(doc, end)
    if ranked is not None:
        return ranked
    party = _what_party(doc, start, end)
    if party is not None:
        return party
    first = start
    start -= int(start > 1 and doc[start - 1].lower_ == "the" and doc[start - 2].text == ",")
    if (
        start > 4
        and doc[start - 1].lower_ == "based"
        and doc[start - 2].tag_ == "HYPH"
        and doc[start - 4].text == ","
    ):
        start -= 3  # `The developer, Oslo-based Nordbane, said`
    is_set_off = start > 1 and doc[start - 1].text == "," and end < len(doc) and doc[end].text in (",", ".")
    if is_set_off and doc[start - 2].tag_ == "NN" and doc[start - 2].lower_ in kinds_of_body:
        start, first = start - 1, start - 1  # `The towage company, Nordbane, said`
    if (
        start > 0
        and doc[start - 1].is_sent_start
        and doc[start - 1].lower_ in mention_cues().opens_before_firms
    ):
        return RolePlace(start - 1, start)
    is_noun = start > 0 and (
        doc[start - 1].tag_ == "NN" or (doc[start - 1].tag_ == "NNP" and doc[start - 1].text.islower())
    )
    if is_noun and doc[start - 1].lower_ in kinds_of_body:
        first -= int(doc[start - 1].tag_ == "NNP")
        while first > 0 and (
            doc[first - 1].tag_ in _BEFORE_KIND
            or doc[first - 1].ent_type_ == "NORP"
            or (doc[first - 1].tag_ == "NNS" and doc[first - 1].dep_ == "compound")  # `medicines regulator`
        ):
            if any(c.dep_ in ("aux", "nsubj", "nsubjpass") for c in doc[first - 1].lefts):
                break  # `has attacked tax agency Skogra`
            first -= 1
        if first > 1 and doc[first - 1].text in ("’", "'") and doc[first - 2].tag_ == "NNS":
            first -= 2  # `the parents’ group`
            first -= int(first > 0 and doc[first - 1].ent_type_ == "NORP")
        is_party = end < len(doc) and is_party_behind(doc, end)
        return RolePlace(_behind_base(doc, first, start), end + 1 if is_party else start)
    while first > 0 and doc[first - 1].tag_ in ("JJ", "VBN", "VBG", "HYPH", "NN", "AFX"):
        if doc[first - 1].text[0].isupper() or doc[first - 1].is_sent_start:
            break
        first -= 1
    first = _behind_base(doc, first, start)
    first = min(first, start)
    kinds = [doc[i].lower_ for i in range(first, start)]
    is_party = end < len(doc) and is_party_behind(doc, end)  # `the Sava Rada party`
    colours = mention_cues().colours_of_parties if is_party else frozenset[str]()
    if any(kind in mention_cues().kinds_of_bodies | colours for kind in kinds):
        return RolePlace(first, end + 1 if is_party else start)
    return RolePlace(end, end + 1) if is_party else None


def ranked_behind(doc: Doc, end: int) -> RolePlace | None:
    """Returns the apposition that ranks a body among its like: `, Norway’s largest hotel platform,`.

    A person is ranked among persons: `, Norway’s greatest poet,`.
    """
    if end + 3 >= len(doc) or doc[end].text != ",":
        return None
    if not any(token.tag_ == "JJS" for token in doc[end + 1 : end + _FAR]):
        return None
    stop = segment_end(doc, end + 1, ",")
    rank = next((i for i in range(end + 1, stop) if doc[i].tag_ == "JJS"), None)
    if rank is None or stop >= len(doc) or doc[stop].tag_ in (*VERBS, "RB"):
        return None
    is_plain = all(doc[i].tag_ in _BEFORE_RANK for i in range(end + 1, rank))
    noun = next(
        (i for i in range(rank + 1, stop) if doc[i].tag_ in ("NN", "NNS") and not _goes_on(doc, i)), None
    )
    persons = noun_sets().person | mention_cues().takes_sides
    is_thing = noun is not None and not names_role(doc[noun]) and doc[noun].lower_ not in persons
    first = without_determiner(doc, end + 1, stop)
    return RolePlace(first, stop) if is_plain and is_thing else None


def what_state(doc: Doc, end: int) -> RolePlace | None:
    """Returns what a state is in a matter, behind its name: `Norway, a guarantor of the truce,`."""
    if end + 2 >= len(doc) or doc[end].text != "," or doc[end + 1].lower_ not in ("a", "an", "the", "one"):
        return None
    stop = segment_end(doc, end + 1, ",")
    first = without_determiner(doc, end + 1, stop)
    noun = next((i for i in range(first, stop) if doc[i].lower_ in mention_cues().roles_of_states), None)
    is_closed = stop < len(doc) and doc[stop].text in (",", ".")
    is_front = noun is not None and all(
        doc[i].tag_ in ("JJ", "NN", "HYPH", "JJS") for i in range(first, noun)
    )
    return RolePlace(first, stop) if is_closed and is_front else None


def is_party_behind(doc: Doc, end: int) -> bool:
    """Whether the word `party` stands behind a name that ends at `end` and belongs to it: `the Sava Rada party`."""
    word, after = doc[end], doc[end + 1] if end + 1 < len(doc) else None
    is_whole = after is None or after.tag_ not in ("NN", "NNS", "POS")
    return word.text == "party" and doc[end - 1].head == word and is_whole


def _behind_base(doc: Doc, first: int, start: int) -> int:
    """Returns the start of the words for a body without the rest of where it is: `-based` in `Oslo-based company`."""
    while first < start and doc[first].tag_ == "HYPH":
        first += 2  # "Oslo-based" starts with a name that is none of its kind.
    return first + 1 if first < start - 1 and doc[first].lower_ == "based" else first


def _what_party(doc: Doc, start: int, end: int) -> RolePlace | None:
    """Returns what whose it is, or with whom it governs, tells a body to be.

    `Opposition` of `Opposition leader Jo Lind, whose Liberal Bloc`; so `Prime Minister` of her whose it is;
    `coalition partners` of `Her coalition partners, the Rural Democrats`.
    """
    if start > 1 and doc[start - 1].tag_ == "WP$" and doc[start - 2].text == ",":
        sides = mention_cues().sides_of_parties
        for i in range(start - 3, max(doc[start].sent.start, start - 10) - 1, -1):
            if doc[i].lower_ in sides and names_role(doc[i + 1]):
                return RolePlace(i, i + 1)
            is_over = doc[i - 2].lower_ in mention_cues().not_in_office if i > 1 else False
            is_head = doc[i].lower_ == "minister" and doc[i - 1].lower_ == "prime" and not is_over
            if is_head and doc[end - 1].lower_ in mention_cues().party_heads:
                return RolePlace(i - 1, i + 1)
    comma = start - (2 if doc[start - 1].lower_ == "the" else 1)
    is_set_off = comma > 1 and doc[comma].text == "," and doc[comma - 1].lower_ in ("partner", "partners")
    if is_set_off and doc[comma - 2].lower_ in mention_cues().partners_of_parties:
        return RolePlace(comma - 2, comma)
    return None


def _is_calling_of_body(verb: Token) -> bool:
    is_general = verb.tag_ in ("VBZ", "VBP") and verb.lemma_.lower() in mention_cues().callings_of_bodies
    return is_general and not any(c.dep_ == "dobj" and c.tag_ == "PRP" for c in verb.children)


def tells_body(doc: Doc, end: int) -> bool:
    """Whether what stands behind a name says it is a body: `, a lobby based in Oslo`, `, which represents heads`."""
    if end + 2 >= len(doc) or doc[end].text != ",":
        return False
    if doc[end + 1].lower_ == "which":
        return _is_calling_of_body(doc[end + 2])
    if doc[end + 1].lower_ not in ("a", "an", "the"):
        return False
    behind = (doc[i] for i in range(end + 2, min(end + 6, len(doc))))
    kinds = nouns_of_bodies() | mention_cues().kinds_in_appositions
    return any(token.tag_ == "NN" and token.lower_ in kinds for token in behind)


def names_body_behind(doc: Doc, end: int) -> bool:
    """Whether the noun that stands for a name is a body's: `, a Danish company,`, but not `, a company secretary,`."""
    if end + 2 >= len(doc) or doc[end].text != "," or doc[end + 1].lower_ not in ("a", "an"):
        return False
    stop = segment_end(doc, end + 1, ",")
    if stop < len(doc) and doc[stop].tag_ in (*VERBS, "RB"):
        return False  # `According to Ola, a company wants it`
    noun = next(
        (i for i in range(end + 2, stop) if doc[i].tag_ in ("NN", "NNS") and not _goes_on(doc, i)), None
    )
    kinds = noun_sets().organisation | noun_sets().company | mention_cues().kinds_in_appositions
    return noun is not None and doc[noun].lower_ in kinds - noun_sets().either - noun_sets().person


def _goes_on(doc: Doc, at: int) -> bool:
    """Whether the next word belongs to the same noun phrase: the `booking` of `booking site`, `Paris-based`."""
    return at + 1 < len(doc) and doc[at + 1].tag_ in ("NN", "NNS", "NNP", "HYPH", "JJ", "VBN", "POS")
