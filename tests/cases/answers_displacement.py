"""What became of a place against others: relative effect, displacement, and regression to the mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis.cannot_say import said
from analysis.evaluation.designs.displacement_quotient import quotient_of_counts
from analysis.evaluation.displacement import weighted_displacement_difference
from analysis.evaluation.regression_to_mean import Prior, expected_count
from analysis.evaluation.relative_effect import relative_effect

if TYPE_CHECKING:
    from .case import Case

AREAS = ("treated", "control", "displacement", "displacement_control")


def relative(case: Case) -> dict[str, Any]:
    counts = {(row.group, row.after): row.count for row in case.data.itertuples(index=False, name="Row")}
    found = relative_effect(*((counts[group, 0], counts[group, 1]) for group in (1, 0)))
    return {
        "rrr": found.rrr,
        "log_rrr": found.log,
        "se_log": found.error,
        "low": found.low,
        "high": found.high,
        "pct_relative_to_control": found.percent,
        "RES_farrington": found.effect_size,
    }


def difference(case: Case, **more: Any) -> dict[str, Any]:
    rows = case.data.set_index("area")
    pairs = [(float(rows["before"][area]), float(rows["after"][area])) for area in AREAS]
    sizes = [float(rows["area_weight"][area]) for area in AREAS] if "area_weight" in rows else (1.0,) * 4
    found = weighted_displacement_difference(*pairs, sizes=sizes, **more)
    all_answers = {
        "wdd": found.value,
        "se": found.error,
        "variance": found.variance,
        "z": found.z,
        "low": found.limits[0],
        "high": found.limits[1],
        "local": found.local,
        "displacement": found.buffer,
    }
    return {name: value for name, value in all_answers.items() if name in case.quantity}


def ninety(case: Case) -> dict[str, Any]:
    return difference(case, level=0.90)


def two_years_before(case: Case) -> dict[str, Any]:
    return difference(case, periods=(2.0, 1.0))


def quotient(case: Case) -> dict[str, Any]:
    rows = case.data.set_index("area")
    found = quotient_of_counts(*((rows["before"][area], rows["after"][area]) for area in case.data["area"]))
    assert said(found)
    return {
        "GE": found.gross,
        "NE": found.net,
        "success_measure": found.success,
        "buffer_measure": found.buffer,
        "WDQ": found.quotient,
        "TNE": found.total_net,
    }


def hauer(case: Case) -> dict[str, Any]:
    """Both examples: a segment of 1.8 km; its traffic gives the mean of segments alike, ``phi`` their shape a km."""
    rows = case.data.set_index("example")
    one, three = (rows.loc[each] for each in (1, 2))
    mean = one["spf_a"] * one["adt"] ** one["spf_b"]
    found, longer = (
        expected_count(row["observed"], Prior(mean * row["years"], row["phi_per_km"]), size=row["length_km"])
        for row in (one, three)
    )
    return {
        "spf_per_km_year": mean,
        "ex1_weight": found.weight,
        "ex1_expected": found.count,
        "ex1_per_km": found.count / one["length_km"],
        "ex1_sd_per_km": found.error / one["length_km"],
        "ex2_per_year": longer.count / three["years"],
        "ex2_sd_per_year": longer.error / three["years"],
    }


ANSWERS = {
    "did-poisson-relative-effect": relative,
    "wdd-paper-example": difference,
    "wdd-area-weights": difference,
    "wdd-readme-90ci": ninety,
    "wdd-time-weights": two_years_before,
    "wdq-guerette": quotient,
    "eb-hauer-tutorial": hauer,
}
UNUSED = {"eb-hauer-tutorial": ["spf_per_km_year"]}
"""The tutorial's own curve of accidents by traffic."""
