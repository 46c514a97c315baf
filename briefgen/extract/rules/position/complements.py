"""What stands under a verb, by which an entry of the lexicon fits it or not."""

from __future__ import annotations

from briefgen.extract.rules.grammar import SUBJECTS, Grammar
from briefgen.extract.rules.position.subjects import can_think
from briefgen.extract.rules.position.verbs import has_to, lemma_of
from briefgen.lexicons.actor_words import noun_sets
from briefgen.lexicons.position_cues import position_cues

FACTS = frozenset({"this", "that", "it"})
_ABOUT = frozenset(
    {"for", "to", "about", "of", "with", "toward", "towards", "against", "into", "as", "that", "on"}
)
_FIGURE = 6
"""Within so many words behind `at` a figure tells a price."""
_DIRECT = frozenset(
    {
        "prt",
        "prep",
        "dobj",
        "attr",
        "acomp",
        "oprd",
        "xcomp",
        "advmod",
        "dative",
        "agent",
        "advcl",
        "pcomp",
        "pobj",
        "npadvmod",
        "ccomp",
        "relcl",
        "acl",
    }
)


def lasts(g: Grammar, token: int) -> bool:
    """Whether a wait is only told by how long it was: `had waited for nine hours`."""
    behind = [g.child(c, "pobj") if g.deps[c] == "prep" else c for c in g.children[token] if c > token]
    nouns = [noun for noun in behind if noun is not None and g.pos[noun] == "NOUN"]
    return bool(nouns) and all(g.lemmas[noun] in position_cues().units_of_waits for noun in nouns)


def serves(g: Grammar, token: int) -> bool:
    """Whether somebody advises others for a living, and nothing is told of what: `advised two presidents`."""
    noun, nouns = g.child(token, "dobj"), noun_sets()
    if noun is None or any(g.deps[c] in ("xcomp", "ccomp", "dative") for c in g.children[token]):
        return False
    if any(g.lemmas[t] in ("against", "to") for t in range(noun, g.right[token])):
        return False
    is_named = g.pos[noun] == "PROPN" or (g.pos[noun] == "PRON" and g.deps[token] == "relcl")
    return is_named or g.lemmas[noun] in nouns.people | nouns.organisation


def completes(g: Grammar, token: int, rest: tuple[str, ...], under: frozenset[str]) -> bool:
    """Whether the words of an entry stand under a verb; a preposition may stand under its adjective: `is sick of`."""
    if all(word in under for word in rest):
        return True
    if len(rest) != 2 or rest[0] not in under:
        return False
    state = next((c for c in g.children[token] if g.deps[c] == "acomp" and g.lemmas[c] == rest[0]), None)
    return state is not None and any(
        g.deps[c] == "prep" and g.lemmas[c] == rest[1] for c in g.children[state]
    )


def is_wanted(g: Grammar, token: int) -> bool:
    """Whether a content clause has a bare verb for one subject: what is wanted, not what is so."""
    for child in g.children[token]:
        if g.deps[child] != "ccomp" or child < token or g.tags[child] not in ("VB", "VBP"):
            continue
        subject = g.child(child, "nsubj", "nsubjpass")
        helped = any(g.deps[c] == "aux" for c in g.children[child])
        is_one = subject is not None and g.tags[subject] in ("NN", "NNP") and g.child(subject, "conj") is None
        if is_one and not helped and g.words[child].lower() not in ("am", "are"):
            return True
    return False


def sees_coming(g: Grammar, token: int) -> bool:
    """Whether somebody sees ahead what others do: `sees the bank cutting rates`, not `saw them leaving`."""
    is_present = g.tags[token] in ("VBZ", "VBP") or any(
        g.words[c].lower() in ("do", "does", "can", "could") for c in g.children[token] if g.deps[c] == "aux"
    )
    return (
        is_present
        and g.lemmas[token] == "see"
        and any(
            g.deps[c] == "ccomp" and g.tags[c] == "VBG" and g.child(c, "nsubj") is not None
            for c in g.children[token]
        )
    )


def takes_a_fact(g: Grammar, token: int) -> bool:
    """Whether the object is what was said before: `knows this`."""
    return any(g.deps[c] == "dobj" and g.words[c].lower() in FACTS for c in g.children[token])


def knows(g: Grammar, token: int) -> bool:
    """Whether a thing is what is known: `he knows the numbers in parliament`, not `he knows the minister`."""
    noun = g.child(token, "dobj")
    return (
        g.lemmas[token] == "know"
        and noun is not None
        and g.pos[noun] == "NOUN"
        and g.words[g.left[noun]].lower() in ("the", "its", "his", "her", "their")
        and g.lemmas[noun] not in noun_sets().people
    )


