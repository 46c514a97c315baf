"""The predicate of a clause: its verb with what stands under it, found in the lexicon."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.extract.rules.grammar import SUBJECTS, VERBAL, Grammar
from briefgen.extract.rules.position.polarity import is_negated
from briefgen.extract.rules.position.states import (
    depictive,
    disposed,
    drawn,
    felt,
    motive,
    preferred,
    taken_for,
)
from briefgen.extract.rules.position.verbs import has_to, lemma_of, verb_below
from briefgen.lexicons.actor_words import noun_sets
from briefgen.lexicons.modality import modality
from briefgen.lexicons.position_cues import position_cues
from briefgen.lexicons.predicates import PredicateGroup, PredicateKind, predicate_index

_NEEDS_NOTHING = frozenset({"agree", "accuse", "unwilling", "act-against", "act-break"})
"""Groups of verbs that say enough alone: `they agreed`, `she complained`, `he hesitated`."""
FACTS = frozenset({"this", "that", "it"})
_PLACING = frozenset({"for", "against", "behind", "after", "in", "out", "at", "up"})
"""`is for` tells support; `stays for` does not."""
_ABOUT = frozenset(
    {"for", "to", "about", "of", "with", "toward", "towards", "against", "into", "as", "that", "on"}
)
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


@dataclass(frozen=True, slots=True)
class Predicate:
    """What a clause says of its subject."""

    group: PredicateGroup
    key: str
    """The lexicon's entry: `rule out`."""
    head: int
    """Token of the verb that the entry begins with."""
    negated: bool
    rumoured: bool = False
    """Whether it is told as what nobody by name says or expects: `is said to favour`."""

    @property
    def kind(self) -> PredicateKind:
        """How it tells a position."""
        negated = self.group.negated if self.negated else None
        return self.group.kind if negated is None or negated.kind is None else negated.kind


def predicate_of(g: Grammar, head: int, *, finite_content: bool) -> Predicate | None:
    """Returns the predicate headed by a verb; `finite_content` where a clause is its complement."""
    passed: list[int] = []
    told = False
    token = head
    for _ in range(4):
        rumoured = _rumour(g, token)
        found = (
            felt(g, token)
            or depictive(g, token)
            or disposed(g, token)
            or preferred(g, token)
            or taken_for(g, token)
            or drawn(g, token)
            or _match(g, token, finite_content=finite_content and token == head)
            if rumoured is None
            else None
        )
        if token == head and (found is None or found[0].kind is PredicateKind.ACTION):
            found = motive(g, token) or found
        if found is not None:
            group, key = found
            own = is_negated(g, token) and not key.endswith(" no")
            negated = own or any(is_negated(g, at) or g.lemmas[at] in position_cues().ending for at in passed)
            if negated or group.only != "negated":
                return Predicate(group, key, token, negated, told)
        below = _raised(g, token) if rumoured is None else rumoured
        if below is None or (g.lemmas[below] == "blame" and g.lemmas[token] == "be"):
            return None  # `speculators are to blame`: they blame nobody
        passed.append(token)
        told = told or rumoured is not None
        token = below
    return None


def _rumour(g: Grammar, token: int) -> int | None:
    """Returns the verb below `is understood to favour`, which tells nobody who understands it."""
    is_passive = any(g.deps[c] == "auxpass" for c in g.children[token])
    return verb_below(g, token) if is_passive and g.lemmas[token] in modality().rumoured.words else None


def _yet_to(g: Grammar, token: int) -> int | None:
    """Returns the verb below `has yet to answer`, which has not been done."""
    is_open = g.lemmas[token] == "have" and any(g.words[c].lower() == "yet" for c in g.children[token])
    return verb_below(g, token) if is_open else None


def _raised(g: Grammar, token: int) -> int | None:
    """Returns the verb that a raising or aspectual predicate hands its subject to."""
    below = _yet_to(g, token)
    if below is not None:
        return below
    if g.lemmas[token] not in modality().aspect.words:
        return None
    for child in g.children[token]:
        if g.deps[child] == "xcomp" and g.pos[child] in VERBAL:
            return child
        follows = child > token and g.left[child] == token + 1 and has_to(g, child)
        if g.lemmas[token] == "come" and g.deps[child] == "advcl" and follows:
            return child  # `had come to regard it as a threat`
        if (
            g.deps[child] in ("acomp", "oprd", "attr", "advmod")
            and g.lemmas[child] in modality().aspect.words
        ):
            for below in g.children[child]:
                if g.deps[below] == "xcomp" and g.pos[below] in VERBAL:
                    return below
    return None


