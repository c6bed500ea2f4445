import numpy as np
import pytest
import statsmodels.api as sm

from analysis.exceptional.refit import refit

RNG = np.random.default_rng(3)
DESIGN = np.column_stack([np.ones(40), np.arange(40) / 12])
COUNTS = RNG.poisson(30, 40).astype(float)
OFFSET = np.log(RNG.uniform(28, 31, 40))


def test_without_outliers_it_is_the_quasi_poisson_regression():
    found = refit(COUNTS, DESIGN, OFFSET)
    told = sm.GLM(COUNTS, DESIGN, family=sm.families.Poisson(), offset=OFFSET).fit(scale="X2")
    assert (found.weights == 1).all()
    assert found.coefficients == pytest.approx(told.params, abs=1e-6)
    assert found.phi == pytest.approx(told.scale, rel=1e-6)
    assert found.covariance * found.phi == pytest.approx(told.cov_params(), rel=1e-4)


@pytest.mark.parametrize("outlier", [0, 300])
def test_an_outlier_high_or_low_weighs_less(outlier):
    struck = COUNTS.copy()
    struck[20] = outlier
    found = refit(struck, DESIGN, OFFSET)
    assert found.weights[20] < 0.3
    assert (np.delete(found.weights, 20) > 0.5).all()
    plain = sm.GLM(struck, DESIGN, family=sm.families.Poisson(), offset=OFFSET).fit(scale="X2")
    assert found.phi < plain.scale


def test_degrees_of_freedom_are_the_weights_less_the_coefficients():
    struck = COUNTS.copy()
    struck[5] = 500
    found = refit(struck, DESIGN, OFFSET)
    assert found.df == pytest.approx(found.weights.sum() - 2)


def test_noughts_alone_end_in_a_fit_and_not_in_a_warning():
    found = refit(np.zeros(40), DESIGN, OFFSET)
    assert np.isfinite(found.coefficients).all()
