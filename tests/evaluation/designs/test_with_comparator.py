import math

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.cannot_say import said
from analysis.evaluation.designs import design_named
from analysis.evaluation.designs.before_after import before_after
from analysis.evaluation.designs.with_comparator import DESIGN, with_comparator

from ..interrupted import broken, drawn, setting


@pytest.fixture
def rng():
    return np.random.default_rng(20221130)


def test_it_is_level_three_and_found_by_its_name():
    assert (design_named("with-comparator"), DESIGN.maryland) == (DESIGN, 3)


def test_its_ratio_is_that_of_the_poisson_interaction(rng):
    counts, *others = (rng.poisson(mean, 36) for mean in (40, 60, 30))
    found = with_comparator(setting(counts, *others))
    totals = np.array([each for place in (counts, *others) for each in (place[12:24].sum(), place[24:].sum())])
    group, after = np.array([1, 1, 0, 0, 0, 0]), np.array([0, 1] * 3)
    fit = sm.GLM(totals, sm.add_constant(np.column_stack([group, after, group * after])), sm.families.Poisson()).fit()
    assert math.log(found.ratio) == pytest.approx(fit.params[3], abs=1e-8)
    assert found.figures["log_rrr"] == pytest.approx(fit.params[3], abs=1e-8)
    assert found.figures["se_log"] == pytest.approx(fit.bse[3], abs=1e-6)
    assert found.figures["RES"] == pytest.approx(1 / found.ratio)
    assert found.low < found.figures["poisson_low"] < found.figures["poisson_high"] < found.high


def test_what_comes_to_all_places_is_no_effect(rng):
    shock = np.concatenate([np.ones(24), np.full(12, 0.5)])
    places = [rng.poisson(80 * shock) for _ in range(4)]
    assert before_after(setting(places[0])).verdict == "fewer"
    assert with_comparator(setting(*places)).verdict == "no clear difference"


def test_a_large_fall_is_found_against_others_that_stayed(rng):
    found = with_comparator(setting(drawn(rng, effect=-0.5), *(drawn(rng) for _ in range(4))))
    assert found.verdict == "fewer"
    assert found.low < 0.5 < found.high
    assert found.observed - found.expected == pytest.approx(found.difference)
    assert sum(each.expected for each in found.course) == pytest.approx(found.expected)


def test_others_that_change_unlike_widen_it_though_their_sum_is_the_same(rng):
    town = [40] * 36
    alike = setting(town, *[[40] * 36] * 4)
    unlike = setting(town, *([40] * 24 + [each] * 12 for each in (20, 60, 10, 70)))
    one, other = with_comparator(alike), with_comparator(unlike)
    assert one.ratio == other.ratio == 1
    assert math.log(other.high) > 3 * math.log(one.high)
    assert other.figures["tau"] > 0.3 > one.figures["tau"]


def test_one_comparator_is_said_to_show_no_spread(rng):
    found = with_comparator(setting(rng.poisson(40, 36), rng.poisson(40, 36)))
    assert found.figures["tau_places"] < 2
    assert any("one comparator" in each for each in found.remarks)


def test_a_month_unknown_in_one_comparator_is_left_out_everywhere(rng):
    counts, other = rng.poisson(40, 36), [int(each) for each in rng.poisson(40, 36)]
    other[30] = None
    found = with_comparator(setting(counts, other))
    assert found.observed == counts[24:].sum() - counts[30]
    assert any("1 month after the start" in each for each in found.remarks)


def test_none_after_has_a_finite_upper_limit(rng):
    found = with_comparator(setting([6] * 24 + [0] * 12, rng.poisson(40, 36)))
    assert (found.ratio, found.low) == (0, 0)
    assert 0 < found.high < 1
    assert found.verdict == "fewer"
    assert np.isfinite([found.difference_low, found.difference_high, found.expected]).all()


@pytest.mark.parametrize(
    ("asked", "rule"),
    [
        (setting([10] * 36), "no-comparators"),
        (setting([10] * 36, [10] * 36, after=2), "few-matched-months"),
        (setting([10] * 36, [10] * 36, breaks=(broken("step", "2019-06"),)), "recording-break"),
        (setting([10] * 36, [*[10] * 24, *[None] * 12]), "no-periods"),
        (setting([10] * 36, [3, 4, 5] * 8 + [0] * 12), "all-zero"),
        (setting([10, 10, 0, *[None] * 9, 10, 12, 0], [10] * 15, after=3), "no-dispersion"),
    ],
)
def test_what_the_data_cannot_carry_is_refused(asked, rule):
    found = with_comparator(asked)
    assert not said(found)
    assert found.rule == rule


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(0, 30), min_size=72, max_size=72))
def test_the_verdict_p_and_the_point_agree_with_the_limits(counts):
    found = with_comparator(setting(counts[:36], counts[36:]))
    if said(found):
        assert found.low <= found.ratio <= found.high
        if min(abs(found.low - 1), abs(found.high - 1)) > 1e-6:
            assert (found.p < 0.05) == (found.verdict != "no clear difference")


def test_no_effect_is_seldom_called_one_though_all_places_swing(rng):
    called = naive = 0
    for _ in range(60):
        places = [drawn(rng, months=36, ar=0.6, dispersion=3) for _ in range(4)]
        found = with_comparator(setting(*places))
        called += found.verdict != "no clear difference"
        naive += found.figures["poisson_p"] < 0.05
    assert called <= 5 < naive
