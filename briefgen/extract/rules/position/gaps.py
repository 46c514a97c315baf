"""Clauses that assert nothing for want of what they are about, and questions that assert after all."""

from __future__ import annotations

from itertools import takewhile

from briefgen.extract.rules.attribution.saying import saying, says
from briefgen.extract.rules.grammar import Grammar
from briefgen.extract.rules.position.clauses import Clause, ClauseKind, comma_before
from briefgen.extract.rules.position.leads import is_beyond_doubt, is_lead
from briefgen.extract.rules.position.polarity import is_inverted_condition, is_negated
from briefgen.extract.rules.position.predicates import predicate_of
from briefgen.lexicons.actor_words import noun_sets
from briefgen.lexicons.modality import modality
from briefgen.lexicons.position_cues import position_cues
from briefgen.lexicons.predicates import PredicateKind, disposition


def is_gapped(g: Grammar, clause: Clause) -> bool:
    """Whether a clause lacks what it is about: `what he wants`, `the course he had pursued`.

    Such words presuppose a position at most; as a claim they would be a riddle.
    """
    head = clause.head
    if _is_about_noun(g, head) or _asks_who_did(g, head) or _is_likened(g, head):
        return True
    if _is_wished(g, head) or _is_denied_of(g, head):
        return True
    if clause.kind is ClauseKind.RELATIVE:
        left = [
            t
            for t in range(g.left[head], head)
            if g.tags[t] in ("WDT", "WP", "WP$", "WRB") or g.words[t] == "that"
        ]
        noun = clause.antecedent
        if clause.own_subject and noun is not None and _is_left_open(g, noun, left):
            return True
        if clause.antecedent is None or left or not clause.own_subject:
            return False
        # `a claim that the ministry disputes`, set beside what was claimed
        return g.deps[clause.antecedent] != "appos"
    if clause.kind is ClauseKind.MAIN and clause.coordinate is False:
        return False
    if clause.kind is ClauseKind.TIME and comma_before(g, head):
        return False  # `It reached parliament in May, when she accused him of lying`
    above = clause.governor
    if above is not None and any(
        c < above < head and g.deps[c] == "dobj" and g.words[c].lower() in ("that", "which")
        for c in g.children[head]
    ):
        return True  # `the road that ministers say they built`
    if _lacks_object(g, clause):
        return True
    if clause.kind is ClauseKind.CONTENT and clause.antecedent is not None:
        return False  # `a man who police say robbed the bank`: the man robbed it
    if g.has_mark(head, "whether", "if"):
        # What somebody asks or leaves open is nobody's position.
        return clause.kind is ClauseKind.CONTENT
    return any(
        g.tags[t] in ("WP", "WRB")
        and not _is_set_apart(g, t, head)
        and not tells_how_much(g, t, head)
        and (
            g.deps[t] in ("dobj", "advmod", "attr", "pobj", "acomp", "nsubj", "nsubjpass")
            or g.heads[t] != head
        )
        for t in range(g.left[head], min(head, g.left[head] + 3))
    )


def _is_denied_of(g: Grammar, head: int) -> bool:
    """Whether it is denied of somebody that it is he who does something: `It is not Cole who wants it`."""
    noun = g.heads[head]
    be = g.heads[noun]
    if g.deps[head] != "relcl" or g.deps[noun] != "attr" or g.lemmas[be] != "be" or not is_negated(g, be):
        return False
    it = g.child(be, "nsubj", "expl")
    return it is not None and g.words[it].lower() == "it"


def tells_how_much(g: Grammar, word: int, head: int) -> bool:
    """Whether a `how` only tells how much somebody feels: `shows how desperate they are to win`."""
    state = g.heads[word]
    if g.lemmas[g.heads[head]] not in position_cues().lays_bare:
        return False
    is_how = g.words[word].lower() == "how" and g.deps[state] == "acomp" and g.heads[state] == head
    return is_how and disposition(g.words[state]) is not None


