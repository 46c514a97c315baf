"""Whether the words around an expression speak of what is to come or of what has been.

Crude cues of the clause, no parser: a cue counts when no comma and no verb of saying stands between it and
the expression (`the town will fight the toll, agreed on Wednesday`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from briefgen.lexicons.load import Lexicon, load

_TITLES = "Mr|Ms|Mrs|Dr|St|Gov|Sen|Rep|Gen|Lt|Col|Sgt|Prof|Rev|No|Jr|Inc|Co|Corp|Ltd"
_NOT_TITLE = "".join(rf"(?<!\b{title})" for title in _TITLES.split("|")) + r"(?<!\b[A-Z])"
_SENTENCE_END = re.compile(rf"(?:[!?]|{_NOT_TITLE}\.)[\"'”’)]*\s+(?=[\"'“‘(`]*[A-Z])|\n")
_CLAUSE_END = re.compile(r"[,:](?!\d)|[;—]|--")
_STATEMENT_END = re.compile(r"[;:—“”\"]|--|''|``")
"""What is said ends with its quotation mark: `“I like our chances in November,” Lee said`."""
_REACH = 110
_FEW = 5
_NEGATION = re.compile(r"\b(?:not|never|neither|nobody|no one|none)\b|n['’]t\b", re.IGNORECASE)
_PASSIVE = re.compile(r"\bbe\s+(?:\w+ly\s+)?\w+", re.IGNORECASE)
_WOULD_HAVE = re.compile(r"\s+(?:\w+ly\s+|not\s+)?have\b(?!\s+to\b)", re.IGNORECASE)
"""What never came about: `would have closed on 3 May`."""
_FRONTED = re.compile(r"^\W*(?:when|once|if|unless|before|after|until|as soon as)\b", re.IGNORECASE)
_THEN = re.compile(r"[^,;:.]{0,60},\s+(?:[^\s,;]+\s+){1,6}?(?:will|won['’]t|\w+['’]ll)\b")
"""What is to come goes on behind what opens the sentence: `When she sits down on Friday, she will ask`."""
_OWN = re.compile(r"\b(?:an?|its|their|his|her|our)\s+$", re.IGNORECASE)
_DEADLINE = re.compile(r"\s+deadline\b([^,;.]{0,30})", re.IGNORECASE)
_HAD = re.compile(r"\bhad\s+(?:not\s+|just\s+|\w+ly\s+|already\s+)?(\w+)", re.IGNORECASE)
_CAUSED = re.compile(r"^\s+have\b.*")
"""What somebody will have done to something: `will have her sons vaccinated on Saturday`."""
_PAST_VERB = re.compile(
    r"\b(?!need|indeed|speed|feed|exceed|proceed|succeed|hundred|united)\w{2,}ed\b", re.IGNORECASE
)
_PAST_PERFECT = re.compile(
    r"\bhad (?:been|already)\b|(?<!will )(?<!would )(?<!may )(?<!might )(?<!must )(?<!should )(?<!can)"
    r"\b(?:not|up) (?:\w+ )?until\b|^\W*(?:But )?[Uu]ntil\b|\buntil now\b",
    re.IGNORECASE,
)
_IS_ON = re.compile(r"\b(?:is|are)\s+(?:on\s+)?$")
_LIMIT = re.compile(r"\b(?:by|until|till|before|no later than)\s+$", re.IGNORECASE)
_LINK = re.compile(r"\b(?:in|on|since)\s+(?:early |late |mid-)?$", re.IGNORECASE)
_TO_DO = re.compile(r"\bto (?!the\b|a\b|an\b|his\b|her\b|its\b|their\b)[a-z]+|\b(?:will|would)\b")
_TO_COME = re.compile(
    r"\b(?:will|would|should|must|can|could|may|might|shall|to|if|unless)\b|['’]ll\b", re.IGNORECASE
)
_WOULD = re.compile(r"\bwould\s+(?!have\b)(?:\w+\s+){1,4}$", re.IGNORECASE)
_NEAR = 50
_CONDITION = re.compile(r"\b(?:if|unless)\b", re.IGNORECASE)
_OF_CONDITION = re.compile(
    r"(?<!ask)(?<!asked)(?<!asks)(?<!know)(?<!knew)(?<!knows)(?<!wonder)(?<!wondered)(?<!say)(?<!said)(?<!see)(?<!clear)(?<!sure)"
    r"(?:^|\s)(?:if|unless)\s(?!\w+\shad\b)[^,;]*\s(?:on|in)\s+$",
    re.IGNORECASE,
)
"""It is under a condition: `if she is still in office on Friday`; not `asked if he left on Friday`."""
_BEFORE_EVENT = re.compile(
    r"(?:\bto\s\w+|\b(?:of|by|about|is|are)\s\w+ing|\b(?:will|would|may|might|must|should)\s\w+)\b(?:\s(?!\w+ed\b)[\w’'-]+){0,8}?"
    r"\sbefore\s(?:(?!he\s|she\s|it\s|they\s)[\w’'-]+\s){1,6}in\s+$",
    re.IGNORECASE,
)
"""What is meant to come first: `has no intention of signing before the election in May`."""
_GOES_ON = re.compile(r"\s(?:will|would|could|may|might|must|should) (?!have\b|not have\b)", re.IGNORECASE)
"""What comes behind a subject with a day in it: `A vote in November could sink the plan`."""
_ONCE_AHEAD = re.compile(
    r"\b(?:was|were|had been) (?:\w+ly )?(?:due|set|scheduled|expected|supposed|going|planned)\b"
)


_THAT = re.compile(r"\s+that\b", re.IGNORECASE)
_BESIDE_SAYING = 4
"""So many words before an expression at most tell who was told, and how."""


class TenseCues(Lexicon):
    """The lexicon `time_cues.yml`."""

    future: tuple[str, ...]
    """Expressions that turn a clause to what is to come."""
    beside: tuple[str, ...]
    """Those that do so only right before the expression."""
    past: tuple[str, ...]
    """Expressions that turn a clause to what has been."""
    planned: tuple[str, ...]
    """Participles that look like a past and plan: `elections scheduled in May`."""
    timetable: tuple[str, ...]
    """Verbs whose present tells of what is to come, behind a conjunction: `before ministers meet on Tuesday`."""
    called_for: tuple[str, ...]
    """What is done with an event that has a day: `called a protest outside parliament for Saturday`."""
    invited: tuple[str, ...]
    """What brings somebody to an event that has a day: `invited the mayors to talks on Monday`."""
    wanted: tuple[str, ...]
    """What asks for an event that has a time: `has called for elections in the spring`."""
    events: tuple[str, ...]
    """Such events."""
    wishes: tuple[str, ...]
    """What a participle follows that is no past: `wants the plan approved on Tuesday`."""
    orders: tuple[str, ...]
    """Verbs that somebody says to another of what is to be done: `“Ask me on Thursday”`."""
    saying: tuple[str, ...]
    """Verbs that end the reach of a cue before them."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    future: re.Pattern[str]
    beside: re.Pattern[str]
    past: re.Pattern[str]
    saying: re.Pattern[str]
    planned: frozenset[str]
    planned_ahead: tuple[re.Pattern[str], ...]
    """Words that end where the expression begins, each a way to speak of what has been planned."""


