import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import targets
from analysis.cannot_say import CannotSay
from analysis.measures import Window
from analysis.params.recording import RecordingBreak
from analysis.targets import Goal, Outlook


def months(values, start="2018-04"):
    index = pd.period_range(start, periods=len(values), freq="M")
    return pd.Series([pd.NA if v is None else v for v in values], index=index, dtype="Int64")


def steady(length, mean=40, seed=1):
    return list(np.random.default_rng(seed).poisson(mean, length))


@pytest.fixture
def covid():
    return RecordingBreak(
        id="covid", name="Covid restrictions", start="2020-03", end="2021-10", kind="pulse", countries=("england",),
        effect="fewer crimes", source="law",
    )  # fmt: skip


YEAR = Window(pd.Period("2022-04", "M"), pd.Period("2023-03", "M"))
SERIES = months(steady(56))  # April 2018 to November 2022


def test_months_counted_and_months_to_come_make_the_year():
    found = targets.outlook(Goal("at most", 480), SERIES, YEAR)
    assert (found.so_far, found.months_left, found.missing) == (int(SERIES.iloc[-8:].sum()), 4, ())
    assert found.so_far < found.low < found.high
    assert (found.basis, found.proven) == ("months", True)


def test_a_generous_ceiling_is_on_track_and_a_mean_one_at_risk():
    total = int(SERIES.iloc[-8:].sum())
    assert targets.outlook(Goal("at most", total + 4 * 60), SERIES, YEAR).status == "on track"
    assert targets.outlook(Goal("at most", total + 4 * 25), SERIES, YEAR).status == "at risk"
    assert targets.outlook(Goal("at most", total + 4 * 40), SERIES, YEAR).status == "too close to call"


def test_the_ceiling_and_the_floor_above_it_share_out_all_that_may_happen():
    ceiling = targets.outlook(Goal("at most", 480), SERIES, YEAR).probability
    floor = targets.outlook(Goal("at least", 481), SERIES, YEAR).probability
    assert ceiling + floor == pytest.approx(1)


def test_a_ceiling_already_passed_is_missed_and_a_floor_already_reached_is_met():
    total = int(SERIES.iloc[-8:].sum())
    missed = targets.outlook(Goal("at most", total - 1), SERIES, YEAR)
    met = targets.outlook(Goal("at least", total), SERIES, YEAR)
    assert (missed.status, missed.probability) == ("missed", 0)
    assert (met.status, met.probability) == ("met", 1)


def test_the_same_seed_gives_the_same_probability():
    one, two = (targets.outlook(Goal("at most", 480), SERIES, YEAR, seed=7) for _ in range(2))
    assert one == two


def test_a_month_that_is_missing_is_never_a_zero():
    gap = SERIES.copy()
    gap.loc["2022-06"] = pd.NA
    whole, found = (targets.outlook(Goal("at most", 480), each, YEAR) for each in (SERIES, gap))
    assert found.missing == (pd.Period("2022-06", "M"),)
    assert found.so_far == whole.so_far - SERIES["2022-06"]
    assert found.low > whole.low - 20
    assert found.low - found.so_far > 5 * 30


def test_a_missing_month_leaves_the_total_less_certain():
    gap = SERIES.copy()
    gap.loc[["2022-06", "2022-08"]] = pd.NA
    whole, found = (targets.outlook(Goal("at most", 480), each, YEAR) for each in (SERIES, gap))
    assert found.high - found.low > whole.high - whole.low


def test_last_months_that_have_not_come_in_are_months_to_come():
    late = SERIES.copy()
    late.iloc[-2:] = pd.NA
    found = targets.outlook(Goal("at most", 480), late, YEAR)
    assert (found.months_left, found.missing) == (6, ())


def test_a_period_with_four_missing_months_is_refused():
    gaps = SERIES.copy()
    gaps.iloc[-6:-2] = pd.NA
    assert targets.outlook(Goal("at most", 480), gaps, YEAR).rule == "missing-months"


def test_a_period_that_is_over_or_ends_far_ahead_is_refused():
    past = Window(pd.Period("2021-04", "M"), pd.Period("2022-03", "M"))
    later = Window(pd.Period("2023-04", "M"), pd.Period("2024-03", "M"))
    assert targets.outlook(Goal("at most", 480), SERIES, past).rule == "not-open"
    assert targets.outlook(Goal("at most", 480), SERIES, later).rule == "too-far"


def test_a_year_that_has_not_begun_is_judged_from_its_history_alone():
    period = Window(pd.Period("2022-12", "M"), pd.Period("2023-11", "M"))
    found = targets.outlook(Goal("at most", 480), SERIES, period)
    assert (found.so_far, found.months_left) == (0, 12)


