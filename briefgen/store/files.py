"""Writes files so that whoever looks, at whatever moment, finds the old one or the new one, whole."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from briefgen.errors import Place, StoreError

TEMPORARY = ".briefgen-"
"""How the names of unfinished files begin; a file that a killed run left behind is no loss."""


def write_atomically(path: Path, text: str) -> bool:
    """Writes a text file whole or not at all, and says whether it changed.

    Raises StoreError where it cannot be written; what was there stays as it was.
    """
    return write_bytes_atomically(path, text.encode("utf-8"))


def write_bytes_atomically(path: Path, data: bytes) -> bool:
    """Writes a file whole or not at all, and says whether it changed.

    Raises StoreError where it cannot be written; what was there stays as it was.
    """
    try:
        if path.is_file() and path.read_bytes() == data:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f"{TEMPORARY}{os.getpid()}-", suffix=".tmp", dir=path.parent)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            temporary.chmod(0o644)
            temporary.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
        _sync_folder(path.parent)
    except OSError as error:
        raise StoreError(
            f"cannot be written: {error.strerror}",
            todo="Check the disk's space and the folder's permissions.",
            place=Place(path=path),
        ) from error
    return True


def sweep(folder: Path) -> int:
    """Removes unfinished files that a killed run left in a folder; returns how many.

    Files of a run that is still alive on this machine stay.
    """
    count = 0
    if folder.is_dir():
        for path in sorted(folder.glob(f"{TEMPORARY}*.tmp")):
            owner = path.name.removeprefix(TEMPORARY).partition("-")[0]
            if owner.isdigit() and _is_alive(int(owner)):
                continue
            with contextlib.suppress(OSError):
                path.unlink()
                count += 1
    return count


def _is_alive(process: int) -> bool:
    if os.name != "posix" or process == os.getpid():
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _sync_folder(folder: Path) -> None:
    # A rename is on the disk only when its folder is; some systems cannot open a folder.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
