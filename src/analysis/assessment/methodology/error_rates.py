"""How often each method is wrong on simulated series: a line for each, and every kind on which a rule is missed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from analysis import numbers
from analysis.assessment.methodology.error_rates_of_one import of_one
from analysis.assessment.methodology.shown import STUDY_SOURCE, not_measured, paragraph, published, said
from analysis.assessment.methodology.study import LIMIT, TRUTH_HELD, of_ours, study, title_of
from analysis.assessment.wording import how_many, opening
from analysis.exhibits import Caption, Field, exhibit

if TYPE_CHECKING:
    import pandas as pd

    from analysis.assessment.methodology.evidence import Evidence
    from analysis.blocks import Block

NO_STUDY: Final = (
    "The study of all methods over many kinds of simulated series is not among this version's evidence "
    "(docs/evidence/calibration.csv), so its table and charts are not here. What the page of methods tells of error "
    "rates, mostly from smaller simulations, stands below."
)
STUDIED: Final = (
    "The study draws series that differ in how many incidents there are a month, in how much they swing beyond chance, "
    "in how far neighbouring months hang together, and in length. Refusal is decided from the series alone. "
)
MEASURED: Final = ("cell", "false_positives", "fp_low", "fp_high", "coverage", "cov_low", "cov_high")
CASES: Final = (
    "A case is a method on a kind of series. Counted are those whose Monte Carlo interval lies wholly beyond the rule; "
    "borderline are those whose interval lies on both sides of it."
)


def error_rates(evidence: Evidence) -> list[Block]:
    """A line for each method, then for each one that reports use a chart over all kinds of series."""
    found = study(evidence)
    if found is None:
        return [not_measured(NO_STUDY, title="The study is not here")]
    ours = of_ours(found)
    blocks = [paragraph(f"{STUDIED}{_drawn(ours)}"), _in_all(found), *_outside(ours)]
    for name, of in ours.groupby("method", sort=False):
        blocks += of_one(str(name), of)
    return blocks


def _drawn(ours: pd.DataFrame) -> str:
    """How many series without a change each error rate rests on: fewer in one method than in another."""
    least, most = (numbers.count(each) for each in (ours["series"].min(), ours["series"].max()))
    return f"Each case rests on {least if least == most else f'{least} to {most}'} series without a change."


def _in_all(found: pd.DataFrame) -> Block:
    ours = of_ours(found)
    rows = [_line(str(name), of) for name, of in found.groupby("method", sort=False)]
    fields = [
        Field("method", "Method"),
        Field("cells", "Kinds of series", numbers.count),
        Field("fp_cells", "Too many false positives"),
        Field("fp_worst", "Most false positives", numbers.percent),
        Field("cov_cells", "Too little coverage"),
        Field("cov_worst", "Least coverage", numbers.percent),
    ]
    rule = f"at most {numbers.plain(LIMIT)}% false positives, at least {numbers.plain(TRUTH_HELD)}% coverage"
    tried = ours[ours["fp_rule"] != "not measured"]
    missed = how_many(int((tried["fp_rule"] == "missed").sum()))
    caption = Caption(
        "error-rates",
        f"What reports use gives clearly too many false positives in {missed} of {numbers.count(len(tried))} cases",
        f"Error rates over simulated series, by method; the rule is {rule}, at a nominal 5% and 95%",
        STUDY_SOURCE,
        notes=(CASES,),
    )
    return exhibit(published(rows, "method"), caption, fields)


def _line(name: str, of: pd.DataFrame) -> dict[str, Any]:
    return {
        "method": title_of(name),
        "cells": len(of),
        "fp_cells": _beyond(of["fp_rule"]),
        "fp_worst": of["false_positives"].max(),
        "cov_cells": _beyond(of["coverage_rule"]),
        "fp_worst_status": "not applicable" if of["false_positives"].isna().all() else "present",
        "cov_worst": of["coverage"].min(),
        "cov_worst_status": "not applicable" if of["coverage"].isna().all() else "present",
        "median_power": of["power"].median(),
        "median_refused": of["refused"].median(),
    }


def _beyond(rule: pd.Series) -> str:
    """``in none``, ``in three; borderline in two``, ``not measured``."""
    if (rule == "not measured").all():
        return "not measured"
    near = int((rule == "borderline").sum())
    return f"in {how_many(int((rule == 'missed').sum()))}" + f"; borderline in {numbers.in_words(near)}" * bool(near)


def _outside(ours: pd.DataFrame) -> list[Block]:
    """Every kind of series on which a method that reports use clearly misses a rule."""
    missed = ours[(ours["fp_rule"] == "missed") | (ours["coverage_rule"] == "missed")]
    if missed.empty:
        return []
    rows = [{**said(row, MEASURED), "method": title_of(row["method"])} for row in missed.to_dict("records")]
    fields = [
        Field("cell", "Series"),
        Field("method", "Method"),
        Field("false_positives", "False positives", numbers.percent),
        Field("fp_low", "95% interval", numbers.percent, to="fp_high"),
        Field("coverage", "Coverage", numbers.percent),
        Field("cov_low", "95% interval of that", numbers.percent, to="cov_high"),
    ]
    caption = Caption(
        "rules-missed", f"{opening(len(missed), 'time', 'times')} a method clearly misses a rule",
        "Kinds of series on which false positives or coverage lie beyond the rule", STUDY_SOURCE,
    )  # fmt: skip
    return [exhibit(published(rows, "method", "cell"), caption, fields)]
