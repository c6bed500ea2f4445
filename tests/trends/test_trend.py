import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import trends
from analysis.cannot_say import CannotSay


def test_a_steep_fall_is_falling_and_its_rate_is_near_the_truth(monthly):
    found = trends.trend(monthly(80, -20))
    assert found.direction == "falling"
    assert found.headline.percent == pytest.approx(-20, abs=4)
    assert found.headline.low < -20 < found.headline.high
    assert found.secondary.direction == "falling"


def test_a_steep_rise_is_rising(monthly):
    assert trends.trend(monthly(80, 25)).direction == "rising"


def test_a_level_series_has_no_clear_trend(monthly):
    found = trends.trend(monthly(60))
    assert found.direction == "no clear trend"
    assert found.headline.low < 0 < found.headline.high


def test_a_gap_is_left_a_gap_and_named(monthly):
    gaps = ["2020-06", "2020-08", "2020-09"]
    found = trends.trend(monthly(80, -20, missing=gaps))
    assert [str(each) for each in found.gaps] == gaps
    assert found.headline.periods == 45
    assert found.headline.percent == pytest.approx(-20, abs=4)


def test_a_missing_month_is_never_a_zero(monthly):
    holed = monthly(80, missing=["2021-03", "2021-04", "2021-05"])
    assert trends.trend(holed).headline.periods == 45
    assert trends.trend(holed).diagnostics.phi < 2
    zeroed = trends.trend(holed.fillna(0))
    assert isinstance(zeroed, CannotSay) or zeroed.diagnostics.phi > 5


def test_a_year_and_a_half_is_too_short(monthly):
    refused = trends.trend(monthly(80, -30, first="2021-06"))
    assert isinstance(refused, CannotSay)
    assert refused.rule == "too-short"


def test_two_blocks_of_months_are_too_few(monthly):
    gap = [str(each) for each in pd.period_range("2019-03", "2021-12", freq="M")]
    refused = trends.trend(monthly(80, first="2018-10", missing=gap))
    assert (refused.rule, "16 months" in refused.reason) == ("too-short", True)


def test_a_trend_that_only_the_covid_months_make_is_never_said(monthly, covid):
    series = monthly(60, first="2019-12")
    series[series.index >= pd.Period("2022-03", freq="M")] = 30
    series[(series.index >= pd.Period("2020-03", freq="M")) & (series.index <= pd.Period("2021-07", freq="M"))] = range(
        90, 56, -2
    )
    refused = trends.trend(series, breaks=[covid])
    assert isinstance(refused, CannotSay) or refused.direction == "no clear trend"


def test_a_trend_that_survives_without_the_covid_months_is_said(monthly, covid):
    found = trends.trend(monthly(120, -25, first="2018-10"), breaks=[covid])
    assert found.direction == "falling"
    assert (found.headline.periods, found.with_pulse.periods) == (33, 50)
    assert found.with_pulse.direction == "falling"


def test_a_lockdown_dip_alone_is_no_trend(monthly, covid):
    series = monthly(100, first="2018-10")
    dip = (series.index >= pd.Period("2020-03", freq="M")) & (series.index <= pd.Period("2021-07", freq="M"))
    series[dip] = series[dip] // 3
    found = trends.trend(series, breaks=[covid])
    assert found.direction == "no clear trend"


def test_with_too_few_months_outside_covid_it_is_covid_that_refuses(monthly, covid):
    refused = trends.trend(monthly(80, -20, first="2020-03", last="2022-10"), breaks=[covid])
    assert (refused.rule, "15 months" in refused.reason) == ("covid", True)


def test_fewer_than_ten_a_month_are_summed_to_quarters(monthly):
    found = trends.trend(monthly(6, -35, first="2018-10", last="2022-12"))
    assert found.first.freqstr == "Q-MAR"
    assert found.direction == "falling"
    assert found.secondary is None
    assert found.season == "quarter factors"


def test_small_counts_say_why_quarters_are_too_few(monthly, covid):
    refused = trends.trend(monthly(4, first="2019-12"), breaks=[covid])
    assert refused.rule == "covid"
    assert refused.reason.startswith("with fewer than 10 a month only quarters can be used")


def test_a_handful_a_quarter_is_too_few(monthly):
    assert trends.trend(monthly(0.5)).rule == "small-counts"


