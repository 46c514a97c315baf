"""`briefgen reference`: write the reference pages that are made from the code."""

from __future__ import annotations

import inspect
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from briefgen.cli.settings_page import settings_page
from briefgen.model.brief import Brief
from briefgen.site.exports.reference import exports_page

_NOTE = "<!-- Made by `briefgen reference docs/reference`; edit the code, not this page. -->\n\n"


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--check", is_flag=True, help="Write nothing; fail where a page is out of date.")
@click.pass_context
def reference(ctx: click.Context, folder: Path, check: bool) -> None:
    """Write the pages of the commands, the brief's format, the exports and the settings into FOLDER."""
    root = ctx.find_root().command
    stale = []
    pages = {
        "commands.md": commands_page(root),
        "brief-format.md": format_page(),
        "exports.md": _NOTE + exports_page(),
        "settings.md": _NOTE + settings_page(),
    }
    for name, text in pages.items():
        path = folder / name
        if check:
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                stale.append(str(path))
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    for name in stale:
        click.echo(f"{name}: out of date. Run `briefgen reference {folder}`.", err=True)
    if stale:
        ctx.exit(1)


def commands_page(root: click.Command) -> str:
    """Returns the Markdown page of all commands with their options, made from the commands themselves."""
    parts = [_NOTE + "# Commands\n"]
    for path, command in _walk(root, "briefgen"):
        if command.hidden:
            continue
        ctx = click.Context(command, info_name=path)
        usage = " ".join(command.collect_usage_pieces(ctx))
        parts.append(f"## {path}\n\n```\n{path} {usage}\n```\n\n{_plain(command.help)}\n")
        rows = [r for p in command.get_params(ctx) if (r := p.get_help_record(ctx)) and "--help" not in r[0]]
        if rows:
            parts.append("| option | meaning |\n|---|---|")
            parts += [f"| `{_cell(name)}` | {_cell(text)} |" for name, text in rows]
            parts.append("")
    return "\n".join(parts).rstrip() + "\n"


def _walk(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        for name in sorted(command.commands):
            yield from _walk(command.commands[name], f"{path} {name}")


def _plain(text: str | None) -> str:
    # Python 3.13 takes the indentation off docstrings, earlier ones leave it on.
    paragraphs = inspect.cleandoc(text or "").split("\n\n")
    # \b on a line of its own is click's mark for "do not rewrap": such a paragraph is shown as it stands.
    return "\n\n".join(
        textwrap.indent(each.removeprefix("\b\n"), "    ") if each.startswith("\b\n") else each
        for each in paragraphs
    )


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())


def format_page() -> str:
    """Returns the Markdown page of the brief's format, made from the models."""
    schema = Brief.model_json_schema(by_alias=True)
    definitions: dict[str, Any] = schema.pop("$defs")
    parts = [
        _NOTE + "# The brief's format\n",
        "A brief is one YAML file, `content/briefs/<id>.yml`, written by the machine only. Keys stand",
        "in this order; absent means unknown. Spans are `[start, end)` in code points of the text.\n",
    ]
    order = ["Brief", *sorted(definitions)]
    for name in order:
        definition = schema if name == "Brief" else definitions[name]
        parts.append(f"## {name}\n\n{definition.get('description', '').strip()}\n")
        if "enum" in definition:
            parts.append(", ".join(f"`{value}`" for value in definition["enum"]) + "\n")
            continue
        required = set(definition.get("required", ()))
        parts.append("| key | what | |\n|---|---|---|")
        for key, field in definition.get("properties", {}).items():
            text = _cell(field.get("description", ""))
            need = "required" if key in required else ""
            parts.append(f"| `{key}` | {_type(field)}{'. ' + text if text else ''} | {need} |")
        parts.append("")
    return "\n".join(parts).rstrip() + "\n"


def _type(field: dict[str, Any]) -> str:
    if "$ref" in field:
        name = field["$ref"].rsplit("/", 1)[-1]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in field:
        return " or ".join(t for f in field["anyOf"] if (t := _type(f)) != "nothing")
    if "prefixItems" in field:
        return "[start, end)"
    match field.get("type"):
        case "array":
            return f"list of {_type(field['items'])}" if "items" in field else "list"
        case "null":
            return "nothing"
        case "string":
            return "text"
        case "integer" | "number":
            return "number"
        case "boolean":
            return "true or false"
        case other:
            return str(other or "value")
