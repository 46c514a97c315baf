"""Positions: who holds what, on whose word, toward whom, how surely."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from briefgen.model.base import Identifier, Model
from briefgen.model.evidence import Evidence


class Basis(StrEnum):
    """On whose word it stands that the holder holds the position."""

    STATED = "stated"
    """The holder's own words, quoted or paraphrased by the author."""
    RELAYED = "relayed"
    """A third party reports the holder's words."""
    IMPUTED = "imputed"
    """Someone ascribes a belief, wish or motive to the holder."""
    NARRATED = "narrated"
    """The author does, naming no source."""
    ENACTED = "enacted"
    """Read from an action."""


class Act(StrEnum):
    """What kind of act taking the position is."""

    ASSESS = "assess"
    PREDICT = "predict"
    INFORM = "inform"
    BELIEVE = "believe"
    FEEL = "feel"
    PRAISE = "praise"
    ACCUSE = "accuse"
    REJECT = "reject"
    THREATEN = "threaten"
    DEMAND = "demand"
    ORDER = "order"
    RECOMMEND = "recommend"
    PLEDGE = "pledge"
    OFFER = "offer"
    INTEND = "intend"
    AGREE = "agree"
    DECIDE = "decide"
    SIGNAL = "signal"
    WITHHOLD = "withhold"


class Stance(StrEnum):
    """Which way the holder leans toward the target."""

    SUPPORT = "support"
    OPPOSE = "oppose"
    CONDITIONAL = "conditional"
    NEUTRAL = "neutral"
    NONE = "none"


class Certainty(StrEnum):
    """FactBank's values of the claim as worded: a claim that carries its own `not` is CT+."""

    CERTAIN = "CT+"
    DENIED = "CT-"
    PROBABLE = "PR+"
    IMPROBABLE = "PR-"
    POSSIBLE = "PS+"
    POSSIBLY_NOT = "PS-"
    UNKNOWN = "Uu"


class Salience(StrEnum):
    """Whether a one-minute reader needs it."""

    CORE = "core"
    SECONDARY = "secondary"


class Position(Model):
    """One position of one article."""

    id: str
    holder: tuple[str, ...] = ()
    """Actor ids; empty where the text names no holder (`there are fears that`)."""
    holder_text: Evidence | None = None
    """The words that name the holder, where they stand in the text."""
    act: Act
    plover: str | None = None
    """PLOVER event code, where one fits."""
    basis: Basis
    stance: Stance
    target: str | None = None
    """Actor or topic id."""
    topic: Identifier | None = None
    """Topic id."""
    claim: str
    """One plain sentence made of the article's words."""
    asserted_by: tuple[str, ...] = ()
    """Who says that the holder holds it: set for relayed and imputed positions."""
    relayed_by: tuple[str, ...] = ()
    certainty: Certainty
    condition: Evidence | None = None
    when: str | None = None
    """EDTF."""
    salience: Salience
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    quotes: tuple[str, ...] = ()
    """Ids of the quotes it rests on."""
