"""Finds what surrounds an article: addresses, labels, bylines, stamps of time, datelines."""

from __future__ import annotations

import re
from functools import cache

from briefgen.ingest.lines import Line
from briefgen.lexicons.load import Lexicon, load
from briefgen.model.article import Zone, ZoneKind


class PageFurniture(Lexicon):
    """Words of what surrounds an article on its page; see the lexicon for what each list is."""

    sections: tuple[str, ...]
    lines: tuple[str, ...]
    openings: tuple[str, ...]
    bylines: tuple[str, ...]
    stamps: tuple[str, ...]
    credits: tuple[str, ...]
    months: tuple[str, ...]
    streets: tuple[str, ...]


MAX_LINE = 140
MAX_DATELINE = 90
_TOP = 12
"""So many lines down a section's name may stand above the title."""
_QUOTE = re.compile("[\"“”«»]|``|''")
_LOCALE = re.compile(r"[a-z]{2}[_-][A-Z]{2}[A-Za-z]*")
_EMPTY_LABELS = re.compile(r"(?:[A-Z]\w*(?: \w+){0,2}:\s*){2,}")
_POSTCODE = re.compile(
    r"(?:[A-Z][\w.'’-]*\s?){1,4},\s[A-Z]{2}\.?\s\d{5}(?:-\d{4})?(?:,?\s(?:USA?|U\.S\.A?\.?))?"
)
_RULE = re.compile(r"[\W_]+")
_NAME = r"(?:[A-Z][\w.'’-]*|de|da|di|van|von|der|den|al|el|bin|la|le)"
_LINKS = r"(?:and|&|,|;|/|\||of|for|in|at|with|the|from)"
_NAMES = re.compile(rf"{_NAME}(?:,?\s+(?:{_LINKS}\s+)?{_NAME}){{0,11}}(?:,?\s+(?:and|&)\s+{_NAME})?\.?")
_DASH = r"(?:[—–―‒_-]{1,3})"
_CAPITALS = r"[A-Z][A-Z.'’-]+(?:[ -](?:[A-Z][A-Z.'’-]*|de|la|el|al|of)){0,4}"
_WHERE = r"(?:,\s+(?:[A-Z][\w.'’-]*\.?\s?){1,4}(?:\d{1,2})?){0,3}"
_AGENCY = r"\((?:[A-Z][\w.&'’ /-]{1,30})\)"
_DATELINE = re.compile(
    rf"""(?:
        {_CAPITALS}{_WHERE}(?:\s*/\s*{_CAPITALS}{_WHERE})?(?:\s*{_AGENCY})?\s*{_DASH}
        |[A-Z][\w.'’-]*(?:[ -][A-Z][\w.'’-]*){{0,3}}{_WHERE}\s*{_AGENCY}\s*{_DASH}
        |{_AGENCY}\s*{_DASH}
    )(?=\s|$)""",
    re.VERBOSE,
)
_BARE_DATELINE = re.compile(
    rf"{_CAPITALS},\s+[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]*)?(?=\s+(?:The|This|These|An?|In|On|At|As|After|For|It|He|She|They|When|While|With)\s)"
)
"""A dateline that has lost its dash: `OSLO, Norway The levy stays`."""


@cache
def _words() -> PageFurniture:
    return load("page_furniture", PageFurniture)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = _words()

    def one_of(items: tuple[str, ...]) -> str:
        return "|".join(re.escape(item) for item in sorted(items, key=len, reverse=True))

    month = rf"(?:{one_of(words.months)})\.?"
    numeric = r"\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}"
    day = rf"(?:{numeric}|\d{{1,2}}(?:st|nd|rd|th)?\.?\s+{month},?\s+\d{{4}}|{month}\s+\d{{1,2}},?\s+\d{{4}})"
    zone = r"\(?(?-i:[A-Z]{2,5}|Z|[+-]\d\d:?\d\d)\)?(?![a-z])"
    clock = rf"(?:\d{{1,2}}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?(?:\s*{zone})?)"
    weekday = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)"
    stamp = rf"{weekday}?{day}(?:\s*(?:at|[,|·•T—–-])?\s*{clock})?(?:\s*{zone})?"
    label = rf"(?:{one_of(words.stamps)})"
    second = rf"(?:\s*[|·•,/—–-]?\s*(?:{label}\s*:?\s*){stamp})"
    role = r"(?:reporting|writing|editing|compiled|edited|written|translation)"
    return {
        "byline": re.compile(rf"(?:{one_of(words.bylines)})(?:\s*:\s*|\s+)", re.IGNORECASE),
        "stamp": re.compile(rf"(?:{label}\s*:?\s*)?(?:{clock}\s*,?\s*)?{stamp}{second}?\.?", re.IGNORECASE),
        "leading_stamp": re.compile(rf"{label}\s*:?\s*{stamp}(?=\s+[A-Z\"“])", re.IGNORECASE),
        "street": re.compile(
            rf"\d{{1,5}}[A-Za-z]?\s+(?:[\w.'’-]+\s+){{1,5}}(?:{one_of(words.streets)})\.?(?:,?\s+\w+\.?\s*\d+\w*)?",
            re.IGNORECASE,
        ),
        "credit": re.compile(rf".{{3,160}}\b(?:{one_of(words.credits)})\.?\)?", re.IGNORECASE),
        "sign_off": re.compile(
            rf"\(?(?:additional )?{role}\s+(?:and\s+\w+\s+)?by\s+.{{3,200}}", re.IGNORECASE
        ),
    }


