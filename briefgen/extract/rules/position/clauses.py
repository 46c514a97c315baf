"""Clauses: the units of a sentence that can each be a position, with their subjects and their own words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from briefgen.extract.rules.attribution.saying import saying, says, thinks
from briefgen.extract.rules.attribution.sources import possessor_of
from briefgen.extract.rules.attribution.viewpoints import thinker_at
from briefgen.extract.rules.grammar import FINITE_TAGS, VERBAL, Grammar
from briefgen.extract.rules.position.joints import (
    is_antithesis,
    is_compared,
    is_limit,
    is_more_than_that,
    is_set_off,
    is_spliced,
    shares_helper,
)
from briefgen.extract.rules.position.states import is_absolute, is_depictive
from briefgen.extract.rules.position.subjects import agreeing, can_think, meant_by, own_subject, whole_phrase
from briefgen.extract.rules.position.verbs import lemma_of
from briefgen.lexicons.mending import mending
from briefgen.lexicons.modality import modality
from briefgen.lexicons.position_cues import position_cues

REASON_MARKS = frozenset({"as", "because", "while", "though", "although", "whereas", "but", "so", "given"})
TIME_MARKS = frozenset({"after", "before", "when", "since", "until"})
PARTICIPLE_TAGS = frozenset({"VBG"})
RELATIVE_WORDS = frozenset({"who", "which", "that", "whom", "whose"})
_COMPLEMENTS = frozenset({"dobj", "attr", "acomp", "xcomp", "ccomp"})


class ClauseKind(StrEnum):
    """How a clause hangs in its sentence."""

    MAIN = "main"
    CONTENT = "content"
    """What a verb of saying or thinking takes: `that it would rain`."""
    RELATIVE = "relative"
    PARTICIPLE = "participle"
    """`…, condemning the plan`."""
    REASON = "reason"
    """`as`, `because`, `while`, `though`: asserted beside its main clause."""
    TIME = "time"
    """`after`, `before`, `when`: what it tells is taken for granted."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause, by its head token."""

    head: int
    kind: ClauseKind
    subject: int | None
    """Token of the subject, its own or inherited; the antecedent of a relative pronoun."""
    own_subject: bool
    passive: bool
    governor: int | None
    """Head token of the clause that this one is content of, or hangs on."""
    coordinate: bool = False
    """Whether it is a further member of a coordination."""
    antecedent: int | None = None
    """The noun that a relative clause hangs on."""


def is_finite(g: Grammar, token: int) -> bool:
    """Whether a verb is finite, by its own tag or its auxiliary's."""
    if g.tags[token] in FINITE_TAGS:
        return True
    return any(g.deps[at] in ("aux", "auxpass") and g.tags[at] in FINITE_TAGS for at in g.children[token])


def find_clauses(g: Grammar) -> tuple[Clause, ...]:
    """Returns the clauses of a passage, by place of their heads."""
    found: dict[int, Clause] = {}
    for first, last in g.sentences:
        root = next((t for t in range(first, last + 1) if g.heads[t] == t), first)
        _descend(g, root, found)
    return tuple(found[head] for head in sorted(found))


def _descend(g: Grammar, root: int, found: dict[int, Clause]) -> None:
    queue = [root]
    while queue:
        token = queue.pop(0)
        clause = _clause_at(g, token, found)
        if clause is not None:
            found[token] = clause
        queue.extend(g.children[token])


