"""What a page reads of the corpus is noted, and fingerprints tell whether it says the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from functools import partial

import pytest

from briefgen.corpus.corpus import Corpus, build_corpus
from briefgen.corpus.related import RelatedBrief
from briefgen.model.brief import Brief
from briefgen.model.registry import Registry, RegistryActor
from briefgen.site.keep.findings import Finding
from briefgen.site.keep.fingerprint import Fingerprints, UnnamedError
from briefgen.site.keep.reads import order_reads, parse_reads, write_reads
from briefgen.site.keep.watched import ABSENT, WHOLE, WatchedCorpus
from briefgen.site.page import SitePage
from briefgen.site.pages.paging import split_by_age
from tests.bench.synthetic import make_briefs

BRIEFS = make_briefs(4)


def watch(*briefs: Brief) -> WatchedCorpus:
    corpus = build_corpus(briefs or BRIEFS)
    return WatchedCorpus(corpus, Fingerprints({}, corpus.by_id))


def test_asking_for_a_key_reads_that_key_and_walking_reads_all() -> None:
    corpus = watch()
    id = BRIEFS[0].actors[0].id
    assert corpus.names[id].name and corpus.topics.get("x") is None and None not in corpus.actors
    assert corpus.seen == {("names", id), ("topics", "x"), ("actors", None)}
    corpus.seen.clear()
    assert list(corpus.actors) and corpus.briefs
    assert corpus.seen == {("actors", WHOLE), ("briefs", WHOLE)}


def test_no_part_of_the_corpus_can_be_read_unseen() -> None:
    corpus = watch()
    for field in fields(Corpus):
        corpus.seen.clear()
        value = getattr(corpus, field.name)
        if not corpus.seen:
            len(value)
        assert corpus.seen == {(field.name, WHOLE)}, field.name


def test_what_is_found_once_was_read_by_all_who_ask() -> None:
    corpus = watch()

    def count(of: Corpus) -> int:
        return len(of.briefs)

    for _ in range(2):
        corpus.seen.clear()
        assert corpus.once(count) == 4
        assert corpus.seen == {("briefs", WHOLE)}


def test_reads_survive_being_written_down() -> None:
    reads = order_reads(
        {("echo_of", ("b", "q-1")), ("names", "x"), ("names", None), ("dates", WHOLE), ("dates", "a")}
    )
    assert parse_reads(write_reads(reads)) == reads
    assert reads == {"dates": [WHOLE], "echo_of": [("b", "q-1")], "names": [None, "x"]}


def test_a_fingerprint_changes_with_what_it_stands_for_and_with_nothing_else() -> None:
    id = BRIEFS[0].actors[0].id
    renamed = BRIEFS[0].actors[0].model_copy(update={"name": "Somebody Else"})
    other = BRIEFS[0].model_copy(update={"actors": (renamed, *BRIEFS[0].actors[1:])})
    narrow, wide = {"names": [id]}, {"by_id": [BRIEFS[1].id], "topic_names": [WHOLE]}
    assert watch().vouch(narrow) == watch().vouch(narrow) != watch(other, *BRIEFS[1:]).vouch(narrow)
    assert watch().vouch(wide) == watch(other, *BRIEFS[1:]).vouch(wide)
    assert watch().vouch({"names": ["nobody"]}) != watch().vouch(narrow)
    assert id != ABSENT


def test_a_brief_is_named_by_its_file_only_while_it_says_what_the_file_says() -> None:
    names = Fingerprints({BRIEFS[0].id: "digest of the file"}, {BRIEFS[0].id: BRIEFS[0]})
    corrected = replace_title(BRIEFS[0])
    assert names.name(BRIEFS[0]) == "digest of the file" != names.name(corrected)


def test_what_is_named_in_short_has_another_name_where_anything_of_it_differs() -> None:
    names = Fingerprints({}, {})
    related = RelatedBrief("a", ("b", "c"), ("d",), 1)
    unlike = [
        replace(related, **change)  # type: ignore[arg-type]
        for change in ({}, {"id": "x"}, {"actors": ("b",)}, {"topics": ("b", "c")}, {"quotes": 2})
    ]
    assert len({names.name(each) for each in unlike}) == len(unlike)
    event = build_corpus(BRIEFS).timeline[0]
    told = event.told[0]
    for change in ({"edtf": "2001"}, {"earliest": "2001-01-01"}, {"text": "then"}, {"event": None}):
        date = told.date.model_copy(update=change)
        brief = told.brief.model_copy(
            update={"dates": tuple(date if each.id == date.id else each for each in told.brief.dates)}
        )
        other = event._replace(told=(brief.links.dates[told.place], *event.told[1:]))
        assert names.name(other) != names.name(event)
    assert names.name(event._replace(actors=("x",))) != names.name(event)
    assert names.name(event._replace(told=event.told[1:])) != names.name(event)


def _variants() -> list[Corpus]:
    first, *others = BRIEFS
    position = first.positions[0].model_copy(update={"claim": "Something else."})
    reworded = first.model_copy(update={"positions": (position, *first.positions[1:])})
    one, other = (first.positions[0].holder[0], BRIEFS[1].positions[0].holder[0])
    merged = Registry(actors=(RegistryActor(id=one, name=one, same=(other,)),))
    dropped = first.model_copy(update={"quotes": first.quotes[1:], "dates": first.dates[1:]})
    return [
        build_corpus(BRIEFS),
        build_corpus(others),
        build_corpus((reworded, *others)),
        build_corpus((dropped, *others)),
        build_corpus(BRIEFS, merged),
    ]


@pytest.mark.parametrize(
    "name", ["held_by", "asserted_by", "toward", "on_topic", "spoken_by", "quotes_on", "dates", "timeline"]
)
def test_what_is_named_by_its_briefs_has_another_name_where_anything_of_it_differs(name: str) -> None:
    names: dict[str, set[str]] = {}
    for corpus in _variants():
        watched = WatchedCorpus(corpus, Fingerprints({}, corpus.by_id, corpus.same))
        index = getattr(corpus, name)
        for key in index if isinstance(index, Mapping) else (WHOLE,):
            said = str(index[key] if key != WHOLE else index)
            names.setdefault(watched.vouch({name: [key]}), set()).add(said)
    assert len(names) > 1 and all(len(said) == 1 for said in names.values())


def test_parts_of_lists_by_age_have_another_name_where_anything_of_them_differs() -> None:
    parts: dict[str, set[str]] = {}
    for corpus in _variants():
        fingerprints = Fingerprints({}, corpus.by_id, corpus.same)
        for index in (corpus.held_by, corpus.spoken_by):
            for id, items in index.items():
                for size in (2, 3):
                    for part in split_by_age(tuple(reversed(items)), size, f"{id}/"):
                        name = fingerprints.of((index is corpus.held_by, part))
                        parts.setdefault(name, set()).add(str(part))
    assert len(parts) > 100 and all(len(said) == 1 for said in parts.values())


def replace_title(brief: Brief) -> Brief:
    return brief.model_copy(update={"article": brief.article.model_copy(update={"title": "Other"})})


def test_a_call_is_named_by_what_it_is_given_and_a_closure_by_nothing() -> None:
    names = Fingerprints({}, {})
    assert names.name(partial(replace_title, BRIEFS[0])) != names.name(partial(replace_title, BRIEFS[1]))
    unlike = [("a", "b"), ("ab", ""), ("a", ("b",)), ["a", "b", None], ("1",), (1,), (True,), {"a": "b"}]
    assert len({names.name(value) for value in unlike}) == len(unlike)
    hidden = 1

    def closure() -> int:
        return hidden

    with pytest.raises(UnnamedError):
        names.of(closure)
    with pytest.raises(UnnamedError):
        names.of(object())


def test_every_page_and_file_of_the_site_has_a_name() -> None:
    from briefgen.config import SiteSettings
    from briefgen.site import outputs
    from briefgen.site.contents import site_pages

    corpus = replace(build_corpus(BRIEFS))
    names = Fingerprints({}, corpus.by_id)
    for page in site_pages(corpus, SiteSettings()):
        assert names.of(page)
    for write in outputs.OUTPUTS:
        for file in write(corpus, SiteSettings()):
            assert isinstance(file.content, bytes) or names.of(file.content)


def test_what_related_briefs_were_found_in_decides_what_is_found() -> None:
    every = make_briefs(264)
    found: dict[str, str] = {}
    vouched: dict[str, str] = {}
    for size in range(252, 265):
        corpus = build_corpus(every[:size])
        watched = WatchedCorpus(corpus, Fingerprints({}, corpus.by_id))
        plain = WatchedCorpus(corpus, Fingerprints({}, corpus.by_id))
        watched.findings.update({id: Finding(found_in, vouched[id]) for id, found_in in found.items()})
        for id in corpus.by_id:
            assert watched.vouch({"related": [id]}) == plain.vouch({"related": [id]})
        asked = watched.asked_findings()
        assert asked.keys() == corpus.by_id.keys()
        kept = sum(asked[id].found_in == found_in for id, found_in in found.items())
        assert (kept > 0) == (size not in {252, 256})  # where the corpus doubles, everything is rarer
        found = {id: finding.found_in for id, finding in asked.items()}
        vouched = {id: finding.vouched for id, finding in asked.items()}


def test_a_page_has_another_name_where_anything_of_it_differs() -> None:
    page = SitePage("a/", "A", "actor", partial(_write_nothing, 1))
    unlike: dict[str, object] = {
        "path": "b/",
        "title": "B",
        "kind": "topic",
        "body": partial(_write_nothing, 2),
        "description": "d",
        "section": "s/",
        "nav_title": "N",
        "lastmod": "2024-01-01",
        "about": "x",
        "indexed": False,
    }
    assert unlike.keys() == {field.name for field in fields(SitePage)}
    names = Fingerprints({}, {})
    every = [page, *(replace(page, **{name: value}) for name, value in unlike.items())]  # type: ignore[arg-type]
    assert len({names.name(each) for each in every}) == len(every)


def _write_nothing(number: int, to: object) -> str:
    return ""