def _match(g: Grammar, token: int, *, finite_content: bool) -> tuple[PredicateGroup, str] | None:
    lemma = lemma_of(g, token)
    if g.pos[token] not in VERBAL:
        return None
    if lemma == "consider" and _is_held_to_be(g, token):
        lemma = "deem"  # `considered it a mistake` weighs nothing
    if lemma == "find" and _is_held_to_be(g, token):
        lemma = "deem"
    if lemma == "try" and any(
        g.deps[c] in ("prt", "prep") and g.lemmas[c] == "on" for c in g.children[token]
    ):
        return None  # a hat
    if (lemma in ("advise", "counsel") and _serves(g, token)) or (lemma == "wait" and _lasts(g, token)):
        return None
    entries = list(predicate_index().get(lemma, ()))
    if lemma == "insist" and _is_wanted(g, token):
        entries = list(predicate_index().get("demand", ()))  # `insists that Norway delete it`
    cues = position_cues()
    if lemma in cues.copulas and lemma != "be":
        entries += [e for e in predicate_index().get("be", ()) if e[0] and e[0][0] not in _PLACING]
    if not entries:
        return None
    under = _under(g, token)
    negated = is_negated(g, token)
    says = finite_content or _quotes(g, token)
    kept: list[tuple[int, int, PredicateGroup, str]] = []
    for order, (rest, group) in enumerate(entries):
        if not _completes(g, token, rest, under) or not _stands_alone(g, token, lemma, rest):
            continue
        is_bare = not rest and not finite_content and "as" not in under
        if lemma in cues.perceiving and is_bare and not _sees_coming(g, token):
            continue
        if (
            lemma in cues.knowing
            and rest != ("of",)
            and not (finite_content or _takes_a_fact(g, token) or _asks(g, token) or _knows(g, token))
        ):
            continue
        if negated and lemma in cues.copulas and rest == ("ready",):
            continue  # `is not ready for the throne`: a judgement on him
        if (group.only == "negated" and not negated) or (group.only == "content" and not says):
            continue
        kept.append((-len(rest), order, group, " ".join((lemma, *rest))))
    if not kept:
        return None
    longest = min(kept)[0]
    best = [(group, key) for length, _, group, key in kept if length == longest]
    if negated and not finite_content:
        for group, key in best:
            if group.only == "negated":
                return group, key
    best = [(group, key) for group, key in best if group.only != "negated"] or best
    if not finite_content and longest == 0 and not _has_complement(g, token):
        best = [
            (group, key)
            for group, key in best
            if group.kind in (PredicateKind.ACTION, PredicateKind.WITHHOLD)
            or group.id in _NEEDS_NOTHING
            or lemma in cues.saying_enough
        ]
        if not best:
            return None
    if finite_content:
        for group, key in best:
            if group.kind in (PredicateKind.SAY, PredicateKind.ATTITUDE):
                return group, key
    elif best[0][0].kind is PredicateKind.SAY and len(best) > 1:
        return best[1]
    return best[0]


def _lasts(g: Grammar, token: int) -> bool:
    """Whether a wait is only told by how long it was: `had waited for nine hours`."""
    behind = [g.child(c, "pobj") if g.deps[c] == "prep" else c for c in g.children[token] if c > token]
    nouns = [noun for noun in behind if noun is not None and g.pos[noun] == "NOUN"]
    return bool(nouns) and all(g.lemmas[noun] in position_cues().units_of_waits for noun in nouns)


def _serves(g: Grammar, token: int) -> bool:
    """Whether somebody advises others for a living, and nothing is told of what: `advised two presidents`."""
    noun, nouns = g.child(token, "dobj"), noun_sets()
    if noun is None or any(g.deps[c] in ("xcomp", "ccomp", "dative") for c in g.children[token]):
        return False
    if any(g.lemmas[t] in ("against", "to") for t in range(noun, g.right[token])):
        return False
    is_named = g.pos[noun] == "PROPN"
    return is_named or g.lemmas[noun] in nouns.person | nouns.titles | nouns.group | nouns.organisation


def _completes(g: Grammar, token: int, rest: tuple[str, ...], under: frozenset[str]) -> bool:
    """Whether the words of an entry stand under a verb; a preposition may stand under its adjective: `is sick of`."""
    if all(word in under for word in rest):
        return True
    if len(rest) != 2 or rest[0] not in under:
        return False
    state = next((c for c in g.children[token] if g.deps[c] == "acomp" and g.lemmas[c] == rest[0]), None)
    return state is not None and any(
        g.deps[c] == "prep" and g.lemmas[c] == rest[1] for c in g.children[state]
    )


def _is_wanted(g: Grammar, token: int) -> bool:
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