def _clause_at(g: Grammar, token: int, found: dict[int, Clause]) -> Clause | None:
    """Returns the clause that `token` heads, if it heads one; its ancestors' clauses are in `found`."""
    dep, tag = g.deps[token], g.tags[token]
    if is_depictive(g, token):
        return _depictive_at(g, token, found)
    if g.pos[token] not in VERBAL:
        return None
    if _is_no_clause(g, token):
        return None
    marks = {g.lemmas[at] for at in g.children[token] if g.deps[at] in ("mark", "advmod") and at < token}
    governor = _governing(g, token, found)
    own = own_subject(g, token)
    passive = any(g.deps[at] in ("nsubjpass", "auxpass") for at in g.children[token])

    def made(kind: ClauseKind, subject: int | None, coordinate: bool = False) -> Clause:
        return Clause(
            head=token,
            kind=kind,
            subject=subject,
            own_subject=own is not None,
            passive=passive,
            governor=governor,
            coordinate=coordinate,
        )

    inherited = found[governor].subject if governor is not None else None
    if dep == "ROOT":
        return made(ClauseKind.MAIN, own)
    if dep == "ccomp" and marks & {"unless", "provided"}:
        return None
    is_apart = dep == "ccomp" and is_finite(g, token) and is_set_off(g, token)
    if is_apart or (dep in ("ccomp", "advcl") and is_finite(g, token) and is_spliced(g, token)):
        # `Norway is glad; it wants more`: two sentences in one
        return replace(made(ClauseKind.MAIN, own), governor=None)
    is_relative = own is not None and (g.tags[own] in ("WDT", "WP") or g.words[own].lower() == "that")
    if dep == "ccomp" and is_relative and governor is not None:
        above = found[governor]
        if above.kind is ClauseKind.RELATIVE and above.antecedent is not None and is_finite(g, token):
            # `a verdict that lawyers say could cost millions`: the verdict could
            noun = agreeing(g, above.antecedent, token)
            return replace(made(ClauseKind.CONTENT, noun), own_subject=False, antecedent=noun)
    if dep == "parataxis" and own is not None and _is_tag(g, token):
        return replace(made(ClauseKind.MAIN, own), governor=None)
    if (
        dep == "parataxis"
        and own is not None
        and is_finite(g, token)
        and g.words[g.right[token] + 1 :][:1] == (":",)
    ):
        # `A court may have a say: the group has threatened to sue`: two sentences in one
        return replace(made(ClauseKind.MAIN, own), governor=None)
    if dep == "ccomp" and any(g.deps[c] == "mark" and g.lemmas[c] in TIME_MARKS for c in g.children[token]):
        return made(ClauseKind.TIME, own) if own is not None else None  # `said, a day after Oslo had paid`
    if dep in ("ccomp", "parataxis"):
        return made(ClauseKind.CONTENT, own) if is_finite(g, token) else None
    is_under_with = dep == "pcomp" and own is not None and g.lemmas[g.heads[token]] == "with"
    if is_under_with and (tag == "VBG" or is_absolute(g, token)):
        # `with Norway showing its anger`: a clause of its own without a finite verb
        return made(ClauseKind.PARTICIPLE, own)
    if dep == "pcomp" and tag == "VBG" and own is None and _answers_by(g, token, governor):
        return made(ClauseKind.PARTICIPLE, inherited)
    if dep == "pcomp" and own is not None and is_finite(g, token) and not g.has_mark(token, "whether"):
        # `Given that, if the price falls, she could sell`
        return made(ClauseKind.MAIN if g.deps[g.heads[token]] == "ROOT" else ClauseKind.REASON, own)
    if dep == "conj":
        first = g.heads[token]
        if first not in found:
            # `called it “regrettable” and accused him`: the verb stands beside the verb, not the adjective
            # and a finite verb never beside an infinitive: `wants to play and seeks`
            finite_form = tag in ("VBD", "VBZ") or (tag == "VBP" and g.pos[first] != "VERB")
            if governor is None or not finite_form or (g.pos[first] == "VERB" and g.tags[first] != "VB"):
                return None
            first = governor
        first = _spoken_beside(g, token, first, found) if own is None else first
        finite = is_finite(g, token) or (own is not None and tag != "VB")
        beside = found[first].kind is ClauseKind.CONTENT
        if finite and not beside and _is_second_content(g, token, first, marks):
            return Clause(
                head=token,
                kind=ClauseKind.CONTENT,
                subject=own,
                own_subject=own is not None,
                passive=passive,
                governor=first,
                coordinate=True,
            )
        if finite or (tag == "VBG" and found[first].kind is ClauseKind.PARTICIPLE):
            subject = own if own is not None else found[first].subject
            earlier = found[first]
            return Clause(
                head=token,
                kind=earlier.kind,
                subject=_antecedent(g, subject, earlier) if subject is not None else None,
                own_subject=own is not None,
                passive=passive,
                governor=earlier.governor,
                coordinate=True,
                antecedent=earlier.antecedent if _has_own_object(g, token) else None,
            )
        return None
    if dep in ("relcl", "acl") and own is not None and is_finite(g, token) and g.has_mark(token, "that"):
        # `making clear to him that it changed`, where the parser hangs the content on a noun
        noun = g.heads[token]
        if g.lemmas[g.heads[noun]] in position_cues().amid:
            return None  # `offers aid amid concerns that it is late`: the concerns of nobody who is named
        if g.deps[noun] == "npadvmod" and g.lemmas[noun] in saying().summing_up:
            return None  # `said he would pay, a sign that he is afraid`: what the author makes of it
        if governor is not None and g.lemmas[governor] in saying().answering and g.deps[noun] == "pobj":
            # `responded to claims that it was late`; `to her claim that` tells what she claims
            return (
                replace(made(ClauseKind.CONTENT, own), governor=None)
                if possessor_of(g, noun) is not None
                else None
            )
        if g.lemmas[noun] in modality().contents.words and g.lemmas[g.heads[noun]] == "without":
            return None  # `accept no delay without a guarantee that it is the last`
        return made(ClauseKind.CONTENT, own)
    if dep == "relcl":
        if tag == "VB" and not is_finite(g, token):
            # `the man to replace her`
            return None
        noun = g.heads[token]
        pronoun = (
            own is not None and g.lemmas[own] in RELATIVE_WORDS and g.tags[own] in ("WDT", "WP", "IN", "DT")
        )
        if own is not None and not pronoun and _fills_thought(g, noun, token):
            return made(ClauseKind.CONTENT, own)
        if own is not None and not pronoun:
            noun = whole_phrase(g, noun)
        told_of = meant_by(g, noun, token, pronoun=pronoun) if pronoun or own is None else own
        return replace(
            made(ClauseKind.RELATIVE, told_of), own_subject=not pronoun and own is not None, antecedent=noun
        )
    if dep in ("advcl", "acl") and tag in PARTICIPLE_TAGS and not is_finite(g, token):
        if own is not None:
            return made(ClauseKind.PARTICIPLE, own)
        if marks & {"by", "without", "after", "before", "when"}:
            return None
        if dep == "acl" and not comma_before(g, token):
            return made(ClauseKind.PARTICIPLE, g.heads[token])
        return made(ClauseKind.PARTICIPLE, inherited)
    if (
        dep == "advcl"
        and is_finite(g, token)
        and own is not None
        and not (is_compared(g, token) or is_limit(g, token))
    ):
        if marks & REASON_MARKS:
            return made(ClauseKind.REASON, own)
        if marks & TIME_MARKS:
            return made(ClauseKind.TIME, own)
    return None


