"""Reads files in a process of its own, which may hang, swell or die without harm to anybody."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any

from briefgen.errors import BriefgenError, Place, SourceError
from briefgen.ingest.readers.incoming import Incoming, Link
from briefgen.ingest.readers.read import read_bytes

MEMORY_BYTES = 2_000_000_000
"""Address space of the reading process, where the system can limit it."""
SECONDS = 30.0
"""The longest that one file may be read."""
_START_SECONDS = 300.0
"""A machine may be busy; what has not started by then never will."""

Read = Callable[..., tuple[Incoming | Link, ...]]


@dataclass(slots=True)
class Sandbox:
    """A process that reads; it is started when first needed, and anew after one that had to be killed."""

    seconds: float = SECONDS
    read: Read = read_bytes
    _process: SpawnProcess | None = field(default=None, init=False)
    _pipe: Connection | None = field(default=None, init=False)

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def __call__(self, data: bytes, place: Place, **options: Any) -> tuple[Incoming | Link, ...]:
        """Returns what `read_bytes` gives for a file.

        Raises SourceError where it takes too long or too much memory, and what `read_bytes` raises.
        """
        pipe = self._start()
        try:
            pipe.send((data, place, options))
            if not pipe.poll(self.seconds):
                self._stop()
                raise SourceError(
                    f"reading it takes longer than {self.seconds:g} seconds",
                    todo="Save its text as a file and add that.",
                    place=place,
                )
            answer = pipe.recv()
        except (EOFError, OSError) as error:
            self._stop()
            raise SourceError(
                "reading it takes too much memory, or breaks the reader",
                todo="Save its text as a file and add that.",
                place=place,
            ) from error
        if isinstance(answer, BriefgenError):
            raise answer
        found: tuple[Incoming | Link, ...] = answer
        return found

    def _start(self) -> Connection:
        if self._pipe is not None and self._process is not None and self._process.is_alive():
            return self._pipe
        self._stop()
        context = get_context("spawn")
        mine, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs, self.read), daemon=True)
        self._process.start()
        theirs.close()
        self._pipe = mine
        if not mine.poll(_START_SECONDS):
            self._stop()
            raise SourceError("the reading process does not start", todo="Try again.")
        mine.recv()
        return mine

    def _stop(self) -> None:
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
        self._pipe = self._process = None


def serve(pipe: Connection, read: Read) -> None:
    """Reads what comes through a pipe until it closes."""
    _limit_memory()
    # What libraries have to say of a broken file is said once, by the error.
    logging.disable(logging.CRITICAL)
    pipe.send("ready")
    with contextlib.suppress(EOFError, OSError):
        while True:
            data, place, options = pipe.recv()
            answer: object
            try:
                answer = read(data, place, **options)
            except BriefgenError as error:
                answer = error
            except MemoryError:
                answer = SourceError("too large to read", todo="Add its text alone.", place=place)
            except Exception as error:
                # A fault in a library that reads foreign files: said of this file, and the next is read.
                answer = SourceError(
                    f"cannot be read ({type(error).__name__}: {str(error)[:120]})",
                    todo="Save its text as a file and add that.",
                    place=place,
                )
            pipe.send(answer)


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:
        return  # no such limit on this system
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
