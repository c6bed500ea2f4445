"""What is printed in a cell, and what stands in the CSV."""

from __future__ import annotations

import csv
import datetime as dt
import io

import pandas as pd
import pytest

from analysis import numbers
from analysis.cannot_say import CannotSay
from analysis.counts import period
from analysis.disclosure import OPEN, RESTRICTED, decide, publish
from analysis.errors import ExhibitError
from analysis.exhibits import Field, csv_text, exhibit, signed_percent, symbols, table
from analysis.params.figure import Unknown

from .frames import HOSTILE, caption, months

COUNT = Field("count", "Count", numbers.count)


def test_zero_missing_failed_and_withheld_print_as_four_things() -> None:
    cube = pd.DataFrame({"a": list("wx"), "count": [0, 3], "status": ["present"] * 2})
    decision = decide(cube, [("a",)], RESTRICTED)
    shown = publish(cube, RESTRICTED, key=["a"], counts=["count"], decision=decision)
    gone = publish(
        pd.DataFrame({"a": list("yz"), "count": pd.array([pd.NA] * 2, "Int64"), "status": ["missing", "failed"]}),
        OPEN, key=["a"], counts=["count"],
    )  # fmt: skip
    cells = [row[1] for part in (shown, gone) for row in table(part, [Field("a", "A"), COUNT]).rows]
    assert [cell.text for cell in cells] == ["0", "[c]", "[x]", "[x]"]
    assert [cell.note for cell in cells] == [
        "",
        "withheld so that nobody can be identified",
        "not in the data held",
        "the data feed failed",
    ]


def test_a_symbol_is_explained_only_where_it_is_used() -> None:
    fields = [Field("month", "Month", numbers.month), COUNT]
    assert symbols(months([1, 2]), fields) == ()
    explained = symbols(months([1, None]), fields)
    assert len(explained) == 1 and explained[0].startswith("[x] not available")


def test_low_reliability_is_marked_only_where_the_column_asks() -> None:
    frame = publish(
        [{"a": "x", "after": 12, "rate": 1.5}], OPEN, key=["a"], counts=["after"], derived={"rate": ["after"]}
    )
    fields = [Field("after", "After", numbers.count), Field("rate", "Rate", numbers.decimal, reliability=True)]
    assert [cell.text for cell in table(frame, fields).rows[0]] == ["12", "1.5 [low]"]
    assert "under 20" in symbols(frame, fields)[0]


def test_a_range_prints_both_ends_with_true_minus_signs() -> None:
    frame = publish([{"a": "x", "low": -22.0, "high": 11.7}], OPEN, key=["a"])
    assert table(frame, [Field("low", "95% interval", signed_percent, to="high")]).rows[0][0].text == "−22.0% to +11.7%"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0.0, "0.0%"), (1e-13, "0.0%"), (0.04, "under +0.1%"), (-0.04, "above −0.1%"), (0.06, "+0.1%"),
        (-0.06, "−0.1%"), (float("inf"), "no limit"), (float("nan"), "not a number"),
    ],
)  # fmt: skip
def test_what_is_not_zero_is_never_printed_as_zero(value: float, said: str) -> None:
    assert signed_percent(value) == said


def test_a_refusal_prints_as_words_and_keeps_its_reason() -> None:
    frame = publish([{"a": "x", "change": CannotSay("recording changed")}], OPEN, key=["a"])
    cell = table(frame, [Field("change", "Change", signed_percent)]).rows[0][0]
    assert (cell.text, cell.note) == ("cannot say", "recording changed")


def test_numbers_stand_right_and_words_dates_and_months_left() -> None:
    frame = publish([{"a": "x", "n": 1, "d": dt.date(2022, 1, 1), "m": period("2022-01")}], OPEN, key=["a"])
    fields = [
        Field("a", "A"),
        Field("n", "N", numbers.count),
        Field("d", "D", numbers.date),
        Field("m", "M", numbers.month),
    ]
    assert [column.align for column in table(frame, fields).columns] == ["left", "right", "left", "left"]


def test_a_bare_frame_makes_no_table_and_no_csv() -> None:
    frame = pd.DataFrame({"count": [1]})
    with pytest.raises(ExhibitError, match="takes a published frame"):
        table(frame, [COUNT])  # type: ignore[arg-type]
    with pytest.raises(ExhibitError, match="takes a published frame"):
        csv_text(frame)  # type: ignore[arg-type]


def test_an_exhibit_without_rows_is_refused() -> None:
    empty = publish(pd.DataFrame({"month": [], "count": []}), OPEN, key=["month"])
    with pytest.raises(ExhibitError, match='"burglary" has no rows'):
        exhibit(empty, caption(), [COUNT])


def test_the_csv_has_numbers_as_numbers_and_says_why_one_is_missing() -> None:
    rows = list(csv.DictReader(io.StringIO(csv_text(months([1204, None, 0])))))
    assert [row["count"] for row in rows] == ["1204", "", "0"]
    assert [row["count_note"] for row in rows] == ["", "[x] not in the data held", "[low]"]
    assert rows[0]["month"] == "2022-09"


def test_the_csv_has_no_note_column_where_there_is_nothing_to_say() -> None:
    assert csv_text(months([100, 200])).splitlines()[0] == "month,count"


def test_an_unknown_is_empty_in_the_csv_and_named_beside() -> None:
    frame = publish([{"a": "x", "actual": Unknown.NOT_YET_KNOWN}], OPEN, key=["a"])
    assert csv_text(frame) == "a,actual,actual_note\nx,,not yet known\n"


def test_a_mark_stands_in_every_row() -> None:
    lines = csv_text(months([100, 200]), "ILLUSTRATIVE").splitlines()
    assert lines[0].startswith("mark,") and all(line.startswith("ILLUSTRATIVE,") for line in lines[1:])


@pytest.mark.parametrize("text", ["=1+1", "+44", "-5", "@x", "\tx"])
def test_a_text_that_a_spreadsheet_would_run_is_made_safe(text: str) -> None:
    frame = publish([{"a": text, "n": -5}], OPEN, key=["a"])
    row = next(csv.DictReader(io.StringIO(csv_text(frame))))
    assert row["a"] == f"'{text}" and row["n"] == "-5"


def test_hostile_labels_come_through_table_and_csv_unchanged() -> None:
    frame = publish([{"a": HOSTILE, "count": 5}], OPEN, key=["a"], counts=["count"])
    assert table(frame, [Field("a", "A")]).rows[0][0].text == HOSTILE
    assert next(csv.DictReader(io.StringIO(csv_text(frame))))["a"] == HOSTILE


def test_a_csv_number_has_at_most_four_decimals() -> None:
    assert csv_text(publish([{"a": "x", "change": 3.71517027}], OPEN, key=["a"])) == "a,change\nx,3.7152\n"
    assert csv_text(publish([{"a": "x", "change": 40.0}], OPEN, key=["a"])) == "a,change\nx,40\n"
