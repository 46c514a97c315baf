"""`briefgen eval`: score the briefs against hand-made gold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefgen.cli.project import Project, Stop, config_option
from briefgen.errors import BriefgenError, Place, StoreError
from briefgen.model.registry import Registry

if TYPE_CHECKING:
    from briefgen.evaluate.gold import GoldBrief
    from briefgen.model.article import Article
    from briefgen.model.brief import Brief

GOLD = Path("tests/gold")


@click.command(name="eval")
@click.option("--gold", type=click.Path(file_okay=False, path_type=Path), default=GOLD, show_default=True)
@click.option("--only", multiple=True, metavar="DOC", help="Score this gold article only; may be repeated.")
@click.option("--misses", is_flag=True, help="List each miss.")
@click.option("--write", is_flag=True, help="Write the figures into report.json beside the gold.")
@config_option
@click.pass_context
def evaluate(
    ctx: click.Context, gold: Path, only: tuple[str, ...], misses: bool, write: bool, config: Path
) -> None:
    """Score fresh briefs of the gold articles, and hold the figures to the floors in floors.json.

    Articles that are among the project's sources are read with their front matter and the registry, as a
    build reads them; others as bare text. Exits with 1 where a figure lies below its floor.
    """
    from briefgen.evaluate.report import as_text, below, figures
    from briefgen.evaluate.score import score

    try:
        pairs = [(g, b) for g, b in _briefs(gold, Project.load(config), only) if not only or g.doc in only]
        floors = _floors(gold)
    except BriefgenError as error:
        raise Stop(error) from error
    tally = score(gold=[g for g, _ in pairs], predicted=[b for _, b in pairs])
    values = figures(tally.counts)
    click.echo(f"{len(pairs)} articles: {', '.join(g.doc for g, _ in pairs)}")
    click.echo(as_text(tally, {} if only else floors, misses=misses))
    if write:
        report: dict[str, Any] = {"articles": [g.doc for g, _ in pairs], "figures": values}
        (gold / "report.json").write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    low = [] if only else below(values, floors)
    for line in low:
        click.echo(line, err=True)
    if low:
        ctx.exit(1)


def _floors(gold: Path) -> dict[str, float]:
    path = gold / "floors.json"
    if not path.is_file():
        return {}
    try:
        floors = json.loads(path.read_text(encoding="utf-8"))
        return {str(name): float(value) for name, value in floors.items()}
    except (ValueError, AttributeError, TypeError) as error:
        raise StoreError(
            f"not a JSON object of numbers: {error}", todo="Mend it.", place=Place(path=path)
        ) from error


def _briefs(folder: Path, project: Project, only: tuple[str, ...]) -> list[tuple[GoldBrief, Brief]]:
    from briefgen.evaluate.gold import load_gold
    from briefgen.ingest.article import article_from_text
    from briefgen.pipeline import load_rules, make_brief
    from briefgen.store.load import load_registry

    sources = {a.head.text_sha256: a for a in _articles(project)}
    extractor = load_rules()
    registry = load_registry(project.content.root)
    pairs = []
    for gold in load_gold(folder, {digest: a.text for digest, a in sources.items()}):
        if only and gold.doc not in only:
            continue
        article = sources.get(gold.sha256 or "")
        if article is not None:
            pairs.append((gold, make_brief(article, extractor, registry)))
        else:
            bare = article_from_text(
                gold.doc, gold.text, published=gold.published, title=gold.title, publisher=gold.outlet
            )
            pairs.append((gold, make_brief(bare, extractor, Registry())))
    return pairs


def _articles(project: Project) -> list[Article]:
    from briefgen.ingest.source import article_of, read_source

    articles = []
    for path in project.content.source_files():
        try:
            articles.append(article_of(read_source(path)))
        except BriefgenError as error:
            click.echo(f"passed over: {error}", err=True)
    return articles
