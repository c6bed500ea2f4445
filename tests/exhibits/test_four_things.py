"""Zero, missing, failed and withheld are four things in every builder, and a hostile name is only a name."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable

import pandas as pd
import pytest

from analysis import exhibits
from analysis.cannot_say import CannotSay
from analysis.disclosure import DERIVED, OPEN, RESTRICTED, Published, change_columns, decide, publish
from analysis.measures import change

from .frames import HOSTILE, caption, months

MONTHS = pd.period_range("2020-12", "2022-11", freq="M")
STATUSES = {"missing": "[x]", "failed": "[x]", "suppressed": "[c]"}


def answered(made: exhibits.Shown | CannotSay) -> exhibits.Shown:
    assert not isinstance(made, CannotSay)
    return made


def said(shown: exhibits.Shown) -> str:
    """Everything that a reader of the picture, or of its alternative, is told."""
    if shown.chart is None:
        return ""
    return " ".join([shown.chart.alt, *re.findall(r">([^<>\n]+)<", shown.chart.svg)])


def places(third: object, status: str = "present") -> Published:
    rows = [
        {"place": "Alpha", "before": 5, "after": 90, "after_status": "present"},
        {"place": HOSTILE, "before": 7, "after": third, "after_status": status},
        {"place": "Omega", "before": 0, "after": 0, "after_status": "present"},
    ]
    return publish(rows, OPEN, key=["place"], counts=["before", "after"])


def changes_of(**more: object) -> Published:
    rows = [
        {"category": "Rose", **change_columns(change(100, 180))},
        {"category": HOSTILE, **change_columns(change(0, 0)), **more},
    ]
    return publish(rows, OPEN, key=["category"], counts=["before", "after"], derived=DERIVED)


def withheld() -> Published:
    """A category of which one count is withheld, and with it all that was worked out from it."""
    cube = pd.DataFrame(
        [("arson", "a", 3), ("arson", "b", 40), ("other", "a", 50), ("other", "b", 60)],
        columns=["category", "window", "count"],
    ).assign(status="present")
    decision = decide(cube, [("category", "window")], RESTRICTED)
    rows = [
        {"category": name, **change_columns(change(before, after))}
        for name, before, after in (("arson", 40, 3), ("other", 60, 50))
    ]
    return publish(
        rows, RESTRICTED, key=["category"], derived=DERIVED, plain=[],
        counts={"after": {"window": "a"}, "before": {"window": "b"}}, decision=decision,
    )  # fmt: skip


# --- rankings ---------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("status", "symbol"), STATUSES.items())
def test_a_place_without_a_count_keeps_its_row_and_shows_its_symbol(status: str, symbol: str) -> None:
    shown = answered(exhibits.ranked(places(None, status), caption(), unit="Crimes", after="2022", before="2021"))
    assert shown.table.rows[1][2].text == symbol and symbol in said(shown)
    assert any(words.startswith(symbol) for words in shown.symbols)
    assert "$x^2$" in said(shown), "or a name was set as mathematics"
    assert HOSTILE not in shown.chart.alt  # type: ignore[union-attr]


def test_a_place_with_none_is_counted_and_written_as_zero() -> None:
    shown = answered(exhibits.ranked(places(5), caption(), unit="Crimes", after="2022", before="2021"))
    assert shown.table.rows[2][2].text == "0"
    assert "Omega 0 (was 0)" in shown.chart.alt  # type: ignore[union-attr]


# --- changes ----------------------------------------------------------------------------------------------------------
def test_two_zeros_are_counts_without_a_percentage() -> None:
    shown = answered(exhibits.changes(changes_of(), caption(), before="then", after="now"))
    row = next(row for row in shown.table.rows if row[0].text == HOSTILE)
    assert [cell.text for cell in row[1:4]] == ["0", "0", "cannot say"]
    assert "0 then 0: too few for a percentage" in said(shown)


def test_a_withheld_change_gives_nothing_away_in_picture_table_and_csv() -> None:
    shown = answered(exhibits.changes(withheld(), caption(), before="then", after="now"))
    row = next(row for row in shown.table.rows if row[0].text == "arson")
    assert {cell.text for cell in row[3:]} == {"[c]"}
    assert "arson" not in shown.chart.alt  # type: ignore[union-attr]
    line = next(line for line in csv.DictReader(io.StringIO(shown.csv)) if line["category"] == "arson")
    assert line["change"] == line["after"] == "" and "[c]" in line["change_note"]


def test_a_hostile_category_is_escaped_in_the_picture_and_whole_in_the_table() -> None:
    frame = publish(
        [{"category": HOSTILE, **change_columns(change(100, 180))}], OPEN, key=["category"],
        counts=["before", "after"], derived=DERIVED,
    )  # fmt: skip
    shown = answered(exhibits.changes(frame, caption(), before="then", after="now"))
    assert shown.chart is not None and "<b>" not in shown.chart.svg and "$x^2$" in said(shown)
    assert HOSTILE in shown.chart.alt and shown.table.rows[0][0].text == HOSTILE


# --- series and seasons -----------------------------------------------------------------------------------------------
DRAW: dict[str, Callable[[Published], exhibits.Shown | CannotSay]] = {
    "series": lambda frame: exhibits.series(frame, caption(), unit="u"),
    "seasonal": lambda frame: exhibits.seasonal(frame, caption(), unit="u"),
}


@pytest.mark.parametrize("builder", DRAW)
@pytest.mark.parametrize(("status", "symbol"), STATUSES.items())
def test_a_month_without_a_count_is_its_symbol_in_the_table_and_no_low_in_words(
    builder: str, status: str, symbol: str
) -> None:
    shown = answered(DRAW[builder](months([20] * 14 + [None] + [20] * 8 + [21], status=status)))
    assert [row[1].text for row in shown.table.rows].count(symbol) == 1
    assert "lowest 0" not in said(shown) and "lowest is 0" not in said(shown)


@pytest.mark.parametrize("builder", DRAW)
def test_a_month_with_none_is_the_lowest(builder: str) -> None:
    shown = answered(DRAW[builder](months([20] * 14 + [0] + [20] * 9)))
    assert "0 in February 2022" in said(shown) or "February 2022 with 0" in said(shown)
    assert shown.symbols == () or "[x]" not in " ".join(shown.symbols)


# --- the profile ------------------------------------------------------------------------------------------------------
def profile(status: str) -> exhibits.Shown:
    rows = [
        {"category": HOSTILE, "kind": "crime", "previous": 5, "latest": None, "latest_status": status}
        | {**change_columns(CannotSay("no figure")), "before": 5, "after": None, "after_status": status, "rate": None},
        {"category": "Arson", "kind": "crime", "previous": 0, "latest": 0, "latest_status": "present"}
        | {**change_columns(change(0, 0)), "after_status": "present", "rate": 0.0},
    ]
    derived = DERIVED | {"rate": ["latest"]}
    frame = publish(rows, OPEN, key=["category"], counts=["previous", "latest", "before", "after"], derived=derived)
    spark = [
        {"category": name, "month": when, "count": None if name == HOSTILE else 0, "status": status}
        | ({} if name == HOSTILE else {"status": "present"})
        for name in (HOSTILE, "Arson")
        for when in MONTHS
    ]
    monthly = publish(spark, OPEN, key=["category", "month"], counts=["count"])
    return exhibits.profile(frame, monthly, caption("profile"), previous="Year to 2021", latest="Year to 2022")


@pytest.mark.parametrize(("status", "symbol"), STATUSES.items())
def test_a_category_without_a_count_and_one_with_none_are_told_apart(status: str, symbol: str) -> None:
    rows = {row[0].text: row for row in profile(status).table.rows}
    assert rows[HOSTILE][2].text == symbol and rows["Arson"][2].text.startswith("0")
    assert rows[HOSTILE][-1].svg == "" and rows["Arson"][-1].svg.startswith("<svg")


# --- key figures, plans, coverage -------------------------------------------------------------------------------------
@pytest.mark.parametrize(("status", "symbol"), STATUSES.items())
def test_a_key_figure_without_a_count_shows_its_symbol_and_why(status: str, symbol: str) -> None:
    row = {"category": "x", **change_columns(CannotSay("no figure")), "before": 5, "after": None}
    frame = publish([{**row, "after_status": status}], OPEN, key=["category"], counts=["after"])
    figure = exhibits.key_figure(frame.rows[0], "Arsons", before="the year before")
    assert figure.value == symbol and figure.detail and not any(digit in figure.detail for digit in "0123456789")


def test_a_key_figure_of_none_is_zero() -> None:
    figure = exhibits.key_figure(changes_of().rows[1], "Arsons", before="the year before")
    assert (figure.value, figure.detail) == ("0", "0 in the year before")


def test_a_force_with_a_hostile_name_has_its_strip() -> None:
    rows = [
        {"force": HOSTILE, "month": when, "supply": "missing" if n else "present", "unlocated": 0.0}
        for n, when in enumerate(MONTHS[:3])
    ]
    shown = answered(exhibits.completeness(publish(rows, OPEN, key=["force", "month"]), caption("completeness")))
    assert shown.chart is not None and "<b>" not in shown.chart.svg
    assert f"{HOSTILE}: 1 of 3 months held" in shown.chart.alt
    assert "peaks at 0.0%" in shown.chart.alt