def _lacks_object(g: Grammar, clause: Clause) -> bool:
    """Whether what is thought of a noun lacks its object, the noun itself: `the line she felt Oslo wanted to draw`."""
    above, last = clause.governor, clause.head
    if above is None or clause.kind is not ClauseKind.CONTENT or not clause.own_subject:
        return False
    noun = g.heads[above]
    is_told_so = g.deps[above] == "relcl" and not any(
        g.tags[t] in ("WDT", "WP", "WRB") for t in range(g.left[above], above)
    )
    if not is_told_so or g.deps[noun] not in ("dobj", "pobj", "attr"):
        return False
    while (below := g.child(last, "xcomp")) is not None:
        last = below
    return last != clause.head and g.right[last] == last


def _is_left_open(g: Grammar, noun: int, pronouns: list[int]) -> bool:
    """Whether a clause tells how much was thought of, or has a preposition left: `the $8 they looked for`."""
    if not pronouns and g.lemmas[noun] in ("one", "those"):
        return True  # `the ones he advised to wait`
    is_amount = g.tags[noun] == "CD" or (g.deps[noun] == "npadvmod" and g.tags[g.heads[noun]] == "CD")
    objects = [t for t in pronouns if g.deps[t] in ("dobj", "pobj")]
    is_restrictive = g.words[noun + 1 : noun + 2] != (",",)
    return (is_amount and is_restrictive and bool(objects)) or any(
        g.deps[t] == "pobj" and g.heads[t] > t for t in objects
    )


def _is_set_apart(g: Grammar, token: int, head: int) -> bool:
    """Whether a word is that of a clause set off below a verb: `Cole, who is ill, wants it`, `What he wants is`."""
    return any(
        g.deps[up] in ("relcl", "parataxis", "csubj")
        for up in takewhile(lambda up: up != head, g.ancestors(token))
    )


def _is_about_noun(g: Grammar, head: int) -> bool:
    """Whether `that` stands for the noun before it: `a story that voters won't buy`, no content of it."""
    if g.deps[head] not in ("acl", "relcl") or g.right[head] != head:
        return False
    return g.has_mark(head, "that") and g.lemmas[g.heads[head]] not in modality().contents.words


def _asks_who_did(g: Grammar, head: int) -> bool:
    """Whether the subject of what is thought is the relative pronoun: `a man who many believe lied`.

    Set off, it is told of somebody known: `the bank, which he fears will fail`.
    """
    content = [
        c
        for c in g.children[head]
        if g.deps[c] == "ccomp"
        and any(g.deps[x] == "nsubj" and g.tags[x] in ("WP", "WDT") and x < head for x in g.children[c])
    ]
    if g.deps[head] == "relcl" and comma_before(g, head):
        return any(
            _tells_a_mind(g, c) for c in content
        )  # `the bank, which he believes wants out`: the bank's
    return bool(content)


def _tells_a_mind(g: Grammar, verb: int) -> bool:
    predicate = predicate_of(g, verb, finite_content=False)
    return predicate is not None and predicate.kind is PredicateKind.ATTITUDE


def _is_wished(g: Grammar, head: int) -> bool:
    """Whether a clause only says what somebody would prefer: `they would rather the port closed`."""
    subject = g.child(head, "nsubj", "nsubjpass")
    start = g.left[subject] if subject is not None else 0
    return start > 1 and g.words[start - 1].lower() == "rather" and g.tags[start - 2] == "MD"


def _is_likened(g: Grammar, head: int) -> bool:
    """Whether a clause only says what something is like: `in the same way as Norway demands that …`."""
    return any(
        g.deps[c] == "mark"
        and g.lemmas[c] == "as"
        and c > 0
        and g.lemmas[c - 1] in ("way", "manner", "fashion")
        for c in g.children[head]
    )


def is_known(g: Grammar, clause: Clause) -> bool:
    """Whether a clause only says who knows what its sentence tells: `As Norway is aware, the pact is dead`."""
    head = clause.head
    if clause.kind is not ClauseKind.REASON or not g.has_mark(head, "as"):
        return False
    behind = [c for c in g.children[head] if c > head and g.deps[c] != "punct"]
    knows = g.lemmas[head] in position_cues().privy or any(
        g.lemmas[c] in position_cues().privy for c in behind
    )
    return knows and all(g.deps[c] in ("acomp", "advmod", "neg") and not g.children[c] for c in behind)


