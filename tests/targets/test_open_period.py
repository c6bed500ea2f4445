"""Which indicators have an outlook, from what, and why the others have none."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import targets
from analysis.cannot_say import CannotSay
from analysis.measures import Window
from analysis.targets import Counted, Outlook
from analysis.targets.open_period import months_of

ON = pd.Period("2022-11", "M")
YEAR = Window(pd.Period("2022-04", "M"), pd.Period("2023-03", "M"))
HIDDEN = CannotSay("withheld so that nobody can be identified", "disclosure")


def counted(**changed):
    index = pd.period_range("2018-04", "2022-11", freq="M")
    series = pd.Series(np.random.default_rng(5).poisson(30, len(index)), index=index, dtype="Int64")
    return Counted(**{"actual": float(series["2022-04":].sum()), "series": series, "period": YEAR} | changed)


@pytest.fixture
def opened(indicator):
    """Assess an indicator whose financial year has four months to go."""

    def make(seen=None, *, on=ON, **given_):
        told = {"baseline_period": "2021/22", "baseline": "360", "target_period": "2022/23", "target": "360"}
        return targets.assess(indicator(**told | given_), counted=seen, on=on)

    return make


def test_a_counted_indicator_is_judged_by_its_months(opened):
    found = opened(counted())
    assert found.outlook.basis == "months"
    assert found.status == found.outlook.status
    assert found.own_swing


def test_a_declared_part_of_a_year_is_judged_by_two_totals(opened):
    found = opened(actual="236", part_year="April to November 2022")
    assert (found.outlook.basis, found.outlook.months_left) == ("totals", 4)
    assert found.status == found.outlook.status
    assert not found.own_swing


def test_a_reduction_is_looked_ahead_to_the_count_below_the_baseline(opened):
    held = opened(counted(), rule="reduce", target="").outlook
    assert held.probability == opened(counted(), target="359").outlook.probability


def test_maintaining_is_looked_ahead_to_its_margin(opened):
    found = opened(counted(), rule="downward or maintain", target="")
    assert found.outlook.probability == opened(counted(), target=str(found.margin)).outlook.probability


def test_a_period_that_is_over_has_no_outlook(opened):
    assert opened(counted(), on=pd.Period("2023-03", "M")).outlook is None
    assert opened(counted(), on=None).outlook is None


@pytest.mark.parametrize("rule", ["none", "to be agreed", "establish baseline"])
def test_no_target_has_no_outlook(opened, rule):
    assert opened(counted(), rule=rule, target="TBC").outlook is None


@pytest.mark.parametrize(
    ("given_", "rule"),
    [
        ({"unit": "percent", "target": "60", "baseline": "50"}, "no-counts"),
        ({"target_period": "each month to March 2023"}, "no-counts"),
        ({"rule": "reduce", "target": "", "comparable": "no"}, "not-comparable"),
        ({"actual": "TBC"}, "no-periods"),
        ({"actual": "90", "baseline": "TBC"}, "no-periods"),
        ({"actual": "90"}, "no-exposure"),
        ({"actual": "90", "part_year": "half the year"}, "no-exposure"),
        ({"actual": "90", "part_year": "April to June 2022"}, "too-short"),
        ({"actual": "300", "part_year": "April to November 2022", "comparable": "no"}, "no-exposure"),
    ],
)
def test_why_an_open_period_has_no_chance_is_said(opened, given_, rule):
    found = opened(**given_)
    assert found.outlook.rule == rule
    assert found.status == "not due"


def test_a_withheld_count_is_not_looked_ahead(opened):
    found = opened(Counted(HIDDEN))
    assert (found.outlook, found.status, found.actual) == (HIDDEN, "withheld", HIDDEN)
    assert found.change == HIDDEN
    assert found.reading == HIDDEN


def test_a_count_that_is_not_in_the_data_is_no_zero_and_not_the_partnerships_to_supply(opened):
    gone = CannotSay("June 2022 is not in the data", "missing-months")
    found = opened(Counted(gone), on=pd.Period("2023-03", "M"))
    assert (found.status, found.change) == ("not in the data", gone)


def test_a_missing_month_leaves_the_outlook_to_what_is_known(opened):
    seen = counted()
    seen.series.loc["2022-06"] = pd.NA
    found = opened(Counted(CannotSay("June 2022 is not in the data", "missing-months"), seen.series, YEAR))
    assert isinstance(found.outlook, Outlook)
    assert [str(month) for month in found.outlook.missing] == ["2022-06"]


def test_a_change_that_lies_in_the_recording_is_not_called_one(opened):
    refused = CannotSay("recording changed in between", "recording-break")
    found = opened(counted(on_the_year=refused, actual=900.0), on=pd.Period("2023-03", "M"))
    assert found.evidence == found.reading == refused
    plain = opened(counted(on_the_year=CannotSay("no", "no-periods"), actual=900.0), on=pd.Period("2023-03", "M"))
    assert plain.reading == "worse"


def test_a_series_of_its_own_shows_how_much_the_counts_swing():
    assert 1 <= counted().swing < 2
    assert Counted(5.0).swing is None
    assert counted(series=counted().series.iloc[:5]).swing is None


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("April to November 2022", 8),
        ("April 2022", 1),
        ("November to February 2023", 4),
        (" April to September 2022 ", 6),
        ("to the end of November 2010", None),
        ("Spring to June 2022", None),
        ("", None),
    ],
)
def test_how_many_months_a_part_of_a_year_names(words, months):
    assert months_of(words) == months


@given(st.text(max_size=40))
def test_any_words_name_some_months_or_none(words):
    assert months_of(words) in {None, *range(1, 13)}


@pytest.mark.parametrize(("text", "each"), [("each month to March 2012", True), ("March 2012", False), ("", False)])
def test_a_target_for_each_month_is_told_from_one_for_a_year(text, each):
    assert targets.each_month(text) is each


def test_two_known_samples_have_a_chance_and_a_reading(indicator):
    told = {"unit": "percent", "direction": "higher", "rule": "at least", "baseline": "69", "target": "70"}
    sizes = {"sample_size": "1,104", "baseline_sample_size": "1,087"}
    found = targets.assess(indicator(**told, **sizes, actual="71"))
    assert 0.25 < found.chance < 0.4
    assert found.reading == "no clear change"
    assert targets.assess(indicator(**told, **sizes, actual="80")).reading == "better"
    assert targets.assess(indicator(**told, actual="71")).chance is None


def test_a_total_without_a_baseline_of_its_own_takes_that_of_its_parts(indicator):
    parts = [indicator(id="a", baseline="40"), indicator(id="b", baseline="60")]
    *_, found = targets.assess_all([*parts, indicator(id="t", sum_of="a+b", target="100", actual="120")])
    assert found.indicator.baseline == 100
    assert found.change.value == pytest.approx(20)
    assert found.chance == targets.assess(indicator(baseline="100", target="100")).chance
    parts[1] = indicator(id="b", baseline="N/A")
    *_, unknown = targets.assess_all([*parts, indicator(id="t", sum_of="a+b", target="100", actual="120")])
    assert unknown.chance is None
