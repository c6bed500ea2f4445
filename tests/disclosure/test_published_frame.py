"""What a published frame holds, and what it refuses to hold."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pandas as pd
import pytest

from analysis.cannot_say import CannotSay
from analysis.disclosure import OPEN, RESTRICTED, Published, State, decide, publish, required
from analysis.disclosure.published import Row
from analysis.errors import ExhibitError
from analysis.params.figure import Unknown

CUBE = pd.DataFrame(
    {
        "category": ["burglary", "burglary", "robbery", "robbery"],
        "window": ["latest", "previous"] * 2,
        "count": [30, 25, 2, 40],
        "status": ["present"] * 4,
    }
)
TABLE = [
    {"label": "Burglary", "slug": "burglary", "after": 30, "before": 25, "change": 20.0},
    {"label": "Robbery", "slug": "robbery", "after": 2, "before": 40, "change": -95.0},
]
CELLS = {"after": {"window": "latest"}, "before": {"window": "previous"}}


def restricted() -> Published:
    decision = decide(CUBE, [("category", "window")], RESTRICTED)
    return publish(
        TABLE,
        RESTRICTED,
        key=["label"],
        counts=CELLS,
        coordinates={"category": "slug"},
        derived={"change": ["after", "before"]},
        plain=["slug"],
        decision=decision,
    )


def test_a_withheld_count_is_blanked_and_what_comes_of_it_is_withheld() -> None:
    row = restricted().row(label="Robbery")
    assert row["after"].state is State.SUPPRESSED and row["after"].value is None
    assert row["change"].state is State.WITHHELD and row["change"].value is None
    assert row["before"].value == 40


def test_what_is_not_withheld_stays() -> None:
    row = restricted().row(label="Burglary")
    assert (row.number("after"), row.number("change")) == (30, 20.0)


def test_a_restricted_count_needs_a_decision() -> None:
    with pytest.raises(ExhibitError, match="need a disclosure decision"):
        publish([{"a": "x", "count": 7}], RESTRICTED, key=["a"], counts=["count"])


def test_under_full_control_a_column_nobody_declared_is_refused() -> None:
    with pytest.raises(ExhibitError, match="these are not: victims"):
        publish([{"a": "x", "victims": 3}], RESTRICTED, key=["a"])


def test_a_declared_column_that_is_not_there_is_refused() -> None:
    with pytest.raises(ExhibitError, match="rate"):
        publish([{"a": "x"}], OPEN, key=["a"], derived={"rate": ["a"]})


def test_missing_failed_suppressed_and_zero_are_four_things() -> None:
    frame = pd.DataFrame(
        {
            "a": list("wxyz"),
            "count": pd.array([0, pd.NA, pd.NA, pd.NA], dtype="Int64"),
            "status": ["present", "missing", "failed", "suppressed"],
        }
    )
    published = publish(frame, OPEN, key=["a"], counts=["count"])
    assert [value.state for value in published.column("count")] == [
        State.VALUE,
        State.MISSING,
        State.FAILED,
        State.SUPPRESSED,
    ]
    assert [value.number for value in published.column("count")] == [0, None, None, None]


def test_a_figure_whose_status_says_there_is_none_is_refused() -> None:
    with pytest.raises(ExhibitError, match="unknown is not zero"):
        publish([{"a": "x", "count": 0, "status": "missing"}], OPEN, key=["a"], counts=["count"])


@pytest.mark.parametrize("nothing", [None, pd.NA, float("nan"), pd.NaT])
def test_every_kind_of_nothing_is_missing(nothing: object) -> None:
    published = publish([{"a": "x", "count": nothing}], OPEN, key=["a"], counts=["count"])
    assert published.rows[0]["count"].state is State.MISSING


def test_a_refusal_keeps_its_reason() -> None:
    published = publish([{"a": "x", "change": CannotSay("recording changed", "break")}], OPEN, key=["a"])
    assert published.rows[0]["change"].state is State.CANNOT_SAY
    assert published.rows[0]["change"].note == "recording changed"


@pytest.mark.parametrize("unknown", list(Unknown))
def test_an_unknown_stays_the_unknown_that_it_is(unknown: Unknown) -> None:
    rows = publish([{"a": "x", "actual": unknown}], OPEN, key=["a"])
    frame = publish(pd.DataFrame([{"a": "x", "actual": unknown}]), OPEN, key=["a"])
    assert rows.rows[0]["actual"].state == frame.rows[0]["actual"].state == State(str(unknown))


def test_a_small_count_marks_what_is_worked_out_from_it() -> None:
    rows = [{"a": "x", "after": 19, "change": 5.0, "verdict": "no clear change"}]
    derived = {"change": ["after"], "verdict": ["after"]}
    row = publish(rows, OPEN, key=["a"], counts=["after"], derived=derived).rows[0]
    assert row["after"].low and row["change"].low and not row["verdict"].low


def test_part_of_a_year_is_said() -> None:
    row = publish([{"a": "x", "actual": 1128, "actual_part": "to November 2010"}], OPEN, key=["a"]).rows[0]
    assert row["actual"].part_year and row["actual"].note == "to November 2010"


def test_columns_that_only_say_more_are_not_columns_of_their_own() -> None:
    published = publish([{"a": "x", "count": 3, "status": "present", "count_note": "n"}], OPEN, key=["a"])
    assert published.columns == ("a", "count")
    assert published.rows[0]["count"].note == "n"


def test_a_status_without_a_count_is_a_column_like_any_other() -> None:
    published = publish([{"a": "x", "status": "met"}], OPEN, key=["a"])
    assert published.rows[0].words("status") == "met"


def test_nothing_but_disclosure_can_make_a_published_frame_or_row() -> None:
    with pytest.raises(ExhibitError, match=r"made by disclosure\.publish"):
        Published(("a",), ("a",), ())
    with pytest.raises(ExhibitError, match=r"made by disclosure\.publish"):
        Row({}, object())


def test_a_bare_frame_is_refused_in_words() -> None:
    with pytest.raises(ExhibitError, match="not a DataFrame"):
        required(pd.DataFrame())


def test_a_published_frame_cannot_be_changed() -> None:
    published = publish(TABLE, OPEN, key=["label"])
    with pytest.raises(FrozenInstanceError):
        published.rows = ()  # type: ignore[misc]
    with pytest.raises(TypeError):
        published.rows[0]["after"] = 3  # type: ignore[index]


def test_a_frame_of_no_rows_has_its_columns() -> None:
    published = publish(pd.DataFrame({"a": [], "count": []}), OPEN, key=["a"], counts=["count"])
    assert len(published) == 0 and published.columns == ("a", "count")


def test_rows_can_be_picked_and_sorted_but_stay_published() -> None:
    published = publish(TABLE, OPEN, key=["label"])
    picked = published.where(lambda row: row.number("after") == 2)
    assert [row.words("label") for row in picked] == ["Robbery"]
    assert [row.words("slug") for row in published.sorted(lambda row: row.number("after"))] == ["robbery", "burglary"]


def test_an_unknown_column_is_named_with_those_there_are() -> None:
    row = publish(TABLE, OPEN, key=["label"]).rows[0]
    with pytest.raises(ExhibitError, match=r'no column "rate".*label, slug'):
        row["rate"]


def test_a_row_is_found_by_its_key_and_only_one() -> None:
    published = publish([*TABLE, TABLE[0]], OPEN, key=["label"])
    with pytest.raises(ExhibitError, match="2 rows"):
        published.row(label="Burglary")
    with pytest.raises(ExhibitError, match="0 rows"):
        published.row(label="Arson")
