"""What is wanted, promised or asked for: whether it is that something ends, fails or comes to harm."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.extract.rules.grammar import VERBAL, Grammar
from briefgen.extract.rules.position.endings import ends_it
from briefgen.extract.rules.position.polarity import is_negated
from briefgen.extract.rules.position.predicates import Predicate
from briefgen.lexicons.modality import modality
from briefgen.lexicons.position_cues import position_cues
from briefgen.lexicons.stances import stance_words
from briefgen.model.position import Act, Stance


def is_contrary(g: Grammar, predicate: Predicate) -> bool:
    """Whether what is wanted or promised is to stop or harm something (`vowed to block`).

    Who is against it by the predicate alone (`stands firm against the levy`) is no less so.
    """
    head, key, group = predicate.head, predicate.key, predicate.group
    opposed, wishes = group.stance is Stance.OPPOSE, group.act is Act.INTEND
    turned = False
    for child in _completing(g, head):
        goes_wrong = child > head and ((wishes and _goes_wrong(g, child)) or _is_an_end(g, child))
        if goes_wrong:
            turned = not turned
        if child > head and g.deps[child] == "xcomp" and _is_to_harm(g, child):
            turned = not turned
        if wishes and child > head and g.deps[child] == "ccomp" and _has_never(g, child):
            turned = not turned  # `hopes it is never used`
        if (
            g.deps[child] in ("xcomp", "ccomp", "pcomp", "advcl")
            and (_is_infinitive(g, child) or _is_done_to(g, child) or _is_bare(g, child))
            and child > head
        ):
            if not goes_wrong and key not in position_cues().readiness and _ends_it(g, child):
                turned = not turned
            if is_negated(g, child):
                turned = not turned
            if (
                g.lemmas[child] not in stance_words().shielding
                and _has_against(g, child)
                and not _ends_it(g, child)
            ):
                turned = not turned
        if g.deps[child] in ("dobj", "relcl") and _has_against(g, child):
            turned = not turned
        if g.deps[child] == "prep" and g.lemmas[child] == "against" and "against" not in key and not opposed:
            turned ^= g.lemmas[head] not in stance_words().shielding
        if g.deps[child] == "prep" and g.lemmas[child] in ("to", "of") and "against" not in key:
            turned ^= any(g.deps[x] == "pcomp" and ends_it(g, x) for x in g.children[child])
    return turned


def spares_somebody(g: Grammar, predicate: Predicate) -> bool:
    """Whether it is somebody by name whom one does not want to stop or harm: `has no wish to punish Norway`."""
    for child in _completing(g, predicate.head):
        if g.deps[child] != "xcomp" or child < predicate.head or not _ends_it(g, child):
            continue
        harmed = g.child(child, "dobj")
        if harmed is not None and g.pos[harmed] == "PROPN":
            return True
    return False


def _has_never(g: Grammar, verb: int) -> bool:
    """Whether what is wished is that something is never done."""
    return any(g.deps[c] in ("advmod", "neg") and g.lemmas[c] == "never" for c in g.children[verb])


def _goes_wrong(g: Grammar, child: int) -> bool:
    """Whether what is wanted is that something fails: `hopes that the talks collapse`, `to see it fail`."""
    if g.deps[child] == "xcomp" and g.lemmas[child] == "see":
        back = g.child(child, "dobj")  # `to see the back of him`
        return back is not None and g.lemmas[back] == "back"
    if g.deps[child] == "xcomp" and g.lemmas[child] == "let":
        noun = g.child(child, "dobj")  # `means to let the talks lapse`, with `lapse` read as a noun
        verb = g.child(child, "ccomp", "xcomp")
        return (noun is not None and g.lemmas[noun] in stance_words().failing) or (
            verb is not None and _fails(g, verb)
        )
    if g.deps[child] == "advcl" and g.has_mark(child, "for"):
        return _fails(g, child)  # `is waiting for them to fail`
    return g.deps[child] == "ccomp" and (_fails(g, child) or _is_gone(g, child))


def _fails(g: Grammar, verb: int) -> bool:
    """Whether something fails or gives way: `collapse`, `run out of money`, `go away`."""
    beside = (c for c in g.children[verb] if c > verb and g.deps[c] in ("prt", "advmod", "prep"))
    names = {g.lemmas[verb], *(f"{g.lemmas[verb]} {g.lemmas[c]}" for c in beside)}
    return bool(names & stance_words().failing)


def _is_gone(g: Grammar, verb: int) -> bool:
    """Whether somebody or something is wanted away: `wants them gone`."""
    return g.words[verb].lower() == "gone" and _is_done_to(g, verb)


def _is_an_end(g: Grammar, noun: int) -> bool:
    """Whether what is wanted is named as the end of something: `wants an end to it`, `calls for its repeal`."""
    if g.deps[noun] == "prep" and g.lemmas[noun] == "for":
        named = g.child(noun, "pobj")
        return named is not None and _names_an_end(g, named)
    return g.deps[noun] == "dobj" and _names_an_end(g, noun)


def _names_an_end(g: Grammar, noun: int) -> bool:
    if g.lemmas[noun] not in modality().ends.words:
        return False
    return any(g.deps[c] == "prep" and g.lemmas[c] in ("to", "of") for c in g.children[noun])


def _is_to_harm(g: Grammar, verb: int) -> bool:
    """Whether somebody is to be harmed by what is wanted: `make them pay`, `make an example of`, `take to court`."""
    if g.lemmas[verb] == "make":
        made, noun = g.child(verb, "ccomp", "xcomp"), g.child(verb, "dobj")
        if noun is not None and g.lemmas[noun] == "example":
            return any(g.lemmas[c] == "of" for c in g.children[noun])
        if made is None or any(g.lemmas[c] == "for" for c in g.children[made]):
            return False  # `make the state pay for the bridge`
        return g.lemmas[made] in stance_words().made_to
    places = [g.child(c, "pobj") for c in g.children[verb] if g.lemmas[c] == "to" and g.deps[c] == "prep"]
    return g.lemmas[verb] in ("take", "drag", "haul") and any(
        at is not None and g.lemmas[at] in ("court", "tribunal") for at in places
    )


def _ends_it(g: Grammar, verb: int) -> bool:
    """Whether a verb stops or harms what it is done to; to close a school is a policy, not the end of one."""
    return ends_it(g, verb) and not (g.lemmas[verb] == "close" and _is_done_to(g, verb))


def _completing(g: Grammar, head: int) -> Iterator[int]:
    """Yields what completes a verb, with what completes its adjective or its `see`: `is keen to see it stopped`."""
    for child in g.children[head]:
        yield child
        if child > head and g.deps[child] in ("acomp", "oprd"):
            yield from (c for c in g.children[child] if g.deps[c] == "xcomp")
        if g.deps[child] == "xcomp" and g.lemmas[child] == "see":
            yield from (c for c in g.children[child] if g.deps[c] == "ccomp")
        if g.deps[child] == "prep" and child > head:  # `is in favour of scrapping it`
            noun = g.child(child, "pobj")
            yield from (c for c in (g.children[noun] if noun is not None else ()) if g.deps[c] == "prep")


def _is_done_to(g: Grammar, verb: int) -> bool:
    """Whether a participle tells what is wanted done to something: `wants the project stopped`."""
    is_bare = not any(g.deps[c] in ("aux", "auxpass", "mark") for c in g.children[verb])
    return is_bare and g.tags[verb] in ("VBN", "VBD") and g.child(verb, "nsubj", "nsubjpass") is not None


def _is_bare(g: Grammar, token: int) -> bool:
    """Whether a clause tells what somebody is to do: `recommended that the bank delay its sale`, `should delay it`."""
    helpers = {g.lemmas[c] for c in g.children[token] if g.deps[c] == "aux"}
    ends_something = g.child(token, "dobj") is not None
    return (
        g.deps[token] == "ccomp"
        and g.tags[token] == "VB"
        and ends_something
        and helpers <= {"should", "must"}
    )


def _is_infinitive(g: Grammar, token: int) -> bool:
    if g.pos[token] not in VERBAL:
        return False
    return (g.tags[token] == "VBG" and g.deps[token] in ("xcomp", "pcomp")) or any(
        g.deps[x] == "aux" and g.lemmas[x] == "to" for x in g.children[token]
    )


def _has_against(g: Grammar, top: int) -> bool:
    return any(is_against(g.words[at]) for at in range(top, min(g.right[top] + 1, top + 12)))


def is_against(word: str) -> bool:
    """Whether a word speaks against something: `against`, `anti-union`."""
    return word.lower() == "against" or word.lower().startswith("anti")