def is_held_to_be(g: Grammar, token: int) -> bool:
    """Whether something is considered to be so: `considers the order unlawful`, not `considers a veto`."""
    for child in g.children[token]:
        if child > token and g.deps[child] == "oprd":
            return True
        if child > token and g.deps[child] == "ccomp" and g.child(child, "nsubj") is not None:
            held = g.child(child, "nsubj")
            is_itself = held is not None and g.words[held].lower().endswith(("self", "selves"))
            if g.lemmas[token] == "find" and is_itself:
                return False  # `found itself playing host`
            return not any(g.deps[c] in ("aux", "mark") for c in g.children[child])
    return False


def asks(g: Grammar, token: int) -> bool:
    """Whether an indirect question is what is known: `knows exactly what they are worth`."""
    return any(
        g.deps[c] == "ccomp"
        and any(g.tags[x] in ("WP", "WRB") or g.words[x] == "whether" for x in range(token + 1, c))
        for c in g.children[token]
        if c > token
    )


def meets_a_thing(g: Grammar, token: int) -> bool:
    """Whether somebody tells what he sees happen or reaches: `we are seeing the price of it`, `we met our goals`."""
    noun = g.child(token, "dobj")
    is_now = g.lemmas[token] == "meet" or (g.lemmas[token] == "see" and g.tags[token] == "VBG")
    return is_now and noun is not None and g.pos[noun] == "NOUN" and not can_think(g, noun)


def is_pleasure(g: Grammar, token: int) -> bool:
    """Whether something is enjoyed, not only had: `is enjoying the row`, `enjoys this`, not `enjoys the trust of`."""
    noun = g.child(token, "dobj")
    if noun is None:
        return any(g.deps[c] == "xcomp" and g.tags[c] == "VBG" for c in g.children[token])
    if g.words[noun].lower() in FACTS:
        return True
    opening = g.left[noun]
    is_known = g.tags[opening] in ("DT", "PRP$") and g.words[opening].lower() not in ("a", "an", "no")
    return is_known and g.tags[token] == "VBG"


def is_forced(g: Grammar, token: int) -> bool:
    """Whether somebody only cannot get round something: `cannot avoid the conclusion`, which he need not share."""
    helpers = g.helpers(token)
    return g.lemmas[token] in position_cues().got_round and bool(helpers & {"can", "ca", "could"})


def is_priced(g: Grammar, token: int) -> bool:
    """Whether somebody only says what a thing is worth: `valued the herd at two million`."""
    behind = range(token + 1, g.right[token] + 1)
    return g.lemmas[token] == "value" and any(
        g.lemmas[t] == "at" and any(g.tags[x] in ("CD", "$") for x in behind if t < x <= t + _FIGURE)
        for t in behind
    )


def is_not_concluded(g: Grammar, token: int) -> bool:
    """Whether something has only not come about so far: `has not agreed a price with them`, `has not agreed yet`."""
    if g.lemmas[token] != "agree":
        return False
    settled = g.child(token, "dobj")
    is_noun = settled is not None and settled > token and g.pos[settled] == "NOUN"
    return is_noun or any(g.lemmas[c] in ("yet", "pending") for c in g.children[token])


def lacks_order(g: Grammar, token: int) -> bool:
    """Whether somebody only leads a thing or sends it somewhere: `directed the survey`, `directed money to them`."""
    return lemma_of(g, token) in position_cues().only_with_a_clause and not any(
        child > token and (g.deps[child] in ("xcomp", "ccomp") or has_to(g, child))
        for child in g.children[token]
    )


def is_stood_in(g: Grammar, token: int) -> bool:
    """Whether somebody only stands for election somewhere: `is contesting Oslo`, `contested the seat`."""
    where = g.child(token, "dobj")
    return where is not None and (g.pos[where] == "PROPN" or g.lemmas[where] in position_cues().stood_in)


def quotes(g: Grammar, token: int) -> bool:
    """Whether a quotation stands beside the verb as what it says, or words behind a colon: `is telling her: Pay up`."""
    is_opened = g.tags[token] == "VBG" and any(
        g.words[c] == ":" and token < c < g.right[token] for c in g.children[token]
    )
    return is_opened or any(g.is_stand_in(child) for child in g.children[token])


def has_complement(g: Grammar, token: int) -> bool:
    """Whether something stands after the verb that it can be about; a lone `concluded` tells no belief."""
    return any(
        g.deps[child] in ("dobj", "ccomp", "xcomp", "oprd", "acomp", "attr", "prt", "dative")
        or (g.deps[child] == "advmod" and g.child(child, "nsubj") is not None)  # `want the old price back`
        or (g.deps[child] == "prep" and g.lemmas[child] in _ABOUT)
        or (g.deps[child] == "advcl" and any(g.lemmas[x] == "to" for x in g.children[child]))
        for child in g.children[token]
        if child > token
    ) or any(
        (g.lemmas[child] in ("which", "that", "whom", "what") or g.deps[child] == "nsubjpass")
        and child < token
        for child in g.children[token]
    )