@cache
def _patterns(language: str = "en") -> _Patterns:
    cues = load("time_cues", TenseCues, language)

    def compile_words(words: tuple[str, ...]) -> re.Pattern[str]:
        ordered = sorted(words, key=len, reverse=True)
        inner = "|".join(re.escape(word).replace("'", "['’]") for word in ordered)
        return re.compile(rf"(?:(?<!\w)|(?=['’]))(?:{inner})(?!\w)", re.IGNORECASE)

    return _Patterns(
        future=compile_words(cues.future),
        beside=compile_words(cues.beside),
        past=compile_words(cues.past),
        saying=compile_words(cues.saying),
        planned=frozenset(cues.planned),
        planned_ahead=(
            re.compile(
                rf"\b(?:before|until|once|when|after)\s[^,;]{{1,40}}?\s(?:{'|'.join(cues.timetable)})s?\s+(?:(?:on|in|at)\s+)?$"
            ),
            re.compile(
                rf"\b(?:they|we|you|who)\s(?:{'|'.join(cues.timetable)})\s(?:[^,;.]{{1,40}}\s)?on\s+$",
                re.IGNORECASE,
            ),
            re.compile(rf"\b(?:{'|'.join(cues.called_for)})\s(?:[^,;.]{{1,60}}\s)?for\s+$"),
            re.compile(
                rf"\b(?:{'|'.join(cues.invited)})\s[^,;.]{{1,60}}\sto\s(?:(?!and\s|who\s)[\w’'-]+\s){{1,4}}(?:on|in)\s+$"
            ),
            re.compile(
                rf"\b(?:{'|'.join(cues.wanted)})\s(?:[\w’'-]+\s){{0,3}}(?:{'|'.join(cues.events)})\sin\s+(?:the\s+)?$"
            ),
            re.compile(
                rf"\b(?:{'|'.join(cues.wishes)})\s(?:(?!to\s|who\s|that\s|which\s)[\w’'-]+\s){{1,6}}\w+ed\s(?:on|in|by)\s+$"
            ),
            _BEFORE_EVENT,
            re.compile(rf"[“\"](?:{'|'.join(cues.orders)})\b[^.?!“”\"]*$", re.IGNORECASE),
        ),
    )


