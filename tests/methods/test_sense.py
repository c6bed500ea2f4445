"""What no figures can be is an error at the desk, though the functions themselves say that they cannot say."""

from __future__ import annotations

import pytest

from analysis.errors import MethodError
from analysis.methods import method_named
from analysis.methods.given import Given
from analysis.methods.reading import answered, arguments
from analysis.methods.table import table

TOTALS = {"goal": "at most 5", "so-far": "4", "before": "4"}
FILE = table(
    "month,count\n" + "".join(f"{year}-{month:02d},5\n" for year in (2020, 2021) for month in range(1, 13)), "my.csv"
)


@pytest.mark.parametrize(
    ("method", "given", "message"),
    [
        ("rate", {"count": "5", "population": "-4"}, "--population: -4 is not above zero"),
        ("wilson", {"percent": "62", "sample-size": "0"}, "--sample-size: 0 is not a number of people"),
        ("wilson", {"percent": "62", "sample-size": "3.5"}, "--sample-size: 3.5 is not a number of people"),
        ("points-change", {"before": "5", "before-size": "9", "after": "6", "after-size": "-5"}, "--after-size: -5"),
        ("open-target-totals", {**TOTALS, "months-done": "13"}, "--months-done: 13 is not between 0 and 12"),
        ("discoveries", {"p-values": ""}, "--p-values: there is no number in it"),
        ("chance-of-target", {"goal": "at most -4", "count": "4"}, "--goal: no count is below zero"),
        ("chance-of-target", {"goal": "below 0", "count": "4"}, "--goal: no count is below zero"),
        ("rate-ratio", {"before": "5", "after": "6", "dispersion": "1e9"}, "--dispersion: 1e.09 is not above 0"),
        ("rate-ratio", {"before": "5", "after": "6", "exposure-before": "1e9"}, "give both in one unit"),
    ],
)
def test_what_no_figure_can_be_is_an_error(method: str, given: dict[str, str], message: str) -> None:
    with pytest.raises(MethodError, match=message):
        answered(method_named(method), Given(given))


@pytest.mark.parametrize(
    ("method", "given", "message"),
    [
        ("year-on-year", {"end": "2035-01"}, "--end: 2035-01 is not in the file, which runs from 2020-01 to 2021-12"),
        ("year-on-year", {"end": "2021/22"}, "--end: 2021/22 is a financial year, where the file has months"),
        ("year-on-year", {"window": "2021-11 to 2022-10"}, "--window: 2022-10 is not in the file"),
        ("exceptional-month", {"month": "2019-05"}, "--month: 2019-05 is not in the file"),
        ("open-target", {"goal": "at most 9", "period": "2022-01 to 2150-01"}, "1,537 periods are too many"),
        ("open-target", {"goal": "at most 9", "period": "2022-01 to 2022-12", "paths": "1"}, "--paths: 1 is not"),
        ("outlook", {"seed": "-1"}, "--seed: -1 is not between"),
        ("outlook", {"horizon": "0"}, "--horizon: 0 is not between"),
    ],
)
def test_what_does_not_fit_the_series_is_an_error(method: str, given: dict[str, str], message: str) -> None:
    with pytest.raises(MethodError, match=message):
        arguments(method_named(method), Given(given, FILE))


def test_an_unknown_police_force_gets_the_nearest() -> None:
    given = Given({"force": "lancashir"}, FILE, forces=lambda _: ("lancashire", "kent"))
    with pytest.raises(MethodError, match='"lancashir" is not a police force of England; did you mean "lancashire"'):
        arguments(method_named("trend"), given)
    assert arguments(method_named("trend"), Given({"force": "kent"}, FILE, forces=lambda _: ("lancashire", "kent")))


@pytest.mark.parametrize("date", ["0000-01", "9999-12", "Jan 0001"])
def test_a_year_that_no_figures_are_of_is_an_error_in_words(date: str) -> None:
    with pytest.raises(MethodError, match=r"my\.csv:2 month: "):
        arguments(method_named("trend"), Given({}, table(f"month,count\n{date},5\n", "my.csv")))
