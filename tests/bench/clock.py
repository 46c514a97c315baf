"""What programs take that run by themselves."""

from __future__ import annotations

import resource


def spent() -> float:
    """Returns the CPU seconds that all processes took which this one started and saw end, from start to end."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
