"""Saying verbs without a content clause that still carry words of what is said."""

from __future__ import annotations

from briefgen.extract.rules.attribution.saying import saying
from briefgen.extract.rules.position.predicates import Predicate
from briefgen.extract.rules.position.view import PassageView


def says_something(view: PassageView, predicate: Predicate) -> bool:
    """Whether a saying verb without a content clause still carries words of a content."""
    g = view.g
    for child in g.children[predicate.head]:
        if child < predicate.head or g.is_stand_in(child):
            continue
        if g.deps[child] == "oprd":
            return True
        wide = g.right[child] > g.left[child]
        if g.deps[child] in ("dobj", "xcomp", "attr", "ccomp") and wide:
            if g.deps[child] == "dobj" and _is_no_content(view, predicate, child):
                continue
            return True
        if g.deps[child] == "prep" and g.lemmas[child] in ("against", "among", "for", "as", "of") and wide:
            return True
    return False


def _is_no_content(view: PassageView, predicate: Predicate, thing: int) -> bool:
    """Whether an object tells nothing of what is said: whom somebody asks, or `repeating a common line`."""
    g = view.g
    asked = g.lemmas[predicate.head] in ("ask", "tell") and view.actor(thing) is not None
    is_bare = not any(g.deps[c] in ("acl", "relcl", "prep", "ccomp") for c in g.children[thing])
    return asked or (is_bare and g.lemmas[thing] in saying().lines)
