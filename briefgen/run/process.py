"""What one process of ours takes of the machine, and how it ends."""

from __future__ import annotations

import atexit
import gc
import os

_NAMES = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")
"""What tells the mathematics behind the language model how many threads to take."""


def one_thread() -> None:
    """Keeps this process, and those it starts, to one thread unless their environment says otherwise.

    N workers then use N cores, and matrices as small as a text's gain nothing from a second. It must be said before
    numpy is first imported.
    """
    for name in _NAMES:
        os.environ.setdefault(name, "1")


def end_at_once() -> None:
    """Lets this process end without looking through all that it holds for what is no longer in use.

    The system takes everything back anyway. With some thousands of briefs loaded the looking takes as long as a third
    of a small build.
    """
    atexit.register(gc.freeze)
