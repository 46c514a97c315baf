"""The reference page of the settings, made from their model."""

from __future__ import annotations

import json
from pathlib import PurePath

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from briefgen.config import SETTINGS_FILE, Settings


def settings_page() -> str:
    """Returns the Markdown page of all settings, with what each does and its default."""
    name = PurePath(SETTINGS_FILE).as_posix()
    parts = [
        "# Settings\n",
        f"All settings stand in `{name}`. Each may be left out; an unknown key is refused with its line.\n",
        "| setting | default | what it does |\n|---|---|---|",
    ]
    sections = []
    for key, field in Settings.model_fields.items():
        if isinstance(field.default, BaseModel):
            sections.append((key, field.default))
        else:
            parts.append(_row(key, field))
    for key, section in sections:
        parts.append(f"\n## {key}\n\n{(type(section).__doc__ or '').strip()}\n")
        parts.append("| setting | default | what it does |\n|---|---|---|")
        parts += [_row(f"{key}.{each}", field) for each, field in type(section).model_fields.items()]
    return "\n".join(parts).rstrip() + "\n"


def _row(name: str, field: FieldInfo) -> str:
    text = " ".join((field.description or "").replace("|", "\\|").split())
    default = json.dumps(field.default, ensure_ascii=False)
    return f"| `{name}` | `{default}` | {text} |"
