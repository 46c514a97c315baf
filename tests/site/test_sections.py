"""The lists and runs written without a template: every value in them is escaped, own words come first."""

from __future__ import annotations

from briefgen.corpus.corpus import build_corpus
from briefgen.site import sections
from briefgen.site.links import Links
from briefgen.site.pages.actors import TopicRows
from briefgen.site.pages.briefs import KeyPointView, PersonView, RelatedView
from briefgen.site.pages.grouping import HolderGroup
from briefgen.site.pages.timeline import EventView, TellingView
from briefgen.site.pages.topics import HolderRows
from briefgen.site.views.names import Name
from briefgen.site.views.position import PositionView, view_position
from tests.bench.synthetic import make_brief
from tests.site.test_cards import HOSTILE, Text

EVIL = Name(HOSTILE, HOSTILE)
BRIEF = make_brief(0)
OWN, TOLD = (
    view_position(build_corpus([BRIEF]), at, Links.at("briefs/x/")) for at in BRIEF.links.positions[:2]
)


def event(when: str) -> EventView:
    told = (TellingView(EVIL, HOSTILE), TellingView(EVIL, HOSTILE))
    return EventView(HOSTILE, when, "day", HOSTILE, HOSTILE, HOSTILE, told, 2, None, None, 2)


def test_nothing_becomes_markup() -> None:
    pieces = [
        sections.key_points([KeyPointView(HOSTILE, HOSTILE, "for-own", HOSTILE)]),
        sections.people([PersonView(EVIL, HOSTILE)]),
        sections.names([EVIL]),
        sections.related([RelatedView(EVIL, HOSTILE, HOSTILE)]),
        sections.events([event(HOSTILE)]),
        sections.holder_sections([HolderGroup((EVIL,), HOSTILE, HOSTILE, (OWN,), (TOLD,))]),
        sections.actor_ledger([TopicRows(HOSTILE, EVIL, (OWN,), (TOLD,))], HOSTILE),
        sections.topic_ledger([HolderRows((EVIL,), HOSTILE, (OWN,), (TOLD,))]),
    ]
    for piece in pieces:
        read = Text(piece)
        assert "onclick" not in read.names
        assert HOSTILE.lower() in read.text.lower()


def test_own_words_stand_before_what_others_say() -> None:
    def headings(own: tuple[PositionView, ...], others: tuple[PositionView, ...]) -> list[str]:
        made = sections.holder_sections([HolderGroup((Name("Lee"),), None, "Lee", own, others)])
        return [part.partition("<")[0] for part in made.split('<h4 class="bg-sub">')[1:]]

    assert headings((OWN,), (TOLD,)) == ["Own words and actions", "What others say of Lee"]
    assert headings((), (TOLD,)) == ["What others say of Lee"]
    assert headings((OWN,), ()) == []


def test_a_day_is_said_once() -> None:
    again = ["bg-again" in item for item in sections.events([*map(event, "aab")]).splitlines()]
    assert again == [False, True, False]
