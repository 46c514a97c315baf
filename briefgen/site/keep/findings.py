"""What was found between briefs: kept, and looked for again only where something it was found in has changed."""

from __future__ import annotations

from typing import NamedTuple


class Finding(NamedTuple):
    """Fingerprints of what a finding was looked for in, and of what it says."""

    found_in: str
    vouched: str


Findings = dict[str, Finding]
"""Brief id → what was found of the briefs related to it."""
