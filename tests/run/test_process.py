"""How a process of ours ends."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

_TOLD = "import atexit, gc; atexit.register(lambda: print(gc.get_freeze_count() > 0))\n"
_COMMAND = "from briefgen.cli.main import main; main(['schema', 'brief'], standalone_mode=False)"
_PLUGIN = (
    "from briefgen.site.plugin import BriefgenPlugin; BriefgenPlugin().on_startup(command={!r}, dirty=False)"
)


@pytest.mark.parametrize(
    ("code", "at_once"),
    [
        (_COMMAND, True),
        (_PLUGIN.format("build"), True),
        (
            _PLUGIN.format("serve"),
            False,
        ),  # it builds again and again, and must give back what it no longer needs
        ("import briefgen.site.plugin", False),  # whoever only uses us ends as he likes
    ],
)
def test_what_is_held_at_the_end_is_not_looked_through(code: str, at_once: bool) -> None:
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", _TOLD + code],
        env=os.environ | {"PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == str(at_once)
