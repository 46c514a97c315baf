"""A text as tokens: words, numbers and marks, each with its place and its one-character code."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefgen.extract.timex.vocabulary import Vocabulary

_TOKEN = re.compile(
    r"""
    (?P<word>(?![QH][1-4](?!\w)|FY[ ]?['’]?\d|[AaPp]\.[Mm]\b)[^\W\d_]+)
  | (?P<iso>\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?Z?)?(?![\d-]))
  | (?P<dots>\d{1,2}\.\d{1,2}\.\d{4}(?!\d))
  | (?P<fiscal>FY[ ]?['’]?\d{2}(?:\d\d)?(?:[-–/]\d\d)?\b)
  | (?P<quarter>[1-4]Q(?:['’]?\d\d|20\d\d)?\b)
  | (?P<slash>\d{1,2}/\d{1,2}/\d{2,4}(?!\d))
  | (?P<clock>\d{1,2}:\d\d(?::\d\d)?(?!\d))
  | (?P<range>[12]\d{3}[-–/]\d{2}(?:\d\d)?(?![\d-]))
  | (?P<nth>\d{1,2}(?:st|nd|rd|th)\b)
  | (?P<tens>(?:1[0-9]|20)?\d0['’]?s\b)
  | (?P<decimal>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)
  | (?P<int>\d+)
  | (?P<ampm>[AaPp]\.[Mm]\b\.?)
  | (?P<name>[QH][1-4](?!\w))
  | (?P<gap>\n[^\S\n]*\n\s*|(?<=[.!?:;”"'’)\]*])[^\S\n]*\n)
  | (?P<mark>[^\w\s])
    """,
    re.VERBOSE,
)

_MARKS = {
    ",": ",",
    ".": "d",
    "-": "-",
    "‐": "-",
    "‑": "-",
    "–": "-",
    "—": "x",
    "/": "/",
    "'": "'",
    "’": "'",
    "‘": "'",
    '"': "q",
    "“": "q",
    "”": "q",
    "`": "q",
    "(": "o",
    ")": "c",
    "$": "$",
    "£": "$",
    "€": "$",
    "¥": "$",
    "%": "%",
    ":": ":",
}
_SHAPES = {
    "iso": "i",
    "dots": "j",
    "fiscal": "k",
    "quarter": "l",
    "slash": "h",
    "clock": "t",
    "range": "r",
    "nth": "9",
    "tens": "0",
    "decimal": "8",
    "gap": "b",
    "name": "W",
}


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text in parallel lists, and their codes as one string."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    codes: str


def tokenize(text: str, vocabulary: Vocabulary) -> Tokens:
    """Returns the tokens of a text."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    codes: list[str] = []
    known = vocabulary.codes
    for match in _TOKEN.finditer(text):
        word = match.group()
        code = known.get(word)
        if code is None:
            kind = match.lastgroup
            if kind == "word":
                code = "W" if word[0].isupper() else "w"
            elif kind == "int":
                code = _number_shape(word)
            elif kind == "mark":
                code = "x" if _is_aside(text, match) else _MARKS.get(word, "x")
            elif kind == "ampm":
                code = known[word[0].lower() + "m"]
            else:
                code = _SHAPES[kind or ""]
        words.append(word)
        starts.append(match.start())
        ends.append(match.end())
        codes.append(code)
    return Tokens(text=text, words=words, starts=starts, ends=ends, codes="".join(codes))


def _is_aside(text: str, match: re.Match[str]) -> bool:
    """Whether a hyphen stands for a dash, a space on each side: `in 2008 - the last`."""
    start, end = match.span()
    return text[start] in "-–" and text[start - 1 : start].isspace() and text[end : end + 1].isspace()


def _number_shape(word: str) -> str:
    if len(word) == 4:
        if "1900" <= word <= "2100":
            return "6"
        return "y" if "1000" <= word < "1900" else "7"
    if len(word) > 2:
        return "5"
    number = int(word)
    if 1 <= number <= 12:
        return "1"
    if number <= 24:
        return "2"
    return "3" if number <= 31 else "4"
