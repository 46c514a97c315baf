"""Words of blame in what a clause says of its subject, apart from those that only stand in it."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.extract.rules.grammar import Grammar
from briefgen.extract.rules.position.slants import name_given, tells_weather
from briefgen.extract.rules.position.turned import undoes
from briefgen.lexicons.modality import modality
from briefgen.lexicons.position_cues import position_cues
from briefgen.lexicons.stances import stance_words

_PREDICATIVE = frozenset({"attr", "acomp", "oprd"})
_BESIDE = frozenset({"amod", "compound", "conj", "advmod", "nmod"})


def blame_said(g: Grammar, head: int) -> frozenset[str]:
    """Returns the words of blame in what a clause says: `is a threat`, `has betrayed them`, `is against it`.

    A harm told of (`the damage bill`, `guests harmed themselves`, `a scandal has damaged the office`), a cause
    (`because of mistakes`) or what somebody is to beware of blames nobody.
    """
    if tells_weather(g, head):
        return frozenset()
    hostile = modality().hostile.words
    words = {w for at in _said_of_subject(g, head) for w in (g.lemmas[at], g.words[at].lower())}
    return frozenset(words & hostile)


def tells_failure(g: Grammar, tokens: list[int]) -> bool:
    """Whether it is told that somebody by name did not do what he should: `highlights Norway’s failure to act`."""
    for at in tokens:
        owner = g.child(at, "poss") if g.lemmas[at] in stance_words().shortcomings else None
        if (
            owner is not None
            and g.pos[owner] == "PROPN"
            and any(g.deps[c] in ("acl", "xcomp", "relcl") and g.tags[c] == "VB" for c in g.children[at])
        ):
            return True
    return False


def clears_of_blame(g: Grammar, head: int) -> bool:
    """Whether a clause says that somebody is not to blame: `had done nothing wrong`, `no conflict arises`."""
    words = stance_words()
    subject = g.child(head, "nsubj")
    if (
        subject is not None
        and g.child(subject, "det") is not None
        and g.lemmas[head] in ("arise", "exist", "occur")
    ):
        return g.lemmas[subject] in words.wrongs and _is_none(g, subject)
    if g.child(head, "expl") is not None:
        noun = g.child(head, "attr")
        return noun is not None and g.lemmas[noun] in words.wrongs and _is_none(g, noun)
    for noun in (c for c in g.children[head] if g.deps[c] == "dobj"):
        beside = {g.lemmas[c] for c in g.children[noun]} | {g.lemmas[noun]}
        wrong = beside & (
            modality().hostile.words | words.harsh_nouns | words.harsh_adjectives | words.wrongs
        )
        if wrong and _is_none(g, noun) and g.lemmas[head] in words.doing:
            return True
    return False


def _is_none(g: Grammar, noun: int) -> bool:
    return g.lemmas[noun] == "nothing" or any(g.lemmas[c] == "no" for c in g.children[noun])


def _said_of_subject(g: Grammar, head: int) -> Iterator[int]:
    """Yields the words that a clause says of its subject."""
    if not _only_harms(g, head):
        yield head
    named = name_given(g, head)
    if named is not None and g.lemmas[head] in position_cues().naming | position_cues().describing:
        yield from _phrase(g, named)
    bears_out = stance_words().bearing_out
    doing = stance_words().doing | position_cues().naming | bears_out
    for child in g.children[head]:
        dep = g.deps[child]
        is_said = dep in _PREDICATIVE and g.child(head, "expl") is None
        if is_said or (dep == "dobj" and g.lemmas[head] in doing):
            yield from _phrase(g, child)
        elif dep == "dobj":
            yield from _against(g, head, child)
        elif dep in ("neg", "advmod"):
            yield child
        elif dep == "prep":
            yield from _against(g, head, head)
            turned = g.child(child, "pobj") if g.lemmas[child] == "into" else None
            if turned is not None and g.lemmas[head] in stance_words().becoming:
                yield from _phrase(g, turned)
        elif dep in ("nsubj", "nsubjpass"):
            yield from (c for c in g.children[child] if g.deps[c] == "amod")
        elif (dep == "xcomp" or (dep == "ccomp" and g.lemmas[head] in bears_out)) and child > head:
            yield from _said_of_subject(g, child)


def _against(g: Grammar, verb: int, top: int) -> Iterator[int]:
    """Yields the `against` under a verb or its object, where it tells no shield: `keeps up its measures against us`."""
    if undoes(g, verb):
        return  # `has decided to stop the raids against Norway`
    if g.lemmas[verb] not in stance_words().shielding and g.child(verb, "auxpass") is None:
        yield from (c for c in g.children[top] if g.lemmas[c] == "against")


def _phrase(g: Grammar, top: int) -> Iterator[int]:
    yield top
    for child in g.children[top]:
        if g.deps[child] in _BESIDE:
            yield from _phrase(g, child)
        elif g.deps[child] == "prep" and g.lemmas[child] in ("of", "against", "at"):
            yield child
            below = g.child(child, "pobj")
            if below is not None:
                yield from _phrase(g, below)
        elif g.deps[child] == "acl" and g.lemmas[child] in modality().aimed.words:
            yield from _phrase(g, child)  # `a weapon aimed at aggression`


def _only_harms(g: Grammar, head: int) -> bool:
    """Whether a verb tells of a harm without anybody who did it to another."""
    if g.lemmas[head] not in position_cues().harming:
        return False
    hurt = g.child(head, "dobj")
    if hurt is not None and g.words[hurt].lower().endswith(("self", "selves")):
        return True
    subject = g.child(head, "nsubj")
    return subject is None or g.lemmas[subject] in stance_words().harsh_nouns | modality().hostile.words
