"""Where what is no code lies."""

from __future__ import annotations

from pathlib import Path

TEMPLATES = Path(__file__).parent / "templates"
ASSETS = Path(__file__).parent / "assets"
THEME = Path(__file__).parent / "theme"
"""The frame of every page: header, footer, head. A project overrides single files in its custom_dir."""
