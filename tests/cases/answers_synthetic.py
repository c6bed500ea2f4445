"""Synthetic controls: Proposition 99 and the Basque Country, as published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd

from analysis.evaluation.designs.synthetic_difference import synthetic_difference_of
from analysis.evaluation.predictor_weights import predictor_weights
from analysis.evaluation.simplex import simplex_weights

if TYPE_CHECKING:
    from .case import Case

CALIFORNIA: Final = "California"
BASQUE: Final = "Basque Country (Pais Vasco)"


def _gap(outcome: pd.DataFrame, treated: str, weights: pd.Series) -> pd.Series:
    return outcome[treated] - outcome[weights.index] @ weights


def _cigarettes(case: Case) -> pd.DataFrame:
    """Packs a head, years by states."""
    return case.table("prop99_outcome.csv").pivot(index="year", columns="state", values="cigsale")


def proposition_with_predictors(case: Case) -> dict[str, Any]:
    packs = _cigarettes(case)
    predictors = case.table("prop99_predictors.csv").set_index("state").T
    others = packs.columns.drop(CALIFORNIA)
    before = packs.loc[:1988]
    found = predictor_weights(before[CALIFORNIA], before[others], predictors[CALIFORNIA], predictors[others])
    gap = _gap(packs, CALIFORNIA, found.donors)
    states = ("Utah", "Nevada", "Montana", "Colorado", "Connecticut")
    return {f"adh_w_{state}": found.donors[state] for state in states} | {
        "adh_pre_rmspe_max": found.pre_rmspe,
        "adh_mean_gap_1989_2000": gap.loc[1989:].mean(),
        "adh_gap_2000": gap.loc[2000],
    }


def proposition_by_outcome(case: Case) -> dict[str, Any]:
    packs = _cigarettes(case).T
    before = int((packs.columns < 1989).sum())
    own, others = packs.loc[CALIFORNIA].to_numpy(), packs.drop(index=CALIFORNIA).to_numpy()
    gap = own - simplex_weights(others[:, :before].T, own[:before]) @ others
    even = own - others.mean(axis=0)
    placebos = [
        synthetic_difference_of(each, np.delete(others, number, axis=0), before).estimate
        for number, each in enumerate(others)
    ]
    return {
        "did": even[before:].mean() - even[:before].mean(),
        "sc_outcome_only": gap[before:].mean(),
        "sdid": synthetic_difference_of(own, others, before).estimate,
        "sdid_placebo_se": np.std(placebos, ddof=1),
    }


def _basque_predictors(frame: pd.DataFrame) -> pd.DataFrame:
    """What is matched, by predictor and region, as the case states."""

    def mean(column: str, years: range) -> pd.Series:
        return frame[frame["year"].isin(years)].groupby("regionname")[column].mean()

    sixties = {column: range(1964, 1970) for column in frame.columns if column.startswith("school.")}
    sectors = {column: range(1961, 1970, 2) for column in frame.columns if column.startswith("sec.")}
    years = {
        **sixties,
        "invest": range(1964, 1970),
        "gdpcap": range(1960, 1970),
        **sectors,
        "popdens": range(1969, 1970),
    }
    return pd.DataFrame({column: mean(column, when) for column, when in years.items()}).T


def basque_country(case: Case) -> dict[str, Any]:
    wealth = case.data.pivot(index="year", columns="regionname", values="gdpcap")
    predictors = _basque_predictors(case.data)
    others = wealth.columns.drop(BASQUE)
    sixties = wealth.loc[1960:1969]

    def weights(region: str, donors: pd.Index, **how: Any) -> pd.Series:
        return predictor_weights(
            sixties[region], sixties[donors], predictors[region], predictors[donors], **how
        ).donors  # fmt: skip

    found = weights(BASQUE, others)
    gap = _gap(wealth, BASQUE, found)
    after, before = gap.loc[1975:1997], gap.loc[1960:1969]
    once = (("equal", "Nelder-Mead"),)
    gaps = [gap, *(_gap(wealth, each, weights(each, others.drop(each), starts=once)) for each in others)]
    ratios = np.array([(each.loc[1975:] ** 2).mean() / (each.loc[:1974] ** 2).mean() for each in gaps])
    return {
        "w_Cataluna": found["Cataluna"],
        "w_Madrid": found["Madrid (Comunidad De)"],
        "w_others_sum": found.drop(["Cataluna", "Madrid (Comunidad De)"]).sum(),
        "att_1975_1997": after.mean(),
        "att_se": after.std(ddof=1) / np.sqrt(len(after)),
        "mspe": (before**2).mean(),
        "mae": before.abs().mean(),
        "placebo_pvalue": (ratios >= ratios[0]).sum() / len(ratios),
    }


def proposition_99(case: Case) -> dict[str, Any]:
    return proposition_with_predictors(case) | proposition_by_outcome(case)


ANSWERS = {"synth-prop99": proposition_99, "synth-basque": basque_country}
UNUSED = {
    "synth-basque": [
        "w_Cataluna", "w_Madrid", "w_others_sum", "att_1975_1997", "att_se", "mspe", "mae", "placebo_pvalue",
    ],
    "synth-prop99": [
        "adh_w_Utah", "adh_w_Nevada", "adh_w_Montana", "adh_w_Colorado", "adh_w_Connecticut", "adh_pre_rmspe_max",
        "adh_mean_gap_1989_2000", "adh_gap_2000", "did",
    ],
}  # fmt: skip
"""Reports match outcomes alone, never predictors; the plain difference of means is worked out here."""
