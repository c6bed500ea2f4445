import math
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from analysis.cannot_say import CannotSay, said
from analysis.evaluation.design import Design
from analysis.evaluation.effect import Effect
from analysis.evaluation.going_on import going_on
from analysis.evaluation.plain_power import dispersion_of_total
from analysis.evaluation.power import detectable, detectable_by, power
from analysis.evaluation.setting import Place, Setting

MONTHS = pd.period_range("2015-01", periods=48, freq="M")


def setting(mean=40, after=1.0, comparators=2, seed=1):
    rng = np.random.default_rng(seed)

    def place(name, times=1.0):
        level = np.where(np.arange(48) >= 36, mean * times, mean)
        return Place(name, pd.Series(rng.poisson(level), index=MONTHS, dtype="Int64"))

    return Setting(
        "incidents", place("treated", after), MONTHS[36], MONTHS[-1], tuple(place(str(n)) for n in range(comparators))
    )


def known_error(found):
    """A design whose log ratio has a standard error of 0.1, whatever the figures."""
    return Design("d", "D", 2, "nothing", lambda s: Effect.of_ratio("d", 100, 1.0, math.exp(-0.196), math.exp(0.196),
                                                                     error=0.1) if s else found)  # fmt: skip


def test_a_design_with_a_known_error_sees_what_a_normal_test_sees():
    found = detectable_by(setting(), known_error(None))
    z = 1.96 + stats.norm.ppf(0.8)
    assert found.error == pytest.approx(0.1)
    assert found.detectable_fall == pytest.approx(100 * (1 - math.exp(-0.1 * z)), abs=0.1)
    assert found.detectable_rise == pytest.approx(100 * (math.exp(0.1 * z) - 1), abs=0.1)
    assert found.power_for_half == pytest.approx(1.0, abs=1e-4)


def test_power_never_looks_at_the_figures_after():
    one, other = setting(), setting()
    other.treated.series.iloc[36:] = 3
    assert detectable(one, "before-after") == detectable(other, "before-after")


def test_what_goes_on_is_as_it_was_before_but_for_the_treated_level():
    one = setting(mean=200)
    levels = [going_on(one, n).treated.total(MONTHS[36:]) for n in range(20)]
    halves = [going_on(one, n, 0.5).treated.total(MONTHS[36:]) for n in range(20)]
    assert np.mean(levels) == pytest.approx(2400, rel=0.04)
    assert np.mean(halves) == pytest.approx(1200, rel=0.04)
    assert going_on(one, 0).treated.series[:36].equals(one.treated.series[:36])


def test_an_unknown_period_after_stays_unknown():
    one = setting()
    one.treated.series.iloc[40] = pd.NA
    assert going_on(one, 0).treated.series.isna().to_numpy().nonzero()[0].tolist() == [40]


def test_a_design_that_refuses_has_no_power():
    refusing = Design("d", "D", 2, "nothing", lambda _: CannotSay("too short", "too-short"))
    assert detectable_by(setting(), refusing).rule == "too-short"


def test_a_design_that_only_describes_has_no_power():
    describing = Design("d", "D", 3, "n", lambda _: Effect.of_ratio("d", 9, 1.0, 0.5, 2.0, described="few places"))
    assert detectable_by(setting(), describing).rule == "described-only"


def test_with_few_incidents_even_a_fall_by_half_is_not_seen():
    found = detectable(setting(mean=1), "before-after")
    assert found.power_for_half < 0.8
    assert found.detectable_fall > 50


def test_no_design_of_another_name():
    with pytest.raises(ValueError, match="before-after"):
        detectable(setting(), "before-aftr")