def _fills_thought(g: Grammar, noun: int, token: int) -> bool:
    """Whether a clause without `that` is what a noun of thought holds: `Expectations the bank would cut rates`."""
    words = modality()
    nouns = words.held_beliefs.words | words.held_fears.words | words.held_wishes.words
    is_whole = any(g.deps[c] in _COMPLEMENTS and c > token for c in g.children[token])
    opens = g.left[token]
    is_bare = opens == noun + 1 and g.tags[opens] not in ("WDT", "WP", "IN", "WRB")
    return g.lemmas[noun] in nouns and is_bare and is_whole and is_finite(g, token)


def _is_no_clause(g: Grammar, token: int) -> bool:
    """Whether a verb belongs to the one over it: `on condition that she pays`, `to help them fix it`."""
    above = g.heads[token]
    if g.is_behind_nor(token) and own_subject(g, token) is None:
        return True  # `neither confirmed nor denied the raid`: one silence
    if shares_helper(g, token) or is_antithesis(g, token) or is_more_than_that(g, token):
        return True
    on_condition = g.lemmas[above] == "condition" and g.lemmas[g.heads[above]] == "on"
    helped = any(g.deps[c] in ("aux", "mark") for c in g.children[token])
    is_base = g.deps[token] == "ccomp" and g.tags[token] in ("VB", "VBP") and not helped
    return on_condition or (is_base and g.lemmas[above] in ("help", "let", "make") and above < token)


