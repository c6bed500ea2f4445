import numpy as np
import pytest
from scipy import stats

from analysis.peers import WIDE, funnel_limits


def test_limits_are_symmetric_on_the_scale_of_ratios():
    low, high = funnel_limits([10, 100, 1000], 0.02)
    assert low * high == pytest.approx(1)
    assert (np.diff(high) < 0).all()


def test_the_published_limits_of_an_overdispersed_funnel():
    """The first unit of FunnelPlotR's own test: expected 108, tau squared 0.0194775."""
    low, high = funnel_limits([108.0], 0.0194775305780216)
    assert (low[0], high[0]) == pytest.approx((0.717306749284712, 1.39410370946208), abs=1e-6)
    low, high = funnel_limits([108.0], 0.0194775305780216, WIDE)
    assert (low[0], high[0]) == pytest.approx((0.592233713321448, 1.68852258408536), abs=1e-6)


def test_few_areas_and_a_swinging_count_widen_the_limits():
    plain = funnel_limits([50.0], 0.05)[1][0]
    assert funnel_limits([50.0], 0.05, df=7)[1][0] > plain
    assert funnel_limits([50.0], 0.05, dispersion=3.0)[1][0] > plain
    assert np.log(funnel_limits([50.0], 0.05, df=7)[1][0]) / np.log(plain) == pytest.approx(
        stats.t.ppf(0.975, 7) / stats.norm.ppf(0.975)
    )


@pytest.mark.parametrize("expected", [[0.0], [-1.0], [np.nan], [np.inf]])
def test_no_limits_without_an_expected_count(expected):
    with pytest.raises(ValueError, match=r"a funnel needs|funnel limits need"):
        funnel_limits(expected)


@pytest.mark.parametrize("tau2", [-0.1, np.nan])
def test_a_spread_is_never_negative(tau2):
    with pytest.raises(ValueError, match="tau squared"):
        funnel_limits([10.0], tau2)