@pytest.mark.parametrize(("mean", "dispersion", "comparators"), [(40, 1.0, 0), (20, 2.0, 0), (40, 1.5, 3)])
def test_plain_power_is_that_of_simulated_counts(mean, dispersion, comparators):
    """Negative binomial totals of 12 months before and after, the log ratio over its standard error."""
    rng = np.random.default_rng(7)

    def totals(months, times=1.0, places=1):
        per = mean * times
        if dispersion == 1:
            return rng.poisson(per, (20_000, places, months)).sum(axis=(1, 2))
        excess = (dispersion - 1) / mean
        level = rng.gamma(1 / excess, excess, (20_000, places, months))
        return rng.poisson(per * level).sum(axis=(1, 2))

    before, after = totals(12), totals(12, 0.8)
    log, variance = np.log(after / before), dispersion * (1 / before + 1 / after)
    if comparators:
        one, other = totals(12, places=comparators), totals(12, places=comparators)
        log, variance = log - np.log(other / one), variance + dispersion * (1 / one + 1 / other)
    seen = (log / np.sqrt(variance) < -1.96).mean()
    found = power(mean, dispersion=dispersion, comparators=comparators, change=-20)
    assert found.power == pytest.approx(seen, abs=0.03)


def test_months_that_hang_together_swing_as_their_covariance_sum_says():
    rho, phi, n = 0.6, 3.0, 12
    lags = np.abs(np.subtract.outer(np.arange(n), np.arange(n)))
    excess = ((phi - 1) * rho**lags).sum() / n
    assert dispersion_of_total(phi, rho, n) == pytest.approx(1 + excess)


def test_the_periods_it_needs_are_the_fewest_that_do():
    found = power(10, change=-20)
    assert power(10, periods_before=200, periods_after=found.periods_needed, change=-20).power >= 0.8
    assert power(10, periods_before=200, periods_after=found.periods_needed - 1, change=-20).power < 0.8


def test_where_the_place_itself_has_too_few_no_number_of_comparators_will_do():
    found = power(2, comparators=1, change=-20)
    assert not said(found.comparators_needed)
    assert found.comparators_needed.rule == "never-enough"


@settings(max_examples=25, deadline=None)
@given(mean=st.floats(2, 200), phi=st.floats(1, 3), change=st.floats(-60, -5))
def test_more_incidents_and_less_swing_never_lose_power(mean, phi, change):
    here = power(mean, dispersion=phi, change=change).power
    assert power(2 * mean, dispersion=phi, change=change).power >= here - 1e-9
    assert power(mean, dispersion=phi + 1, change=change).power <= here + 1e-9


@pytest.mark.parametrize("wrong", [{"mean": 0}, {"dispersion": 0.5}, {"serial": 1.0}, {"change": 0}, {"change": -100}])
def test_a_plan_that_cannot_be_is_an_error(wrong):
    with pytest.raises(ValueError, match="above"):
        power(**({"mean": 10} | wrong))


def test_a_design_that_estimates_a_difference_sees_what_a_normal_test_of_it_sees():
    """The treated place's level after is 480 or so; a standard error of 48 incidents is a tenth of it."""
    known = Design("d", "D", 3, "n", lambda _: Effect.of_difference("d", 1000, 7.0, 7.0 - 94.08, 7.0 + 94.08))
    found = detectable_by(setting(mean=40), known)
    assert found.detectable_fall == pytest.approx(100 * (1.96 + 0.84) * 48 / 480, rel=0.1)
    assert found.detectable_rise == pytest.approx(found.detectable_fall, rel=0.02)


def test_what_a_displacement_difference_sees_is_of_the_treated_place_and_not_of_its_buffer_too():
    one = setting(mean=40, comparators=4)
    beside = replace(one, comparators=one.comparators[:2], buffer=one.comparators[2], buffer_control=one.comparators[3])
    alone = replace(beside, buffer=None, buffer_control=None)
    found, without = detectable(beside, "displacement-difference"), detectable(alone, "with-comparator")
    assert found.detectable_fall > 1.15 * without.detectable_fall


@pytest.mark.parametrize(
    "wrong", [{"periods_after": 1201}, {"periods_before": 0}, {"mean": math.inf}, {"dispersion": math.inf}]
)
def test_a_plan_without_end_is_an_error(wrong):
    with pytest.raises(ValueError, match="1200 periods"):
        power(**({"mean": 10} | wrong))
