import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.cannot_say import said
from analysis.evaluation.matched import matched
from analysis.evaluation.setting import Place, Setting
from analysis.measures import Window

from .interrupted import LAST, broken, place, setting


def periods(freq, first, counts):
    when = pd.period_range(first, periods=len(counts), freq=freq)
    return Place("the town", pd.Series(counts, index=when, dtype="Int64"))


def test_a_year_is_matched_with_the_year_before_it():
    found = matched(setting([10] * 36), [place([10] * 36)])
    assert list(found.after) == list(pd.period_range("2019-01", "2019-12", freq="M"))
    assert list(found.before) == list(pd.period_range("2018-01", "2018-12", freq="M"))
    assert (found.weights == 1).all()
    assert found.remarks == ()


def test_a_month_unknown_before_is_replaced_by_the_same_month_a_year_earlier():
    counts = [10] * 36
    counts[14] = None
    found = matched(setting(counts), [place(counts)])
    assert pd.Period("2018-03", "M") not in found.before
    assert pd.Period("2017-03", "M") in found.before


def test_a_month_unknown_in_any_place_is_in_no_comparison_and_is_named():
    gap = [10] * 36
    gap[30] = None
    found = matched(setting([10] * 36, gap), [place([10] * 36), place(gap)])
    assert len(found.after) == len(found.before) == 11
    assert list(found.left_out) == [pd.Period("2019-07", "M")]
    assert found.remarks == ("1 month after the start could not be matched and is left out.",)


def test_where_fewer_came_before_each_stands_for_several():
    found = matched(setting([10] * 30, after=18), [place([10] * 30)])
    assert (len(found.after), len(found.before)) == (18, 12)
    assert sorted(set(found.weights)) == [1.0, 2.0]
    assert found.weights.sum() == pytest.approx(len(found.after))


def test_two_years_are_matched_with_two_years_when_there_are_two():
    found = matched(setting([10] * 60, after=24), [place([10] * 60)])
    assert (len(found.before), found.before[0]) == (24, pd.Period("2016-01", "M"))


def test_quarters_and_financial_years_are_matched_with_their_like():
    quarters = periods("Q-MAR", "2015Q1", [10] * 12)
    when = quarters.series.index
    found = matched(Setting("x", quarters, when[8], when[9]), [quarters])
    assert list(found.before) == [when[4], when[5]]
    years = periods("Y-MAR", "2000", [100] * 8)
    when = years.series.index
    found = matched(Setting("x", years, when[5], when[7]), [years])
    assert list(found.before) == list(when[2:5])


def test_expected_counts_are_those_of_the_same_season():
    counts = [*range(12), *range(12), *[0] * 12]
    found = matched(setting(counts), [place(counts)])
    assert found.expected(place(counts)).tolist() == list(range(12))


def test_months_of_putting_it_in_place_and_of_choosing_the_place_are_on_no_side():
    town = place([10] * 48)
    window = Window(pd.Period("2018-11", "M"), pd.Period("2019-01", "M"))
    chosen = Window(pd.Period("2017-12", "M"), pd.Period("2018-02", "M"))
    asked = setting([10] * 48, implementation=window, chosen_on=chosen)
    found = matched(asked, [town])
    used = found.before.union(found.after)
    assert not any(used.isin(window.periods)) and not any(used.isin(chosen.periods))
    assert pd.Period("2017-02", "M") in found.before


@pytest.mark.parametrize(
    ("asked", "rule"),
    [
        (setting([10] * 36, after=1), "few-matched-months"),
        (setting([10] * 36, after=2), "few-matched-months"),
        (setting([*[10] * 24, *[None] * 12]), "no-periods"),
        (setting([*[None] * 24, *[10] * 12]), "no-periods-before"),
        (setting([10] * 36, breaks=(broken("step", "2019-06"),)), "recording-break"),
    ],
)
def test_what_cannot_be_matched_is_refused(asked, rule):
    assert matched(asked, [asked.treated]).rule == rule


def test_only_what_was_recorded_in_the_same_way_is_matched():
    found = matched(setting([10] * 48, breaks=(broken("step", "2018-04"),)), [place([10] * 48)])
    assert found.before[0] == pd.Period("2018-04", "M")
    assert len(found.after) == 9


@settings(max_examples=60, deadline=None)
@given(st.lists(st.booleans(), min_size=30, max_size=70), st.integers(3, 24))
def test_matches_are_known_of_one_season_and_weigh_as_much_as_what_they_stand_for(known, after):
    counts = [5 if each else None for each in known]
    town = place(counts)
    found = matched(setting(counts, after=after), [town])
    if not said(found):
        return
    assert town.known(found.after).equals(found.after) and town.known(found.before).equals(found.before)
    assert found.before.max() < LAST - (after - 1) <= found.after.min()
    wanted = np.bincount(found.after.asi8 % 12, minlength=12)
    assert np.bincount(found.before.asi8 % 12, found.weights, 12) == pytest.approx(wanted)
    assert len(found.before) <= len(found.after)
