"""Three to five sentences that a one-minute reader gets, each with its attribution kept."""

from __future__ import annotations

from briefgen.model.brief import KeyPoint
from briefgen.model.position import Position
from briefgen.resolve.actors import Cast


def choose_key_points(positions: tuple[Position, ...], cast: Cast) -> tuple[KeyPoint, ...]:
    """Returns the key points made from the strongest core positions, spread over holders and topics."""
    return ()
