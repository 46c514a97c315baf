"""What one of several is: `Western diplomat` for `one of them`, told of two Western diplomats."""

from __future__ import annotations

import re

from briefgen.lexicons.actor_words import noun_sets
from briefgen.lexicons.articles import with_article
from briefgen.lexicons.countries import demonyms, fold_name, state_names
from briefgen.model.actor import ActorKind
from briefgen.model.extraction import GrammaticalRole
from briefgen.resolve.cast.among import group_of
from briefgen.resolve.cast.discourse import Discourse
from briefgen.resolve.cast.entity import Entity
from briefgen.resolve.cast.labels import label
from briefgen.resolve.cast.naming import canonical_name

_DETERMINER = re.compile(
    r"(?:at least|about|some|the|a|an|those|these|his|her|their|its|our|my|many|several|most|few|all|both|no|other|of"
    r"|\d+|\w+['’]s?) ",
    re.IGNORECASE,
)
_KEPT = re.compile(r" (?:of|in|at|from) .*")
"""What tells where several belong, and goes with what one of them is: `member of the cabinet`."""
_TAIL = re.compile(r" (?:of|in|at|from|with|for|to|on|who|whom|that|close|familiar|briefed|near|around)\b.*")


def what_one_is(discourse: Discourse, entity: Entity, role: str) -> str | None:
    """Returns what one of several is, in the words for them; None where it is not told as one of several."""
    several = re.fullmatch(r"(?:one|another)(?: of (?:(?:them|us)|(.+)))?", role, re.IGNORECASE)
    if several is None:
        return None
    index = next(
        (i for i in entity.mentions if discourse.mention(i).text.lower().startswith("one of ")), None
    )
    inside = discourse.places.between(*discourse.mention(index).span) if index is not None else []
    group = group_of(discourse, entity) or next(
        (one for i in inside if (one := discourse.one(i)) not in (None, entity)), None
    )
    group = group if group is not None and group.kind is ActorKind.GROUP and not group.names else None
    words = several[1]
    if group is not None:
        told = [_words(discourse, i) for i in group.mentions]
        words = max(told, key=lambda text: (len(_bare(text).split()), -told.index(text)), default=words)
    noun = _singular(_bare(words)) if words is not None else None
    if noun is None or group is None:
        return noun
    owner = _owner(discourse, group)
    return f"{noun} of {owner}" if owner is not None and " " not in noun else noun


def _words(discourse: Discourse, index: int) -> str:
    """Returns the words for several, without the capital that only the start of a sentence gives them."""
    mention = discourse.mention(index)
    words = label(mention)
    opens = discourse.extraction.sentences[mention.sentence][0] == mention.span[0]
    is_land = fold_name(words.split()[0]) in (*demonyms(), *state_names())
    return words[0].lower() + words[1:] if opens and words[:2].istitle() and not is_land else words


def _owner(discourse: Discourse, group: Entity) -> str | None:
    """Returns the body whose several are: the board in `two of its five members`."""
    for i in discourse.places.between(*discourse.mention(group.mentions[0]).span):
        owner = discourse.one(i)
        is_body = owner is not None and owner.named and owner.kind is ActorKind.ORGANISATION
        if (
            owner is not None
            and is_body
            and discourse.mention(i).grammatical_role is GrammaticalRole.POSSESSIVE
        ):
            return with_article(canonical_name(discourse, owner), ActorKind.ORGANISATION)
    return None


def _bare(words: str) -> str:
    """Returns the words for several without article, count and owner: `Western diplomats`."""
    counts = noun_sets().counts
    while True:
        match = _DETERMINER.match(words)
        first, _, rest = words.partition(" ")
        if match is not None:
            words = words[match.end() :]
        elif first.lower() in counts and rest:
            words = rest
        else:
            return words


def _singular(words: str) -> str | None:
    """Returns what one of those is whom a plural names: `member of the cabinet`; None for another plural."""
    kept = _KEPT.search(words)
    front = _TAIL.sub("", words)
    tail = kept[0] if kept is not None and words.startswith(front + kept[0]) else ""
    first, _, last = front.rpartition(" ")
    if first.split(" ")[0].endswith("est"):
        return None  # `one of the largest operators` is not the largest
    first = first.replace(" and ", " or ")  # `current and former officials`
    nouns = noun_sets()
    known = nouns.person | nouns.titles | nouns.organisation
    for ending, one in (("women", "woman"), ("men", "man"), ("ies", "y"), ("sses", "ss"), ("s", "")):
        noun = last.removesuffix(ending) + one
        if last.endswith(ending) and noun.lower() in known:
            return f"{first} {noun}".strip() + tail
    return None
