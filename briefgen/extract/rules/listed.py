"""Content clauses told one after another: `thinks they will settle before the month is out, and that it will fail`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.coordinates import hang, has_that
from briefgen.extract.rules.neighbours import text_before

if TYPE_CHECKING:
    from spacy.tokens import Token

_WITHIN = frozenset({"advcl", "relcl", "acl"})


def mend_listed(that: Token) -> None:
    """Hangs a further content clause to the first one, not to a clause within it; it goes on with that."""
    verb, above = that.head, that.head.head
    if verb.dep_ == "conj" and above.dep_ in _WITHIN and not has_that(above):
        first = next((t for t in above.ancestors if t.dep_ == "ccomp"), None)
        if first is not None and first.i < above.i:
            hang(verb, first)
        return
    is_next = verb.left_edge == that and text_before(that) == "," and above.i < that.i
    if is_next and verb.dep_ == "advcl" and above.dep_ == "ccomp" and has_that(above):
        verb.dep_ = "conj"  # `said that it was short, that it cost too much and that it had failed`
