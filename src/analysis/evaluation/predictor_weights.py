"""A synthetic control matched on predictors as well as on outcomes, its predictors weighed from several starts."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd
from pysyncon import Synth

from analysis.evaluation.simplex import simplex_weights

Floats = npt.NDArray[np.float64]
STARTS: Final = tuple((first, search) for search in ("L-BFGS-B", "Nelder-Mead") for first in ("equal", "ols"))
"""Where the search for the predictors' weights sets out, and how it goes on."""
MOST_STEPS: Final = 400


class _Exact(Synth):  # type: ignore[misc, unused-ignore]
    """pysyncon's search over predictors' weights, with the donors' weights found exactly.

    Its own inner search (SLSQP) stops early where predictors' weights differ by orders of magnitude.
    """

    @staticmethod
    def w_optimize(V_mat: Floats, X0: Floats, X1: Floats, **_: Any) -> tuple[Floats, float]:
        root = np.sqrt(np.diag(V_mat))
        weights = simplex_weights(root[:, None] * X0, root * X1)
        gap = root * (X1 - X0 @ weights)
        return weights, float(gap @ gap)


@dataclass(frozen=True)
class PredictorWeights:
    """Weights of donors (by name) and of predictors (by name), the root mean squared gap before, and each start's."""

    donors: pd.Series
    predictors: pd.Series
    pre_rmspe: float
    tried: dict[str, float]


def predictor_weights(
    treated: pd.Series,
    donors: pd.DataFrame,
    predictors: pd.Series,
    predictors_of_donors: pd.DataFrame,
    *,
    starts: Sequence[tuple[str, str]] = STARTS,
) -> PredictorWeights:
    """Abadie and Gardeazabal's (2003, AER 93) weights, the best of several starts by the root mean squared gap before.

    ``treated`` and ``donors`` (T by J) are outcomes before the start, ``predictors`` and ``predictors_of_donors`` (K by
    J) what is matched. One start alone may end far from the best. Raises ``ValueError`` where columns differ, and where
    no start leads anywhere.
    """
    if list(donors.columns) != list(predictors_of_donors.columns):
        raise ValueError("outcomes and predictors must be of the same donors, in the same order")
    found: dict[str, _Exact] = {}
    for first, search in starts:
        fit = _Exact()
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                fit.fit(
                    X0=predictors_of_donors, X1=predictors, Z0=donors, Z1=treated, optim_initial=first,
                    optim_method=search, optim_options={"maxiter": MOST_STEPS},
                )  # fmt: skip
        except ValueError:  # collinear predictors leave no least-squares start
            continue
        found[f"{first}, {search}"] = fit
    if not found:
        raise ValueError("no start led to weights: are the predictors collinear?")
    best = min(found.values(), key=lambda each: float(each.loss_V))
    return PredictorWeights(
        pd.Series(best.W, index=donors.columns), pd.Series(best.V, index=predictors.index),
        float(np.sqrt(best.loss_V)), {name: float(np.sqrt(each.loss_V)) for name, each in found.items()},
    )  # fmt: skip
