"""The words of a claim made into one tidy sentence."""

from __future__ import annotations

import re

from briefgen.lexicons.function_words import function_words
from briefgen.lexicons.predicates import disposition
from briefgen.lexicons.resolving import resolving

_GRADED_FRONT = re.compile(
    r"^(?:especially|particularly|partly|mainly|largely|just|even) (?:because|since|as|though)\s+", re.I
)
_GRADED_END = re.compile(
    r",? (?:in (?:large |great |no small )?part|partly|largely|mainly|especially|particularly)$", re.I
)
"""Degrees of a reason that became a claim of its own."""
_CONNECTIVES = re.compile(
    r"^(?:(?:(?:and|but|or|yet|additionally|moreover|also)\b,?|"
    r"however\b(?!\s(?:many|much|few|little|\w+ (?:he|she|it|they|we|you|I)\b)),?)\s+)+",
    re.I,
)
"""What joins a sentence to the one before; `However loud he shouts` joins none."""
_HOW_MUCH = re.compile(r"how (\w+) ([^,;:]+?) (is|are|was|were)\b(.*)$", re.I)
"""`how keen Norway is to sell`, where it is no question."""
_CONDITION_FIRST = re.compile(r"(?:If|Unless|Provided)\b[^,]*$", re.I)
_PARTICIPLE_FIRST = re.compile(r"(?:(?!\w+ing\b)(\w+ ))?\w+ing\b ?")
FULL = {"ll": " will", "s": " is", "d": " would", "re": " are", "ve": " have", "m": " is"}
QUOTE_MARKS = re.compile(r"[“”\"]")


def tidy(text: str) -> str:
    """Returns the words on one line, without stray marks or a mark at the end."""
    text = " ".join(text.split())
    text = re.sub(r"\*\*|__", "", text)
    text = re.sub(r"\s+([,;:?!]|\.(?!\.))", r"\1", text)
    text = re.sub(r",(?:\s*,)+", ",", text)
    text = re.sub(r",\s*([.!?])", r"\1", text)
    text = re.sub(r"``\s?", "“", text)
    text = re.sub(r"(?<=[\w.,!?])''", "”" if "“" in text else '"', text)
    text = re.sub(r"''(?=\w)", '"', text)
    text = re.sub(r"\s*([—–])\s*[—–]\s*", " ", text)
    text = _GRADED_FRONT.sub("", text)
    text = _GRADED_END.sub("", text)
    text = re.sub(r", or so$", "", text)
    text = _CONNECTIVES.sub("", text)
    text = text.strip(" ,;:—–-")
    text = re.sub(r"([,.])([”\"’])$", r"\2", text)
    if text.count("“") != text.count("”") or text.count('"') % 2:
        text = QUOTE_MARKS.sub("", text)
    if "‘" in text and "’" not in text[text.index("‘") :]:
        text = text.replace("‘", "")
    if "‘" not in text and "'" not in text:
        text = re.sub(r"(?<![sS])’$", "", text)
    text = re.sub(r"^\((\w+)\)", r"\1", text)
    if text.count("[") != text.count("]"):
        text = re.sub(r"[\[\]]", "", text)
    if text.count("(") != text.count(")"):
        text = re.sub(r"\s*\([^()]*$|[()]", "", text)
    return text.strip(" ,;:—–-")


def as_statement(text: str) -> str:
    """Returns `Norway is keen to sell` for `how keen Norway is to sell`; other words as they are."""
    match = _HOW_MUCH.match(text)
    if match is None or disposition(match[1]) is None:
        return text
    return f"{match[2]} {match[3]} {match[1]}{match[4]}"


def sentence(text: str) -> str:
    """Returns the words as a sentence: a capital, a mark at the end."""
    text = text[:1].upper() + text[1:]
    return text if text[-1:] in ".?!" or text[-2:] in (".”", "?”", "!”") else text + "."


def within_sentence(claim: str) -> str:
    """Returns a claim as it reads within a sentence: a small first letter unless a name begins it."""
    at = 1 if claim.startswith("[") else 0
    first = re.split(r"[\s,\]]", claim[at:], maxsplit=1)[0]
    is_opener = first.lower() in function_words().openers.words
    return claim[:at] + claim[at : at + 1].lower() + claim[at + 1 :] if is_opener else claim


def run_on(words: list[str]) -> str:
    """Returns the pieces of a claim in a row, with a comma behind a condition that stands first."""
    if len(words) > 1 and _CONDITION_FIRST.match(words[0]):
        words = [words[0].rstrip(", ") + ",", *words[1:]]
    return " ".join(words)


def linked(link: str, words: str) -> str:
    """Returns the words with the verb they lack; a participle gives way to its finite form."""
    match = _PARTICIPLE_FIRST.match(words)
    adverb = "" if match is None else (match.group(1) or "").strip()
    if adverb and not adverb.endswith("ly") and adverb not in resolving().before_participles:
        match = None
    if match is not None and link not in ("is", "are") and not link.startswith("has"):
        return f"{match.group(1) or ''}{link} {words[match.end() :]}".strip()
    if match is None and link in ("is", "are"):
        words = words[:1].lower() + words[1:]  # `Convinced that …` opened its sentence
    return f"{link} {words}"


def owner_of(name: str) -> str:
    """Returns a name as whose something is: `Cole’s`, `the Kenyans’`."""
    return name + ("’" if name.endswith("s") else "’s")


def joined(names: list[str]) -> str:
    """Returns names one after another, with `and` before the last."""
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
