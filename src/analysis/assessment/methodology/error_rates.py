"""How often each method is wrong on simulated series whose truth is known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from analysis import numbers
from analysis.assessment.methodology.shown import STUDY_SOURCE, not_measured, published
from analysis.blocks import Heading
from analysis.cannot_say import CannotSay
from analysis.exhibits import Caption, Field, exhibit
from analysis.exhibits import error_rates as drawn

if TYPE_CHECKING:
    from analysis.assessment.methodology.evidence import Evidence
    from analysis.blocks import Block

NUMBERS: Final = (
    "mean", "dispersion", "ar", "months", "series", "refused", "verdicts", "false_positives", "fp_low", "fp_high",
    "coverage", "cov_low", "cov_high", "power", "width",
)  # fmt: skip
LIMIT: Final = 7.0
"""The most false positives allowed, in percent, at a nominal five."""
TRUTH_HELD: Final = 93.0
"""The least coverage allowed, in percent, at a nominal 95."""
NO_STUDY: Final = "The simulation study is not among this version's evidence, so no error rate is given."
PERCENT_FIELDS: Final = (
    Field("fp_cells", "Too many false positives"),
    Field("fp_worst", "Most false positives", numbers.percent),
    Field("cov_cells", "Too little coverage"),
    Field("cov_worst", "Least coverage", numbers.percent),
)


def study(evidence: Evidence) -> pd.DataFrame | None:
    """The study's table with its numbers as numbers; ``None`` where there is none."""
    told = evidence.table("calibration")
    if told is None:
        return None
    found = told.copy()
    for name in NUMBERS:
        found[name] = pd.to_numeric(found[name], errors="coerce")
    return found


def error_rates(evidence: Evidence) -> list[Block]:
    """A line for each method, then for each one that reports use a chart over all kinds of series."""
    found = study(evidence)
    if found is None:
        return [not_measured(NO_STUDY)]
    blocks = [_in_all(found), *_outside(found)]
    for name in [name for name in dict.fromkeys(found["method"]) if is_ours(name)]:
        blocks += _of_method(name, found[found["method"] == name])
    return blocks


def is_ours(method: str) -> bool:
    """Whether reports use it; what stands beside it for comparison is named after it, with a comma."""
    return "," not in method


def slug_of(method: str) -> str:
    """``year-on-year``."""
    return re.sub(r"[^a-z0-9]+", "-", method.casefold()).strip("-")


def _in_all(found: pd.DataFrame) -> Block:
    rows = [_line(str(name), of) for name, of in found.groupby("method", sort=False)]
    fields = [Field("method", "Method"), Field("cells", "Kinds of series", numbers.count), *PERCENT_FIELDS]
    ours = found[found["method"].map(is_ours)]
    missed = int((ours["fp_rule"] == "missed").sum())
    caption = Caption(
        "error-rates",
        f"The methods that reports use keep the rule on false positives in {numbers.count(len(ours) - missed)} of "
        f"{numbers.count(len(ours))} cases, or cannot be shown to miss it",
        "Error rates over simulated series, by method",
        STUDY_SOURCE,
        notes=(
            f"Counted are kinds of series whose Monte Carlo interval lies wholly beyond the rule: at most "
            f"{numbers.plain(LIMIT)}% false positives, at least {numbers.plain(TRUTH_HELD)}% coverage.",
        ),
    )
    return exhibit(published(rows, "method"), caption, fields)


def _line(name: str, of: pd.DataFrame) -> dict[str, Any]:
    return {
        "method": numbers.sentence_case(name),
        "cells": len(of),
        "fp_cells": _beyond(of["fp_rule"]),
        "fp_worst": of["false_positives"].max(),
        "cov_cells": _beyond(of["coverage_rule"]),
        "cov_worst": CannotSay("it gives no interval", "no-data")
        if of["coverage"].isna().all()
        else of["coverage"].min(),
        "median_power": of["power"].median(),
        "median_refused": of["refused"].median(),
    }


def _beyond(rule: pd.Series) -> str:
    """``in none``, ``in 3; 2 more are borderline``, ``not measured``."""
    missed, near = int((rule == "missed").sum()), int((rule == "borderline").sum())
    if (rule == "not measured").all():
        return "not measured"
    return f"in {numbers.in_words(missed) if missed else 'none'}" + (
        f"; borderline in {numbers.in_words(near)}" if near else ""
    )


def _outside(found: pd.DataFrame) -> list[Block]:
    """Every kind of series on which a method that reports use misses a rule."""
    ours = found[found["method"].map(is_ours) & ((found["fp_rule"] == "missed") | (found["coverage_rule"] == "missed"))]
    if ours.empty:
        return []
    columns = ["method", "cell", "false_positives", "fp_low", "fp_high", "coverage", "cov_low", "cov_high"]
    fields = [
        Field("cell", "Series"), Field("method", "Method"),
        Field("false_positives", "False positives", numbers.percent),
        Field("fp_low", "95% interval", numbers.percent, to="fp_high"),
        Field("coverage", "Coverage", numbers.percent),
        Field("cov_low", "95% interval of that", numbers.percent, to="cov_high"),
    ]  # fmt: skip
    caption = Caption(
        "rules-missed", f"{numbers.sentence_case(numbers.plural(len(ours), 'time'))} a method misses a rule",
        "Kinds of series on which false positives or coverage lie clearly beyond the rule", STUDY_SOURCE,
    )  # fmt: skip
    return [exhibit(published(ours[columns].to_dict("records"), "method", "cell"), caption, fields)]


def _of_method(name: str, of: pd.DataFrame) -> list[Block]:
    ordered = of.sort_values(["dispersion", "ar", "mean", "months"], kind="stable")
    rows = [{**row, "band": _band(row["dispersion"], row["ar"])} for row in ordered.to_dict("records")]
    highest = numbers.percent(of["false_positives"].max())
    caption = Caption(
        f"false-positives-{slug_of(name)}",
        f"{numbers.sentence_case(name)}: at most {highest} false positives on any kind of series",
        f"{numbers.sentence_case(name)}: false positives by how much the series swings, simulated series",
        STUDY_SOURCE,
        notes=(f"Coverage, width and the share of changes found are for series with a true change of {_effect(of)}.",),
    )
    made = drawn(published(rows, "cell"), caption, limit=LIMIT)
    heading = Heading(level=2, text=numbers.sentence_case(name), id=f"errors-{slug_of(name)}")
    return [heading, not_measured(made.reason) if isinstance(made, CannotSay) else made]


def _band(dispersion: float, correlation: float) -> str:
    """``independent incidents``; ``variance 1.5 times, months apart``; ``... together (0.3)``."""
    if dispersion <= 1:
        return "independent incidents"
    together = f"correlated {correlation:g}" if correlation else "uncorrelated"
    return f"variance times {dispersion:g}, {together}"


def _effect(of: pd.DataFrame) -> str:
    return str(of["effect"].iloc[0]).replace(" %", "%").replace("-", numbers.MINUS)