def sentence_around(text: str, start: int, end: int, reach: int = _REACH) -> tuple[str, str]:
    """Returns the words of the same sentence before and after a place, at most `reach` characters."""
    before = text[max(0, start - reach) : start]
    cuts = [match.end() for match in _SENTENCE_END.finditer(before)]
    if cuts:
        before = before[cuts[-1] :]
    after = text[end : end + reach]
    cut = _SENTENCE_END.search(after)
    return before, after[: cut.start()] if cut else after


def speaks_of_future(text: str, start: int, end: int) -> bool:
    """Whether the clause around a place speaks of what is to come."""
    before, after = sentence_around(text, start, end)
    patterns = _patterns()
    clause = _CLAUSE_END.split(before)[-1]
    if _PAST_PERFECT.search(clause):
        return False
    if (
        _IS_ON.search(clause)
        or _OF_CONDITION.search(clause)
        or any(way.search(clause) for way in patterns.planned_ahead)
    ):
        return True
    beside = list(patterns.beside.finditer(clause))
    if (
        beside
        and len(clause[beside[-1].end() :].split()) <= _FEW
        and not _is_past(clause[beside[-1].end() :])
    ):
        return True
    deadline = _DEADLINE.match(after)
    if deadline and _OWN.search(clause) and not _is_past(clause + "~" + deadline[1]):
        return True
    then = _THEN.match(after)
    if then and _FRONTED.match(before) and not _is_past(before + then.group()):
        return True
    hits = list(patterns.future.finditer(clause))
    if hits and hits[-1].group().lower() in ("would", "could") and _WOULD_HAVE.match(clause, hits[-1].end()):
        return False
    if hits:
        # a participle behind `be` is passive, not past: will be held
        between = _PASSIVE.sub(" ", _CAUSED.sub(" ", clause[hits[-1].end() :]))
        negated = hits[-1].group().lower() == "could" and _NEGATION.search(clause)
        return not (patterns.saying.search(between) or _is_past(between) or negated)
    if _GOES_ON.match(after) and not _is_past(clause):
        return True
    if len(before.split()) <= 1:
        head = re.match(r",?(?:[^,;]){0,60}", after)
        cue = patterns.future.search(head.group()) if head else None
        if head is None or cue is None or cue.group().lower().startswith(("planned", "could")):
            return False
        return not _is_past(head.group()[: cue.start()])
    return False


def is_saying(word: str) -> bool:
    """Whether a word is a verb of saying in a tense: `said`, `says`."""
    return bool(_patterns().saying.fullmatch(word))


def _is_past(words: str) -> bool:
    """Whether a verb in the past stands among some words."""
    return bool(_PAST_VERB.search(words) or _patterns().past.search(words))


def ends_in_since(text: str, start: int) -> bool:
    """Whether `since` stands right before a place."""
    return text[max(0, start - 7) : start].lower().split()[-1:] == ["since"]


