"""Kind, gender and country of a noun phrase by its own words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.extract.rules.attribution.saying import says
from briefgen.extract.rules.mention.gazetteer import PARTS_OF_LANDS, begins_name, words_of
from briefgen.lexicons import countries as world
from briefgen.lexicons.actor_words import female_names, male_names, noun_sets, without_accents
from briefgen.lexicons.mention_cues import mention_cues
from briefgen.lexicons.modality import modality
from briefgen.model.actor import ActorKind
from briefgen.model.extraction import Gender

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

INITIALS_OF_SEVERAL = re.compile(r"[A-Z]{2,4}s")
"""Several told by initials: `MPs`."""
_PLURAL_TAGS = ("NNS", "NNPS")
_QUANTIFIERS = frozenset(["many", "most", "some", "few", "several", "all", "both"])


def is_aged(token: Token) -> bool:
    """Whether somebody is told by his age alone: `the 67-year-old said`, not `the 67-year-old farmer`."""
    return (
        token.lower_ == "old"
        and [t.lower_ for t in token.doc[max(0, token.i - 3) : token.i]] == ["-", "year", "-"]
        and token.dep_ not in ("amod", "compound", "nmod")
    )


def noun_kind(token: Token) -> ActorKind | None:
    """Returns what a common noun names: `senator` a person, `analysts` a group."""
    nouns = noun_sets()
    word, lemma = token.lower_, token.lemma_.lower()
    plural = token.tag_ in _PLURAL_TAGS or _is_generals(token)
    if plural and lemma == word and word.endswith("s"):
        lemma = word[:-1]  # The tagger keeps the plural of a proper noun: "Republicans".
    if _is_relation(token) or _is_part_of_body(token):
        return None
    if is_aged(token):
        return ActorKind.PERSON
    if word in _QUANTIFIERS:
        counted = _counted(token)
        if counted is not None and counted.tag_ not in ("PRP", "DT") and noun_kind(counted) is None:
            return None
    if counts(token) or (plural and INITIALS_OF_SEVERAL.fullmatch(token.text)):
        return ActorKind.GROUP  # `at least 11 TDs`
    if (word in nouns.group or (plural and lemma in nouns.group)) and word not in nouns.state:
        return ActorKind.GROUP
    if word in ("media", "press"):
        return ActorKind.MEDIA
    is_person = lemma in nouns.person or lemma in nouns.titles or word in nouns.person or _is_man(lemma)
    if is_person:
        return ActorKind.GROUP if plural else ActorKind.PERSON
    if lemma in nouns.state and not plural:
        return ActorKind.STATE
    if lemma in nouns.media and not plural:
        return ActorKind.MEDIA
    if lemma in nouns.organisation or _is_service(token) or _is_mission(token):
        return ActorKind.GROUP if plural else ActorKind.ORGANISATION
    if lemma in nouns.state or lemma in nouns.media:
        return ActorKind.GROUP
    if lemma in nouns.region:
        return ActorKind.STATE
    name = world.fold_name(token.text)
    is_people = token.ent_type_ == "NORP" or name in world.peoples() or name in world.demonyms()
    if token.tag_ == "NNPS" and is_people:
        return ActorKind.GROUP
    return None


def _is_service(token: Token) -> bool:
    """Whether a service is a body that acts: `the security service`; no bus service, and none that somebody does."""
    before = token.nbor(-1) if token.i else token
    if token.lower_ != "service" or before.lower_ not in mention_cues().services:
        return False
    return token.dep_ in (
        "nsubj",
        "nsubjpass",
        "poss",
        "appos",
        "pobj",
    )


def _is_mission(token: Token) -> bool:
    """Whether a mission is one to a body of states: `Kenya’s mission to the United Nations`; to a moon is none."""
    behind = token.doc[token.i + 1 : token.i + 5]
    if token.lower_ != "mission" or len(behind) < 3 or behind[0].lower_ != "to" or behind[1].lower_ != "the":
        return False
    return behind[2].text.isupper() or any(word.text in ("Union", "Nations") for word in behind[2:])


def _is_man(lemma: str) -> bool:
    """Whether a noun ends in `man` or `woman`: a lineman, a committeewoman."""
    return (
        len(lemma) > 6 and lemma.endswith(("man", "woman")) and lemma not in ("talisman", "ottoman", "caiman")
    )


def counts(token: Token) -> bool:
    """Whether a number or share stands for those it counts: `four of the ministers`, `61 percent of voters`.

    So does what they are gathered as: `a group of experts`.
    """
    word, is_figure = token.lower_, token.tag_ == "CD"
    is_share = word in mention_cues().shares
    if not is_figure and not is_share:
        return False
    is_ratio = is_figure and (end_of_ratio(token) is not None or _ends_ratio(token))
    if word == "one" and not is_ratio:
        return False
    counted = _counted(token)
    if counted is None:
        verb = token.head.lemma_
        knows = verb == "be" or verb in modality().minds.words or says(verb)
        is_number = is_figure and verb != "be" and token.head.tag_ != "VBZ"  # `39 said they would`
        counts_alone = is_ratio or is_number or word in ("%", "percent", "cent")
        return counts_alone and token.dep_ == "nsubj" and knows
    if counted.lower_ in ("them", "those", "us") and (token.is_alpha or is_share):
        return True
    return counted.tag_ in _PLURAL_TAGS and noun_kind(counted) is ActorKind.GROUP


def end_of_ratio(token: Token) -> int | None:
    """Returns the token behind a ratio that a number begins: `two in five`, `nine out of ten`."""
    if token.tag_ != "CD":
        return None
    behind = list(token.doc[token.i + 1 : token.i + 4])
    between = 2 if [t.lower_ for t in behind[:2]] == ["out", "of"] else 1
    is_between = between == 2 or [t.lower_ for t in behind[:1]] == ["in"]
    is_whole = len(behind) > between and behind[between].tag_ == "CD"
    return token.i + between + 2 if is_between and is_whole else None


def _ends_ratio(token: Token) -> bool:
    """Whether a figure is the whole of a ratio that stands before it: the `ten` of `four in ten`."""
    return any(end_of_ratio(t) == token.i + 1 for t in token.doc[max(0, token.i - 3) : token.i])


def _is_generals(token: Token) -> bool:
    """Whether a noun with its plural before it names several: `the state attorneys general`."""
    before = token.nbor(-1) if token.i else token
    titles = noun_sets().titles
    return (
        token.lower_ == "general"
        and before.tag_ in _PLURAL_TAGS
        and before.lower_.removesuffix("s") in titles
    )


def _counted(token: Token) -> Token | None:
    """Returns what a quantifier counts: `rhetoric` in `some of her rhetoric`."""
    for child in token.children:
        if child.lower_ == "of" and child.i == token.i + 1:
            return next((inner for inner in child.children if inner.dep_ == "pobj"), None)
    return None


def _is_relation(token: Token) -> bool:
    """Whether a noun names what somebody feels or has, no body: `his opposition to the levy`."""
    behind = noun_sets().relations.get(token.lower_)
    if behind is None:
        return False
    return any(child.lower_ in behind and child.dep_ == "prep" for child in token.children)


def _is_part_of_body(token: Token) -> bool:
    """Whether a head is a part of somebody's body: `shook his head`, not `its head`, `head of the board`."""
    return token.lower_ == "head" and any(
        child.lower_ in ("my", "your", "his", "her") for child in token.children
    )


