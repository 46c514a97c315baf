"""Denials that another verb leads to, and what is denied, which never stands alone."""

from __future__ import annotations

from briefgen.extract.rules.attribution.saying import saying
from briefgen.extract.rules.grammar import SUBJECTS, VERBAL, Grammar
from briefgen.extract.rules.position.clauses import Clause, ClauseKind
from briefgen.extract.rules.position.polarity import is_negated
from briefgen.extract.rules.position.predicates import Predicate, predicate_of
from briefgen.extract.rules.position.verbs import has_to
from briefgen.lexicons.mending import mending
from briefgen.lexicons.modality import modality
from briefgen.lexicons.position_cues import position_cues
from briefgen.lexicons.predicates import PredicateKind

_LEADING = frozenset(
    {"xcomp", "acomp", "attr", "oprd", "advmod", "prep", "pobj", "pcomp", "advcl", "dobj", "acl"}
)
"""How a denial hangs on the verb of its clause, itself or through what stands between."""

_MEANS = frozenset({"by", "at"})
"""`began by denying it`, `was at pains to deny it`."""


def is_denied(g: Grammar, clause: Clause) -> bool:
    """Whether a clause is what somebody denies, itself or as the claim he denies: `moved to deny reports that …`."""
    if clause.kind is not ClauseKind.CONTENT:
        return False
    for at in g.ancestors(clause.head):
        if g.pos[at] in VERBAL:
            itself = g.heads[clause.head] == at
            if itself and g.left[clause.head] != at + 1 and not g.has_mark(clause.head, "that"):
                return False  # `would contest the vote and would win it`
            return at < clause.head and _denies(g.lemmas[at], itself=itself)
        if g.deps[at] not in ("dobj", "pobj", "prep", "acl", "appos", "conj"):
            return False
    return False


def made_denial(g: Grammar, head: int, found: Predicate | None) -> Predicate | None:
    """Returns the denial that a verb leads to, where it has no other predicate that tells a mind or a deed."""
    tells_more = found is not None and found.head == head and found.kind is not PredicateKind.SAY
    if tells_more and found is not None and found.key not in position_cues().pains:
        return found
    below = _denial_below(g, head)
    denial = (
        None if below is None else predicate_of(g, below, finite_content=g.child(below, "ccomp") is not None)
    )
    return denial or found


def _denial_below(g: Grammar, head: int) -> int | None:
    """Returns the denial that a verb leads to and that is made: `was quick to deny that …`, `spent the day denying …`.

    One that fails or ends is none, and one that is only wanted or tried is told by the verb itself.
    """
    if is_negated(g, head):
        return None
    for token in range(head + 1, g.right[head] + 1):
        if g.lemmas[token] not in saying().denials or g.pos[token] not in VERBAL or is_negated(g, token):
            continue
        is_infinitive = g.tags[token] == "VB" and has_to(g, token)
        is_plain = g.tags[token] == "VBG" and g.words[g.left[token] - 1] != ","
        if not (is_infinitive or is_plain) or not _turns_down(g, token):
            continue
        between = _between(g, token, head)
        if between is None:
            continue
        if any(g.deps[at] == "prep" and g.lemmas[at] not in _MEANS for at in between):
            continue  # `began the day badly after denying it`
        if g.lemmas[head] == "have" and g.tags[head] not in ("VBD", "VBN"):
            continue  # `has to deny it`: not yet
        lemmas = {g.lemmas[at] for at in (*between, head)}
        if lemmas & position_cues().ending:
            return None
        is_purpose = is_infinitive and g.deps[token] == "advcl" and g.heads[token] == head
        if is_purpose or lemmas & modality().performed.words:
            return token
    return None


def _turns_down(g: Grammar, verb: int) -> bool:
    """Whether a verb turns down what somebody says or asks: no `deny them help`, `quash the riot`, `counter that …`."""
    clause, noun = g.child(verb, "ccomp"), g.child(verb, "dobj")
    if g.child(verb, "dative") is not None or not _denies(g.lemmas[verb], itself=clause is not None):
        return False
    is_said = noun is not None and g.lemmas[noun] in modality().contents.words | saying().nouns
    return clause is not None or is_said or (noun is not None and g.lemmas[verb] in mending().denying)


def _denies(lemma: str, *, itself: bool) -> bool:
    """Whether a verb turns down the claim that stands under it, or, `itself`, the clause: `counter that` says it."""
    words = saying()
    says_it = itself and lemma in words.voicing and lemma not in mending().denying
    return lemma in words.denials and not says_it


def _between(g: Grammar, token: int, head: int) -> list[int] | None:
    """Returns the words between a verb and the one it hangs on, None where it does not hang on it as its own act."""
    found: list[int] = []
    for at in g.ancestors(token):
        if at == head:
            first = found[-1] if found else token
            return found if g.deps[first] in _LEADING and g.deps[token] in _LEADING else None
        if at < head or g.deps[at] not in _LEADING or any(g.deps[c] in SUBJECTS for c in g.children[at]):
            return None
        found.append(at)
    return None
