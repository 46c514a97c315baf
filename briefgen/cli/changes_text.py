"""Changes as Markdown that shows an article's words and never acts on them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from briefgen.corpus.changes import BriefChange, BriefStatus, Changes
from briefgen.corpus.item_changes import ItemChanges, PositionChange, PositionShown
from briefgen.corpus.turns import Turn

_LONGEST = 240
_HEADS = {
    BriefStatus.NEW: "New",
    BriefStatus.REVISED: "Revised",
    BriefStatus.REREAD: "Read otherwise",
    BriefStatus.REMOVED: "Removed",
}
_ACTIVE = re.compile(r"[\\`*_{}\[\]()<>#+!|~&$:@-]|(?<=\bwww)\.")
"""What Markdown, HTML, mentions (@), references (#) and addresses that link by themselves begin with."""


def markdown(changes: Changes, *, limit: int = 60_000) -> str:
    """Returns the changes as Markdown of at most `limit` characters; what is cut off is counted."""
    if changes.is_empty:
        return "No brief changed.\n"
    lines: list[str] = []
    room = limit - 80
    rest = 0
    for line in _lines(changes):
        if rest or len(line) + 1 > room:
            rest += 1
            continue
        lines.append(line)
        room -= len(line) + 1
    if rest:
        lines += ["", f"… and {rest} more lines; `briefgen diff` prints all of them."]
    return "\n".join(lines) + "\n"


def shown(text: str) -> str:
    """Returns text of an article as Markdown that reads as that text: no markup, no mention, no link."""
    words = " ".join(text.split())
    if len(words) > _LONGEST:
        words = words[: _LONGEST - 1].rstrip() + "…"
    visible = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in words)
    return _ACTIVE.sub(lambda found: _harmless(found.group()), visible)


def _harmless(char: str) -> str:
    # A zero-width space behind them keeps @names and #numbers from calling people and closing tickets.
    return f"&#{ord(char)};&#8203;" if char in "@#:." else f"&#{ord(char)};"


def _lines(changes: Changes) -> Iterator[str]:
    yield from _overview(changes)
    yield from _section("Stances that changed", (_turn(turn) for turn in changes.turns))
    yield from _section("Positions that read otherwise", _changed_positions(changes))
    yield from _section(
        "New actors to name",
        (f"- {shown(actor.name)} ({actor.kind}), in {_codes(actor.briefs)}" for actor in changes.new_actors),
        "Name them in `content/registry/actors.yml`, or join them with somebody who is there.",
    )
    yield from _section(
        "Speakers that are nobody known",
        (
            f"- {_code(row.brief)}: {shown(row.speaker or 'no speaker')}: “{shown(row.words)}”"
            for row in changes.unresolved
        ),
    )
    yield from _section("Warnings", (f"- {_code(row.brief)}: {shown(row.text)}" for row in changes.warnings))
    for change in changes.briefs:
        yield from _brief(change)


def _overview(changes: Changes) -> Iterator[str]:
    counts = [
        _count(sum(1 for _ in changes.with_status(status)), f"{head.lower()} brief")
        for status, head in (
            (BriefStatus.NEW, "new"),
            (BriefStatus.REVISED, "revised"),
            (BriefStatus.REREAD, "differently read"),
            (BriefStatus.REMOVED, "removed"),
        )
    ]
    items = [change.items for change in changes.briefs]
    counts += [
        _count(sum(len(item.new_positions) for item in items), "new position"),
        _count(sum(len(item.gone_positions) for item in items), "position gone", "positions gone"),
        _count(len(changes.turns), "changed stance"),
        _count(len(changes.new_actors), "new actor to name", "new actors to name"),
        _count(len(changes.unresolved), "unresolved speaker"),
        _count(len(changes.warnings), "warning"),
    ]
    yield "**" + ", ".join(count for count in counts if count) + "**"


def _section(head: str, rows: Iterable[str], note: str = "") -> Iterator[str]:
    found = list(rows)
    if found:
        yield from ("", f"### {head}", "")
        if note:
            yield from (note, "")
        yield from found


def _turn(turn: Turn) -> str:
    return (
        f"- {shown(turn.name)} on {shown(turn.target)}:"
        f" {turn.before.stance.value} → **{turn.after.stance.value}**"
        f" ({_code(turn.after.brief)}: {shown(turn.after.claim)}; before, {_code(turn.before.brief)}:"
        f" {shown(turn.before.claim)})"
    )


def _changed_positions(changes: Changes) -> Iterator[str]:
    rows = [(change, row) for change in changes.briefs for row in change.items.changed_positions]
    for change, row in sorted(rows, key=lambda pair: not pair[1].changes_stance):
        yield f"- {_code(change.id)}: {shown(row.after.claim)} ({_differences(row)})"


def _differences(row: PositionChange) -> str:
    parts = []
    for field in row.fields:
        before, after = getattr(row.before, field, None), getattr(row.after, field, None)
        if field == "claim":
            parts.append(f"was: {shown(row.before.claim)}")
        elif before != after:
            parts.append(f"{field}: {_value(before)} → {_value(after)}")
        else:
            parts.append(field.replace("_", " "))
    return "; ".join(parts)


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(shown(str(item)) for item in value) or "none"
    return shown(str(value)) if value else "none"


def _brief(change: BriefChange) -> Iterator[str]:
    facts = ", ".join(shown(fact) for fact in (change.publisher, change.published) if fact)
    yield from ("", f"### {_HEADS[change.status]}: {shown(change.title)}", "")
    yield f"{_code(change.id)}{f', {facts}' if facts else ''}{_tally(change.items)}"
    for head, positions in (
        ("New positions:", change.items.new_positions),
        ("Positions gone:", change.items.gone_positions),
    ):
        if positions and change.status is not BriefStatus.REMOVED:
            yield from ("", head, "")
            yield from (_position(position) for position in _core_first(positions))


def _tally(items: ItemChanges) -> str:
    parts = [
        _count(len(items.new_quotes), "new quote"),
        _count(len(items.gone_quotes), "quote gone", "quotes gone"),
        _count(items.changed_quotes, "changed quote"),
        _count(len(items.new_dates), "new date"),
        _count(len(items.gone_dates), "date gone", "dates gone"),
        _count(items.changed_dates, "changed date"),
    ]
    said = ", ".join(part for part in parts if part)
    return f": {said}" if said else ""


def _core_first(positions: Sequence[PositionShown]) -> list[PositionShown]:
    return sorted(positions, key=lambda position: position.salience != "core")


def _position(position: PositionShown) -> str:
    holder = shown(", ".join(position.holder)) or "(nobody named)"
    toward = position.target or position.topic
    stance = (
        "" if position.stance == "none" else f", {position.stance}{f' {shown(toward)}' if toward else ''}"
    )
    by = f" by {shown(', '.join(position.asserted_by))}" if position.asserted_by else ""
    mark = "**" if position.salience == "core" else ""
    return f"- {mark}{holder}{mark} ({position.basis}{by}{stance}): {shown(position.claim)}"


def _codes(ids: Iterable[str]) -> str:
    return ", ".join(_code(id) for id in ids)


def _code(id: str) -> str:
    # An id holds letters, digits, dots, hyphens and underscores only; the model sees to that.
    return f"`{id}`"


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}" if number else ""
