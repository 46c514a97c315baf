"""Judgements: which side somebody takes by what he calls a matter, or says that it is or does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefgen.extract.rules.grammar import FIRST_PERSONS, Grammar
from briefgen.extract.rules.position.polarity import is_negated, is_not_only
from briefgen.extract.rules.position.predicates import Predicate
from briefgen.lexicons.actor_words import noun_sets
from briefgen.lexicons.modality import modality
from briefgen.lexicons.position_cues import position_cues
from briefgen.lexicons.stances import stance_words
from briefgen.model.position import Stance

_OWN = frozenset({"i", "we", "me", "us"})
_STATES = ("attr", "acomp", "oprd", "dobj")
"""What somebody or something is said to be, the last of them by `proved a fiasco` alone."""
_UNDER = 9
"""So many words behind a verb at most stand under it."""


def slant_of_name(g: Grammar, head: int) -> Stance | None:
    """Returns the side taken by a name given (`described it as the only way`, `calls it a crowbar`), if any."""
    named = name_given(g, head)
    if named is None or g.lemmas[head] == "take":
        return None  # `took it as a joke`
    slant = slant_of_word(g, named)
    return None if slant is Stance.NONE else slant


def name_given(g: Grammar, head: int) -> int | None:
    """Returns what a verb of naming or holding calls its object: `calls it a crowbar`, `regards it as a tax`."""
    whole = g.child(head, "dobj")
    behind = g.children[whole] if whole is not None and g.lemmas[head] in position_cues().naming else ()
    for child in (*g.children[head], *behind):
        if child < head:
            continue
        if g.deps[child] == "prep" and g.lemmas[child] == "as":
            return g.child(child, "pobj", "amod", "acomp")
        if g.deps[child] == "oprd":
            return child
        if g.deps[child] == "ccomp" and g.pos[child] in ("ADJ", "NOUN") and not _is_clause(g, child):
            return child  # `considers the timetable reckless`
    return None


def _is_clause(g: Grammar, token: int) -> bool:
    return any(g.deps[c] in ("mark", "aux", "cop") for c in g.children[token])


def slant_of_word(g: Grammar, token: int) -> Stance:
    """Returns the side taken by calling something a noun or an adjective, with what stands under it."""
    words, modal = stance_words(), modality()
    names = set(_names(g, token))
    if any(
        g.words[c].lower() in ("no", "not") and not is_not_only(g, c) for c in g.children[token] if c < token
    ):
        return Stance.NONE
    if _is_too_much(g, token):
        return Stance.OPPOSE
    if names & words.gifts and _goes_to(g, token, words.gifted, ("to", "for")):
        return Stance.OPPOSE
    if g.lemmas[token] in words.levies and _goes_to(g, token, None, ("on",)):
        return Stance.OPPOSE
    if names & (words.harsh_nouns | words.harsh_adjectives | modal.hostile.words):
        return Stance.OPPOSE
    if names & (words.kind_nouns | words.kind_adjectives | modal.means.words | modal.friendly.words):
        return Stance.SUPPORT
    return Stance.NONE


def _names(g: Grammar, token: int) -> Iterator[str]:
    """Yields what something is called: the word with its adjectives and compounds, alone and joined."""
    for at in (token, *(c for c in g.children[token] if g.deps[c] == "conj" and g.pos[c] == g.pos[token])):
        yield g.lemmas[at]
        yield g.words[at].lower()
        for child in g.children[at]:
            if g.deps[child] in ("amod", "compound") and child < at:
                for beside in (child, *(c for c in g.children[child] if g.deps[c] == "conj" and c < at)):
                    yield g.lemmas[beside]
                    yield g.words[beside].lower()
                yield f"{g.words[child].lower()}-{g.lemmas[at]}"


def _is_too_much(g: Grammar, token: int) -> bool:
    """Whether something is called too much of something: `too low`, but not `too early to say`."""
    if any(g.deps[c] == "xcomp" for c in g.children[token]):
        return False
    return any(g.words[c].lower() == "too" and c == token - 1 for c in g.children[token])


def _goes_to(g: Grammar, token: int, wanted: frozenset[str] | None, prepositions: tuple[str, ...]) -> bool:
    for child in g.children[token]:
        if g.lemmas[child] in prepositions and child > token:
            inside = range(child + 1, min(g.right[child] + 1, child + 6))
            named = g.lemmas[child] == "to" and any(g.pos[t] == "PROPN" for t in inside)  # `a gift to Oslo`
            return wanted is None or named or any({g.lemmas[t], g.words[t].lower()} & wanted for t in inside)
    return False


def slant_of_belief(g: Grammar, predicate: Predicate) -> Stance:
    """Returns the side taken by believing that a matter is so, or somebody guilty of it."""
    head = predicate.head
    if predicate.group.id not in ("believe", "doubt") or g.lemmas[head] in position_cues().sure_of_facts:
        return Stance.NONE
    if g.lemmas[head] == "suspect" and any(g.lemmas[c] == "of" and c > head for c in g.children[head]):
        return Stance.OPPOSE  # `suspects Norway of hoarding water`
    at = g.child(head, "acomp", "oprd")
    under = [c for t in (head, at) if t is not None for c in g.children[t]]
    content = next((c for c in under if g.deps[c] == "ccomp"), None)
    if predicate.negated:
        is_unmoved = predicate.key in ("be persuaded", "be convinced") and content is None
        if content is not None and content > head and _denies_own_blame(g, content):
            return Stance.OPPOSE
        return Stance.OPPOSE if is_unmoved else Stance.NONE
    if content is None or content < head or any(g.words[c].lower() in ("less", "least") for c in under):
        return Stance.NONE
    return slant_of_clause(g, content)


def _denies_own_blame(g: Grammar, content: int) -> bool:
    """Whether what somebody does not believe is that he himself did wrong: `I don’t think I was wrong`."""
    subject = g.child(content, "nsubj")
    if subject is None or g.words[subject].lower() not in FIRST_PERSONS:
        return False
    wrong = stance_words().wrongs | modality().hostile.words
    return bool({g.lemmas[at] for at in range(content, g.right[content] + 1)} & wrong)


def slant_of_clause(g: Grammar, head: int) -> Stance:
    """Returns the side taken by saying that a matter is so, or that somebody or something does so."""
    subject = g.child(head, "nsubj", "nsubjpass", "csubj", "expl")
    if subject is None and g.deps[head] == "conj":
        subject = g.child(g.heads[head], "nsubj", "nsubjpass", "csubj")  # `is late and breaks the rules`
    shown = g.child(head, "ccomp") if g.lemmas[head] in stance_words().bearing_out else None
    if shown is not None and shown > head and not is_negated(g, head):
        return slant_of_clause(g, shown)  # `The report shows that the sale was a fiasco`
    if subject is None or g.words[subject].lower() in _OWN or tells_weather(g, head):
        return Stance.NONE
    if g.lemmas[head] in position_cues().copulas or _turns_out(g, head):
        return _slant_of_state(g, head)
    words, under = stance_words(), _under(g, head)
    if is_negated(g, head):
        return Stance.OPPOSE if _is_found_wanting(g, head, subject) else Stance.NONE
    if g.lemmas[head] == "amount":
        to = g.child(head, "prep")
        named = None if to is None or g.lemmas[to] != "to" else g.child(to, "pobj")
        return Stance.NONE if named is None else slant_of_word(g, named)
    effect = g.child(head, "dobj") if g.lemmas[head] == "have" else None
    if effect is not None and g.lemmas[effect] in words.effects:
        return slant_of_word(g, effect)  # `has a damaging effect`
    is_foreseen = g.lemmas[head] in words.outward and bool(g.helpers(head) & {"will", "may", "might"})
    if (_matches(words.deeds, g.lemmas[head], under) and not is_foreseen) or _is_misdone(g, head):
        return Stance.OPPOSE
    is_thing = g.pos[subject] in ("NOUN", "VERB") or g.words[subject].lower() in ("it", "this", "that")
    if not is_thing or g.child(head, "auxpass") is not None:
        return Stance.NONE
    if g.tags[head] == "VBD" and g.child(head, "aux") is None:
        return Stance.NONE  # `The fire destroyed the hall`: it did
    if _matches(words.harm, g.lemmas[head], under):
        return Stance.OPPOSE
    return Stance.SUPPORT if _matches(words.boon, g.lemmas[head], under) else Stance.NONE


def _is_found_wanting(g: Grammar, head: int, subject: int) -> bool:
    """Whether something is said not to do what it should: `does not wash`, `are not served by a toll`."""
    if g.lemmas[head] == "serve" and g.child(head, "agent") is not None:
        return True
    is_thing = g.pos[subject] == "NOUN" or g.words[subject].lower() in ("it", "this", "that")
    beside = [c for c in g.children[head] if c > head and g.deps[c] in ("prt", "advmod", "dobj")]
    alone = (
        () if any(g.deps[c] == "dobj" for c in beside) else (g.lemmas[head],)
    )  # no `does not wash his car`
    names = {*alone, *(f"{g.lemmas[head]} {g.lemmas[c]}" for c in beside)}
    return is_thing and g.deps[subject] == "nsubj" and bool(names & stance_words().wanting)


def _is_misdone(g: Grammar, head: int) -> bool:
    """Whether a deed is told as a wrong one: `could unlawfully remove voters`."""
    beside = {g.words[c].lower() for c in g.children[head] if g.deps[c] == "advmod"}
    return bool(beside & stance_words().misdone) and g.child(head, "nsubjpass") is None


def _turns_out(g: Grammar, head: int) -> bool:
    """Whether `proved` tells what something was: `the sale proved a fiasco`."""
    return g.lemmas[head] == "prove" and g.child(head, *_STATES) is not None


def _breaks_a_rule(g: Grammar, head: int) -> bool:
    """Whether something is said to be against the rules: `is in breach of them`, `is not in line with them`."""
    ins = [g.child(c, "pobj") for c in g.children[head] if g.deps[c] == "prep" and g.lemmas[c] == "in"]
    words = stance_words().conformity if is_negated(g, head) else stance_words().breaches
    return any(
        at is not None
        and g.lemmas[at] in words
        and any(g.deps[c] == "prep" and g.lemmas[c] in ("of", "with", "to") for c in g.children[at])
        for at in ins
    )


def _slant_of_state(g: Grammar, head: int) -> Stance:
    if _breaks_a_rule(g, head):
        return Stance.OPPOSE
    named = g.child(head, *_STATES[: 4 if g.lemmas[head] == "prove" else 3])
    if named is None or named < head or _are_casualties(g, head, named) or _tells_there_was(g, head, named):
        return Stance.NONE
    named = _best_of(g, named) or named
    slant = slant_of_word(g, named)
    if not is_negated(g, head):
        return slant
    is_quality = g.pos[named] == "ADJ" and slant is Stance.SUPPORT
    return Stance.OPPOSE if is_quality else Stance.NONE  # `is not fair`; `is no tax on the poor`


def _tells_there_was(g: Grammar, head: int, named: int) -> bool:
    """Whether it is only told what there was: `there was intense pressure`, but not `there is chaos`."""
    if g.child(head, "expl") is None:
        return False
    is_past = g.tags[head] == "VBD" and g.child(head, "aux") is None
    return is_past or g.lemmas[named] in modality().hostile.words - stance_words().harsh_nouns


def _best_of(g: Grammar, named: int) -> int | None:
    """Returns what something is called one of the best of: `one of the best opportunities that we have`."""
    of = next((c for c in g.children[named] if g.lemmas[c] == "of"), None)
    whole = None if of is None or g.lemmas[named] != "one" else g.child(of, "pobj")
    is_best = whole is not None and any(
        g.lemmas[x] in ("good", "best", "great") and g.deps[x] == "amod" for x in g.children[whole]
    )
    return whole if is_best else None


def tells_weather(g: Grammar, head: int) -> bool:
    """Whether a clause tells what the weather does, which nobody is to blame for: `The lack of rain is a threat`."""
    subject = g.child(head, "nsubj", "nsubjpass")
    if subject is None or g.pos[subject] != "NOUN":
        return False
    of = (g.child(c, "pobj") for c in g.children[subject] if g.deps[c] == "prep" and g.lemmas[c] == "of")
    named = {g.lemmas[subject], *(g.lemmas[c] for c in of if c is not None)}
    return not named.isdisjoint(stance_words().weather)


def _are_casualties(g: Grammar, head: int, named: int) -> bool:
    """Whether it is told what became of people: `40 sailors are dead or missing`, no `the deal is dead`."""
    subject = g.child(head, "nsubj")
    if subject is None or g.lemmas[named] not in stance_words().befallen:
        return False
    nouns = noun_sets()
    people = nouns.people | nouns.public
    is_counted = any(g.tags[c] == "CD" for c in g.children[subject])
    return is_counted or g.pos[subject] in ("PROPN", "PRON") or g.lemmas[subject] in people


def _under(g: Grammar, head: int) -> set[str]:
    last = min(g.right[head], head + _UNDER)
    inside = set(range(head + 1, last + 1))
    passive = g.child(head, "nsubjpass")
    if passive is not None:
        inside |= set(range(g.left[passive], g.right[passive] + 1))
    inside = {t for t in inside if not _is_solace(g, t)}
    return {g.lemmas[t] for t in inside} | {g.words[t].lower() for t in inside}


def _is_solace(g: Grammar, token: int) -> bool:
    """Whether a noun may as well tell that somebody finds peace: `means closure for them`, no `the closure of it`."""
    return g.lemmas[token] in stance_words().solace and not any(
        g.deps[c] == "det" or g.lemmas[c] == "of" for c in g.children[token]
    )


def _matches(verbs: Mapping[str, frozenset[str]], lemma: str, under: set[str]) -> bool:
    wanted = verbs.get(lemma)
    return wanted is not None and (not wanted or bool(wanted & under))
