"""The reference page of the exports, made from the tables themselves."""

from __future__ import annotations

from briefgen.site.exports.table import Table
from briefgen.site.exports.tables import TABLES

_PAGE = """# Taking the data along

Everything on the site can be taken along. The files are made with the site; [`briefgen export FOLDER`](commands.md#briefgen-export) makes them
without it. Same briefs, same bytes: no file carries the time of its making.

## One brief

Beside each brief's page, in `briefs/<id>/`:

| file | format | for |
|---|---|---|
| `brief.yml` | YAML, as the machine keeps it: [the brief's format](brief-format.md) | people, version control |
| `brief.json` | the same keys as JSON, on one line; lists may be empty | programs |
| `cite.bib` | BibTeX | LaTeX |
| `cite.csl.json` | CSL-JSON | Zotero, Pandoc |
| `cite.ris` | RIS | every other reference manager |

The three references name the **article**, not the brief. Authors stand as the article prints them: which word is the
family name is not guessed. A headline or day that was worked out, not given, is marked as such in the note.

Each brief's page also carries linked data (JSON-LD, schema.org): an `Article` that `isBasedOn` a `NewsArticle`, with
its `Quotation`s and the `Person`s, `Organization`s and `Country`s it mentions.

## Feeds

Atom (`feed.xml`) and JSON Feed (`feed.json`), each with the 50 newest briefs: of the whole site at its root, of each
actor in `actors/<id>/`, of each topic in `topics/<id>/`. An entry's date is its article's day of publication; briefs of
articles without a known day are on the site but in no feed. Feed readers want whole addresses: set `site_url` in
`mkdocs.yml`, or give `--url` to `briefgen export`.

## The whole site

In `data/`:

| file | format | for |
|---|---|---|
| `briefs.json` | JSON: `schema` (`briefgen/export/1`), `actors`, `topics`, `briefs`; one brief a line | programs |
| `briefs.sqlite` | SQLite 3 with the tables below; `columns` describes each column | Datasette, DB Browser, SQL |
| `<table>.csv` | CSV (RFC 4180, UTF-8) of one table | spreadsheets, R, pandas |
| `network.graphml` | GraphML, directed: who speaks about whom | Gephi, visone, igraph, NetworkX |

In CSV a cell that begins with `=`, `+`, `-`, `@` or a tab has an apostrophe in front, so that no spreadsheet runs words
of an article as a formula. JSON and SQLite keep the words as they are.

### For discourse networks

`dna_statements.csv` has the columns of the Discourse Network Analyzer's event list, with the variables of its standard
statement type: person, organization, concept, agreement. It keeps positions in the holder's own words or deeds
(basis stated, relayed or enacted) that are for or against something. A position that somebody only **imputes** to
the holder is not his statement and is left out. The concept is what the position is directed at, since that is what the stance
refers to; the topic where it aims at nothing. On conditions counts as agreement. `statements.csv` has everything,
with stance and basis beside it, to choose otherwise.

`network.graphml` and `speaks_about.csv` hold the same graph. An edge of kind `position` says that the source takes a
position on the target, in own words or deeds; `support`, `oppose` and `conditional` count which way. An edge of kind
`attribution` says that the source tells what the target holds; no stance is counted, since it is not the source's.

## Pages as Markdown

`briefgen export --markdown DIR` writes every page but the search as `DIR/<path>/index.md`, with title and description
in a front matter, for generators that run no Python (Hugo, Zensical). Give the same folder twice, `briefgen export DIR
--markdown DIR`, and the links to feeds and downloads hold as well.

## The tables
"""


def exports_page() -> str:
    """Returns the Markdown page of all exports."""
    return "\n".join([_PAGE, *(_described(table) for table in TABLES)]).rstrip() + "\n"


def _described(table: Table) -> str:
    rows = [
        f"| `{column.name}` | {column.kind.lower()} | {_says(column.says, column.points_to)} |"
        for column in table.columns
    ]
    key = ", ".join(f"`{name}`" for name in table.key)
    named = f" A row is named by {key}." if key else ""
    if not table.in_database:
        named += " Only as CSV."
    head = f"### {table.name}\n\n{table.says}{named}\n\n| column | type | meaning |\n|---|---|---|"
    return "\n".join([head, *rows, ""])


def _says(words: str, table: str) -> str:
    return f"{words} (an `id` of {table})" if table else words