def is_condition(g: Grammar, clause: Clause) -> bool:
    """Whether a clause is itself what others hang on: `If he were here and paid`, taken for a main clause."""
    head = clause.head
    while g.deps[head] == "conj" and not g.has_mark(head, "if", "unless"):
        head = g.heads[head]
    return g.has_mark(head, "if", "unless")


def fills_gap(g: Grammar, clause: Clause) -> bool:
    """Whether a concession says what its main clause leaves out: `While fares are paid, fuel will not be`."""
    main = clause.governor
    if clause.kind is not ClauseKind.REASON or main is None or not clause.head < main:
        return False
    behind = [c for c in g.children[main] if c > main]
    return g.pos[main] == "AUX" and all(g.deps[c] in ("punct", "neg") for c in behind)


def hangs_on_condition(g: Grammar, clause: Clause) -> bool:
    """Whether a clause is what a condition says, not the verb that it is governed by: `will pay if he finds that …`.

    So is a participle in it: `If they come asking for help, they will be sent away`.
    """
    hangs = clause.kind is ClauseKind.CONTENT or (
        clause.kind is ClauseKind.PARTICIPLE and not comma_before(g, clause.head)
    )
    for above in g.ancestors(clause.head) if hangs else ():
        if above == clause.governor:
            return False
        opens = g.left[above]
        if g.deps[above] == "advcl" and (
            g.has_mark(above, "if", "unless") or is_inverted_condition(g, opens)
        ):
            return True
    return False


def is_awaited(g: Grammar, clause: Clause) -> bool:
    """Whether a clause is what somebody is yet to say: `is expected to announce it will close`."""
    teller, main = g.heads[clause.head], clause.governor
    if main is None or teller == main or g.deps[teller] != "xcomp" or not says(g.with_particle(teller)):
        return False
    above = {g.lemmas[main], *(g.lemmas[c] for c in g.children[main] if g.deps[c] in ("acomp", "oprd"))}
    return g.within(teller, main) and not above.isdisjoint(position_cues().awaiting)


def is_given_hope(g: Grammar, clause: Clause) -> bool:
    """Whether a clause is only what there is hope or danger of: `should give us hope that it is over`."""
    noun = g.heads[clause.head]
    is_told = g.deps[clause.head] in ("acl", "relcl", "ccomp") and g.deps[noun] == "dobj"
    hopes = position_cues().prospects | {"hope"}
    return is_told and g.lemmas[noun] in hopes and g.lemmas[g.heads[noun]] in position_cues().giving


def asks_in_vain(g: Grammar, clause: Clause) -> bool:
    """Whether a question expects no answer: `Why would she sign?`, `Who wants to wait?`, `Why don’t they talk?`"""
    head = clause.head
    opening = [t for t in range(g.left[head], head) if g.tags[t] in ("WP", "WRB")]
    if not opening:
        return False
    words = g.helpers(head)
    who = g.child(head, "nsubj")
    is_nobody = who in opening and g.lemmas[head] in position_cues().nobody_does
    why_not = g.words[opening[0]].lower() == "why" and is_negated(g, head)
    at_stake = g.lemmas[head] == "get" and any(
        g.lemmas[t] in ("lose", "gain") for t in range(head, g.right[head])
    )
    return bool(words & {"would", "should", "could"}) or is_nobody or why_not or at_stake


