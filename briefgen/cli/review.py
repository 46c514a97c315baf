"""`briefgen review`: decide about what most needs a person's eye."""

from __future__ import annotations

import getpass
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefgen.cli.project import Project, Stop, config_option
from briefgen.errors import BriefgenError, StoreError

if TYPE_CHECKING:
    from briefgen.corpus.doubts import Doubt
    from briefgen.model.brief import Brief
    from briefgen.model.review import ReviewItem

_AROUND = 160


@click.command()
@click.argument("brief", required=False)
@click.argument("item", required=False)
@click.option("--list", "only_list", is_flag=True, help="List what to look at, and ask nothing.")
@click.option("--json", "as_json", is_flag=True, help="List it for programs.")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="How many at most.")
@click.option("--accept", "verdict", flag_value="accept", help="Accept ITEM of BRIEF.")
@click.option("--reject", "verdict", flag_value="reject", help="Reject ITEM of BRIEF.")
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="FIELD=VALUE",
    help="Correct a field of ITEM; may be repeated.",
)
@click.option("--note", help="Why.")
@click.option("--by", help="Who decides; the name of the account, else.")
@config_option
def review(
    brief: str | None,
    item: str | None,
    only_list: bool,
    as_json: bool,
    limit: int,
    verdict: str | None,
    settings: tuple[str, ...],
    note: str | None,
    by: str | None,
    config: Path,
) -> None:
    """Look at what the rules are least sure of, and decide.

    Without arguments it asks about the items of all briefs, core ones first; with BRIEF about those of one.
    With BRIEF and ITEM and a decision it writes that and asks nothing:

    \b
      briefgen review 2024-05-03-example q-k3v7qz2m --accept
      briefgen review 2024-05-03-example q-k3v7qz2m --set speaker.actor=kari-nordmann --note "see line 3"

    Decisions stand in content/reviews/BRIEF.yml. They outlast new readings of the article; one whose item
    changed or went away is asked about again.
    """
    try:
        desk = _Desk(Project.load(config), by or _account())
        if verdict or settings:
            if not (brief and item):
                raise click.UsageError("A decision needs BRIEF and ITEM.")
            if verdict and settings:
                raise click.UsageError("Give either --set or --accept or --reject.")
            click.echo(desk.decide(brief, item, verdict or "correct", _fields(settings), note))
            return
        queue = [
            doubt for doubt in desk.doubts() if brief in (None, doubt.brief) and item in (None, doubt.item)
        ]
        if as_json:
            rows = [
                {
                    "brief": d.brief,
                    "item": d.item,
                    "kind": d.kind,
                    "weight": d.weight,
                    "reasons": list(d.reasons),
                }
                for d in queue[:limit]
            ]
            click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        elif only_list or not _is_terminal():
            for doubt in queue[:limit]:
                click.echo(f"{doubt.brief} {doubt.item}: {'; '.join(doubt.reasons)}")
            waiting = desk.waiting()
            for line in waiting:
                click.echo(line)
            click.echo(f"{len(queue)} items to look at, {len(waiting)} decisions to make again")
        else:
            _ask(desk, queue[:limit])
    except BriefgenError as error:
        raise Stop(error) from error


