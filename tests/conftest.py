"""How properties are tested: the same examples in every run, and no clock in the verdict."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("suite", deadline=None, derandomize=True)
settings.load_profile("suite")
