"""Which counts of many areas may be compared."""

import numpy as np
import pandas as pd
import pytest

from analysis.cannot_say import CannotSay, said
from analysis.evaluation.matched_seasons import matched, trend_before
from analysis.evaluation.panel_counts import left_out_remark, panel_counts
from analysis.evaluation.setting import Place
from analysis.evaluation.time_blocks import time_blocks
from analysis.measures import Window
from analysis.params.recording import RecordingBreak

from .many_areas import drawn, setting

RNG = np.random.default_rng(0)
COUNTS = drawn(RNG, others=20)


def counted(*args, **more):
    found = panel_counts(setting(*args, **more))
    assert said(found)
    return found


def refused(asked):
    found = panel_counts(asked)
    assert isinstance(found, CannotSay)
    return found.rule


def window(first, last):
    return Window(pd.Period(first, "M"), pd.Period(last, "M"))


def broken(kind, start, end=None):
    return RecordingBreak(
        id="break", name="a new way of counting", start=start, end=end or start, kind=kind, countries=("england",),
        effect="counts moved", source="a circular",
    )  # fmt: skip


def test_counts_come_as_they_are():
    found = counted(COUNTS)
    assert found.before.tolist() == COUNTS[:, :36].tolist()
    assert found.after.tolist() == COUNTS[:, 36:].tolist()
    assert found.others == 20
    assert found.observed == COUNTS[0, 36:].sum()
    assert found.describes == ""


def test_a_month_unknown_in_one_area_is_left_out_of_all_and_never_a_zero():
    found = counted(COUNTS, missing=[(3, 5), (0, 40)])
    assert found.before.shape == (21, 35)
    assert found.after.shape == (21, 11)
    assert found.before[3].tolist() == np.delete(COUNTS[3, :36], 5).tolist()


def test_an_area_with_many_months_unknown_is_left_out_and_named():
    found = counted(COUNTS, missing=[(3, month) for month in range(10)])
    assert found.left_out == ("area 3",)
    assert found.before.shape == (20, 36)
    assert left_out_remark(found) == ("Left out for want of counts: area 3.",)


def test_an_area_with_next_to_no_incidents_before_is_left_out():
    counts = COUNTS.copy()
    counts[7, :36] = 0
    assert counted(counts).left_out == ("area 7",)


def test_with_fewer_than_nineteen_others_it_says_that_it_only_describes():
    assert "only 10 other areas" in counted(COUNTS[:11]).describes


def test_residents_are_used_only_where_they_are_known_of_all():
    assert counted(COUNTS, people=np.arange(1, 22)).people.tolist() == list(range(1, 22))
    assert counted(COUNTS).people.tolist() == [1.0] * 21


@pytest.mark.parametrize(
    ("asked", "rule"),
    [
        (setting(COUNTS[:3]), "few-comparators"),
        (setting(COUNTS, missing=[(0, month) for month in range(36)]), "no-periods"),
        (setting(COUNTS, missing=[(0, month) for month in range(36, 48)]), "no-periods"),
        (setting(COUNTS, breaks=(broken("step", "2018-06"),)), "recording-break"),
        (setting(np.vstack([np.zeros(48), COUNTS[1:]])), "small-counts"),
    ],
)
def test_what_cannot_be_compared_is_refused(asked, rule):
    assert refused(asked) == rule


def test_each_area_missing_a_month_of_its_own_leaves_no_period():
    missing = [(number, month) for number, month in zip(range(1, 13), range(36, 48), strict=True)]
    assert refused(setting(COUNTS, missing=missing)) == "no-periods"


def test_an_area_named_twice_is_an_error():
    asked = setting(COUNTS)
    twice = Place("area 1", asked.comparators[1].series)
    with pytest.raises(ValueError, match="more than once"):
        panel_counts(asked.with_treated(asked.treated, (*asked.comparators, twice)))


def test_covid_and_the_months_it_was_chosen_by_are_on_neither_side():
    asked = setting(COUNTS, chosen_on=window("2017-01", "2017-06"), breaks=(broken("pulse", "2018-02", "2018-03"),))
    found = panel_counts(asked)
    assert said(found)
    assert found.before.shape[1] == 30
    assert found.after.shape[1] == 10


# --- the same seasons on both sides -----------------------------------------------------------------------------------
def test_half_a_year_is_set_against_the_same_half_years():
    counts = np.tile(np.where(np.arange(42) % 12 < 6, 30, 90), (21, 1))
    found = matched(counted(counts), 12)
    assert found.change == pytest.approx(np.zeros(21), abs=0.01)
    assert found.before[0] == found.after[0] == 180


def test_a_season_that_was_not_counted_before_is_left_out_after():
    counts = np.full((21, 14), 50)
    found = matched(counted(counts, before=6), 12)
    assert found.kept.tolist() == [False] * 6 + [True, True]
    assert found.after[0] == 100


def test_the_chance_of_a_log_ratio_is_that_of_simulated_poisson_counts():
    rng = np.random.default_rng(3)
    values, chances = [], []
    for _ in range(60):
        counts = rng.poisson(np.array([[25.0]] * 21), (21, 48))
        found = matched(counted(counts), 12)
        values.extend(found.change)
        chances.extend(found.chance)
    assert np.mean(values) == pytest.approx(0, abs=0.01)
    assert np.var(values) == pytest.approx(np.mean(chances), rel=0.1)


def test_a_straight_trend_before_is_found_whatever_the_area():
    years = np.arange(8)
    counts = np.round(1000 * np.exp(-0.1 * years)) * np.arange(1, 22)[:, None]
    slope, variance = trend_before(counted(counts, before=6, freq="Y-MAR"), 1)
    assert slope == pytest.approx(np.full(21, -0.1), abs=1e-3)
    assert variance[0] > variance[20] > 0


def test_two_years_before_make_no_trend():
    assert trend_before(counted(COUNTS[:, :30], before=24), 12) is None


# --- blocks of time ---------------------------------------------------------------------------------------------------
def blocks(counts, before=36, **more):
    asked = setting(counts, before, **more)
    found = panel_counts(asked)
    assert said(found)
    return time_blocks(found, asked.start, asked.a_year)


@pytest.mark.parametrize(("mean", "months"), [(150, 1), (40, 3), (20, 6), (2, 6)])
def test_blocks_are_the_shortest_that_chance_does_not_drown_and_leave_six(mean, months):
    found = blocks(np.full((21, 48), mean))
    assert found.periods == months
    assert found.before.shape[1] == 36 // months
    assert found.before.sum() == 21 * 36 * mean


def test_years_are_taken_where_six_of_them_are_left():
    assert blocks(np.full((21, 84), 3), before=72).periods == 12


def test_a_last_piece_shorter_than_half_a_block_joins_the_one_before():
    found = blocks(np.full((21, 49), 40))
    assert found.lengths_after.tolist() == [3, 3, 3, 4]
    assert found.after[0].tolist() == [120, 120, 120, 160]


def test_a_block_of_which_most_is_a_gap_is_left_out():
    found = blocks(np.full((21, 48), 40), missing=[(0, 0), (0, 1), (0, 5)])
    assert found.lengths_before.tolist() == [2, *[3] * 10]


def test_three_blocks_before_are_too_few():
    found = blocks(np.full((21, 5), 200), before=3, freq="Y-MAR")
    assert isinstance(found, CannotSay)
    assert found.rule == "too-short"
    assert "only 3 years" in found.reason