def test_no_figures_are_a_refusal():
    empty = pd.Series([], index=pd.PeriodIndex([], freq="M"), dtype="Int64")
    assert trends.trend(empty).rule == "no-periods"
    assert (
        trends.trend(pd.Series([pd.NA], index=pd.period_range("2022-01", periods=1, freq="M"), dtype="Int64")).rule
        == "no-periods"
    )


def test_annual_figures_are_assessed_only_since_the_last_break(yearly, police_scotland):
    counts = [*range(20_000, 10_000, -600), 9000, 8990, 9010, 9005, 8995, 9000, 9010, 8990]
    found = trends.trend(yearly(1998, counts), breaks=[police_scotland])
    assert found.since == "Police Scotland formed"
    assert str(found.first) == "2014"
    assert found.direction == "no clear trend"


def test_a_steady_annual_fall_is_falling_by_both_models(yearly, police_scotland):
    found = trends.trend(yearly(2014, [2000, 1790, 1630, 1450, 1310, 1190, 1060, 960]), breaks=[police_scotland])
    assert found.direction == "falling"
    assert found.headline.percent == pytest.approx(-10, abs=1)
    assert found.secondary.model == "random walk with drift"


def test_years_that_wander_are_no_trend_though_a_straight_line_fits(yearly):
    refused = trends.trend(yearly(2014, [1000, 1010, 1190, 1180, 1200, 1420, 1410, 1430]))
    assert isinstance(refused, CannotSay)
    assert refused.rule == "models-disagree"


def test_six_years_are_too_few(yearly, police_scotland):
    refused = trends.trend(yearly(2008, [500] * 12), breaks=[police_scotland])
    assert refused.rule == "too-short"
    assert "six financial years with figures since Police Scotland formed" in refused.reason


def test_annual_totals_below_ten_have_no_trend(yearly):
    assert trends.trend(yearly(2014, [9, 8, 7, 8, 9, 5, 4, 6])).rule == "small-counts"


def test_years_of_covid_are_dropped_and_the_answer_must_survive_it(yearly, covid):
    found = trends.trend(yearly(2014, [1000, 990, 1010, 1000, 995, 1005, 1000, 700, 800]), breaks=[covid])
    assert found.direction == "no clear trend"
    assert (found.headline.periods, found.with_pulse.periods) == (7, 9)
    assert (str(found.first), str(found.last)) == ("2014", "2020")


def test_years_of_covid_that_make_a_rise_when_simply_counted_in_are_shown_and_decide_nothing(yearly, covid):
    found = trends.trend(yearly(2014, [1000, 990, 1010, 1000, 995, 1005, 1000, 1500, 1600]), breaks=[covid])
    assert found.direction == found.with_pulse.direction == "no clear trend"
    assert (found.counted_in.direction, found.counted_in.periods) == ("rising", 9)


def test_without_a_pulse_nothing_is_counted_in(monthly):
    found = trends.trend(monthly(60))
    assert (found.with_pulse, found.counted_in) == (None, None)
    assert (str(found.first), str(found.last), found.unit) == ("2018-12", "2022-11", "month")


def test_a_series_that_bends_has_no_one_rate():
    when = pd.period_range("2018-12", "2022-11", freq="M")
    bent = [round(400 - 12 * at) if at < 24 else round(112 + 4 * (at - 24)) for at in range(48)]
    refused = trends.trend(pd.Series(bent, index=when, dtype="Int64"))
    assert isinstance(refused, CannotSay)
    assert refused.rule in ("not-straight", "models-disagree", "too-uncertain")


def test_a_population_that_does_not_reach_every_year_is_left_out_and_said(yearly):
    series = yearly(2014, [1000, 990, 1010, 1000, 995, 1005, 1000, 1010])
    whole = trends.trend(series, population={year: 100_000 * 1.05 ** (year - 2013) for year in range(2013, 2021)})
    short = trends.trend(series, population=dict.fromkeys(range(2013, 2020), 100_000))
    assert whole.exposure == "population and days"
    assert whole.headline.percent == pytest.approx(-4.8, abs=1)
    assert short.exposure == "days alone, since population is not known for 2020"
    assert short.headline.percent == pytest.approx(0, abs=1)


def test_one_year_is_one_year_and_several_are_several(yearly, police_scotland):
    one = trends.trend(yearly(2008, [500] * 7), breaks=[police_scotland])
    assert one.reason == "one financial year with figures since Police Scotland formed is too few"