def _depictive_at(g: Grammar, token: int, found: dict[int, Clause]) -> Clause | None:
    """Returns the clause of a state of mind set off beside somebody: `Cole, angry at the delay, left`."""
    governor = _governing(g, token, found)
    if governor is None:
        return None
    noun = g.heads[token]
    is_object = g.deps[noun] == "dobj" and g.pos[noun] == "NOUN" and not can_think(g, noun)
    of_noun = g.deps[token] in ("acl", "amod") and not is_object  # `Cole cancelled talks, wary of a split`
    return Clause(
        head=token,
        kind=ClauseKind.PARTICIPLE,
        subject=g.heads[token] if of_noun else found[governor].subject,
        own_subject=False,
        passive=False,
        governor=governor,
    )


def _spoken_beside(g: Grammar, token: int, first: int, found: dict[int, Clause]) -> int:
    """Returns the verb that a past tense stands beside: its like, not one behind an auxiliary.

    `The union said the mayor had lied and called for a vote`: the union called.
    """
    clause = found[first]
    saying = clause.governor
    if clause.kind is not ClauseKind.CONTENT or saying is None or saying not in found or saying > token:
        return first
    lemma = lemma_of(g, token)
    if lemma in modality().minds.words | mending().states:
        return first  # `said he was tired and hoped to rest`
    subject = clause.subject
    if lemma != "feel" and thinks(lemma) and subject is not None and can_think(g, subject):
        return first  # `said the board had met and saw it as a box to be ticked`
    has_auxiliary = any(g.deps[c] in ("aux", "auxpass") for c in g.children[first])
    is_like = g.tags[token] == "VBD" == g.tags[saying]
    return saying if is_like and has_auxiliary and g.tags[first] in ("VB", "VBN", "VBG") else first


def _is_tag(g: Grammar, token: int) -> bool:
    """Whether a clause only says who speaks or thinks: `…, Hansen said, and …`, `The bank, she believes, will fail`."""
    is_empty = not any(g.deps[c] in ("ccomp", "dobj", "xcomp") for c in g.children[token])
    return (says(g.with_particle(token)) and is_empty) or thinker_at(g, token) is not None


def _answers_by(g: Grammar, token: int, governor: int | None) -> bool:
    """Whether a gerund is what somebody answers by: `responded to the raid by pledging aid`."""
    by = g.heads[token]
    return g.lemmas[by] == "by" and g.heads[by] == governor and g.lemmas[governor] in saying().answering


def _governing(g: Grammar, token: int, found: dict[int, Clause]) -> int | None:
    return next((at for at in g.ancestors(token) if at in found), None)


def _antecedent(g: Grammar, subject: int, earlier: Clause) -> int:
    """Returns what a relative pronoun in a coordinated relative clause stands for."""
    if (
        earlier.kind is ClauseKind.RELATIVE
        and g.lemmas[subject] in RELATIVE_WORDS
        and earlier.subject is not None
    ):
        return earlier.subject
    return subject


def _has_own_object(g: Grammar, token: int) -> bool:
    """Whether a relative clause has a pronoun of its own for its object: `which he built and which she closed`."""
    return any(g.deps[c] == "dobj" and g.tags[c] in ("WDT", "WP") for c in g.children[token] if c < token)


def _is_second_content(g: Grammar, token: int, first: int, marks: set[str]) -> bool:
    """Whether a coordinated clause is what the first one says (`reaffirmed the pledge and that it holds`)."""
    return "that" in marks and g.has_mark(token, "that") and not g.has_mark(first, "that")


def comma_before(g: Grammar, token: int) -> bool:
    """Whether a mark sets the words of `token` off from what stands before them."""
    left = g.left[token]
    return left > 0 and g.words[left - 1] in (",", "—", "–", "-", ";")