def _has_to_do(g: Grammar, noun: int) -> bool:
    """Whether it is about having to do with something: `nothing to do with it`."""
    behind = [w.lower() for w in g.words[noun + 1 : noun + 4]]
    return behind == ["to", "do", "with"]


def stands_below(g: Grammar, token: int, word: str) -> bool:
    """Whether a word stands under a clause that a verb leads to: `offered to teach a class`, not `offered a class`."""
    if any(g.lemmas[child] == word for child in g.children[token]):
        return False
    return any(
        g.deps[child] in ("xcomp", "ccomp", "advcl") and word in (g.lemmas[c] for c in g.children[child])
        for child in g.children[token]
    )


def words_under(g: Grammar, token: int) -> frozenset[str]:
    """Returns the lemmas that can complete a phrase headed by `token`."""
    out: set[str] = set()
    for child in g.children[token]:
        own = (
            g.child(child, "nsubj") if g.deps[child] == "ccomp" and g.tags[child] in ("VBN", "VBD") else None
        )
        if own is not None and g.lemmas[token] == "have" and g.child(own, "poss") is not None:
            out |= {g.lemmas[own], g.lemmas[child]}  # `has his heart set on it`
        if g.deps[child] in SUBJECTS or g.deps[child] not in _DIRECT:
            continue
        hands_on = lemma_of(g, token) in position_cues().copulas or g.lemmas[token] == "have"
        if g.deps[child] == "xcomp" and hands_on and has_to(g, child):
            continue  # `gets to set`, `is to set`: no `is set`
        if g.deps[child] == "dobj" and g.lemmas[child] == "nothing" and _has_to_do(g, child):
            out.add("nothing-to-do")  # `wants nothing to do with it`
        if g.deps[child] == "prep" and child < token and g.words[g.right[child] + 1 :][:1] == (",",):
            continue  # `In the poll, voters believe`: no `believe in`
        wanted = any(
            g.deps[x] == "mark" and g.lemmas[x] == "for" and x == token + 1 for x in g.children[child]
        )
        far = child > token + 4 and not (g.lemmas[token] in position_cues().far_purposes and has_to(g, child))
        if g.deps[child] in ("advcl", "relcl", "acl") and far and not wanted:
            continue  # `voted 6-1 on Monday to sue` is one
        if g.deps[child] == "advmod" and g.child(child, "npadvmod") is not None:
            continue  # `made a push a few months back`: no `push back`
        if g.deps[child] == "advcl" and child < token and g.child(child, *SUBJECTS) is not None:
            continue  # `As Norway is aware, the bridge is closed`
        out.add(g.lemmas[child])
        if g.deps[child] == "dobj" and g.lemmas[child] in position_cues().amounts:
            of = g.child(child, "prep")
            out.update(g.lemmas[c] for c in (g.children[of] if of is not None else ()) if g.deps[c] == "pobj")
        if g.deps[child] in ("acomp", "attr", "xcomp", "oprd"):
            out.add(g.words[child].lower())
        for below in g.children[child]:
            if g.deps[below] in ("pobj", "det", "neg", "pcomp") and g.deps[child] in (
                "prep",
                "dobj",
                "attr",
                "acomp",
                "prt",
            ):
                out.add(g.lemmas[below])
                out.update(g.lemmas[x] for x in g.children[below] if g.lemmas[x] == "no")  # `in no hurry`
            if (g.lemmas[child], g.lemmas[below]) == ("up", "in"):
                out.update(g.lemmas[x] for x in (below, *g.children[below]))  # `is up in arms`
            if g.lemmas[child] == "out" and g.deps[below] == "prep":
                out.update(g.lemmas[x] for x in (below, *g.children[below]))  # `has run out of patience`
            if (
                g.deps[child] == "dobj"
                and g.deps[below] == "prep"
                and g.lemmas[token] in position_cues().light
            ):
                out.add(g.lemmas[below])  # `has one eye on it`
            if g.deps[child] == "dobj" and g.deps[below] == "amod":
                out.add(f"{g.lemmas[below]}-{g.lemmas[child]}")  # `has second thoughts`
            if (
                g.deps[child] in ("xcomp", "ccomp", "advcl")
                and g.deps[below] == "mark"
                and g.lemmas[below] == "for"
            ):
                out.add("for")
            if g.deps[child] in ("xcomp", "ccomp", "advcl") and g.deps[below] in (
                "aux",
                "dobj",
                "acomp",
            ):
                out.add(g.lemmas[below])
    return frozenset(out)