def is_supposed(g: Grammar, clause: Clause) -> bool:
    """Whether what is said or thought is denied, or hangs on a condition.

    `did not say that it rained`, `must not panic and think that it rains`, `unless they promise that …`,
    `find it hard to believe that …`.
    """
    governor = clause.governor
    above = g.heads[clause.head]
    between = list(takewhile(lambda up: up != governor, g.ancestors(clause.head)))
    if any(is_beyond_doubt(g, up) for up in between) or (governor is not None and is_lead(g, governor)):
        return False  # `There is no doubt that it rained`, `made no secret of the fact that it rained`
    if g.lemmas[above] in position_cues().doubting and g.pos[above] == "NOUN":
        return True  # `has doubts that it rained`
    if g.deps[above] == "dobj" and g.lemmas[g.heads[above]] in position_cues().feeding:
        # `…, sparking hope that it rains`: the hope of nobody who is named
        return g.lemmas[above] in modality().fears.words or g.lemmas[above] in position_cues().prospects
    is_ever = any(g.deps[c] == "advmod" and g.lemmas[c] == "ever" for c in g.children[clause.head])
    if is_ever and not is_negated(g, clause.head):
        return True  # `few think it will ever rain`
    if governor is not None and any(
        g.lemmas[c] in position_cues().untrue and g.pos[c] != "VERB" for c in g.children[governor]
    ):
        return True  # `called it untrue that …`; `said that the road lay in Norway` lies to nobody
    at = clause.head
    for up in g.ancestors(clause.head):
        stands_under = g.deps[at] != "conj"
        if up != governor and stands_under and (is_negated(g, up) or g.lemmas[up] in position_cues().hard):
            return True
        at = up
        if g.has_mark(up, "if", "unless"):
            return True
        if up == governor:
            break
    while governor is not None:
        if is_negated(g, governor):
            return True
        first = g.heads[governor]
        turns = any(g.deps[c] == "cc" and g.lemmas[c] == "but" for c in g.children[first])
        has_auxiliary = any(g.deps[c] == "aux" for c in g.children[governor])
        goes_on = g.deps[governor] == "conj" and not has_auxiliary and not turns
        governor = g.heads[governor] if goes_on else None
    return False


def names_sources(g: Grammar, clause: Clause) -> bool:
    """Whether it is only told on whom words rest: `prices rose, the report said, citing officials`."""
    thing = g.child(clause.head, "dobj") if clause.kind is ClauseKind.PARTICIPLE else None
    if thing is None or g.lemmas[clause.head] not in ("cite", "quote"):
        return False
    nouns = noun_sets()
    sources = nouns.documents | nouns.people | nouns.unnamed_sources
    return g.pos[thing] == "PROPN" or g.lemmas[thing] in sources


_BARE = frozenset({"nsubj", "punct", "aux", "advmod", "npadvmod", "mark"})
_ANSWERS = frozenset({"no", "yes", "so"})
"""What may stand with a verb of saying that tells nothing."""


def only_tags(g: Grammar, verb: int) -> bool:
    """Whether a clause but tells words that are read elsewhere: `Lee warned, “…”`, `“…,” the paper reported`.

    So does what stands for them, its subject lost: `I do not want it, and neither do my colleagues`.
    """
    is_echo = g.lemmas[verb] == "do" and verb and g.words[verb - 1].lower() in ("neither", "nor", "so")
    if is_echo and g.child(verb, "nsubj") is None:
        return True
    if not says(g.lemmas[verb]):
        return False
    told = g.child(verb, "dobj") if g.lemmas[verb] in saying().addressing else None
    if g.leads_to_quotation(verb) or (told is not None and g.leads_to_quotation(g.right[told])):
        return True
    kids = [at for at in g.children[verb] if not g.is_stand_in(at)]
    if any(g.words[at].lower() in _ANSWERS for at in kids):
        return False  # `four of them said no`
    is_finite = g.tags[verb] in ("VBD", "VBZ", "VBP", "VBN")
    return (
        is_finite
        and g.lemmas[verb] in saying().tagging
        and all(
            g.deps[at] in _BARE or (g.lemmas[at] in ("in", "on", "at") and _names_only(g, at)) for at in kids
        )
    )


def _names_only(g: Grammar, preposition: int) -> bool:
    """Whether a name alone stands behind a preposition: `on Friday`, `in Oslo`, not `on a May 20 deadline`."""
    name = g.child(preposition, "pobj")
    return name is not None and g.pos[name] == "PROPN" and g.child(name, "det") is None


def names_before_dash(g: Grammar, clause: Clause) -> bool:
    """Whether a participle only says what a noun before a dash is: `faced a hard task - giving him aid`."""
    verb = clause.head
    noun = g.child(verb, "npadvmod") if clause.kind is ClauseKind.PARTICIPLE else None
    return noun is not None and noun < verb - 1 and g.words[verb - 1] in ("-", "–", "—", "--")
