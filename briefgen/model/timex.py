"""Time expressions (TIMEX3) and the dates a brief publishes (EDTF)."""

from __future__ import annotations

from enum import StrEnum

from briefgen.model.base import Model
from briefgen.model.evidence import Evidence, Span


class TimexType(StrEnum):
    """The four types of TimeML's TIMEX3."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Timex3(Model):
    """The value of a time expression, after TimeML 1.2.1."""

    type: TimexType
    value: str | None = None
    """TIMEX3 value: 2024-12-29, 2024-W52, P5D, XXXX-06, PAST_REF. None where nothing is known."""
    mod: str | None = None
    """TIMEX3 mod: START, MID, END, APPROX, MORE_THAN, LESS_THAN, BEFORE, AFTER, EQUAL_OR_MORE …"""
    quant: str | None = None
    freq: str | None = None
    anchor: str | None = None
    """What the value was counted from: `published`, `text:<start>` (another expression), `event:<words>`."""


class TimexMention(Model):
    """A time expression as the tagger finds it in a text."""

    text: str
    span: Span
    timex3: Timex3


class DateEvent(Model):
    """The clause that a date dates."""

    text: str
    span: Span
    status: str | None = None
    """negated | planned | conditional | reported; absent: asserted as having happened."""
    actors: tuple[str, ...] = ()


class BriefDate(Model):
    """A date of a brief: the words, their TIMEX3 reading, and what can be published of it."""

    id: str
    text: str
    span: Span
    timex3: Timex3
    edtf: str | None = None
    earliest: str | None = None
    """First day it can mean, ISO; absent where open or unknown."""
    latest: str | None = None
    """Last day it can mean, ISO; absent where open or unknown."""
    event: DateEvent | None = None

    @property
    def evidence(self) -> Evidence:
        """The words of the expression."""
        return Evidence(text=self.text, span=self.span)
