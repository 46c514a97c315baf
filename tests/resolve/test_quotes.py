"""One quote for each attribution, in the same order, with its speaker as far as that is safe to say."""

from __future__ import annotations

from briefgen.ingest.article import article_from_text
from briefgen.model.evidence import Evidence
from briefgen.model.extraction import Attribution, Extraction, Mention, MentionForm
from briefgen.model.quote import Quote, QuoteForm
from briefgen.model.timex import BriefDate, Timex3, TimexType
from briefgen.resolve.actors import Cast
from briefgen.resolve.quotes import resolve_quotes

TEXT = "“Delay costs us,” Ann Lee and Bo Orr told Wire on Friday. “We know,” they said."


def at(words: str) -> Evidence:
    start = TEXT.index(words)
    return Evidence.of(TEXT, start, start + len(words))


def mention(words: str) -> Mention:
    found = at(words)
    return Mention(text=words, span=found.span, form=MentionForm.NAME, head=found, sentence=0, paragraph=0)


MENTIONS = (mention("Ann Lee and Bo Orr"), mention("Wire"), mention("they"))
ATTRIBUTIONS = (
    Attribution(
        form=QuoteForm.DIRECT,
        content=(at("Delay costs us,"),),
        source=0,
        cue=at("told"),
        venue=at("told Wire"),
        time=at("Friday").span,
        relay=1,
    ),
    Attribution(form=QuoteForm.DIRECT, content=(at("We know,"),), source=2, continues=0),
    Attribution(form=QuoteForm.INDIRECT, content=(at("Delay costs us,"),)),
)


def quotes() -> tuple[Quote, ...]:
    friday = BriefDate(
        id="d-1",
        text="Friday",
        span=at("Friday").span,
        timex3=Timex3(type=TimexType.DATE, value="2024-05-03"),
        edtf="2024-05-03",
    )
    extraction = Extraction(mentions=MENTIONS, attributions=ATTRIBUTIONS)
    cast = Cast(actors=(), of_mention=(("ann-lee", "bo-orr"), ("wire",), ()))
    return resolve_quotes(article_from_text("x", TEXT), extraction, cast, (friday,))


def test_a_quote_keeps_what_its_attribution_found() -> None:
    first = quotes()[0]
    assert first.speaker is not None
    assert first.speaker.actor == ("ann-lee", "bo-orr")
    assert (first.venue, first.said, first.relayed_by) == ("told Wire", "2024-05-03", "wire")


def test_an_unresolved_speaker_keeps_its_words_only() -> None:
    second = quotes()[1]
    assert second.speaker is not None
    assert second.speaker.actor is None
    assert second.speaker.text == "they"


def test_a_speech_goes_on_by_id() -> None:
    first, second, _ = quotes()
    assert second.continues == first.id


def test_ids_come_from_the_words_and_stay_apart() -> None:
    first, _, third = quotes()
    assert third.id == f"{first.id}-2"
    assert [quote.id for quote in quotes()] == [quote.id for quote in quotes()]
