"""Quotations that stand as sentences of their own, apart from the words in marks that belong to their frame."""

from __future__ import annotations

import re

from briefgen.extract.rules.marks import Family, Marked
from briefgen.extract.rules.regions import Region
from briefgen.model.evidence import Span

_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_SENTENCE_START = re.compile(r"[\s….\[(*'‘-]*(?:[A-Z0-9$#@]|\[[a-z])")
_FINAL = re.compile(r"[.,!?;:…—―–-]+[\s'’)\]*]*$")
_INNER_STOP = re.compile(r"[a-z]{2}[.?!][’')]*(?:\s*[.…])*\s+[“‘A-Z]")
_SPOKEN = re.compile(r"(?:I|We|You|He|She|They|It|That|There|Yes|No|Not|Don)(?:['’]\w+)?$")
"""Words that somebody says rather than sets in a title."""
_ABBREVIATED = re.compile(r"\b(?:[A-Z]\.)+[A-Z]\.$")
_SHORT_FRAME = 120
"""Characters between two halves of one quoted sentence."""
_SMALL_WORDS = frozenset(["a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to"])
_WORK = re.compile(
    r"(?:\b(?:of|titled|entitled|called|film|book|novel|show|series|song|memoir|play|movie|podcast|magazine|in|on)|^)\s*$",
    re.I,
)
_LONGEST_TITLE = 14
_LONGEST_SUBJECT = 5
_VERB = re.compile(
    r"(?:would|will|could|can|should|may|might|must|is|are|was|were|has|had|does|did)(?:n['’]t)?\b"
)
_FIGURE = re.compile(r"[$£€]?\d")
_NAMES_A_WORD = re.compile(r"\b(?:of|the|an?|word|name)$", re.I)


def stands_alone(text: str, marked: Marked, paragraph: Span) -> bool:
    """Whether the marked words make a sentence of their own rather than a part of their frame's grammar."""
    inner = text[marked.inner[0] : marked.inner[1]]
    words = _WORD.findall(inner)
    if marked.is_open or marked.continues is not None or marked.family is Family.BLOCK:
        return True
    if not words:
        return False
    before = text[paragraph[0] : marked.outer[0]].rstrip()
    after = text[marked.outer[1] : paragraph[1]].lstrip()
    begins = not before or (before[-1] in '.!?:”"’' and not _ABBREVIATED.search(before))
    ends = bool(_FINAL.search(inner))
    if not _SENTENCE_START.match(inner):
        if _INNER_STOP.search(inner):
            return True
        if before.endswith(",") and ends and len(words) >= 5:
            return True
        return begins and len(words) >= 4 and (ends or after[:1] in ",")
    if not ends and _VERB.match(after) and len(words) <= _LONGEST_SUBJECT:
        return False  # `“Boots on the ground” would be wrong`
    if _FIGURE.match(inner) and not begins and before[-1] not in ",:—–-":
        return False  # `it is “10 times the size”`
    if not before and (not after or ends):
        return True
    if len(words) == 1 and _NAMES_A_WORD.search(before):
        return False  # `gave up the use of “We.”`
    if _is_work(words, before, after):
        return False
    if is_title(words):
        # `“Never,” she said. “Not Now.”` and `He replied: “Probably.”`, but no `film “Arrogant,” which …`
        return ends and (begins or before[-1] in ",:")
    if marked.family in (Family.CURLY_SINGLE, Family.STRAIGHT_SINGLE) and not ends:
        # a headline's `Lund: ‘We will wait’`
        return before.endswith(":") and not after and len(words) >= 3
    return ends or (len(words) >= 4 and (begins or before[-1] in ",—–-"))


def goes_on(text: str, marked: Marked, before: list[Region]) -> bool:
    """Whether the marked words go on after a short frame: `“That,” she added, “costs us more.”`"""
    if not before or not before[-1].masked:
        return False
    between = text[before[-1].outer[1] : marked.outer[0]]
    return (
        "\n" not in between
        and len(between) <= _SHORT_FRAME
        and between.rstrip()[-1:] in (",", "—", "–", "-")
        and text[before[-1].inner[1] - 1] in ",—–-"
        and not re.search(r"[.?!]\s", between)
    )


def _is_work(words: list[str], before: str, after: str) -> bool:
    """Whether marks hold the title of a work: `co-author of “Those Guys Have All the Fun: Inside the World”`.

    What stands beside it goes on with the sentence.
    """
    is_within = bool(before and _WORK.search(before)) or after[:1].islower()
    return len(words) > 2 and is_within and is_set_long(words)


def is_set_long(words: list[str]) -> bool:
    """Whether words have capitals like a long title, but for small ones: `Orange is the New Black`."""
    small = [w for at, w in enumerate(words) if at and w[0].islower()]
    is_small = all(w.lower() in _SMALL_WORDS or w in ("is", "are", "was", "with", "from") for w in small)
    is_set_so = len(words) <= _LONGEST_TITLE and len(small) * 2 < len(words)
    return is_set_so and is_small and not any(_SPOKEN.match(w) for w in words)


def is_title(words: list[str]) -> bool:
    """Whether the words are set like a title: `The Art of the Deal`."""
    return (
        len(words) <= 8
        and all(not w[0].islower() or (at > 0 and w.lower() in _SMALL_WORDS) for at, w in enumerate(words))
        and not any(_SPOKEN.match(w) for w in words)
    )