def noun_gender(token: Token) -> Gender:
    """Returns the gender that a noun shows: `mother` female, `spokesman` male."""
    nouns = noun_sets()
    word = token.lemma_.lower().rstrip(".")
    if word in nouns.male:
        return Gender.MALE
    if word in nouns.female:
        return Gender.FEMALE
    return Gender.UNKNOWN


def name_gender(doc: Doc, first: int, start: int, end: int) -> Gender:
    """Returns the gender that a personal name and the words before it show: `Mrs`, `Senator Ruth Cole`."""
    for i in range(first, start):
        gender = noun_gender(doc[i])
        word = doc[i].lower_.rstrip(".")
        if gender is Gender.UNKNOWN and word in noun_sets().male:
            gender = Gender.MALE
        if gender is Gender.UNKNOWN and word in noun_sets().female:
            gender = Gender.FEMALE
        if gender is not Gender.UNKNOWN:
            return gender
    if end - start >= 2:
        given = doc[start].text
        is_known = given in male_names() or given in female_names()
        given = given if is_known else without_accents(given)
        if given in male_names():
            return Gender.MALE
        if given in female_names():
            return Gender.FEMALE
    return Gender.UNKNOWN


def country_of_role(doc: Doc, start: int, end: int) -> str | None:
    """Returns the state whose officer a role makes somebody: not Kenya for `envoy for Kenya`."""
    at = start
    for i in range(start, end + 1):
        if i == end or doc[i].tag_ in ("IN", "TO") or doc[i].text == ",":
            code = country_in(doc, at, i)
            if code is not None and doc[at].lower_ not in mention_cues().about:
                return code
            at = i
    return None


def country_behind(office: Token) -> str | None:
    """Returns the state that the words right behind an office name: `the prime minister of Kenya`."""
    doc, start = office.doc, office.i + 2
    if office.lower_ not in noun_sets().titles or start >= len(doc) or doc[start - 1].lower_ != "of":
        return None
    start += int(doc[start].lower_ == "the")
    names = (words_of(doc, start, start + n) for n in (4, 3, 2, 1) if start + n <= len(doc))
    return next((code for name in names if (code := world.state_names().get(name)) is not None), None)


def country_of_organ(doc: Doc, start: int, end: int) -> str | None:
    """Returns the state whose organ the words behind a noun make it: `the foreign ministry of Kenya`."""
    return country_in(doc, start + 1, end) if start < end and doc[start].lower_ == "of" else None


def country_in(doc: Doc, start: int, end: int) -> str | None:
    """Returns the code of the first state, people or capital named in tokens [start, end)."""
    states, adjectives = world.state_names(), world.demonyms()
    capitals, seats = world.capitals(), world.seats()
    for at in range(start, end):
        if not begins_name(world.fold_name(doc[at].text)) or (at and doc[at - 1].text in PARTS_OF_LANDS):
            continue
        for length in (4, 3, 2, 1):
            if at + length > end:
                continue
            words = words_of(doc, at, at + length)
            code = states.get(words) or adjectives.get(words) or seats.get(words) or capitals.get(words)
            if code:
                return code
    return None
