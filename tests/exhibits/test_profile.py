"""All categories at a glance."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis import exhibits
from analysis.disclosure import DERIVED, OPEN, Published, change_columns, publish
from analysis.errors import ExhibitError
from analysis.measures import change

from .frames import HOSTILE, caption

ROWS = {
    "Burglary": ("crime", 265, 358),
    HOSTILE: ("crime", 0, 0),
    "All recorded crime": ("total", 6824, 8408),
    "Anti-social behaviour": ("apart", 799, 746),
}


def frame() -> Published:
    rows = [
        {
            "category": name,
            "kind": kind,
            "previous": before,
            "latest": after,
            **change_columns(change(before, after)),
            "rate": after / 104.809,
        }
        for name, (kind, before, after) in reversed(ROWS.items())
    ]
    derived = DERIVED | {"rate": ["latest"]}
    return publish(rows, OPEN, key=["category"], counts=["previous", "latest", "before", "after"], derived=derived)


def monthly(*, missing: bool = False) -> Published:
    periods = pd.period_range("2020-12", "2022-11", freq="M")
    rows = [
        {"category": name, "month": when, "count": None if missing else after // 12}
        for name, (_, _, after) in ROWS.items()
        for when in periods
    ]
    return publish(rows, OPEN, key=["category", "month"], counts=["count"])


def shown(**more: bool) -> exhibits.Shown:
    return exhibits.profile(
        frame(), monthly(**more), caption("profile"), previous="Year to 2021", latest="Year to 2022"
    )


def test_crime_stands_first_then_its_total_then_what_is_counted_apart() -> None:
    names = [row[0].text for row in shown().table.rows]
    assert names[-2:] == ["All recorded crime", "Anti-social behaviour"]
    assert shown().table.total_rows == 2


def test_a_change_clear_of_chance_is_bold_and_one_that_is_not_is_plain() -> None:
    rows = {row[0].text: row for row in shown().table.rows}
    assert rows["Burglary"][3].strong and rows["Burglary"][3].text == "+35.1%"
    assert not rows["Anti-social behaviour"][3].strong
    assert any("bold" in note for note in shown().notes)


def test_two_zeros_have_counts_and_no_percentage() -> None:
    row = next(row for row in shown().table.rows if row[0].text == HOSTILE)
    assert [cell.text for cell in row[1:4]] == ["0", "0", "cannot say"]


def test_a_sparkline_says_in_words_what_it_draws() -> None:
    row = next(row for row in shown().table.rows if row[0].text == "Burglary")
    assert row[-1].svg.startswith("<svg") and row[-1].text == "29 to 29, latest 29"
    assert shown().table.columns[-1].spark and shown().table.columns[-1].label == "Dec 2020 to Nov 2022"


def test_without_any_month_there_is_no_sparkline_but_words() -> None:
    row = shown(missing=True).table.rows[0]
    assert row[-1].svg == "" and row[-1].text == "no data"


def test_the_csv_holds_the_months_that_the_sparklines_draw() -> None:
    header = shown().csv.splitlines()[0].split(",")
    assert {"2020-12", "2022-11", "change_low", "rate"} <= set(header)


def test_neighbours_are_a_column_only_where_there_are_any() -> None:
    labels = [column.label for column in shown().table.columns]
    assert "Neighbouring areas" not in labels


def test_a_profile_of_no_category_is_refused() -> None:
    empty = frame().where(lambda row: False)
    with pytest.raises(ExhibitError, match="has no rows"):
        exhibits.profile(empty, monthly(), caption("profile"), previous="a", latest="b")
