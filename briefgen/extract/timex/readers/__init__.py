"""Readers: each turns a rule's match into a TIMEX3 value. A rule names its reader in the table."""

from __future__ import annotations

from collections.abc import Callable

from briefgen.extract.timex.context import Context
from briefgen.extract.timex.found import Found
from briefgen.extract.timex.readers.absolute import ABSOLUTE
from briefgen.extract.timex.readers.clock import CLOCK
from briefgen.extract.timex.readers.counted import COUNTED
from briefgen.extract.timex.readers.days import DAYS
from briefgen.extract.timex.readers.figures import FIGURES
from briefgen.extract.timex.readers.named import NAMED
from briefgen.extract.timex.readers.quarters import QUARTERS
from briefgen.extract.timex.readers.relative import RELATIVE
from briefgen.extract.timex.readers.weeks import WEEKS
from briefgen.model.timex import Timex3

Reader = Callable[[Found, Context], Timex3 | None]

READERS: dict[str, Reader] = {
    **ABSOLUTE,
    **CLOCK,
    **COUNTED,
    **DAYS,
    **FIGURES,
    **NAMED,
    **QUARTERS,
    **RELATIVE,
    **WEEKS,
}
