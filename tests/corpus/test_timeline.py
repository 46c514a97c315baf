from __future__ import annotations

from briefgen.corpus.timeline import TimelineEntry, build_timeline, content_words
from briefgen.model.article import ArticleHead
from briefgen.model.brief import Brief, Generator
from briefgen.model.timex import BriefDate, DateEvent, Timex3, TimexType


def dated(
    words: str, event: str, edtf: str, first: str | None, last: str | None, status: str | None = None
) -> BriefDate:
    return BriefDate(
        id="d-" + words.replace(" ", "-"),
        text=words,
        span=(0, len(words)),
        timex3=Timex3(type=TimexType.DATE, value=edtf),
        edtf=edtf,
        earliest=first,
        latest=last,
        event=DateEvent(text=event, span=(0, len(event)), status=status, actors=("ann-lee",)),
    )


def brief(id: str, *dates: BriefDate) -> Brief:
    return Brief(
        id=id,
        article=ArticleHead(id=id, published="2024-11-19"),
        generator=Generator(briefgen="0", extractor="rules", model="none"),
        dates=dates,
    )


def timeline(briefs: list[Brief], same: dict[str, str] | None = None) -> tuple[TimelineEntry, ...]:
    dates = [at for brief in briefs for at in brief.links.dates]
    return build_timeline(sorted(dates, key=lambda at: at.order), same)


SUMMIT_YEAR = dated("2019", "the 2019 Bergen harbour summit", "2019", "2019-01-01", "2019-12-31")
SUMMIT_MONTH = dated(
    "February 2019", "their Bergen summit", "2019-02", "2019-02-01", "2019-02-28", "reported"
)
OTHER = dated("in 2019", "the copper levy was raised", "2019", "2019-01-01", "2019-12-31")


def test_same_event_of_two_articles_is_one_entry() -> None:
    entries = timeline([brief("a", SUMMIT_YEAR, OTHER), brief("b", SUMMIT_MONTH)])
    (joined,) = [entry for entry in entries if len(entry.briefs) == 2]
    assert (joined.edtf, joined.earliest, joined.latest) == ("2019-02", "2019-02-01", "2019-02-28")
    assert joined.briefs == ("b", "a")
    assert joined.status is None
    assert len(entries) == 2


def test_other_days_are_other_events() -> None:
    march = dated("March 2019", "the Bergen summit", "2019-03", "2019-03-01", "2019-03-31")
    assert len(timeline([brief("a", march), brief("b", SUMMIT_MONTH)])) == 2


def test_what_did_not_happen_is_no_telling_of_what_did() -> None:
    negated = dated("February", "the Bergen summit", "2019-02", "2019-02-01", "2019-02-28", "negated")
    assert len(timeline([brief("a", negated), brief("b", SUMMIT_MONTH)])) == 2


def test_within_one_article_only_the_same_days_join() -> None:
    assert len(timeline([brief("a", SUMMIT_YEAR, SUMMIT_MONTH)])) == 2


def test_actors_are_canonical_and_order_is_that_of_time() -> None:
    late = dated("now on", "the ferry war goes on", "2020-01-01/..", "2020-01-01", None)
    entries = timeline([brief("a", late), brief("b", SUMMIT_MONTH)], {"ann-lee": "ann-lee-smith"})
    assert [entry.earliest for entry in entries] == ["2019-02-01", "2020-01-01"]
    assert entries[0].actors == ("ann-lee-smith",)


def test_order_of_briefs_changes_nothing() -> None:
    one, two = brief("a", SUMMIT_YEAR, OTHER), brief("b", SUMMIT_MONTH)
    assert timeline([one, two]) == timeline([two, one])


def test_words_of_substance() -> None:
    assert content_words("The ministers signed the treaties") == {"minister", "sign", "treati"}
