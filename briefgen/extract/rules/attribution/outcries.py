"""Who utters a cry: `moved the crowd to chants of “Go home!”`."""

from __future__ import annotations

from briefgen.extract.rules.attribution.link import Basis, Link
from briefgen.extract.rules.attribution.saying import saying
from briefgen.extract.rules.attribution.sources import may_speak, possessor_of, subject_of
from briefgen.extract.rules.grammar import VERBAL, Grammar


def outcry(grammar: Grammar, stand_in: int) -> Link | None:
    """Returns the link of a cry behind `of`: whoever utters it, or nobody.

    `moved the crowd to cries of “Shame!”` is the crowd's, `broke into cries of “Shame!”` the subject's; who only
    draws or hears them utters none.
    """
    of = grammar.heads[stand_in]
    noun = grammar.heads[of]
    if grammar.lemmas[of] != "of" or of != stand_in - 1 or grammar.lemmas[noun] not in saying().outcries:
        return None
    if grammar.pos[noun] != "NOUN":
        return None
    source, cue = possessor_of(grammar, noun), (noun, noun)
    up, over = grammar.deps[noun], grammar.heads[noun]
    if source is None and up == "pobj":
        verb = grammar.heads[over]
        moved = grammar.child(verb, "dobj") if grammar.pos[verb] in VERBAL else None
        if moved is not None and moved < over and grammar.lemmas[over] in ("to", "into", "in"):
            source = moved if may_speak(grammar, moved) else None
        elif grammar.pos[verb] in VERBAL and grammar.lemmas[over] in ("into", "in", "with"):
            source = subject_of(grammar, verb)
    elif source is None and up == "dobj" and grammar.lemmas[over] not in saying().drawing:
        source = subject_of(grammar, over)
    return Link(grammar, source, Basis.BEFORE, cue, noun)
