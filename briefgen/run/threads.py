"""How many threads the mathematics behind the language model may take."""

from __future__ import annotations

import os

_NAMES = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")


def one_thread() -> None:
    """Keeps this process, and those it starts, to one thread unless their environment says otherwise.

    N workers then use N cores, and matrices as small as a text's gain nothing from a second. It must be said before
    numpy is first imported.
    """
    for name in _NAMES:
        os.environ.setdefault(name, "1")
