"""Changes and targets as columns."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.cannot_say import CannotSay
from analysis.counts import period
from analysis.disclosure import CHANGE, DERIVED, OPEN, State, change_columns, publish, target_columns, widen
from analysis.measures import change, year_on_year
from analysis.params.indicator import Indicator
from analysis.targets import assess


def test_a_change_has_its_counts_percentage_limits_and_verdict() -> None:
    columns = change_columns(change(200, 120))
    assert (columns["before"], columns["after"], columns["verdict"], columns["difference"]) == (200, 120, "fell", -80)
    assert columns["change"] == pytest.approx(-40)
    assert columns["change_low"] < columns["change"] < columns["change_high"] < 0


def test_a_refused_percentage_leaves_the_counts() -> None:
    columns = change_columns(change(3, 8))
    assert isinstance(columns["change"], CannotSay) and isinstance(columns["change_low"], CannotSay)
    assert (columns["before"], columns["after"], columns["verdict"]) == (3, 8, "no clear change")


def test_a_refusal_stands_in_every_column() -> None:
    refusal = CannotSay("recording changed")
    assert set(change_columns(refusal).values()) == {refusal}
    assert set(change_columns(refusal)) == {"before", "after", *CHANGE}


def test_a_comparison_says_which_months_it_had() -> None:
    months = pd.period_range("2020-12", "2022-11", freq="M")
    counts = pd.Series([20] * 24, index=months, dtype="Int64")
    counts[[period("2021-01"), period("2022-03")]] = pd.NA
    columns = change_columns(year_on_year(counts))
    assert columns["months"] == "all but January and March"
    assert columns["before"] == columns["after"] == 200


def test_everything_worked_out_from_the_two_counts_is_derived_from_both() -> None:
    assert set(DERIVED) == set(CHANGE)
    assert all(parts == ("before", "after") for parts in DERIVED.values())


def test_months_beside_a_row_are_missing_where_there_is_no_figure() -> None:
    frame = publish([{"category": "Burglary"}], OPEN, key=["category"])
    rows = [{"category": "Burglary", "month": period("2022-01"), "count": 3}]
    rows += [{"category": "Arson", "month": period("2022-02"), "count": 5}]
    wide = widen(frame, publish(rows, OPEN, key=["category", "month"], counts=["count"]), "category")
    assert wide.columns == ("category", "2022-01", "2022-02")
    assert wide.rows[0].number("2022-01") == 3
    assert wide.rows[0]["2022-02"].state is State.MISSING


def indicator(**given: object) -> Indicator:
    base = {"id": "ni15", "group": "g", "name": "NI 15", "unit": "count", "direction": "lower", "rule": "at most"}
    return Indicator.model_validate({**base, "baseline": "323", "target": "288", "actual": "335", **given})


def test_warwickshire_serious_violence_is_as_published() -> None:
    columns = target_columns(assess(indicator()))
    assert round(columns["change"], 1) == 3.7
    assert round(columns["from_target"], 1) == 16.3
    assert (columns["status"], columns["change_unit"]) == ("missed", "%")


@pytest.mark.parametrize(("written", "state"), [("N/A", State.NOT_MEASURED), ("TBC", State.NOT_YET_KNOWN)])
def test_na_and_tbc_stay_what_they_are_in_both_differences(written: str, state: State) -> None:
    row = publish([target_columns(assess(indicator(actual=written)))], OPEN, key=["id"]).rows[0]
    assert row["actual"].state == row["change"].state == row["from_target"].state == state


def test_percentages_differ_in_points() -> None:
    columns = target_columns(
        assess(indicator(unit="percent", rule="at least", baseline="25", target="30", actual="28"))
    )
    assert (columns["change"], columns["change_unit"]) == (3, "percentage points")
    assert columns["from_target"] == -2
