import math

import numpy as np
import pytest
import statsmodels.api as sm

from analysis.evaluation.segmented import segmented, several_steps
from analysis.evaluation.segmented_share import segmented_share

from .interrupted import drawn

AT = np.arange(48)
COLUMNS = np.column_stack([AT >= 36, AT / 12]).astype(float)
NONE = np.zeros(48)


@pytest.fixture
def rng():
    return np.random.default_rng(20221130)


def test_its_coefficient_is_that_of_the_count_model(rng):
    counts = drawn(rng, mean=80, effect=-0.3).astype(float)
    found = segmented(counts, COLUMNS, NONE, AT)
    assert found.step.middle == pytest.approx(found.model.coefficients[1])
    plain = sm.GLM(counts, sm.add_constant(COLUMNS), family=sm.families.Poisson()).fit()
    if found.model.family != "negative binomial":
        assert found.step.middle == pytest.approx(plain.params[1], abs=1e-6)


def test_the_limits_of_independent_counts_are_about_poissons(rng):
    counts = rng.poisson(40, 48).astype(float)
    found = segmented(counts, COLUMNS, NONE, AT)
    plain = sm.GLM(counts, sm.add_constant(COLUMNS), family=sm.families.Poisson()).fit()
    assert 0.95 * plain.bse[1] < found.step.error < 1.6 * plain.bse[1]
    assert 0.9 * plain.bse[1] < found.covariance[1, 1] ** 0.5 < 1.6 * plain.bse[1]


def test_months_that_hang_together_have_wider_limits_than_their_own_phi_gives():
    rng = np.random.default_rng(3)
    wider = []
    for _ in range(12):
        found = segmented(drawn(rng, ar=0.7, dispersion=4).astype(float), COLUMNS, NONE, AT)
        wider.append(found.step.error / found.model.errors[1])
    assert np.mean(wider) > 1.3


def test_the_same_step_is_called_less_sure_where_counts_swing(rng):
    calm, wild = (segmented(drawn(rng, dispersion=each).astype(float), COLUMNS, NONE, AT) for each in (1, 20))
    assert wild.step.error > 1.5 * calm.step.error


def test_several_series_have_each_the_step_that_it_has_alone(rng):
    counts = np.array([rng.poisson(40 * np.where(AT >= 36, each, 1)) for each in (0.6, 1.0, 1.5)]).astype(float)
    steps = several_steps(counts, COLUMNS, NONE, AT)
    alone = [segmented(each, COLUMNS, NONE, AT) for each in counts]
    for step, one in zip(steps, alone, strict=True):
        if one.model.family != "negative binomial":
            assert step.limits(0.95) == pytest.approx(one.step.limits(0.95), abs=1e-6)
    assert steps[0].middle < steps[1].middle < steps[2].middle


def test_the_regression_of_shares_is_a_logistic_one(rng):
    mine, theirs = (drawn(rng, mean=each).astype(float) for each in (30, 90))
    found = segmented_share(mine, theirs, COLUMNS, AT)
    plain = sm.GLM(np.column_stack([mine, theirs]), sm.add_constant(COLUMNS), family=sm.families.Binomial()).fit()
    assert found.coefficients == pytest.approx(plain.params)
    assert found.phi == pytest.approx(plain.pearson_chi2 / plain.df_resid)
    assert found.step.middle == pytest.approx(plain.params[1])
    assert 0.95 * plain.bse[1] < found.step.error < 1.8 * plain.bse[1]


def test_the_step_of_the_share_is_a_ratio_of_ratios():
    mine, theirs = np.where(AT >= 36, 60.0, 100.0), np.where(AT >= 36, 90.0, 100.0)
    found = segmented_share(mine, theirs, COLUMNS[:, :1], AT)
    assert math.exp(found.step.middle) == pytest.approx(0.6 / 0.9)


def test_too_many_columns_are_an_error():
    with pytest.raises(ValueError, match="more than"):
        segmented(np.ones(3), np.ones((3, 3)), np.zeros(3), np.arange(3))
