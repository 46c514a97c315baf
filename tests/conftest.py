"""How properties are tested: the same examples in every run, and no clock in the verdict.

Not even that examples are made too slowly fails a test: that tells of the machine, not of the code.
"""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile(
    "suite", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("suite")
