from __future__ import annotations

from briefgen.evaluate.marked import unmark
from briefgen.evaluate.timeml import score_row


def test_marks_become_expressions_with_place_type_and_value() -> None:
    row = unmark(
        "a", "2025-03-12", "It shuts [Friday|2025-03-14] [every week|SET P1W] at [noon|2025-03-14T12:00]."
    )
    assert row["text"] == "It shuts Friday every week at noon."
    assert [(item["text"], item["type"], item["value"]) for item in row["timexes"]] == [
        ("Friday", "DATE", "2025-03-14"),
        ("every week", "SET", "P1W"),
        ("noon", "TIME", "2025-03-14T12:00"),
    ]
    assert all(row["text"][item["start"] : item["end"]] == item["text"] for item in row["timexes"])


def test_a_reference_is_no_time_of_day() -> None:
    row = unmark("a", "2025-03-12", "It is [now|PRESENT_REF] [three days|P3D] old.")
    assert [item["type"] for item in row["timexes"]] == ["DATE", "DURATION"]


def test_what_is_marked_can_be_scored() -> None:
    assert score_row(unmark("a", "2025-03-12", "It shut [Friday|2025-03-07].")).f1("value") == 1