class _Desk:
    """The briefs and reviews of a project while a person goes through them."""

    def __init__(self, project: Project, by: str) -> None:
        from briefgen.store.load import load_briefs, load_reviews

        project.require_content()
        self.project = project
        self.by = by
        self.briefs = {each.id: each for each in load_briefs(project.content.root).items}
        loaded = load_reviews(project.content.root)
        if loaded.failures:
            # To write beside what cannot be read could cost a decision.
            raise loaded.failures[0].error
        self.reviews = {each.id: each for each in loaded.items}

    def doubts(self) -> tuple[Doubt, ...]:
        from briefgen.corpus.doubts import find_doubts
        from briefgen.store.overlay import lay_over

        overlaid = lay_over(self.briefs.values(), self.reviews.values())
        decided = {(brief, item) for brief, items in overlaid.reviewed.items() for item in items}
        return find_doubts(overlaid.briefs, decided)

    def waiting(self) -> list[str]:
        from briefgen.store.overlay import lay_over

        overlaid = lay_over(self.briefs.values(), self.reviews.values())
        return [f"{finding.brief}: {finding.message}" for finding in overlaid.findings]

    def decide(
        self, brief_id: str, item_id: str, verdict: str, fields: dict[str, Any], note: str | None
    ) -> str:
        """Writes a decision, and says what was written where."""
        from briefgen.model.review import Verdict
        from briefgen.store.decisions import decide, with_decision
        from briefgen.store.files import write_atomically
        from briefgen.store.overlay import lay_one_over
        from briefgen.store.review_text import review_text

        brief = self.briefs.get(brief_id)
        if brief is None:
            raise StoreError(f"there is no brief {brief_id!r}", todo="`briefgen review --list` names them.")
        try:
            decision = decide(
                brief,
                item_id,
                Verdict(verdict),
                corrections=fields,
                note=note,
                by=self.by,
                on=datetime.now(UTC).date().isoformat(),
            )
        except KeyError:
            raise StoreError(
                f"{brief_id} has no item {item_id!r}", todo="Take an id from the brief."
            ) from None
        new = with_decision(self.reviews.get(brief_id), brief_id, decision)
        index = len(new.items) - 1
        for finding in lay_one_over(brief, new).findings:
            if finding.index == index:
                raise StoreError(f"that cannot be done: {finding.message}", todo="Check field and value.")
        path = self.project.content.review(brief_id)
        before = path.read_text(encoding="utf-8") if path.is_file() else ""
        write_atomically(path, review_text(new, before))
        self.reviews[brief_id] = new
        return (
            f"{path.as_posix()}: {item_id} {verdict}ed"
            if verdict != "correct"
            else _corrected(path, decision)
        )

    def context(self, doubt: Doubt) -> str:
        """Returns the item's words with the article's words around them, where the source is there."""
        from briefgen.ingest.source import read_source, source_id
        from briefgen.store.review_targets import items_of

        item = next(each for each in items_of(self.briefs[doubt.brief]) if each.id == doubt.item)
        sources = self.project.content.source_files()
        path = next((path for path in sources if source_id(path) == doubt.brief), None)
        if path is None:
            return item.words
        try:
            text = read_source(path, max_bytes=self.project.settings.ingest.max_bytes).text
        except BriefgenError:
            return item.words  # `check` says what is wrong with the source
        end = text.find("\n", item.start + len(item.words))
        start = max(text.rfind("\n", 0, item.start) + 1, item.start - _AROUND)
        return text[start : min(end if end >= 0 else len(text), item.start + len(item.words) + _AROUND)]

    def show(self, doubt: Doubt) -> str:
        """Returns the item as it stands in the brief."""
        from briefgen.store.review_targets import items_of
        from briefgen.store.yaml_writer import write_model

        brief: Brief = self.briefs[doubt.brief]
        return write_model(next(each.value for each in items_of(brief) if each.id == doubt.item))


def _ask(desk: _Desk, queue: list[Doubt]) -> None:
    for number, doubt in enumerate(queue, 1):
        click.echo(f"\n{number} of {len(queue)}: {doubt.brief}")
        click.secho(_visible(desk.context(doubt)), bold=True)
        click.echo(_visible(desk.show(doubt)), nl=False)
        click.secho("; ".join(doubt.reasons), fg="yellow")
        while True:
            answer = click.prompt(
                "[a]ccept, [r]eject, FIELD=VALUE to correct, [s]kip, [q]uit", default="s", show_default=False
            ).strip()
            if answer in ("q", "quit"):
                return
            if answer in ("s", "skip"):
                break
            verdict = {"a": "accept", "accept": "accept", "r": "reject", "reject": "reject"}.get(
                answer, "correct"
            )
            try:
                fields = _fields((answer,)) if verdict == "correct" else {}
                click.echo(desk.decide(doubt.brief, doubt.item, verdict, fields, None))
                break
            except (BriefgenError, click.UsageError) as error:
                click.secho(str(error), fg="red", err=True)


def _fields(settings: tuple[str, ...]) -> dict[str, Any]:
    """Returns `a.b=c` as {a: {b: c}}; a value with commas in brackets is a list."""
    fields: dict[str, Any] = {}
    for setting in settings:
        name, mark, value = setting.partition("=")
        if not mark or not name.strip():
            raise click.UsageError(f"{setting!r} is not FIELD=VALUE.")
        at = fields
        *outer, last = name.strip().split(".")
        for part in outer:
            at = at.setdefault(part, {})
        text = value.strip()
        is_list = text.startswith("[") and text.endswith("]")
        at[last] = [part.strip() for part in text[1:-1].split(",") if part.strip()] if is_list else text
    return fields


def _corrected(path: Path, decision: ReviewItem) -> str:
    return f"{path.as_posix()}: {decision.target} corrected ({', '.join(decision.set)})"


def _visible(text: str) -> str:
    """Returns a text with nothing in it that a terminal would obey."""
    return "".join(
        char if char == "\n" or char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text
    )


def _is_terminal() -> bool:
    return sys.stdin.isatty()


def _account() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"
