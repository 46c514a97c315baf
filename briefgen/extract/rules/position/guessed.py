"""How a speaker comes to tell another's mind: by what he hears, guesses, sees, or is shown."""

from __future__ import annotations

from briefgen.extract.rules.position.clauses import Clause
from briefgen.extract.rules.position.gaps import is_gapped
from briefgen.extract.rules.position.leads import is_plain_to_see
from briefgen.extract.rules.position.view import PassageView
from briefgen.lexicons.position_cues import position_cues


def leads_up(view: PassageView, clause: Clause) -> bool:
    """Whether anybody can see the mind that is told behind it: `You can see that he does not want to be there`."""
    inner = view.content[clause.head]
    return is_plain_to_see(view.g, clause.head) and bool(inner) and all(map(view.is_mind, inner))


def lays_bare(view: PassageView, clause: Clause) -> bool:
    """Whether a speaker says what something shows him: `It tells me that he wants to sell` is his word."""
    subject, g = clause.subject, view.g
    is_thing = subject is not None and g.words[subject].lower() in ("it", "this", "that")
    return is_thing and view.is_quoted and g.lemmas[clause.head] in position_cues().lays_bare


def gives_a_view(view: PassageView, clause: Clause) -> bool:
    """Whether a speaker's own view turns on another's mind: `My guess is that he does not trust her`."""
    g = view.g
    noun = clause.subject
    is_own = noun is not None and any(g.words[c].lower() in ("my", "our") for c in g.children[noun])
    if noun is None or not is_own or g.lemmas[clause.head] != "be" or not view.is_quoted:
        return False
    inner = view.content[clause.head]
    return bool(inner) and all(view.is_mind(c) for c in inner)


def finds_a_mind(view: PassageView, clause: Clause) -> bool:
    """Whether a speaker tells of another's mind by what he finds out: `I hear he wants to go`."""
    g = view.g
    if (
        not (view.is_quoted and view.is_first_person(clause))
        or g.lemmas[clause.head] not in position_cues().finding_out
    ):
        return False
    inner = view.content[clause.head]
    return bool(inner) and all(
        view.is_mind(c) and not is_gapped(g, c) and not view.is_first_person(c) for c in inner
    )
