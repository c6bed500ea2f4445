"""What is said of a trend: what it rests on, a break found, and the two tables behind it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest

from analysis import trends
from analysis.assessment.trend import _diagnosis, _grounds, _model
from analysis.cannot_say import CannotSay, said

if TYPE_CHECKING:
    from analysis.trends import Trend


@pytest.fixture
def steady() -> Trend:
    """Sixty months without a trend."""
    when = pd.period_range("2017-12", periods=60, freq="M")
    rng = np.random.default_rng(20221130)
    found = trends.trend(pd.Series(rng.poisson(60, 60), index=when, dtype="Int64"))
    assert said(found)
    return found


def test_two_models_that_agree_are_all_it_rests_on(steady: Trend) -> None:
    assert _grounds(steady) == "Two models agree."


def test_the_pulse_is_named_in_the_periods_of_the_series(steady: Trend) -> None:
    monthly = replace(steady, with_pulse=steady.primary, pulse="Covid restrictions")
    assert "the months of Covid restrictions are left out, and with them in the answer is the same" in _grounds(monthly)
    yearly = replace(monthly, first=pd.Period("2014", "Y-MAR"))
    assert "the years of Covid restrictions are left out" in _grounds(yearly)


@pytest.mark.parametrize(
    ("kind", "percent", "words"),
    [
        ("mean", 21.0, "at about October 2021 the level shifts upwards."),
        ("mean", -21.0, "at about October 2021 the level shifts downwards."),
        ("slope", -5.0, "at about October 2021 the course turns downwards."),
    ],
)
def test_a_break_that_no_register_names_is_named(steady: Trend, kind: trends.Kind, percent: float, words: str) -> None:
    broken = replace(steady, undeclared=trends.Undeclared(pd.Period("2021-10", "M"), kind, percent))
    assert "a break that our register of recording changes does not name" in _grounds(broken)
    assert words in _grounds(broken)
    assert _model("all-crime", broken)["broken"] == "October 2021"


def test_every_diagnostic_stands_in_the_table(steady: Trend) -> None:
    row = _diagnosis("all-crime", steady)
    assert row["aic_poisson"] == steady.diagnostics.aic[0]
    assert row["negative_binomial"] == steady.diagnostics.negative
    assert 0 < row["ljung_box"] <= 1
    assert 0 < row["ljung_box_24"] <= 1
    assert [row[f"acf_{lag}"] for lag in range(1, 13)] == list(steady.diagnostics.acf)


def test_a_test_that_a_short_series_cannot_carry_says_so(steady: Trend) -> None:
    short = replace(steady.diagnostics, ljung_box=steady.diagnostics.ljung_box[:1], acf=steady.diagnostics.acf[:4])
    row = _diagnosis("all-crime", replace(steady, diagnostics=short))
    assert isinstance(row["ljung_box_24"], CannotSay)
    assert isinstance(row["acf_5"], CannotSay)
