"""Compiled templates, kept for the next build."""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from pickle import UnpicklingError

import jinja2
from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket


class CompiledTemplates(FileSystemBytecodeCache):
    """Keeps compiled templates where Python keeps compiled modules, beside them, and on the same terms.

    Nowhere else: they are run as they lie there, so whoever can write the folder must be able to write the program.
    """

    def __init__(self, templates: Path) -> None:
        folder = Path(cache_from_source(str(templates / "_.py"))).parent
        super().__init__(str(folder), f"%s-{jinja2.__version__}.pyc")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Loads a template; one that is damaged or cannot be read is compiled again."""
        try:
            super().load_bytecode(bucket)
        except (OSError, EOFError, LookupError, TypeError, ValueError, UnpicklingError):
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps a template, where that is wanted and can be."""
        if sys.dont_write_bytecode:
            return
        with suppress(OSError):
            Path(self.directory).mkdir(parents=True, exist_ok=True)
            super().dump_bytecode(bucket)