def follows_ended(text: str, start: int, end: int) -> bool:
    """Whether it closes a stretch that is over: the year ended Jan. 31."""
    return bool(re.search(r"\bended\s+(?:on\s+)?$", text[max(0, start - 12) : start]))


def follows_would(text: str, start: int) -> bool:
    """Whether a place hangs on a verb behind `would`: `hoped it would end over the summer`."""
    return bool(_WOULD.search(text[max(0, start - _NEAR) : start]))


def is_limit_ahead(text: str, start: int, end: int) -> bool:
    """Whether it is a limit still to come: `if prices recover by May`, `must be paid before May`."""
    before, after = sentence_around(text, start, end)
    limit = _LIMIT.search(before)
    if limit is None:
        return False
    clause = before[: limit.start()] if limit.start() > 3 else after
    return bool(_TO_COME.search(clause)) or not _is_past(clause)


def is_condition_ahead(text: str, start: int, end: int) -> bool:
    """Whether it is the limit of a condition: `if he does not answer by Monday`."""
    before, _ = sentence_around(text, start, end)
    limit = _LIMIT.search(before)
    clause = "" if limit is None else _CLAUSE_END.split(before[: limit.start()])[-1]
    condition = _CONDITION.search(clause)
    return condition is not None and not _is_past(clause[condition.end() :])


def hangs_on_past(text: str, start: int, end: int, *, loosely: bool) -> bool:
    """Whether it tells when something happened: a survey that opened in May.

    `loosely`: also where other words stand between, but no infinitive (`agreed to sell the line in May`).
    """
    before, _ = sentence_around(text, start, end)
    link = _LINK.search(before)
    if link is None or speaks_of_future(text, start, end):
        return False
    clause = _CLAUSE_END.split(before[: link.start()])[-1].rstrip()
    if _TO_DO.search(clause):
        return False
    if loosely:
        return speaks_of_past(text, start, end)
    last = clause.rsplit(" ", 1)[-1]
    return last.lower() not in _patterns().planned and _is_past(last)


def goes_further_back(text: str, start: int, end: int) -> bool:
    """Whether the clause before a place tells of what came before what the story tells: `had gone to bed at 10`."""
    before, _ = sentence_around(text, start, end)
    pluperfect = _HAD.search(_CLAUSE_END.split(before)[-1])
    return pluperfect is not None and (
        pluperfect[1].lower().endswith(("ed", "en", "ne", "wn")) or _is_past(pluperfect[1])
    )


def was_ahead(text: str, start: int, end: int) -> bool:
    """Whether the clause tells what was once to come: it was due to open in May."""
    before, _ = sentence_around(text, start, end)
    return bool(_ONCE_AHEAD.search(_CLAUSE_END.split(before)[-1]))


def tells_of_past(text: str, start: int, end: int, *, loosely: bool) -> bool:
    """Whether what would lie ahead lies back: it opens a sentence in the past, or closes what has ended.

    `loosely`: also where any verb of its clause is in the past, unless it is a limit (`to pay it by May`).
    """
    if follows_ended(text, start, end):
        return True
    before, after = sentence_around(text, start, end)
    if len(before.split()) <= 1 and (head := re.match(r"[^;:]{0,120}", after)):
        future = _patterns().future.search(head.group())
        return _is_past(head.group()[: future.start()] if future else head.group())
    if _LIMIT.search(before) or before.endswith("through "):
        return False
    return loosely and not _TO_DO.search(_CLAUSE_END.split(before)[-1]) and speaks_of_past(text, start, end)


def speaks_of_past(text: str, start: int, end: int) -> bool:
    """Whether the clause around a place speaks of what has been."""
    before, after = sentence_around(text, start, end)
    told = _STATEMENT_END.split(before)[-1]
    is_said = _THAT.match(after) and any(is_saying(word) for word in told.split()[-_BESIDE_SAYING:])
    # `said in May that it would close`: what is said is told in a tense of its own
    clause = told + " ~ " + ("" if is_said else _STATEMENT_END.split(after)[0][:60])
    patterns = _patterns()
    if patterns.future.search(clause) or any(way.search(told) for way in patterns.planned_ahead):
        return False
    return bool(patterns.past.search(clause) or re.search(r"\b\w{3,}ed\b", clause))
