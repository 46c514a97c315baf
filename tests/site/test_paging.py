"""Lists that begin with the newest: a new entry changes the front, and no older page."""

from __future__ import annotations

import pytest

from briefgen.site.links import Links
from briefgen.site.pages.paging import Part, split_by_age, split_pages

SIZE = 10


def parts(number: int) -> dict[str, Part[int]]:
    """Returns the parts of the list number, …, 2, 1 by their path."""
    return {part.path: part for part in split_by_age(range(number, 0, -1), SIZE, "b/")}


@pytest.mark.parametrize("number", range(48))
def test_parts_by_age_hold_all_in_order_and_lead_to_one_another(number: int) -> None:
    pages = parts(number)
    assert [item for part in pages.values() for item in part.items] == list(range(number, 0, -1))
    for part, behind in zip(pages.values(), [*pages.values()][1:], strict=False):
        assert part.behind == behind.path and behind.before == part.path
    front, *older = pages.values()
    assert front.is_front and front.path == "b/" and front.before is None
    assert not any(part.is_front for part in older) and all(len(part.items) == SIZE for part in older)
    assert len(front.items) < SIZE * 3 // 2 and (len(front.items) >= SIZE // 2 or not older)
    assert (front.pager(Links.at("b/")) is None) is (not older)


@pytest.mark.parametrize("number", range(60))
def test_one_more_changes_no_older_page_but_the_one_that_a_new_page_follows(number: int) -> None:
    before, after = parts(number), parts(number + 1)
    changed = [path for path in before if path != "b/" and before[path] != after[path]]
    if len(after) == len(before):
        assert not changed
    else:
        assert changed == [f"b/page/{len(before) - 1}/"] * (len(before) > 1)
        assert all(before[path].items == after[path].items for path in changed)


def test_a_list_without_time_has_whole_pages_from_the_first_on() -> None:
    pages = list(split_pages(range(25), SIZE, "b/"))
    assert [(part.path, len(part.items)) for part in pages] == [
        ("b/", 10),
        ("b/page/2/", 10),
        ("b/page/3/", 5),
    ]
    assert [part.title("B") for part in pages] == ["B", "B, page 2", "B, page 3"]
    pager = pages[1].pager(Links.at("b/page/2/"))
    assert pager and (pager.before, pager.words, pager.behind) == (
        "../../../b/", "Page 2 of 3", "../../../b/page/3/",
    )  # fmt: skip
