"""Words for values: every value has some, and days are said no more exactly than they are known."""

from __future__ import annotations

import pytest

from briefgen.corpus.versions import Kinship
from briefgen.lexicons.articles import with_article
from briefgen.model.actor import ActorKind
from briefgen.model.position import Act, Basis, Certainty, Stance
from briefgen.site import wording
from briefgen.site.day_words import say, say_span
from briefgen.site.links import Links, text_fragment, web_address
from briefgen.site.pages.briefs import split_according
from briefgen.site.views.names import other_than


def test_every_value_has_words() -> None:
    assert set(wording.ACT) == set(Act)
    assert set(wording.CERTAINTY) == set(Certainty)
    assert set(wording.STANCE) == set(Stance) == set(wording.SHAPE)
    assert set(wording.FILL) == set(Basis)
    assert set(wording.KINSHIP) == set(Kinship)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024-12-29", "29 December 2024"),
        ("2024-12", "December 2024"),
        ("2024", "2024"),
        ("2025-21", "spring 2025"),
        ("2024-33", "first quarter of 2024"),
        ("2025-01~", "about January 2025"),
        ("2024-12-23/2024-12-27", "23 to 27 December 2024"),
        ("2024-11-30/2024-12-02", "30 November to 2 December 2024"),
        ("2018/2019", "2018 to 2019"),
        ("2025-01-20/..", "from 20 January 2025"),
        ("../2025-01", "up to January 2025"),
        ("198X", "the 1980s"),
        ("nonsense", "nonsense"),
        (None, ""),
    ],
)
def test_days_in_words(edtf: str | None, words: str) -> None:
    assert say(edtf) == words


def test_an_open_span_is_said_as_open() -> None:
    assert say_span("2025-01-20", None) == "after 20 January 2025"
    assert say_span(None, "2025-01-20") == "before 20 January 2025"
    assert say_span(None, None) == ""


def test_addresses_are_relative() -> None:
    assert Links.at("").brief("x") == "briefs/x/"
    assert Links.at("").root() == "./"
    assert Links.at("briefs/x/").actor("a") == "../../actors/a/"
    assert Links.at("briefs/x/").brief("y", "p-1") == "../../briefs/y/#p-1"


def test_only_web_addresses_become_links() -> None:
    refused = (
        "javascript:alert(1)",
        "http:////evil.example/x",
        "https://me:secret@evil.example/",
        "",
        "https://",
    )
    for address in (
        *refused,
        "https://a.example:99999/",
        "https://a.example:0/",
        "https://a b.example/",
        None,
    ):
        assert web_address(address) is None, address
    assert web_address("https://a.example:8080/x?y=[1]&z=ä#t") == "https://a.example:8080/x?y=%5B1%5D&z=ä#t"
    assert web_address('HTTPS://a.example/a b"c{d}%zz%20') == "https://a.example/a%20b%22c%7Bd%7D%25zz%20"
    assert text_fragment("javascript:alert(1)", "some words") is None
    assert text_fragment("https://a.example/x#y", "well-known words") == (
        "https://a.example/x#:~:text=well%2Dknown%20words"
    )


def test_text_is_cut_at_a_word() -> None:
    assert wording.shorten("one two three", 9) == "one two …"
    assert wording.shorten("one", 9) == "one"
    assert wording.join_words(["a", "b", "c"]) == "a, b and c"


def test_a_key_point_is_split_where_its_claim_begins() -> None:
    text = "According to Ada Berg, minister of trade, the levy will cost more than said."
    assert split_according(text, "The levy will cost more than said.") == (
        "According to Ada Berg, minister of trade,",
        "the levy will cost more than said.",
    )
    assert split_according(text, "Something else")[0] == "According to Ada Berg,"
    assert split_according("The levy will cost more.") == ("", "The levy will cost more.")


def test_quotation_marks_are_added_only_where_none_are() -> None:
    assert wording.quote_words("delay costs") == "“delay costs”"
    assert wording.quote_words("to act “without limit") == "to act “without limit”"
    assert wording.quote_words("a “rogue” state") == "a “rogue” state"


def test_an_event_reads_as_a_line_of_a_list() -> None:
    assert wording.name_event("he  spoke on “The Late Hour", 40) == "He spoke on “The Late Hour”"
    assert wording.name_event('the new policy" told in May', 40) == '"The new policy" told in May'
    assert wording.name_event('it is "a new policy', 40) == 'It is "a new policy"'
    assert wording.name_unknown("It") == "“It” (not clear who)"
    assert wording.name_unknown("a former judge") == "a former judge"
    assert wording.name_event("a rather long event that goes on", 24) == "A rather long event …"


def test_only_long_words_may_be_broken_before_their_ending() -> None:
    assert wording.hyphenate("Denuclearisation of ports") == "Denuclear\u00adisation of ports"
    assert wording.hyphenate("Sanctions and harbours") == "Sanctions and harbours"


def test_names_take_an_article_where_english_wants_one() -> None:
    organisation = ActorKind.ORGANISATION
    assert with_article("Biden administration", organisation) == "the Biden administration"
    assert with_article("military", organisation) == "the military"
    assert with_article("White House", organisation) == "the White House"
    assert with_article("Greenpeace", organisation) == "Greenpeace"
    assert with_article("The article’s author", ActorKind.MEDIA) == "the article’s author"
    assert with_article("The Guardian", ActorKind.MEDIA) == "The Guardian"
    assert other_than("Court spokesperson", "court spokesperson") is None
    assert other_than("minister", "Ada Berg") == "minister"
