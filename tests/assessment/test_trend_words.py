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
    monthly = replace(steady, with_pulse=steady.primary, counted_in=steady.primary, pulse="Covid restrictions")
    assert _grounds(monthly) == (
        "Two models agree; the months of Covid restrictions are left out, and where they are given a level of their "
        "own the answer is the same."
    )
    yearly = replace(monthly, first=pd.Period("2014", "Y-MAR"))
    assert "the years of Covid restrictions are left out" in _grounds(yearly)


def test_another_answer_with_the_pulse_simply_counted_in_is_told(steady: Trend) -> None:
    rises = trends.Estimate("quasi-Poisson", 7.3, 3.3, 11.5, 9)
    covid = replace(steady, with_pulse=steady.primary, counted_in=rises, pulse="Covid restrictions")
    assert _grounds(covid).endswith(
        "With the months of Covid restrictions simply counted in, it would be rising "
        "(+7.3% a year, 95% interval: rise of 3.3% to 11.5%)."
    )
    row = _model("all-crime", covid)
    assert [row[f"counted_in_{each}"] for each in ("percent", "low", "high")] == [7.3, 3.3, 11.5]
    assert isinstance(_model("all-crime", steady)["counted_in_percent"], CannotSay)
    rising = replace(covid, direction="rising", counted_in=steady.primary)
    assert "simply counted in, there would be no clear trend (" in _grounds(rising)
    assert "simply counted in" not in _grounds(replace(rising, counted_in=rises))


def test_periods_without_figures_are_called_what_they_are(steady: Trend) -> None:
    assert "; 12 months are without figures and left open." in _grounds(replace(steady, gaps=(steady.first,) * 12))
    years = replace(steady, first=pd.Period("2014", "Y-MAR"), gaps=(pd.Period("2016", "Y-MAR"),))
    assert "; one year is without figures and left open." in _grounds(years)


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
