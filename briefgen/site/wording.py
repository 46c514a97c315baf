"""Plain English for the values of a brief: what a page prints in place of `CT+` or `imputed`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.corpus.versions import Kinship
from briefgen.model.actor import ActorKind
from briefgen.model.article import PublishedBasis
from briefgen.model.places import PositionAt
from briefgen.model.position import Act, Basis, Certainty, Stance
from briefgen.model.quote import QuoteForm

KINSHIP = {
    Kinship.ORIGINAL: "This article is a copy of it",
    Kinship.COPY: "A copy of the same article",
    Kinship.EARLIER: "An earlier version of this article",
    Kinship.LATER: "A later version of this article",
}

CERTAINTY = {
    Certainty.CERTAIN: "stated as fact",
    Certainty.DENIED: "denied",
    Certainty.PROBABLE: "likely",
    Certainty.IMPROBABLE: "unlikely",
    Certainty.POSSIBLE: "possible",
    Certainty.POSSIBLY_NOT: "possibly not",
    Certainty.UNKNOWN: "not known whether true",
}

ACT = {
    Act.ASSESS: "Assessment",
    Act.PREDICT: "Prediction",
    Act.INFORM: "Statement",
    Act.BELIEVE: "Belief",
    Act.FEEL: "Feeling",
    Act.PRAISE: "Praise",
    Act.ACCUSE: "Accusation",
    Act.REJECT: "Rejection",
    Act.THREATEN: "Threat",
    Act.DEMAND: "Demand",
    Act.ORDER: "Order",
    Act.RECOMMEND: "Recommendation",
    Act.PLEDGE: "Pledge",
    Act.OFFER: "Offer",
    Act.INTEND: "Intention",
    Act.AGREE: "Agreement",
    Act.DECIDE: "Decision",
    Act.SIGNAL: "Signal",
    Act.WITHHOLD: "Silence",
}

STANCE = {
    Stance.SUPPORT: "in favour",
    Stance.OPPOSE: "against",
    Stance.CONDITIONAL: "on conditions",
    Stance.NEUTRAL: "takes no side",
    Stance.NONE: "takes no side",
}

STANCE_TOWARD = {
    Stance.SUPPORT: "in favour of",
    Stance.OPPOSE: "against",
    Stance.CONDITIONAL: "on conditions:",
}

SHAPE = {
    Stance.SUPPORT: "for",
    Stance.OPPOSE: "against",
    Stance.CONDITIONAL: "cond",
    Stance.NEUTRAL: "none",
    Stance.NONE: "none",
}
"""The mark's shape and colour: which way."""

FILL = {
    Basis.STATED: "own",
    Basis.ENACTED: "own",
    Basis.RELAYED: "half",
    Basis.NARRATED: "half",
    Basis.IMPUTED: "hollow",
}
"""The mark's fill and the line's kind: on whose word."""


def fill_of(at: PositionAt) -> str:
    """Returns the fill of a position's mark; what an author says in his own voice is his own word."""
    return "own" if at.is_authors_own else FILL[at.basis]


FILL_WORDS = {"own": "", "half": ", told by others", "hollow": ", only imputed"}
"""What a screen reader says of a fill, behind the stance."""

SHAPES = ("for", "cond", "against", "none")
"""The order in which shapes stand in tables and legends."""

SHAPE_WORDS = {"for": "in favour", "cond": "on conditions", "against": "against", "none": "takes no side"}

FORM = {QuoteForm.DIRECT: "quoted", QuoteForm.MIXED: "quoted in part", QuoteForm.INDIRECT: "paraphrased"}

KIND = {
    ActorKind.PERSON: "Person",
    ActorKind.STATE: "State",
    ActorKind.ORGANISATION: "Organisation",
    ActorKind.MEDIA: "News outlet",
    ActorKind.GROUP: "Group",
}

KIND_PLURAL = {
    ActorKind.PERSON: "People",
    ActorKind.STATE: "States",
    ActorKind.ORGANISATION: "Organisations",
    ActorKind.MEDIA: "News outlets",
    ActorKind.GROUP: "Groups",
}

PUBLISHED_BASIS = {
    PublishedBasis.GIVEN: "as the source gives it",
    PublishedBasis.METADATA: "from the page’s own data",
    PublishedBasis.URL: "from the address of the page",
    PublishedBasis.DATELINE: "from the article’s dateline",
    PublishedBasis.INFERRED: "worked out from the text",
}

_LONG_WORD = re.compile(
    r"\b(?=\w{13})(\w{5,}?)((?:i[sz])?ations?|[st]ions?|ments?|ships?|ness|ities|ity|ances?|ences?|ings?|ology|ological)\b"
)

UNNAMED_OUTLET = "Outlet not named"


def count(number: int, one: str, many: str | None = None) -> str:
    """Returns `1 position`, `3 positions`, with thousands set apart."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def join_words(words: Sequence[str]) -> str:
    """Returns `a`, `a and b`, `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def shorten(text: str, limit: int) -> str:
    """Returns the text, cut at a word with an ellipsis where it is longer than `limit`."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    cut = cut[: cut.rfind(" ")] if " " in cut[limit // 2 :] else cut
    return cut.rstrip(" ,;:—–-") + " …"


def capital(text: str) -> str:
    """Returns the text with a capital at its head."""
    return text[:1].upper() + text[1:]


def hyphenate(text: str) -> str:
    """Returns the text with soft hyphens before the endings of long words, for columns narrower than a word."""
    return _LONG_WORD.sub("\\1\u00ad\\2", text)


def sentence(text: str) -> str:
    """Returns the text with a capital at its head and a stop at its end, where it has neither."""
    text = text.strip()
    if not text:
        return text
    head = text[0].upper() + text[1:]
    return head if head[-1] in ".!?…”’\"'" else head + "."


def minutes(words: int) -> int:
    """Returns the minutes that reading takes at 220 words a minute, at least one."""
    return max(1, round(words / 220))


def quote_words(text: str) -> str:
    """Returns words between quotation marks, unless marks of the article's own stand among them."""
    bare = text.strip()
    return close_quotes(bare) if any(mark in bare for mark in '“”"„»«') else f"“{bare}”"


def name_unknown(words: str) -> str:
    """Returns the article's words for somebody who is no actor of it; a lone `it` or `he` says that it is unclear."""
    return shorten(words, 60) if " " in words.strip() else f"“{words}” (not clear who)"


def name_event(words: str, limit: int) -> str:
    """Returns the words that tell an event as a line of a list: a capital at the head, quotations closed."""
    return close_quotes(capital(shorten(" ".join(words.split()), limit)))


def close_quotes(bare: str) -> str:
    """Returns the text with the quotation mark back whose partner stands just outside it."""
    if bare.count('"') % 2:
        # A mark behind a letter closes.
        return f'"{bare}' if re.search(r'^[^"]*[^\s("]"', bare) else f'{bare}"'
    if bare.count("“") > bare.count("”"):
        return f"{bare}”"
    if bare.count("”") > bare.count("“") and "„" not in bare:
        return f"“{bare}"
    return bare