def test_a_short_history_is_marked_as_unproven():
    found = targets.outlook(Goal("at most", 480), SERIES.iloc[-30:], YEAR)
    assert isinstance(found, Outlook)
    assert not found.proven


def test_months_that_a_pulse_absorbs_prove_nothing(covid):
    usable = Window(SERIES.index[0], SERIES.index[-1])
    assert len(usable.periods) == 56
    found = targets.outlook(Goal("at most", 480), SERIES, YEAR, breaks=[covid])
    assert isinstance(found, Outlook)
    assert not found.proven


@pytest.mark.parametrize(
    ("values", "rule"), [([None] * 20, "no-periods"), ([0] * 56, "all-zero"), ([None] * 50 + [9] * 6, "too-short")]
)
def test_a_series_that_carries_nothing_is_refused(values, rule):
    held = months(values)
    period = Window(held.index[-1] - 3, held.index[-1] + 8)
    assert targets.outlook(Goal("at most", 480), held, period).rule == rule


@pytest.mark.parametrize(
    "wrong",
    [
        months([1, 2, 3]).astype("float") - 2,
        months([1, 2, 3]).astype("float") / 2,
        pd.concat([months([1, 2]), months([1, 2])]),
        months([1, 2, 3]).iloc[::-1],
        months([1, 2, 3]).drop(pd.Period("2018-05", "M")),
        pd.Series(["a", "b"], index=pd.period_range("2018-04", periods=2, freq="M")),
        pd.Series([1, 2]),
        pd.Series([1, 2], index=pd.period_range("2018-04", periods=2, freq="Y-MAR")),
        months([]),
    ],
)
def test_what_is_no_monthly_series_of_counts_is_one_clear_error(wrong):
    with pytest.raises(ValueError, match=r"series|month|count|not a number"):
        targets.outlook(Goal("at most", 5), wrong, YEAR)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.one_of(st.none(), st.integers(0, 300)), min_size=1, max_size=60), st.integers(0, 4_000))
def test_any_counts_end_in_a_probability_or_a_reason(values, limit):
    held = months(values)
    period = Window(held.index[-1] - 5, held.index[-1] + 6)
    found = targets.outlook(Goal("at most", limit), held, period, paths=200)
    assert isinstance(found, CannotSay) or (0 <= found.probability <= 1 and found.low <= found.high)


def test_two_totals_judge_a_year_from_half_way_on():
    goal = Goal("at least", 210)
    assert targets.outlook_from_totals(goal, 118, 5, before=198).rule == "too-short"
    found = targets.outlook_from_totals(goal, 118, 6, before=198)
    assert (found.status, found.basis, found.low) == ("too close to call", "totals", None)
    assert 0.5 < found.probability < 0.8


def test_two_totals_give_the_negative_binomial_of_the_months_left():
    found = targets.outlook_from_totals(Goal("at most", 110), 50, 6, before=100, dispersion=1)
    expected = targets.chance_at_most(60, 150, exposure=1.5, ahead=0.5)
    assert found.probability == pytest.approx(expected)


def test_a_year_that_runs_clearly_higher_goes_on_at_its_own_rate():
    found = targets.outlook_from_totals(Goal("at most", 330), 150, 6, before=100, dispersion=1)
    assert found.probability == pytest.approx(targets.chance_at_most(180, 150, exposure=0.5, ahead=0.5))


def test_totals_that_settle_the_matter_need_no_half_year():
    assert targets.outlook_from_totals(Goal("at most", 80), 90, 3, before=100).status == "missed"
    assert targets.outlook_from_totals(Goal("at least", 80), 90, 3, before=100).probability == 1


@pytest.mark.parametrize("done", [0, 12, -1])
def test_totals_of_a_period_that_is_not_open_are_refused(done):
    assert targets.outlook_from_totals(Goal("at most", 80), 9, done, before=100).rule == "not-open"


def test_totals_of_nothing_before_and_nothing_since_say_nothing():
    assert targets.outlook_from_totals(Goal("at most", 8), 0, 6, before=0).rule == "all-zero"


def test_totals_below_zero_are_an_error():
    with pytest.raises(ValueError, match="at least 0"):
        targets.outlook_from_totals(Goal("at most", 8), -1, 6, before=9)


@given(st.integers(0, 900), st.integers(-3, 15), st.integers(0, 900), st.integers(0, 2_000))
def test_any_two_totals_end_in_a_probability_or_a_reason(so_far, done, before, limit):
    for goal in (Goal("at most", limit), Goal("at least", limit)):
        found = targets.outlook_from_totals(goal, so_far, done, before=before)
        assert isinstance(found, CannotSay) or 0 <= found.probability <= 1
