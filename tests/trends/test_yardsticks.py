"""Our fast fits against statsmodels' slow ones, over series drawn at random."""

import warnings

import numpy as np
import pytest
import statsmodels.api as sm
from scipy import optimize
from statsmodels.tsa.statespace.structural import UnobservedComponents

from analysis import trends

STARTS = (0.01, 0.3, 3.0)


def season_and_time(periods):
    at = np.arange(periods)
    turn = 2 * np.pi * at / 12
    return np.column_stack([at / 12, np.sin(turn), np.cos(turn)])


def in_state_space(values, columns):
    """statsmodels' exact diffuse likelihood with the coefficients in the state, best of several starts."""
    model = UnobservedComponents(values, level="llevel", exog=columns, mle_regression=False, use_exact_diffuse=True)
    spread = float(np.nanvar(np.diff(values)))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        fits = [
            model.fit(start_params=[spread / (2 + q), spread * q / (2 + q)], disp=0, method="nm", cov_type="none",
                      maxiter=4000, xtol=1e-9, ftol=1e-10)
            for q in STARTS
        ]  # fmt: skip
    return model, max(fits, key=lambda fit: fit.llf)


@pytest.mark.parametrize("wander", [0.0, 0.03, 0.2])
@pytest.mark.parametrize("periods", [30, 60])
def test_the_local_level_is_that_of_the_state_space_or_likelier(rng, wander, periods):
    values = 3 + np.cumsum(rng.normal(0, wander, periods)) + rng.normal(0, 0.1, periods)
    values[[5, 6, 17]] = np.nan
    columns = season_and_time(periods)
    ours = trends.local_level(values, columns)
    model, theirs = in_state_space(values, columns)
    assert ours.log_likelihood >= theirs.llf - 1e-6
    at_ours = model.smooth([ours.irregular, ours.level], cov_type="none")
    assert ours.log_likelihood == pytest.approx(at_ours.llf, abs=1e-5)
    assert ours.coefficients == pytest.approx(tuple(at_ours.smoothed_state[1:, -1]), abs=1e-6)
    errors = np.sqrt(np.diag(at_ours.smoothed_state_cov[1:, 1:, -1]))
    assert ours.errors == pytest.approx(tuple(errors), rel=1e-5)
    assert ours.coefficients == pytest.approx(tuple(theirs.smoothed_state[1:, -1]), abs=1e-4)
    found = np.sqrt(np.diag(theirs.smoothed_state_cov[1:, 1:, -1]))
    assert ours.errors == pytest.approx(tuple(found), abs=1e-4)


@pytest.mark.parametrize("theta", [None, 4.0, 30.0])
@pytest.mark.parametrize("mean", [3.0, 40.0, 400.0])
def test_the_regression_of_counts_is_that_of_statsmodels(rng, theta, mean):
    columns = season_and_time(48)
    expected = mean * np.exp(0.1 * columns[:, 0] + 0.2 * columns[:, 1])
    noise = rng.gamma(theta, 1 / theta, 48) if theta else 1.0
    counts = rng.poisson(expected * noise).astype(float)
    days = np.log(rng.choice([28.0, 30.0, 31.0], 48))
    ours = trends.count_model(counts, columns, days)
    design = sm.add_constant(columns)

    def negative(log_alpha):
        family = sm.families.NegativeBinomial(alpha=float(np.exp(log_alpha)))
        return sm.GLM(counts, design, family=family, offset=days).fit(scale=1.0)

    plain = sm.GLM(counts, design, family=sm.families.Poisson(), offset=days).fit()
    widened = max(1.0, plain.pearson_chi2 / plain.df_resid) ** 0.5
    assert ours.phi == pytest.approx(plain.pearson_chi2 / plain.df_resid)
    assert ours.aic[0] == pytest.approx(plain.aic)
    theirs = plain
    if ours.family == "negative binomial":
        at = optimize.minimize_scalar(lambda each: -negative(each).llf, bounds=(-14, 5), method="bounded").x
        theirs, widened = negative(at), 1.0
        assert ours.theta == pytest.approx(np.exp(-at), rel=1e-3)
        assert ours.aic[1] == pytest.approx(theirs.aic + 2, abs=1e-4)
    assert ours.coefficients == pytest.approx(tuple(theirs.params), abs=1e-4)
    assert ours.errors == pytest.approx(tuple(theirs.bse * widened), abs=1e-4)
    assert ours.residuals == pytest.approx(theirs.resid_pearson, abs=1e-3)


def test_no_other_share_of_the_variance_is_likelier_than_the_one_found():
    values = np.log([20, 22, 21, 35, 36, 34, 35, 50, 49, 51, 52, 50, 80, 79, 82, 80, 78, 81, 80, 79.0])
    columns = np.arange(20.0)[:, None] / 12
    ours = trends.local_level(values, columns)
    shares = np.linspace(0, 1, 41)
    model, _ = in_state_space(values, columns)
    whole = ours.irregular + ours.level
    others = [model.loglike([whole * (1 - share), whole * share]) for share in shares]
    assert ours.log_likelihood >= max(others) - 1e-6
