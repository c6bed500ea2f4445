import numpy as np
import pytest

from analysis.evaluation.carried_forward import DRAWS, carried_forward
from analysis.trends import wandering

AFTER = np.arange(36, 48)


@pytest.fixture
def rng():
    return np.random.default_rng(20221130)


def known_before(values):
    return np.where(np.arange(48) < 36, values, np.nan)


def test_a_control_explains_what_follows(rng):
    control = 4 + rng.normal(0, 0.3, 48)
    found = carried_forward(known_before(1 + 0.5 * control), control[:, None], AFTER, scale=0.1, still=0.5)
    assert found.paths.shape == (DRAWS, 12)
    assert found.paths.mean(axis=0) == pytest.approx(1 + 0.5 * control[36:], abs=1e-3)


def test_draws_have_the_mean_and_the_covariance_of_the_fit(rng):
    values = known_before(3 + np.cumsum(rng.normal(0, 0.1, 48)))
    found = carried_forward(values, np.empty((48, 0)), AFTER, scale=0.1)
    fitted = wandering(values, np.empty((48, 0)), scale=0.1)
    middles, covariances = fitted.course(AFTER.astype(float), np.empty((12, 0)))
    mean = fitted.weights @ middles
    spread = fitted.weights @ (np.diagonal(covariances, axis1=1, axis2=2) * fitted.df / (fitted.df - 2) + middles**2)
    assert found.paths.mean(axis=0) == pytest.approx(mean, abs=0.03)
    assert found.paths.var(axis=0) == pytest.approx(spread - mean**2, rel=0.15)


def test_paths_of_a_level_that_wanders_spread_and_neighbours_stay_near(rng):
    found = carried_forward(known_before(3 + np.cumsum(rng.normal(0, 0.2, 48))), np.empty((48, 0)), AFTER, scale=0.2)
    assert found.paths[:, -1].std() > 1.5 * found.paths[:, 0].std()
    assert np.corrcoef(found.paths[:, -1], found.paths[:, -2])[0, 1] > 0.8


def test_a_tight_prior_of_the_level_narrows_what_follows(rng):
    values = known_before(3 + np.cumsum(rng.normal(0, 0.03, 48)) + rng.normal(0, 0.1, 48))
    wide, tight = (carried_forward(values, np.empty((48, 0)), AFTER, scale=each) for each in (0.2, 0.001))
    assert tight.paths.mean(axis=1).std() < 0.6 * wide.paths.mean(axis=1).std()


def test_the_same_values_give_the_same_draws(rng):
    values = known_before(rng.normal(3, 0.1, 48))
    one, other = (carried_forward(values, np.empty((48, 0)), AFTER, scale=0.1) for _ in range(2))
    assert np.array_equal(one.paths, other.paths)
    assert len(one.noise) == len(one.paths) == DRAWS


def test_a_control_that_never_varies_is_an_error(rng):
    with pytest.raises(ValueError, match="no column made of others"):
        carried_forward(known_before(rng.normal(3, 0.1, 48)), np.ones((48, 1)), AFTER, scale=0.1)
