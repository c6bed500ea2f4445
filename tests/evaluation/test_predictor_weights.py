"""Synthetic controls matched on predictors: several starts, of which the best counts."""

import numpy as np
import pandas as pd
import pytest

from analysis.evaluation.predictor_weights import STARTS, predictor_weights
from analysis.evaluation.simplex import simplex_weights

DONORS = [f"donor {number}" for number in range(8)]


def example(seed=1):
    """A treated unit that is a mix of the first two donors in outcomes and predictors; one predictor is mere noise."""
    rng = np.random.default_rng(seed)
    outcomes = pd.DataFrame(rng.normal(10, 2, (12, 8)), columns=DONORS)
    predictors = pd.DataFrame(rng.normal(5, 1, (3, 8)), index=["first", "second", "noise"], columns=DONORS)
    mix = np.array([0.6, 0.4, 0, 0, 0, 0, 0, 0])
    own = predictors @ mix
    own["noise"] = 20.0
    return outcomes @ mix, outcomes, own.rename("treated"), predictors


def test_the_predictor_that_leads_astray_gets_less_than_an_even_weight():
    treated, outcomes, own, predictors = example()
    found = predictor_weights(treated, outcomes, own, predictors)
    size = predictors.assign(own=own).std(axis=1)
    even = simplex_weights(predictors.div(size, axis=0).to_numpy(), (own / size).to_numpy())
    assert found.predictors["noise"] < 1 / 3
    assert found.predictors.sum() == pytest.approx(1)
    assert found.pre_rmspe < float(np.sqrt(((treated - outcomes @ even) ** 2).mean()))


def test_the_best_of_all_starts_is_kept():
    found = predictor_weights(*example())
    assert len(found.tried) == len(STARTS)
    assert found.pre_rmspe == pytest.approx(min(found.tried.values()))


def test_the_gap_before_is_that_of_the_weights():
    treated, outcomes, own, predictors = example()
    found = predictor_weights(treated, outcomes, own, predictors)
    assert found.donors.sum() == pytest.approx(1)
    assert found.pre_rmspe == pytest.approx(float(np.sqrt(((treated - outcomes @ found.donors) ** 2).mean())))


def test_collinear_predictors_leave_the_starts_that_need_none_of_it():
    treated, outcomes, own, predictors = example()
    twice = pd.concat([predictors, predictors.loc[["first"]].rename({"first": "again"})])
    found = predictor_weights(
        treated, outcomes, pd.concat([own, pd.Series({"again": own["first"]})]).rename("treated"), twice
    )
    assert any(start.startswith("equal") for start in found.tried)


def test_donors_in_another_order_are_an_error():
    treated, outcomes, own, predictors = example()
    with pytest.raises(ValueError, match="same donors"):
        predictor_weights(treated, outcomes, own, predictors[DONORS[::-1]])
