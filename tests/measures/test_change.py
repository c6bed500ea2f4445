import math

import pytest

from analysis import measures
from analysis.cannot_say import CannotSay, said


def test_a_fall_of_two_thirds_in_small_counts_is_no_clear_change():
    found = measures.change(9, 3)
    assert found.verdict == "no clear change"
    assert (found.low, found.high) == pytest.approx((0.0580450, 1.3356762), abs=1e-7)


def test_a_real_fall_is_said_to_have_fallen():
    found = measures.change(207, 110)
    assert found.verdict == "fell"
    assert said(found.percent)
    assert found.percent == pytest.approx(-46.86, abs=0.005)


def test_unequal_periods_are_compared_as_rates():
    found = measures.change(80, 20, exposure_before=24, exposure_after=12)
    assert found.ratio == 0.5
    assert found.difference == -20
    assert found.p_exact == pytest.approx(0.0047395914604448, rel=1e-6)
    assert found.p_mid == pytest.approx(0.0034823303085713, rel=1e-6)


def test_none_after_still_has_a_finite_upper_limit():
    found = measures.change(7, 0)
    assert (found.ratio, found.low) == (0, 0)
    assert found.high == pytest.approx(0.693813980096453, rel=1e-9)
    assert found.verdict == "fell"


def test_none_before_has_an_infinite_ratio_and_a_finite_lower_limit():
    found = measures.change(0, 7)
    assert found.ratio == found.high == math.inf
    assert found.low == pytest.approx(1 / 0.693813980096453, rel=1e-9)
    assert found.verdict == "rose"


def test_none_at_all_says_nothing():
    found = measures.change(0, 0)
    assert math.isnan(found.ratio)
    assert (found.low, found.high) == (0, math.inf)
    assert found.verdict == "no clear change"
    assert found.p_exact == 1


@pytest.mark.parametrize(("before", "after"), [(9, 30), (30, 9), (0, 40), (0, 0)])
def test_no_percentage_is_given_of_fewer_than_ten(before, after):
    found = measures.change(before, after)
    for refused in (found.percent, found.percent_limits):
        assert isinstance(refused, CannotSay)
        assert refused.rule == "small-total"
    assert (found.before, found.after) == (before, after)


def test_ten_before_and_after_are_enough_for_a_percentage():
    assert measures.change(10, 10).percent == 0


def test_dispersion_widens_the_interval_and_leaves_the_exact_one_as_it_was():
    plain, wide = measures.change(300, 250), measures.change(300, 250, dispersion=4)
    assert wide.low < plain.low < plain.high < wide.high
    assert (wide.poisson_low, wide.poisson_high) == (plain.low, plain.high)
    assert plain.verdict == "fell"
    assert wide.verdict == "no clear change"


def test_dispersion_widens_the_log_ratio_by_about_its_square_root():
    plain, wide = measures.change(4000, 4000), measures.change(4000, 4000, dispersion=9)
    assert math.log(wide.high) / math.log(plain.high) == pytest.approx(3, abs=0.05)


def test_a_series_steadier_than_chance_never_narrows_the_interval():
    assert measures.change(300, 250, dispersion=0.2) == measures.change(300, 250)


def test_the_percentage_limits_are_those_of_the_ratio():
    found = measures.change(308, 318)
    assert found.percent_limits == pytest.approx((-12.0063960, 21.1566271), abs=1e-6)


@pytest.mark.parametrize("level", [0.8, 0.9, 0.95, 0.99])
@pytest.mark.parametrize(("before", "after"), [(12, 30), (9, 3), (50, 47), (0, 5)])
def test_the_interval_and_the_exact_test_never_disagree(before, after, level):
    found = measures.change(before, after, level=level)
    assert (found.verdict != "no clear change") == (found.p_exact < 1 - level)
    wide = measures.change(before, after, level=level, dispersion=2.5)
    assert (wide.verdict != "no clear change") == (wide.p < 1 - level)
    assert wide.p >= found.p == found.p_exact


@pytest.mark.parametrize("wrong", [{"before": -1}, {"after": -1}, {"exposure_before": 0}, {"exposure_after": -2}])
def test_a_negative_count_or_an_empty_exposure_is_a_programming_error(wrong):
    with pytest.raises(ValueError, match="at least 0"):
        measures.change(**{"before": 1, "after": 1, **wrong})


def test_mid_p_limits_lie_within_the_exact_ones():
    exact, mid = measures.ratio_limits(15, 41), measures.mid_p_limits(15, 41)
    assert exact[0] < mid[0] < 41 / 15 < mid[1] < exact[1]
