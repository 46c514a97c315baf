from __future__ import annotations

from briefgen.corpus.spoken import spoken_quotes
from briefgen.model.brief import Brief
from briefgen.model.evidence import Evidence
from briefgen.model.quote import Quote, QuoteForm


def a_quote(id: str, form: QuoteForm, *, speech: bool) -> Quote:
    return Quote(id=id, form=form, content=(Evidence(text="we wait", span=(0, 7)),), speech=speech)


def test_what_is_only_thought_or_done_is_no_quotation() -> None:
    quotes = (
        a_quote("q-said", QuoteForm.INDIRECT, speech=True),
        a_quote("q-wanted", QuoteForm.INDIRECT, speech=False),
        a_quote("q-marked", QuoteForm.MIXED, speech=False),
    )
    data = {"id": "x", "article": {"id": "x"}, "generator": {"briefgen": "0", "extractor": "r", "model": "m"}}
    brief = Brief.model_validate(data).model_copy(update={"quotes": quotes})
    assert [q.id for q in spoken_quotes(brief)] == ["q-said", "q-marked"]
