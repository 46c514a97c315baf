"""The pieces written without a template: every value in them is escaped, every mark has words."""

from __future__ import annotations

from html.parser import HTMLParser

from briefgen.corpus.corpus import build_corpus
from briefgen.site.cards import date_card, heads, link, links, mark, position_card, quote_card, text
from briefgen.site.links import Links
from briefgen.site.views.date import say_once, view_date
from briefgen.site.views.names import Name
from briefgen.site.views.position import PositionView, view_position
from briefgen.site.views.quote import QuoteView, view_quote
from tests.bench.synthetic import make_brief

HOSTILE = '<b onclick="x">\'&amp;</b>'
TO = Links.at("briefs/x/")


class Text(HTMLParser):
    """Collects the text, the attributes and the tags of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.tags, self.names = "", set[str](), set[str]()
        self.feed(str(html))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.names.update(name for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


def hostile(view: PositionView | QuoteView) -> dict[str, object]:
    """Every text of a view replaced by a hostile one."""
    skip = {"shape", "fill", "id", "url"}
    values: dict[str, object] = {}
    for field, value in view._asdict().items():
        if field in skip:
            continue
        if isinstance(value, str):
            values[field] = HOSTILE
        elif isinstance(value, Name):
            values[field] = Name(HOSTILE, HOSTILE)
        elif isinstance(value, tuple) and value and isinstance(value[0], Name):
            values[field] = (Name(HOSTILE, HOSTILE),)
        elif isinstance(value, tuple) and value and isinstance(value[0], str):
            values[field] = (HOSTILE,)
    return values


def test_nothing_of_a_position_or_quote_becomes_markup() -> None:
    brief = make_brief(0)
    corpus = build_corpus([brief])
    position = view_position(corpus, brief.links.positions[0], TO)
    quote = view_quote(corpus, brief.links.quotes[0], TO)
    for here in (True, False):
        for html in (
            position_card(position._replace(**hostile(position)), here=here, holder=True),
            quote_card(quote._replace(**hostile(quote)), here=here),
        ):
            read = Text(html)
            assert "onclick" not in read.names
            assert HOSTILE in read.text


def test_a_position_says_what_its_mark_shows() -> None:
    brief = make_brief(0)
    corpus = build_corpus([brief])
    for at in brief.links.positions:
        view = view_position(corpus, at, TO)
        words = Text(position_card(view)).text
        assert view.claim in words and view.basis in words and view.certainty in words
        assert (view.toward or "about").split()[0] in words or view.stance in words
        assert all(part.text in words for part in view.words)


def test_permalinks_lead_to_the_brief_from_elsewhere() -> None:
    brief = make_brief(0)
    corpus = build_corpus([brief])
    view = view_position(corpus, brief.links.positions[0], TO)
    assert f'id="{view.id}"' in position_card(view)
    assert f'href="#{view.id}"' in position_card(view)
    elsewhere = position_card(view, here=False)
    assert f'id="{view.id}"' not in elsewhere
    assert f'href="../../briefs/{brief.id}/#{view.id}"' in elsewhere


def test_a_date_without_a_day_says_so() -> None:
    brief = make_brief(0)
    unknown = brief.dates[0].model_copy(update={"edtf": None, "earliest": None, "latest": None})
    view = view_date(brief.model_copy(update={"dates": (unknown,)}).links.dates[0], TO)
    assert "No day known" in date_card(view)
    assert view.text in date_card(view)


def test_a_date_that_repeats_the_one_before_is_said_once() -> None:
    brief = make_brief(0)
    view = view_date(brief.links.dates[0], TO)
    first, again, other = say_once([view, view, view._replace(when="another day")])
    assert [first.again, again.again, other.again] == [False, True, False]
    assert "bg-again" in date_card(again)
    assert "bg-again" not in date_card(first)


def test_names_are_joined_as_people_do() -> None:
    names = [Name("a"), Name("b", "u"), Name("c<")]
    assert links(names) == 'a, <a href="u">b</a> and c&lt;'
    assert links(names[:1], 2) == "a and 2 others"
    assert heads([Name("experts", "u"), Name("b")]) == '<a href="u">Experts</a> and b'
    assert link(Name("x")) == "x"
    assert text("a & b") == "a &amp; b"
    assert 'href="#m-for-own"' in mark("for-own")
