import pandas as pd
import pytest

from analysis import measures
from analysis.cannot_say import CannotSay


@pytest.fixture
def seasonal():
    return [30, 32, 28, 35, 40, 44, 46, 45, 41, 38, 33, 31]


def test_year_on_year_compares_twelve_months_with_the_twelve_before(monthly, seasonal):
    found = measures.year_on_year(monthly("2019-12", [*seasonal, *seasonal, *(2 * n for n in seasonal)]))
    assert (found.change.before, found.change.after) == (sum(seasonal), 2 * sum(seasonal))
    assert (found.before.text, found.after.text) == ("year ending November 2021", "year ending November 2022")
    assert found.complete
    assert found.months_text == ""
    assert found.change.verdict == "rose"


def test_a_month_missing_in_one_year_is_left_out_of_both(monthly, seasonal):
    series = monthly("2019-12", seasonal * 3, missing=["2020-06", "2020-08", "2020-09"])
    found = measures.year_on_year(series, pd.Period("2021-11", freq="M"))
    assert [str(when) for when in found.left_out] == ["2021-06", "2021-08", "2021-09"]
    assert len(found.matched) == 9
    assert found.change.before == found.change.after == sum(seasonal) - 46 - 41 - 38
    assert found.months_text.startswith("December, January, February")
    assert found.months_text.endswith("October and November only")


def test_months_missing_elsewhere_leave_the_comparison_whole(monthly, seasonal):
    series = monthly("2019-12", seasonal * 3, missing=["2020-06", "2020-08", "2020-09"])
    assert measures.year_on_year(series).complete


def test_with_no_month_in_both_years_nothing_is_said(monthly, seasonal):
    series = monthly("2021-12", seasonal)
    refused = measures.year_on_year(series)
    assert isinstance(refused, CannotSay)
    assert refused.rule == "no-periods"


def test_two_matched_months_are_too_few(monthly, seasonal):
    refused = measures.year_on_year(monthly("2021-10", [20] * 14))
    assert isinstance(refused, CannotSay)
    assert (refused.rule, "2 matching months" in refused.reason) == ("few-matched-months", True)


def test_a_passing_break_in_either_year_is_named(monthly, seasonal, covid):
    found = measures.year_on_year(monthly("2019-12", seasonal * 3), breaks=[covid])
    assert found.breaks == ("Covid restrictions",)
    later = measures.year_on_year(monthly("2021-08", seasonal * 3), breaks=[covid])
    assert later.breaks == ()


def test_no_like_for_like_claim_crosses_a_step_in_recording(monthly, seasonal, step):
    refused = measures.year_on_year(monthly("2019-12", seasonal * 3), breaks=[step])
    assert isinstance(refused, CannotSay)
    assert (refused.rule, "New counting rules" in refused.reason) == ("recording-break", True)


def test_a_step_before_both_years_is_no_obstacle_and_its_swing_does_not_count(monthly, step):
    series = monthly("2019-12", [500] * 16 + [40] * 26)
    found = measures.year_on_year(series, breaks=[step])
    assert found.dispersion.phi == pytest.approx(0, abs=1e-9)
    assert found.change.verdict == "no clear change"


def test_before_covid_matches_each_month_with_the_latest_of_its_name(monthly, seasonal):
    series = monthly("2019-12", [*range(100, 112)] * 3)
    found = measures.before_covid(series)
    assert [str(earlier) for _, earlier in found.matched] == ["2019-12", "2020-01", "2020-02"]
    assert found.change.before == found.change.after == 303
    assert found.months_text == "December, January and February only"


def test_without_months_before_covid_nothing_is_said(monthly, seasonal):
    refused = measures.before_covid(monthly("2020-03", seasonal * 2))
    assert isinstance(refused, CannotSay)
    assert refused.rule == "no-periods-before"


def test_an_empty_series_is_a_refusal():
    empty = pd.Series([], index=pd.PeriodIndex([], freq="M"), dtype="Int64")
    assert measures.year_on_year(empty).rule == measures.before_covid(empty).rule == "no-periods"


def test_financial_years_are_compared_with_how_years_usually_differ():
    years = pd.period_range("2014", "2022", freq="Y-MAR")
    series = pd.Series([1000, 1100, 1000, 1100, 1000, 1100, 1000, 1100, 1000], index=years, dtype="Int64")
    found = measures.year_on_year(series)
    assert (found.before.text, found.after.text) == ("2020/21", "2021/22")
    assert found.change.verdict == "no clear change"
    assert found.change.poisson_high < 1


def test_annual_figures_go_back_to_the_last_year_untouched_by_covid():
    years = pd.period_range("2017", "2022", freq="Y-MAR")
    series = pd.Series([900, 1000, 1010, 990, 700, 800], index=years, dtype="Int64")
    found = measures.before_covid(series)
    assert (found.before.text, found.change.before, found.change.after) == ("2018/19", 1010, 800)


@pytest.mark.parametrize(("mean", "theta"), [(10, None), (40, None), (10, 20), (40, 20), (150, 20)])
def test_the_widened_verdict_cries_wolf_at_most_seven_times_in_a_hundred(monthly, rng, mean, theta):
    runs, wolf = 200, 0
    for _ in range(runs):
        noise = rng.gamma(theta, 1 / theta, 36) if theta else 1.0
        wolf += (
            measures.year_on_year(monthly("2019-12", rng.poisson(mean * noise, 36))).change.verdict != "no clear change"
        )
    assert wolf / runs <= 0.07


def test_the_plain_exact_interval_would_cry_wolf_far_more_often_under_overdispersion(monthly, rng):
    found = [
        measures.year_on_year(monthly("2019-12", rng.poisson(40 * rng.gamma(20, 1 / 20, 36)))).change
        for _ in range(200)
    ]
    assert sum(each.poisson_low > 1 or each.poisson_high < 1 for each in found) / 200 > 0.15
