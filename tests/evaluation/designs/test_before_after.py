import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from analysis.cannot_say import said
from analysis.evaluation.designs import design_named
from analysis.evaluation.designs.before_after import DESIGN, before_after
from analysis.evaluation.setting import Place, Setting
from analysis.measures import Window

from ..interrupted import broken, drawn, place, setting


@pytest.fixture
def rng():
    return np.random.default_rng(20221130)


def test_it_is_level_two_and_found_by_its_name():
    assert (design_named("before-after"), DESIGN.maryland) == (DESIGN, 2)


def test_it_compares_with_the_same_months_of_the_year_before(rng):
    counts = rng.poisson(20, 36)
    found = before_after(setting(counts))
    assert (found.observed, found.expected) == (counts[24:].sum(), counts[12:24].sum())
    assert found.ratio == pytest.approx(counts[24:].sum() / counts[12:24].sum())
    assert found.difference == found.observed - found.expected
    assert [each.expected for each in found.course] == counts[12:24].tolist()
    assert sum(each.observed for each in found.course) == found.observed
    assert found.remarks[0].startswith("Nothing shows what would have happened anyway")


def test_it_is_never_narrower_than_the_exact_interval(rng):
    found = before_after(setting(rng.poisson(20, 36)))
    # given both counts' sum, the later one is binomial: the limits are its share's, as odds
    share = stats.binomtest(found.observed, found.observed + int(found.expected)).proportion_ci(0.95, "exact")
    assert found.low < share.low / (1 - share.low) < share.high / (1 - share.high) < found.high


def test_a_large_fall_is_found_and_its_size_held(rng):
    found = before_after(setting(drawn(rng, mean=60, effect=-0.4)))
    assert found.verdict == "fewer"
    assert found.low < 0.6 < found.high
    assert found.difference_low < found.difference < found.difference_high < 0


def test_none_after_has_finite_limits():
    found = before_after(setting([4, 6, 5] * 8 + [0] * 12))
    assert (found.observed, found.ratio, found.expected) == (0, 0, 60)
    assert 0 == found.low < found.high < 1
    assert (found.verdict, found.difference) == ("fewer", -60)
    assert math.isnan(found.error)
    assert np.isfinite([found.difference_low, found.difference_high]).all()


def test_none_in_the_year_before_has_a_lower_limit_alone():
    found = before_after(setting([3, 2, 4] * 8 + [0] * 12 + [4, 5, 3] * 4))
    assert found.ratio == math.inf
    assert 1 < found.low < found.high == math.inf
    assert (found.verdict, found.difference) == ("more", 48)


def test_financial_years_are_compared_and_their_drift_allowed_for(rng):
    def years(logs):
        counts = rng.poisson(500 * np.exp(logs))
        when = pd.period_range("2000", periods=len(counts), freq="Y-MAR")
        return Setting("x", Place("the council", pd.Series(counts, index=when, dtype="Int64")), when[12], when[14])

    calm = [before_after(years(np.zeros(15))) for _ in range(20)]
    drifting = [before_after(years(np.cumsum(rng.normal(0, 0.1, 15)))) for _ in range(20)]
    width = [np.median([math.log(each.high / each.low) for each in group]) for group in (calm, drifting)]
    assert width[1] > 2 * width[0]
    assert sum(each.verdict != "no clear difference" for each in drifting) <= 3


@pytest.mark.parametrize(
    ("asked", "rule"),
    [
        (setting([10] * 36, after=1), "few-matched-months"),
        (setting([10] * 36, breaks=(broken("step", "2019-06"),)), "recording-break"),
        (setting([*[10] * 24, *[None] * 12]), "no-periods"),
        (setting([*[None] * 24, *[10] * 12]), "no-periods-before"),
        (setting([10, 10, 0, *[None] * 9, 10, 12, 0], after=3), "no-dispersion"),
        (setting([0] * 36), "all-zero"),
        (setting([3, 4, 5] * 4 + [0] * 24), "all-zero"),
    ],
)
def test_what_the_data_cannot_carry_is_refused(asked, rule):
    found = before_after(asked)
    assert not said(found)
    assert found.rule == rule


def test_covid_is_on_no_side():
    last = pd.Period("2022-12", "M")
    counts = [40] * 60
    counts[26:43] = [4] * 17
    town = place(counts, last=last)
    asked = Setting("x", town, pd.Period("2022-01", "M"), last, breaks=(broken("pulse", "2020-03", "2021-07"),))
    found = before_after(asked)
    assert found.ratio == 1


def test_the_months_that_the_place_was_chosen_by_are_left_out():
    high = [20] * 24 + [60] * 12 + [20] * 12
    window = Window(pd.Period("2018-01", "M"), pd.Period("2018-12", "M"))
    assert before_after(setting(high)).ratio == pytest.approx(1 / 3)
    assert before_after(setting(high, chosen_on=window)).ratio == 1


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 60), min_size=36, max_size=36))
def test_the_verdict_is_the_intervals_and_the_point_lies_in_it(counts):
    found = before_after(setting(counts))
    if said(found):
        assert found.low <= found.ratio <= found.high
        assert (found.verdict == "fewer") == (found.high < 1)
        assert (found.verdict == "more") == (found.low > 1)


@pytest.mark.parametrize(("ar", "dispersion", "most"), [(0.0, 1.0, 0.05), (0.0, 3.0, 0.05), (0.6, 3.0, 0.09)])
def test_no_effect_is_seldom_called_one(rng, ar, dispersion, most):
    said_so = naive = 0
    for _ in range(150):
        found = before_after(setting(drawn(rng, mean=40, months=36, ar=ar, dispersion=dispersion)))
        said_so += found.verdict != "no clear difference"
        share = stats.binomtest(found.observed, found.observed + int(found.expected), 0.5)
        naive += share.pvalue < 0.05
    assert said_so / 150 <= most
    if dispersion > 1:
        assert naive > 3 * max(1, said_so)