def find_furniture(lines: list[Line]) -> dict[int, ZoneKind]:
    """Returns the kind of every line that is boilerplate or byline as a whole, by the line's index."""
    kinds: dict[int, ZoneKind] = {}
    for line in lines:
        kind = _kind(line, lines)
        if kind is not None:
            kinds[line.index] = kind
    for line in lines[:_TOP]:
        if line.index not in kinds and _is_section(line, lines, kinds):
            kinds[line.index] = ZoneKind.BOILERPLATE
    return kinds


def _kind(line: Line, lines: list[Line]) -> ZoneKind | None:
    if len(line.text) > MAX_LINE * 2:
        return None
    words, patterns = _words(), _patterns()
    if line.bare in words.lines or _RULE.fullmatch(line.text) or _LOCALE.fullmatch(line.text):
        return ZoneKind.BOILERPLATE
    if patterns["stamp"].fullmatch(line.text) or _EMPTY_LABELS.fullmatch(line.text):
        return ZoneKind.BOILERPLATE
    if _is_address(line, lines):
        return ZoneKind.BOILERPLATE
    if _QUOTE.search(line.text):
        return None
    if patterns["sign_off"].fullmatch(line.text) and _is_edge(line, lines):
        return ZoneKind.BYLINE
    if len(line.text) > MAX_LINE:
        return None
    if _is_byline(line) or (_is_edge(line, lines) and patterns["credit"].fullmatch(line.text)):
        return ZoneKind.BYLINE
    lowered = line.text.lower().lstrip("*_>#([ ")
    for opening in words.openings:
        if lowered.startswith(opening) and not lowered[len(opening) :][:1].isalnum():
            rest = lowered[len(opening) :].strip()
            if not rest or rest[0] in ":|-–—" or " " in opening or opening == "copyright":
                return ZoneKind.BOILERPLATE
    return None


def _is_edge(line: Line, lines: list[Line]) -> bool:
    return line.index >= len(lines) - 6 or line.index < 4


def _is_byline(line: Line) -> bool:
    text = line.text.replace("*", "").replace("_", "").strip()
    match = _patterns()["byline"].match(text)
    if match is None:
        return False
    names = text[match.end() :].strip()
    # "By Friday the talks …" is a sentence: it has words in lower case and ends with a stop.
    return bool(_NAMES.fullmatch(names)) and (not names.endswith(".") or ":" in match.group())


def _is_address(line: Line, lines: list[Line]) -> bool:
    """A street and a town with its postcode count only beside one another."""
    street = _patterns()["street"]
    if _POSTCODE.fullmatch(line.text):
        before = lines[line.index - 1] if line.index else None
        return before is not None and bool(street.fullmatch(before.text))
    if street.fullmatch(line.text):
        after = lines[line.index + 1] if line.index + 1 < len(lines) else None
        return after is not None and bool(_POSTCODE.fullmatch(after.text))
    return False


def _is_section(line: Line, lines: list[Line], kinds: dict[int, ZoneKind]) -> bool:
    above = all(other.index in kinds for other in lines[: line.index])
    return above and line.bare in _words().sections and line.index + 1 < len(lines)


def is_dateline(line: Line) -> bool:
    """Returns whether a line is a dateline and nothing else."""
    if len(line.text) > MAX_DATELINE:
        return False
    match = _DATELINE.match(line.text)
    return match is not None and match.end() == len(line.text)


def find_datelines(lines: list[Line], kinds: dict[int, ZoneKind]) -> list[Zone]:
    """Returns the dateline and any stamp of time that open the article's first paragraphs."""
    zones: list[Zone] = []
    candidates = [line for line in lines if line.index not in kinds][:5]
    for line in candidates:
        opening = line.text[: MAX_DATELINE + 1]
        stamp = _patterns()["leading_stamp"].match(opening)
        if stamp is not None:
            zones.append(Zone(kind=ZoneKind.DATELINE, span=(line.start, line.start + stamp.end())))
            continue
        match = _DATELINE.match(opening) or _BARE_DATELINE.match(opening)
        if match is None or match.end() > MAX_DATELINE:
            continue
        rest = line.text[match.end() :].lstrip()
        # "NATO — the alliance — said …" goes on in lower case.
        if rest and not (rest[0].isupper() or rest[0].isdigit() or rest[0] in "\"“‘'`["):
            continue
        if not rest and line.index + 1 >= len(lines):
            continue
        zones.append(Zone(kind=ZoneKind.DATELINE, span=(line.start, line.start + match.end())))
        break
    return zones
