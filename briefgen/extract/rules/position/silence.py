"""Silence: whoever was asked and did not answer holds back; the one who asked does not."""

from __future__ import annotations

from briefgen.extract.rules.grammar import Grammar
from briefgen.extract.rules.position.clauses import Clause
from briefgen.extract.rules.position.draft import Draft
from briefgen.extract.rules.position.predicates import Predicate
from briefgen.extract.rules.position.view import PassageView
from briefgen.lexicons.mention_cues import mention_cues
from briefgen.lexicons.position_cues import position_cues
from briefgen.lexicons.predicates import PredicateKind
from briefgen.model.position import Act, Basis, Certainty, Stance


def is_asking(view: PassageView, clause: Clause) -> bool:
    """Whether a clause puts a question to somebody who then keeps silent; the question is no position."""
    return view.g.lemmas[clause.head] in position_cues().asking and any(
        _waits_in_vain(view.predicates[other.head])
        for other in view.clauses.values()
        if other.coordinate and view.g.heads[other.head] == clause.head
    )


def silent_party(view: PassageView, clause: Clause, predicate: Predicate) -> int | None:
    """Returns the token of the one who did not answer, where the clause's subject is the one who asked."""
    g = view.g
    if not _waits_in_vain(predicate):
        return None
    asked = _from_whom(g, clause.head)
    if asked is not None:
        return asked
    asking = g.heads[clause.head]
    if clause.coordinate and g.lemmas[asking] in position_cues().asking:
        return next((c for c in g.children[asking] if g.deps[c] in ("dobj", "dative")), None)
    return None


def of_no_word(view: PassageView, clause: Clause) -> Draft | None:
    """Returns the silence of whom nothing is heard: `no word has come from Oslo`, `there was no answer from Oslo`."""
    g, head = view.g, clause.head
    noun = g.child(head, "attr") if g.child(head, "expl") is not None else g.child(head, "nsubj", "nsubjpass")
    if noun is None or g.lemmas[head] not in position_cues().arriving:
        return None
    is_none = any(g.words[c].lower() == "no" for c in g.children[noun])
    if not (is_none and g.lemmas[noun] in mention_cues().answers) and g.words[noun].lower() != "nothing":
        return None
    asked = _from_whom(g, head) or _from_whom(g, noun)
    holder = view.owner(asked)
    if holder is None:
        return None
    return Draft(
        clause=clause,
        tokens=view.tokens_with_content(clause),
        holder=(holder,),
        act=Act.WITHHOLD,
        stance=Stance.NONE,
        basis=Basis.NARRATED,
        certainty=Certainty.CERTAIN,
        key="no word",
    )


def _from_whom(g: Grammar, token: int) -> int | None:
    """Returns whom something comes from."""
    preposition = next((c for c in g.children[token] if g.deps[c] == "prep" and g.lemmas[c] == "from"), None)
    return None if preposition is None else g.child(preposition, "pobj")


def asked_in_vain(predicate: Predicate | None) -> bool:
    """Whether a predicate says that its subject got no answer."""
    return _waits_in_vain(predicate)


def _waits_in_vain(predicate: Predicate | None) -> bool:
    return (
        predicate is not None
        and predicate.kind is PredicateKind.WITHHOLD
        and predicate.key.split()[0] in position_cues().getting
    )
