"""Items as HTML: the pieces that stand on pages by the ten thousand.

Positions, quotations and dates are nine tenths of what a site prints, and a template engine spends most of its
time on looking names up. So these few pieces are written here, by one rule: every value passes through `text`
(or is a number of ours), and nothing else builds HTML outside the templates.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from briefgen.site.views.date import DateView
from briefgen.site.views.names import Name
from briefgen.site.views.position import PositionView
from briefgen.site.views.quote import QuoteView
from briefgen.site.wording import capital, count, quote_words, shorten

if TYPE_CHECKING:
    from briefgen.site.pages.matrix import MatrixCell, MatrixMark


def text(value: str) -> str:
    """Returns what every value passes through: the text, escaped for HTML."""
    # Most have nothing to escape, and no other way is as quick to say so.
    if "'" in value or '"' in value or "&" in value or "<" in value or ">" in value:
        return str(escape(value))
    return value


@cache
def mark(name: str) -> Markup:
    """Returns a mark; words that say the same must stand beside it."""
    return Markup(  # noqa: S704  the name is one of ours
        f'<svg class="bg-mark bg-{name.partition("-")[0]}" aria-hidden="true" viewBox="0 0 14 14">'
        f'<use href="#m-{name}"/></svg>'
    )


def link(name: Name) -> str:
    """Returns a name, as a link where it has a page."""
    return f'<a href="{text(name.url)}">{text(name.text)}</a>' if name.url else text(name.text)


def links(names: Sequence[Name], more: int = 0) -> str:
    """Returns names as `a, b and c`; `more` counts those that are not named."""
    if len(names) == 1 and not more:
        return link(names[0])
    made = [link(name) for name in names]
    if more:
        made.append(count(more, "other"))
    return f"{', '.join(made[:-1])} and {made[-1]}" if made else ""


def heads(names: Sequence[Name]) -> str:
    """Returns names as a heading has them: `a, b and c` with a capital at the head (`Experts`)."""
    if not names:
        return ""
    first = names[0]
    return links([Name(capital(first.text), first.url), *names[1:]])


def position_card(p: PositionView, *, here: bool = True, holder: bool = False) -> Markup:
    """Returns a position: claim, basis, facts, and the fold with the exact words.

    `here` tells that its permalink is on this page; `holder` puts who holds it before the claim.
    """
    place = f' id="{text(p.id)}"' if here else ""
    who = f'<span class="bg-who">{links(p.holders)}:</span> ' if holder else ""
    detail = " ".join(text(part) if isinstance(part, str) else link(part) for part in p.basis_detail)
    if p.toward:
        way = text(p.toward if p.target else p.stance)
        about = f" {text(p.target.text)}" if p.target else ""
        stance = f'<span class="bg-stance bg-{p.shape}">{way}</span>{about}'
    else:
        stance = f"about {text(p.target.text)}" if p.target else text(p.stance)
    words = "".join(f"<blockquote>{text(words.text)}</blockquote>" for words in p.words)
    first = p.words[0]
    facts = [f"<span>Condition: <q>{text(p.condition)}</q></span>"] if p.condition else []
    if p.when:
        facts.append(f"<span>{text(p.when)}</span>")
    if not here:
        facts.append(f'<span>Source: <a href="{text(p.url)}">{text(p.source.text)}</a></span>')
    facts.append(f"<span>Characters {first.start}–{first.end} of the article</span>")
    if p.original:
        facts.append(f'<span><a href="{text(p.original)}">See it in the original</a></span>')
    return Markup(  # noqa: S704  every value has passed through `text`
        f'<div class="bg-pos bg-pos--{p.fill}"{place}>{mark(p.mark)}\n'
        f'<p class="bg-claim">{who}{text(p.claim)}</p>\n'
        f'<p class="bg-basis"><b>{text(p.basis)}</b>{f" <span>{detail}</span>" if detail else ""}</p>\n'
        f'<details><summary><span class="bg-facts"><span>{text(p.act)}</span><span>{stance}</span>'
        f"<span>{text(p.certainty)}</span>"
        f"{'<span>checked by a person</span>' if p.reviewed else ''}</span> "
        f'<span class="bg-more">Exact words</span></summary><div class="bg-ev">{words}'
        f'<p class="bg-small">{"".join(facts)}</p></div></details>\n'
        f'<a class="bg-perma" href="{f"#{text(p.id)}" if here else text(p.url)}" title="Link to this position" '
        f'aria-label="Link to this position: {text(shorten(p.claim, 70))}">¶</a></div>\n'
    )


def quote_card(q: QuoteView, *, here: bool = True) -> Markup:
    """Returns a quotation: its words, who said them, where and when."""
    place = f' id="{text(q.id)}"' if here else ""
    kind = "" if q.direct else ' class="bg-indirect"'
    parts = "".join(f"<p>{text(quote_words(part) if q.direct else part)}</p>" for part in q.parts)
    facts = []
    if not q.direct:
        facts.append("Paraphrased by the author")
    facts.extend(text(value) for value in (q.venue, q.said) if value)
    if facts:
        facts[0] = capital(facts[0])
    if q.relayed_by:
        facts.append(f"{'according' if facts else 'According'} to {link(q.relayed_by)}")
    if not here:
        facts.append(f'<a href="{text(q.url)}">{text(q.source.text)}</a>')
    if q.reviewed:
        facts.append("checked by a person")
    if q.original:
        facts.append(f'<a href="{text(q.original)}">in the original</a>')
    facts.extend(link(same) for same in q.same)
    role = f", {text(q.role)}" if q.role else ""
    label = f"Link to this quotation by {q.speakers[0].text}: {shorten(q.parts[0], 50)}"
    return Markup(  # noqa: S704  every value has passed through `text`
        f'<figure class="bg-quote"{place}><blockquote{kind}>{parts}</blockquote>'
        f"<figcaption><b>{heads(q.speakers)}</b>{role}{' <br>' if facts else ''}{' · '.join(facts)}"
        f'<a class="bg-perma" href="{f"#{text(q.id)}" if here else text(q.url)}" '
        f'title="Link to this quotation" aria-label="{text(label)}">¶</a></figcaption></figure>\n'
    )


def date_card(d: DateView, *, here: bool = True) -> Markup:
    """Returns a date: the days it can mean, what happened, and the article's words for it."""
    place = f' id="{text(d.id)}"' if here else ""
    event = ""
    if d.event:
        event = text(d.event) if here else f'<a href="{text(d.url)}">{text(d.event)}</a>'
        event = f"<span>{event}</span>"
    if here:
        source = "in the article: "
    elif d.event:
        source = f"{text(d.source.text)}: "
    else:
        source = f'<a href="{text(d.url)}">{text(d.source.text)}</a>: '
    status = f"{text(d.status)} · " if d.status else ""
    again = " bg-again" if d.again else ""
    return Markup(  # noqa: S704  every value has passed through `text`
        f'<li class="bg-{d.shape}{again}"{place}><b>{text(d.when) if d.when else "No day known"}</b>{event} '
        f"<small>{status}{source}<q>{text(d.text)}</q></small></li>\n"
    )


