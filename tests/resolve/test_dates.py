from __future__ import annotations

from briefgen.extract.timex import tag
from briefgen.ingest.article import article_from_text
from briefgen.model.extraction import DatedEvent, Extraction
from briefgen.model.registry import Registry, RegistryEvent
from briefgen.model.timex import BriefDate, DateEvent
from briefgen.resolve.actors import Cast
from briefgen.resolve.dates import resolve_dates

REGISTRY = Registry(
    events=(
        RegistryEvent(
            id="vote",
            name="Harbour vote of 2024",
            phrases=("the harbour vote", "the vote"),
            date="2024-11-05",
            not_before="2024-10-01",
            not_after="2025-06-30",
        ),
        RegistryEvent(id="fair", name="Fair", phrases=("the fair",), date="2024-10-02", only_with=("Lund",)),
        RegistryEvent(
            id="term", name="First term", phrases=("her first term",), date="2017-01-20/2021-01-20"
        ),
    )
)


def dates(text: str, published: str = "2024-11-19", registry: Registry = REGISTRY) -> list[BriefDate]:
    article = article_from_text("a", text, published=published)
    extraction = Extraction(timexes=tag(text, published))
    found = resolve_dates(article, extraction, Cast(actors=(), of_mention=()), registry)
    for item in found:
        assert text[slice(*item.span)] == item.text
    return list(found)


def test_distance_from_an_event_of_the_registry_is_a_day() -> None:
    (found,) = dates("She resigned 10 days after the harbour vote.")
    assert found.text == "10 days after the harbour vote"
    assert (found.timex3.value, found.edtf) == ("2024-11-15", "2024-11-15")
    assert found.timex3.anchor == "event:after the harbour vote"


def test_distance_back_from_an_event() -> None:
    (found,) = dates("It burned five days before the vote.")
    assert found.timex3.value == "2024-10-31"


def test_phrase_means_the_event_only_in_its_time() -> None:
    (found,) = dates("It burned five days before the vote.", published="2022-01-05")
    assert (found.text, found.timex3.value) == ("five days", "P5D")
    assert found.timex3.anchor == "event:before the vote"


def test_vague_distance_keeps_its_relation() -> None:
    (found,) = dates("It comes just weeks before the vote.")
    assert (found.timex3.value, found.timex3.anchor) == ("PXW", "event:before the vote")
    assert found.edtf is None


def test_event_may_be_dated_by_the_article_itself() -> None:
    found = dates("The March 3 referendum failed. He quit two days after the referendum.", "2024-04-01")
    assert [item.timex3.value for item in found] == ["2024-03-03", "2024-03-05"]


def test_unknown_event_gives_no_value() -> None:
    (found,) = dates("He quit two days after the referendum.")
    assert (found.timex3.value, found.edtf, found.timex3.anchor) == (
        "P2D",
        None,
        "event:after the referendum",
    )


def test_since_an_event_reaches_to_publication() -> None:
    (found,) = dates("Nothing has moved since the vote.")
    assert (found.timex3.value, found.earliest, found.latest) == (
        "2024-11-05/2024-11-19",
        "2024-11-05",
        "2024-11-19",
    )


def test_a_term_of_office_is_a_time() -> None:
    (found,) = dates("They met during her first term.")
    assert found.timex3.value == "2017-01-20/2021-01-20"


def test_same_words_get_distinct_ids() -> None:
    found = dates("On Tuesday she came; on Tuesday she left.")
    assert len({item.id for item in found}) == 2


def test_a_stretch_after_an_event_is_no_day() -> None:
    (found,) = dates("In the three years after the vote, prices rose.")
    assert (found.timex3.value, found.timex3.anchor) == ("P3Y", "event:after the vote")


def test_any_election_is_no_anchor() -> None:
    found = dates("The vote on March 3 failed. He quits two days before a vote.", registry=Registry())
    assert found[-1].timex3.value == "P2D"


def test_day_the_article_gives_goes_before_the_registry() -> None:
    found = dates("The March 3 vote failed. He quit two days after the vote.", "2025-04-01")
    assert found[-1].timex3.value == "2025-03-05"


def test_phrase_means_the_event_only_with_its_names() -> None:
    assert dates("In Lund he quit two days after the fair.")[-1].timex3.value == "2024-10-04"
    assert dates("In Kiel he quit two days after the fair.")[-1].timex3.value == "P2D"


def test_event_with_a_noun_behind_it_is_another() -> None:
    assert dates("He quit two days after the vote results.")[-1].timex3.value == "P2D"


def test_the_day_after_an_event_is_a_day() -> None:
    (found,) = dates("He quit the day after the vote.")
    assert (found.text, found.timex3.value) == ("the day after the vote", "2024-11-06")


def test_since_an_event_that_the_article_dates() -> None:
    found = dates("The March 3 strike was long. Since the strike, trains are late.", "2025-04-01")
    assert (found[-1].text, found[-1].timex3.value) == ("Since the strike", "2025-03-03/2025-04-01")


def test_end_of_an_event_is_kept_without_a_value() -> None:
    (found,) = dates("He will decide after the war ends.", registry=Registry())
    assert (found.text, found.timex3.value, found.edtf) == ("after the war ends", None, None)
    assert found.timex3.anchor == "event:after the war"


def test_what_is_told_of_a_day_to_come_is_planned() -> None:
    text, published = "The fair opens on 3 May; it opened on 2 May.", "2024-05-02"
    timexes = tag(text, published)
    events = tuple(
        DatedEvent(timex=timex.span, event=DateEvent(text=text[start:end], span=(start, end)))
        for timex, (start, end) in zip(timexes, ((0, 14), (25, 34)), strict=True)
    )
    article = article_from_text("a", text, published=published)
    extraction = Extraction(timexes=timexes, events=events)
    found = resolve_dates(article, extraction, Cast(actors=(), of_mention=()), Registry())
    assert [item.event and item.event.status for item in found] == ["planned", None]
