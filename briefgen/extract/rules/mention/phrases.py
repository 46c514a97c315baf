"""The noun phrase around a head: where it starts, where it ends, what stands before a name in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.mention.borders import addresses
from briefgen.extract.rules.mention.kinds import noun_kind
from briefgen.lexicons.actor_words import is_given_name, noun_sets
from briefgen.lexicons.mention_cues import mention_cues
from briefgen.model.actor import ActorKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BEFORE_TAGS = frozenset(
    ["NNP", "NNPS", "NN", "NNS", "JJ", "JJR", "JJS", "VBN", "VBG", "POS", "HYPH", "AFX", "CD", "RB"]
)
_DETERMINERS = frozenset(["DT", "PRP$", "PDT", "WP$"])
_NO_ROLE_ENTITIES = frozenset(["DATE", "TIME", "MONEY", "PERCENT"])
_BELONGING = frozenset(["at", "of", "for", "from", "in", "on", "with", "within", "inside", "around"])
_INDEFINITE = frozenset(["a", "an", "one", "another", "some", "several", "many", "most", "few"])
_LONGEST_BELONGING = 7
_DOERS = ("ers", "ors")
"""How plural nouns for those who do something end."""
_ENDS_SOURCE = frozenset([",", ".", ":", "VBD", "VBZ", "VBP", "MD", "CC", "WP", "WDT", "``", "''", "-RRB-"])
_LONGEST_SOURCE = 9


def names_role(token: Token) -> bool:
    """Whether the token is a noun for a person or an office: `minister`, `President`."""
    nouns = noun_sets()
    word = token.lower_.rstrip(".")
    return word in nouns.titles or word in nouns.person or token.lemma_.lower() in nouns.person


def tells_person(token: Token, name: str) -> bool:
    """Whether a role beside a name shows a person: `its director`; `its owner` may be a firm, unless called Tom."""
    word = token.lower_.rstrip(".")
    return names_role(token) and (word not in noun_sets().either or is_given_name(name))


def premodifier_start(doc: Doc, start: int) -> int:
    """Returns where the title or role before a name starts; `start` itself where there is none.

    `Ukrainian President | Volodymyr Zelenskyy`, `the U.S. Secretary of State | Jo Field`; but not the verb in
    `told President Field`.
    """
    if start == 0:
        return start
    before = doc[start - 1]
    is_role = names_role(before) and before.tag_ in ("NN", "NNP", "NNS", "NNPS", "JJ")
    if before.tag_ == "JJ" and before.lower_ in mention_cues().ranks_as_adjectives:
        is_role = False  # `a major Cole donor`
    if (
        not is_role
        and before.text in ("elect", "Elect", "General", "State", "Defense", "Defence")
        and start >= 3
    ):
        is_role = names_role(doc[start - 3])
    if before.tag_ == "NNS" and start > 2 and doc[start - 2].lower_ == "for" and names_role(doc[start - 3]):
        start, is_role = start - 2, True  # `spokeswoman for women`
    office = start - 1 if is_role else _office_with_field(doc, start)
    if office is None:
        return start
    at = office
    while at > 0:
        token = doc[at - 1]
        if token.ent_type_ in _NO_ROLE_ENTITIES or token.text in (",", ";", ":"):
            break
        if doc[at].text[0].isupper() and _is_plain_noun(token):
            break  # "In her view President Cole …"
        if token.lower_ == "of" and at - 1 > 0 and _is_office_of(doc[at - 2], doc[at]):
            at -= 2
            continue
        if token.lower_ == "and" and (_joins_roles(doc, at - 1) or _joins_fields(doc, at - 1)):
            at -= 2
            continue
        if (
            token.tag_ == "RB"
            and token.lower_ not in mention_cues().adverbs_of_offices
            and doc[at].tag_ != "VBN"
        ):
            break
        if token.pos_ == "VERB" and token.dep_ not in ("amod", "compound", "nmod"):
            break
        if token.tag_ == "VBG" and token.lower_ not in mention_cues().gerunds_of_offices:
            break
        if token.tag_ in _DETERMINERS:
            at -= 1
            break
        if token.tag_ not in _BEFORE_TAGS or (token.is_sent_start and token.tag_ == "VBG"):
            break
        at -= 1
        if doc[at].is_sent_start:
            break
    return at


def _is_office_of(office: Token, field: Token) -> bool:
    """Whether a noun is the office of what `of` tells: `Secretary of State`, but no `friend of Mr Lind`."""
    if not names_role(office) or not field.text[0].isupper():
        return False
    if office.lower_ in mention_cues().bonds or addresses(field):
        return False
    is_field = not names_role(field)  # `Allies of President Lind`, but `Minister of Justice Jo Lind`
    return is_field or (office.lower_ in noun_sets().offices and office.tag_ not in ("NNS", "NNPS"))


def _joins_roles(doc: Doc, joiner: int) -> bool:
    """Whether `and` joins two roles of one person: `actor and comedian Tom Field`, no `the mayor and`."""
    at = joiner - 1
    if at < 0 or doc[at].tag_ != "NN" or not names_role(doc[at]):
        return False
    while at > 0 and not doc[at].is_sent_start and doc[at - 1].tag_ in ("JJ", "NN", "NNP", "HYPH"):
        at -= 1
    return (
        at == 0 or doc[at].is_sent_start is True or doc[at - 1].tag_ not in _DETERMINERS | {"POS", "CC", "CD"}
    )


def _joins_fields(doc: Doc, joiner: int) -> bool:
    """Whether `and` joins two fields of one office: `Trade and Industry Secretary`."""
    first, second = doc[joiner - 1], doc[joiner + 1]
    is_within = first.dep_ in ("nmod", "compound", "amod") and first.head.i > joiner
    is_large = first.text.istitle() and second.text.istitle() and not names_role(first)
    return joiner > 0 and is_within and is_large and first.ent_type_ in ("", "ORG")


def _office_with_field(doc: Doc, start: int) -> int | None:
    """Returns the office before the field that stands before a name: `Minister for Roads | Jo Lind`."""
    at = start - 1
    while at > max(0, start - 6) and (doc[at].text[0].isupper() or doc[at].lower_ in ("and", "&")):
        at -= 1
    if at <= 0 or at == start - 1 or doc[at].lower_ not in ("of", "for"):
        return None
    office = doc[at - 1]
    is_bond = office.lower_ in mention_cues().bonds  # `the mother of Private Jo Lind`
    is_office = names_role(office) and not is_bond and (doc[at].lower_ == "of" or office.text[0].isupper())
    return office.i if is_office else None


def _is_plain_noun(token: Token) -> bool:
    """Whether a noun in small letters is neither an office nor its rank: `view`, not `vice`, `minister`."""
    if token.tag_ not in ("NN", "NNS", "VBP") or not token.text.islower() or names_role(token):
        return False
    return token.lower_ not in mention_cues().ranks_of_offices and not token.text.endswith("time")


def phrase_start(doc: Doc, token: Token) -> int:
    """Returns the first token of the noun phrase headed by a common noun: its determiner and modifiers."""
    first = token.i
    for child in token.lefts:
        if child.dep_ in (
            "det",
            "amod",
            "compound",
            "poss",
            "nummod",
            "nmod",
            "predet",
            "quantmod",
            "advmod",
            "npadvmod",
        ):
            edge = child.left_edge.i
            if any(doc[i].tag_ == "CC" and child.dep_ != "amod" for i in range(child.i, token.i)):
                continue  # "Cole and Kenya's leader": the parse takes the first name for a modifier.
            if child.dep_ == "advmod" and child.tag_ not in ("RB", "RBS", "RBR"):
                continue
            if any(
                doc[i].text in (",", ";") and child.dep_ not in ("amod", "nummod")
                for i in range(edge, child.i)
            ):
                edge = child.i
            first = min(first, edge)
    if first > 1 and doc[first - 1].tag_ == "POS":
        first -= 2
        while first > 0 and doc[first].tag_ in ("NNP", "NNPS") and doc[first - 1].tag_ in ("NNP", "NNPS"):
            first -= 1
    return first


def end_of_source(doc: Doc, token: Token) -> int | None:
    """Returns where an unnamed source ends whom only what he knows tells: `two people familiar with it`."""
    if token.lemma_.lower() not in noun_sets().unnamed_sources or token.i + 2 >= len(doc):
        return None
    opening = doc[token.i + 1]
    knows = opening.lower_ in mention_cues().knowing or (
        opening.lower_ == "with" and any(t.lower_ == "knowledge" for t in doc[token.i + 2 : token.i + 4])
    )
    end = token.i + 2
    is_bare = token.lower_ in ("people", "person", "those", "someone", "somebody")
    if is_bare and opening.lower_ == "who" and end + 1 < len(doc) and doc[end].tag_ in ("VBP", "VBD", "VBZ"):
        # `people who have spoken to him`
        end += 2 if doc[end].lower_ in ("have", "has", "had", "were", "was") else 1
    elif not knows:
        return None
    while end < len(doc) and doc[end].tag_ not in _ENDS_SOURCE and end < token.i + _LONGEST_SOURCE:
        end += 1
    return end


def end_of_belonging(doc: Doc, token: Token, first: int) -> int | None:
    """Returns where the words end that tell an unnamed one by whom or where he belongs to.

    `executives at Corvane`, `a spokesman for the senator`; `the executives` are known, and need no more, but
    for whoever is only somebody's: `the family of a Bergen man`.
    """
    kind = noun_kind(token)
    if kind is ActorKind.ORGANISATION:
        return _end_of_land(doc, token, first)
    behind = [t.lower_ for t in doc[token.i + 1 : token.i + 3]]
    if token.lower_ == "head" and behind in (["of", "state"], ["of", "government"]):
        return token.i + 3
    if kind is not ActorKind.GROUP and kind is not ActorKind.PERSON:
        return None
    opening = doc[first]
    is_indefinite = opening.lower_ in _INDEFINITE or (
        opening.tag_ not in _DETERMINERS and kind is ActorKind.GROUP
    )
    is_kin = opening.lower_ == "the" and token.lower_ in mention_cues().kin
    is_indefinite |= is_kin
    preposition = next((c for c in token.rights if c.dep_ == "prep"), None)
    if not is_indefinite or preposition is None or preposition.i != token.i + 1:
        return None
    noun = next((c for c in preposition.rights if c.dep_ == "pobj"), None)
    if noun is None or preposition.lower_ not in _BELONGING or noun.i > token.i + _LONGEST_BELONGING:
        return None
    between = doc[preposition.i + 1 : noun.i + 1]
    if any(t.tag_ in _ENDS_SOURCE or t.ent_type_ in _NO_ROLE_ENTITIES for t in between):
        return None
    if noun.tag_ in ("NNP", "NNPS"):
        follows = doc[noun.i + 1] if noun.i + 1 < len(doc) else noun
        field = next((c for c in noun.rights if c.i == noun.i + 1 and c.lower_ in ("of", "for")), None)
        name = next((c for c in field.rights if c.dep_ == "pobj"), None) if field is not None else None
        if name is not None and name.tag_ == "NNP" and name.i <= token.i + _LONGEST_BELONGING:
            return name.i + 1  # `sources in the Department of Health`
        if (
            follows.text in ("’", "'")
            and not noun.whitespace_
            and noun.i + 2 < len(doc)
            and doc[noun.i + 2].text[0].isupper()
        ):
            return noun.i + 3  # `delegates of the Teachers’ Union`
        if follows.tag_ == "CD" and follows.is_digit:
            return noun.i + 2  # `residents of Ward 4`
        return _end_of_list(noun)
    if kind is ActorKind.GROUP and preposition.lower_ == "of" and token.lower_.endswith(_DOERS):
        return noun.i + 1  # `makers of wind towers`
    is_known = (
        is_kin or doc[preposition.i + 1].tag_ in _DETERMINERS or any(c.dep_ == "poss" for c in noun.lefts)
    )
    return noun.i + 1 if is_known and noun_kind(noun) is not None else None


def _end_of_land(doc: Doc, token: Token, first: int) -> int | None:
    """Returns where the words end that tell whose or where an organ is: `the foreign ministry of Kenya`.

    So `the embassy in Muscat`, `the French mission to the EU`; `its embassy in Muscat` is known by whose it is.
    """
    cues, at = mention_cues(), token.i + 1
    if at + 1 >= len(doc) or token.lower_ not in cues.parts_of_lands:
        return None
    is_sent = token.lower_ in cues.sent_abroad
    if doc[at].lower_ != "of" and not (is_sent and doc[at].lower_ in ("in", "to")):
        return None
    start = at + (2 if doc[at + 1].lower_ == "the" else 1)
    end = start
    while end < len(doc) and doc[end].tag_ in ("NNP", "NNPS") and doc[end].ent_type_ != "DATE":
        end += 1
    is_place = end > start and doc[start].ent_type_ in ("GPE", "LOC", "ORG", "NORP", "")
    after = doc[end] if end < len(doc) else None
    is_whole = after is None or (after.tag_ not in ("POS", "NN", "NNS") and after.lower_ not in ("and", "or"))
    is_person = is_given_name(doc[start].text) and end - start > 1 if is_place else False
    return end if is_place and is_whole and not is_person else None


def _end_of_list(first: Token) -> int:
    """Returns the end of the names that go on behind one, where `and` closes them: `Norway, Britain and Sweden`."""
    end, last, member = first.i + 1, first.i + 1, first
    while True:
        following = next((c for c in member.rights if c.dep_ == "conj"), None)
        if following is None or following.tag_ not in ("NNP", "NNPS") or following.ent_type_ == "PERSON":
            return last
        between = first.doc[end : following.left_edge.i]
        is_owner = any(c.tag_ == "POS" for c in following.rights)
        if is_owner or any(t.text != "," and t.lower_ not in ("and", "or", "&", "the") for t in between):
            return last
        end, member = following.i + 1, following
        if any(t.lower_ in ("and", "or", "&") for t in between):
            last = end


def without_determiner(doc: Doc, start: int, end: int) -> int:
    """Returns the first token behind a leading article, possessive or demonstrative."""
    while start < end - 1 and (doc[start].tag_ in _DETERMINERS or doc[start].is_punct):
        start += 1
    return start