def matrix_cell(cell: MatrixCell) -> Markup:
    """Returns a cell of the matrix: a mark and a number for each stance, leading to the exact words."""
    opens = ' class="bg-g"' if cell.opens_group else ""
    if not cell.marks:
        return Markup(f"<td{opens}></td>")  # noqa: S704  nothing of it is a value
    marks = " ".join([_counted(seen) for seen in cell.marks])
    return Markup(  # noqa: S704  every value has passed through `text`
        f'<td{opens}><a class="bg-cell" href="{text(cell.url)}">'
        f'<span class="bg-cell__topic">{text(cell.topic)} </span>{marks}</a></td>'
    )


@lru_cache(maxsize=1_000)  # the same few, over and over
def _counted(seen: MatrixMark) -> str:
    return (
        f'<span class="bg-n" data-shape="{text(seen.shape)}" data-fill="{text(seen.fill)}">'
        f"{mark(f'{seen.shape}-{seen.fill}')}"
        f'<span class="bg-vh">{text(seen.says)}: </span>{seen.number}</span>'
    )


def _joined(card: Callable[..., Markup]) -> Callable[..., Markup]:
    """Returns what makes many of a card at one call."""

    def cards(views: Iterable[Any], **options: bool) -> Markup:
        return Markup("".join([card(view, **options) for view in views]))  # noqa: S704  each is Markup

    return cards


CARDS = SimpleNamespace(
    mark=mark,
    link=lambda name: Markup(link(name)),  # noqa: S704  every value has passed through `text`
    links=lambda names, more=0: Markup(links(names, more)),  # noqa: S704  the same
    heads=lambda names: Markup(heads(names)),  # noqa: S704  the same
    positions=_joined(position_card),
    quotes=_joined(quote_card),
    dates=_joined(date_card),
    cells=_joined(matrix_cell),
)
"""What templates call."""
