import numpy as np
import pandas as pd
import pytest

from analysis import measures
from analysis.cannot_say import CannotSay
from analysis.measures.dispersion import margins_fit


def test_a_series_that_repeats_itself_has_no_dispersion_and_widens_nothing_but_for_being_estimated(monthly):
    found = measures.series_dispersion(monthly("2019-12", [*range(20, 32)] * 3))
    assert found.phi == pytest.approx(0, abs=1e-9)
    assert found.df == 36 - 14
    assert found.widening() == pytest.approx((2.0739 / 1.95996) ** 2, abs=1e-3)


def test_independent_poisson_counts_have_a_phi_of_about_one(monthly, rng):
    phis = [measures.series_dispersion(monthly("2019-12", rng.poisson(40, 36))).phi for _ in range(100)]
    assert np.mean(phis) == pytest.approx(1, abs=0.1)


def test_overdispersed_counts_have_a_larger_phi(monthly, rng):
    phis = [
        measures.series_dispersion(monthly("2019-12", rng.poisson(40 * rng.gamma(20, 1 / 20, 36)))).phi
        for _ in range(100)
    ]
    assert np.mean(phis) == pytest.approx(3, abs=0.3)


def test_a_year_that_is_higher_throughout_is_no_dispersion(monthly):
    assert measures.series_dispersion(monthly("2019-12", [20] * 12 + [60] * 12 + [30] * 12)).phi == pytest.approx(0)


def test_a_pulse_has_a_level_of_its_own(monthly, covid):
    series = monthly("2019-12", [40] * 3 + [10] * 17 + [40] * 16)
    pulse = measures.pulse_periods([covid], series.index)
    assert measures.series_dispersion(series).phi > 3
    assert measures.series_dispersion(series, pulse).phi == pytest.approx(0, abs=1e-9)


def test_missing_months_are_left_out_and_cost_degrees_of_freedom(monthly):
    series = monthly("2019-12", [*range(20, 32)] * 3, missing=["2020-06", "2020-08", "2020-09"])
    found = measures.series_dispersion(series)
    assert (found.df, found.phi) == (33 - 14, pytest.approx(0, abs=1e-9))


def test_a_month_that_is_always_zero_is_no_evidence_of_anything(monthly):
    assert measures.series_dispersion(monthly("2019-12", [0, *range(20, 31)] * 3)).df == 33 - 13


def test_serial_correlation_widens_the_interval(monthly):
    half = [30, 30, 30, 60, 60, 60, 30, 30, 60, 60, 60, 60, 60, 60, 60, 30, 30, 30]
    waves = measures.series_dispersion(monthly("2019-12", half * 2))
    assert waves.serial > 0.4
    assert waves.widening() > 2 * waves.phi


def test_one_year_alone_cannot_show_how_much_a_series_swings(monthly):
    refused = measures.series_dispersion(monthly("2022-01", range(11)))
    assert isinstance(refused, CannotSay)
    assert refused.rule == "no-dispersion"


def test_no_figures_are_a_refusal(monthly):
    assert measures.series_dispersion(monthly("2022-01", [1], missing=["2022-01"])).rule == "no-periods"


def test_annual_dispersion_is_how_far_neighbouring_years_differ():
    years = pd.period_range("2013", "2017", freq="Y-MAR")
    found = measures.series_dispersion(pd.Series([120, 100, 120, 100, 120], index=years, dtype="Int64"))
    assert (found.phi, found.df, found.serial) == (pytest.approx(400 / 220), 4, 0)


def test_three_years_tell_too_little_of_how_much_a_yearly_series_swings():
    years = pd.period_range("2020", "2022", freq="Y-MAR")
    found = measures.series_dispersion(pd.Series([1, 135, 34], index=years, dtype="Int64"))
    assert found.rule == "no-dispersion"


def test_years_on_either_side_of_a_gap_are_no_neighbours():
    years = pd.period_range("2014", "2020", freq="Y-MAR")
    found = measures.series_dispersion(pd.Series([100, pd.NA, 900, 900, 900, 900, 900], index=years, dtype="Int64"))
    assert (found.phi, found.df) == (0, 4)


def test_the_fit_keeps_its_margins_with_cells_missing():
    counts, row, column = np.array([3.0, 5.0, 7.0, 1.0, 9.0]), np.array([0, 0, 1, 2, 2]), np.array([0, 1, 0, 0, 1])
    fit = margins_fit(counts, [row, column])
    assert np.bincount(row, fit) == pytest.approx(np.bincount(row, counts))
    assert np.bincount(column, fit) == pytest.approx(np.bincount(column, counts))


def test_a_step_at_the_anchor_is_no_dispersion(monthly):
    stepped = monthly("2019-12", [40] * 22 + [10] * 10)
    start = stepped.index[22]
    assert measures.series_dispersion(stepped).phi > 1
    assert measures.series_dispersion(stepped, anchor=start).phi == pytest.approx(0, abs=1e-9)


def test_an_anchor_after_the_last_month_changes_nothing(monthly, rng):
    series = monthly("2019-12", rng.poisson(30, 36))
    assert measures.series_dispersion(series, anchor=series.index[-1] + 1) == measures.series_dispersion(series)


def yearly(*counts):
    return pd.Series(counts, index=pd.period_range("2000", periods=len(counts), freq="Y-MAR"), dtype="Int64")


def test_the_step_between_years_on_either_side_of_the_anchor_is_left_out():
    series = yearly(100, 120, 100, 120, 500, 520)
    found = measures.series_dispersion(series, anchor=series.index[4])
    assert found.df == 4
    assert found.phi == pytest.approx(np.mean([400 / 220] * 3 + [400 / 1020]))
    assert measures.series_dispersion(series).phi > 40


def test_years_that_drift_widen_a_total_of_several_more_than_years_that_do_not(rng):
    def widening(logs):
        series = yearly(*rng.poisson(1000 * np.exp(logs)))
        compared = list(series.index[12:])
        return measures.series_dispersion(series, anchor=compared[0]).widening(compared=compared)

    # both have neighbouring years that differ by 7 %
    still = [widening(rng.normal(0, 0.05, 16)) for _ in range(30)]
    walk = [widening(np.cumsum(rng.normal(0, 0.07, 16))) for _ in range(30)]
    assert np.median(walk) > 1.5 * np.median(still)


def test_what_comes_to_all_places_is_no_swing_beside_them(monthly, rng):
    shock = np.exp(rng.normal(0, 0.3, 36))
    here, there = (monthly("2019-12", rng.poisson(mean * shock)) for mean in (60, 90))
    assert measures.series_dispersion(here).phi > 3
    assert measures.series_dispersion(here, beside=there).phi == pytest.approx(1, abs=0.5)


def test_chance_in_the_counts_of_both_is_a_phi_of_one(monthly, rng):
    def phi():
        here, there = (monthly("2019-12", rng.poisson(mean, 36)) for mean in (40, 20))
        return measures.series_dispersion(here, beside=there).phi

    phis = [phi() for _ in range(60)]
    assert np.mean(phis) == pytest.approx(1, abs=0.12)


def test_years_that_all_places_share_are_no_swing_beside_them(rng):
    walk = np.exp(np.cumsum(rng.normal(0, 0.2, 16)))
    here, there = (yearly(*rng.poisson(mean * walk)) for mean in (400, 4000))
    assert measures.series_dispersion(here).phi > 5
    assert measures.series_dispersion(here, beside=there).phi < 2.5
