"""Words within quoted words that a speaker only makes somebody say: `We can't just say, ‘It is fine’`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.extract.rules.position.clauses import Clause

if TYPE_CHECKING:
    from briefgen.extract.rules.position.view import PassageView

_REACH = 300
"""Characters from an inner mark to the words that it opens before."""
_MARKS = frozenset("‘'“\"")
_OPENING = re.compile(r"(?:^|(?<=[\s(—–,:-]))[‘'“\"](?=[A-Z\[…])")
_CLOSING = re.compile(r"(?<=[\w.,!?…])[’'”\"](?=[\s.,;:!?)”\"—–-]|$)")
_OWN_WORDS = re.compile(
    r"\b(?:I|we)\s(?:\w+\s)?(?:said|told\s\w+|asked|asked\s\w+|replied|answered|wrote|thought|shouted)\W*$",
    re.I,
)


def is_made_up(view: PassageView, clause: Clause) -> bool:
    """Whether a clause stands between marks within quoted words, and neither its speaker nor another did say it.

    Whoever is told to have said it says it: `He told me, ‘We go’`, `I said, ‘We go’`.
    """
    region = view.g.passage.region
    if region is None:
        return False
    text, start = view.reading.article.text, view.g.passage.starts[clause.head]
    first = view.reading.regions[region].inner[0]
    before = text[max(first, start - _REACH) : start]
    if _MARKS.isdisjoint(before):
        return False
    opening = list(_OPENING.finditer(before))
    if not opening or _CLOSING.search(before, opening[-1].end()):
        return False
    lead = before[: opening[-1].start()]
    if _OWN_WORDS.search(lead):
        return False
    around = view.around(clause.head)
    sources = {frame.source for frame in around if frame.source}
    return len(sources) < 2 or _is_unreal(view, around[-1].cue)


def _is_unreal(view: PassageView, cue: tuple[int, int] | None) -> bool:
    """Whether a saying is only thought of: `they'd say`, `cannot say`, `if you say`."""
    if cue is None:
        return False
    g = view.g
    head = next((t for t, start in enumerate(g.passage.starts) if start == cue[0]), None)
    return head is not None and any(
        g.tags[c] == "MD" or g.deps[c] == "neg" or g.words[c].lower() == "if" for c in g.children[head]
    )
