"""Verbs that stop or harm what they are done to, alone, with a particle, or in an idiom: `do away with the levy`."""

from __future__ import annotations

from functools import cache

from briefgen.extract.rules.grammar import Grammar
from briefgen.lexicons.modality import modality
from briefgen.lexicons.stances import stance_words


def ends_it(g: Grammar, verb: int) -> bool:
    """Whether a verb stops or harms what it is done to; `strike a deal` and `bury the hatchet` do not."""
    lemma = g.lemmas[verb]
    idioms = _idioms().get(lemma, ())
    spared = stance_words().no_endings.get(lemma, frozenset())
    if not idioms and not spared:
        return bool({lemma, g.with_particle(verb)} & modality().contrary.words)
    under = _under(g, verb)
    if any(idiom <= under for idiom in idioms):
        return True
    return not spared & under and bool({lemma, g.with_particle(verb)} & modality().contrary.words)


def _under(g: Grammar, verb: int) -> frozenset[str]:
    """Returns the lemmas of what stands under a verb and right under that."""
    below = [c for c in g.children[verb] if c > verb and g.deps[c] not in ("advcl", "relcl", "conj", "ccomp")]
    inside = [x for c in below for x in g.children[c] if g.deps[x] not in ("relcl", "acl")]
    return frozenset(g.lemmas[at] for at in (*below, *inside))


@cache
def _idioms() -> dict[str, tuple[frozenset[str], ...]]:
    """Returns what must stand under each verb for an idiom of ending."""
    found: dict[str, tuple[frozenset[str], ...]] = {}
    for idiom in sorted(stance_words().endings):
        verb, *rest = idiom.split()
        found[verb] = (*found.get(verb, ()), frozenset(rest))
    return found