def test_a_refusal_names_the_pulse_and_not_always_covid(monthly, covid):
    strike = covid.model_copy(update={"name": "the strike of 2020"})
    refused = trends.trend(monthly(80, first="2020-03", last="2022-10"), breaks=[strike])
    assert refused.reason == "only 15 months lie outside the months of the strike of 2020"


def test_a_fall_of_one_month_to_the_next_is_named_and_is_no_fall_a_year():
    when = pd.period_range("2018-12", "2022-11", freq="M")
    level = np.where(when >= pd.Period("2021-03", freq="M"), 60, 120)
    shifted = pd.Series(level + np.tile([3, -3, 1, -1], 12), index=when, dtype="Int64")
    found = trends.trend(shifted)
    if isinstance(found, CannotSay):
        assert found.rule in ("not-straight", "models-disagree")
    else:
        assert found.direction == "no clear trend"
        assert (str(found.undeclared.first), found.undeclared.kind) == ("2021-03", "mean")
        assert found.undeclared.percent == pytest.approx(-50, abs=5)


def test_a_steady_fall_has_no_break_and_gives_its_reason(monthly):
    found = trends.trend(monthly(150, -25))
    assert found.undeclared is None
    assert found.reason.startswith("two models agree: falling ")


def test_what_is_no_series_is_refused_in_words(monthly):
    good = monthly(80)
    with pytest.raises(ValueError, match="left out"):
        trends.trend(good.drop(good.index[5]))
    with pytest.raises(ValueError, match="in order"):
        trends.trend(good.iloc[::-1])
    with pytest.raises(ValueError, match="more than once"):
        trends.trend(pd.concat([good, good.iloc[-1:]]))
    with pytest.raises(ValueError, match="population must be above zero"):
        trends.trend(good, population={2018: 0})


@settings(max_examples=40, deadline=None)
@given(st.lists(st.one_of(st.none(), st.integers(0, 400)), max_size=70), st.sampled_from(["M", "Q-MAR", "Y-MAR"]))
def test_any_series_of_counts_has_a_trend_or_a_reason(counts, freq):
    when = pd.period_range("2001", periods=len(counts), freq=freq)
    found = trends.trend(pd.Series(counts, index=when, dtype="Int64"))
    if isinstance(found, CannotSay):
        assert found.reason and found.rule
    else:
        assert np.isfinite([found.headline.low, found.headline.percent]).all()
        assert found.headline.low <= found.headline.percent <= found.headline.high


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2000), st.integers(0, 40), st.integers(18, 60))
def test_one_number_again_and_again_breaks_nothing(count, odd, months):
    counts = [count] * months
    counts[odd % months] = 3 * count
    found = trends.trend(pd.Series(counts, index=pd.period_range("2018-01", periods=months, freq="M"), dtype="Int64"))
    assert isinstance(found, CannotSay) or found.direction == "no clear trend"


def test_the_diagnostics_are_always_there(monthly):
    found = trends.trend(monthly(60)).diagnostics
    assert 0.4 < found.phi < 2
    assert [each.lags for each in found.ljung_box] == [12, 24]
    assert all(0 < each.p <= 1 and each.q > 0 for each in found.ljung_box)
    assert len(found.acf) == 12
    assert max(map(abs, found.acf)) < 0.6
    assert 0 <= found.straight <= 1
    assert found.aic[0] > 0
    assert found.negative in ("used", "no better by AIC", "not needed", "did not converge, quasi-Poisson instead")
    assert found.converged
    assert found.level_sd >= 0


def test_the_same_series_gives_the_same_answer(monthly):
    series = monthly(40, -8)
    first, again = trends.trend(series), trends.trend(series.copy())
    assert first == again or (np.isnan(first.diagnostics.aic[1]) and first.primary == again.primary)


@pytest.mark.slow
@pytest.mark.parametrize("first", ["2019-12", "2018-10"])
@pytest.mark.parametrize("theta", [None, 20])
def test_a_level_series_shaped_like_ours_is_rarely_given_a_trend(monthly, covid, first, theta):
    missing = [str(each) for each in pd.period_range("2019-03", "2019-11", freq="M")] if first == "2018-10" else []
    answers = [trends.trend(monthly(40, first=first, missing=missing, theta=theta), breaks=[covid]) for _ in range(200)]
    wolf = sum(isinstance(each, trends.Trend) and each.direction != "no clear trend" for each in answers)
    assert wolf / len(answers) <= 0.07