def _stands_alone(g: Grammar, token: int, lemma: str, rest: tuple[str, ...]) -> bool:
    """Whether a preposition is itself what somebody is: `is for the plan`, not `is ready for the plan`."""
    if lemma == "call" and rest and rest[0] in ("for", "on", "upon"):
        # `called her weak on trade` calls on nobody
        return not any(g.deps[c] in ("dobj", "oprd", "ccomp") for c in g.children[token])
    if rest and rest[-1] in ("nothing", "little"):
        # `said nothing`, not `said that it had shown nothing`
        return any(c > token and g.lemmas[c] == rest[-1] for c in g.children[token])
    if lemma != "be" or not rest or rest[0] not in _PLACING:
        return True
    first = next((c for c in g.children[token] if c > token and g.deps[c] == "prep"), None)
    if first is not None and g.lemmas[first] != rest[0] and g.child(token, "prt") is None:
        return False  # `is in a better place after the deal`: no `is after`
    if rest == ("for",) and any(
        g.words[x].lower() in position_cues().never_backed for c in g.children[token] for x in g.children[c]
    ):
        return False  # `are not for sale`
    return not any(g.deps[c] in ("acomp", "attr", "oprd") for c in g.children[token])


def _sees_coming(g: Grammar, token: int) -> bool:
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


def _takes_a_fact(g: Grammar, token: int) -> bool:
    """Whether the object is what was said before: `knows this`."""
    return any(g.deps[c] == "dobj" and g.words[c].lower() in FACTS for c in g.children[token])


def _knows(g: Grammar, token: int) -> bool:
    """Whether a thing is what is known: `he knows the numbers in parliament`, not `he knows the minister`."""
    noun = g.child(token, "dobj")
    return (
        g.lemmas[token] == "know"
        and noun is not None
        and g.pos[noun] == "NOUN"
        and g.words[g.left[noun]].lower() in ("the", "its", "his", "her", "their")
        and g.lemmas[noun] not in noun_sets().person | noun_sets().titles | noun_sets().group
    )


def _is_held_to_be(g: Grammar, token: int) -> bool:
    """Whether something is considered to be so: `considers the order unlawful`, not `considers a veto`."""
    for child in g.children[token]:
        if child > token and g.deps[child] == "oprd":
            return True
        if child > token and g.deps[child] == "ccomp" and g.child(child, "nsubj") is not None:
            return not any(g.deps[c] in ("aux", "mark") for c in g.children[child])
    return False


def _asks(g: Grammar, token: int) -> bool:
    """Whether an indirect question is what is known: `knows exactly what they are worth`."""
    return any(
        g.deps[c] == "ccomp"
        and any(g.tags[x] in ("WP", "WRB") or g.words[x] == "whether" for x in range(token + 1, c))
        for c in g.children[token]
        if c > token
    )


def _quotes(g: Grammar, token: int) -> bool:
    """Whether a quotation stands beside the verb as what it says."""
    return any(g.is_stand_in(child) for child in g.children[token])


def _has_complement(g: Grammar, token: int) -> bool:
    """Whether something stands after the verb that it can be about; a lone `concluded` tells no belief."""
    return any(
        g.deps[child] in ("dobj", "ccomp", "xcomp", "oprd", "acomp", "attr", "prt", "dative")
        or (g.deps[child] == "prep" and g.lemmas[child] in _ABOUT)
        or (g.deps[child] == "advcl" and any(g.lemmas[x] == "to" for x in g.children[child]))
        for child in g.children[token]
        if child > token
    ) or any(
        (g.lemmas[child] in ("which", "that", "whom", "what") or g.deps[child] == "nsubjpass")
        and child < token
        for child in g.children[token]
    )


def _under(g: Grammar, token: int) -> frozenset[str]:
    """Returns the lemmas that can complete a phrase headed by `token`."""
    out: set[str] = set()
    for child in g.children[token]:
        if g.deps[child] in SUBJECTS or g.deps[child] not in _DIRECT:
            continue
        if g.deps[child] == "xcomp" and lemma_of(g, token) in position_cues().copulas and has_to(g, child):
            continue  # `gets to set`, `is to set`: no `is set`
        if g.deps[child] == "prep" and child < token and g.words[g.right[child] + 1] == ",":
            continue  # `In the poll, voters believe`: no `believe in`
        wanted = any(
            g.deps[x] == "mark" and g.lemmas[x] == "for" and x == token + 1 for x in g.children[child]
        )
        far = child > token + 4 and not (g.lemmas[token] == "vote" and has_to(g, child))
        if g.deps[child] in ("advcl", "relcl", "acl") and far and not wanted:
            continue  # `voted 6-1 on Monday to sue` is one
        out.add(g.lemmas[child])
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
