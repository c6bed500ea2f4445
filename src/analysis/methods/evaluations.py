"""Designs and checks of evaluations at the desk: each runs on a file with a row for each place and period."""

from __future__ import annotations

from typing import Final

from analysis.methods.method import Method

_SIDES: Final = ("no-periods", "no-periods-before", "recording-break")
_MATCHED: Final = ("few-matched-months", "no-dispersion", *_SIDES)
_MONTHS: Final = ("models-disagree", "no-periods", "not-monthly", "recording-break", "small-counts", "too-short")
_MANY: Final = ("few-comparators", "few-matched-months", "no-periods", "recording-break", "small-counts", "too-short")
MARYLAND: Final = "Sherman and others 1997"


def _design(name: str, question: str, section: str, source: str, *refuses: str) -> Method:
    module = name.replace("-", "_")
    entry = f"analysis.evaluation.designs.{module}:{module}"
    return Method(name, question, entry, section, source, tuple(sorted(set(refuses))))


DESIGNS: Final = (
    _design(
        "before-after", "Fewer than in the same months before?", "Before and after",
        "Przyborowski and Wilenski 1940; Clopper and Pearson 1934", "all-zero", *_MATCHED,
    ),
    _design(
        "empirical-bayes", "Fewer, allowing for a site picked as high?", "Empirical Bayes", "Hauer and others 2002",
        "all-zero", "few-reference-sites", "small-counts", *_MATCHED,
    ),
    _design(
        "with-comparator", "Fewer than other places let expect?", "With a comparator",
        "Farrington and others 2007; Donner and Zou 2012", "all-zero", "no-comparators", *_MATCHED,
    ),
    _design(
        "displacement-difference", "Fewer here, and where did it go?", "Displacement", "Wheeler and Ratcliffe 2018",
        "all-zero", "no-buffer", "no-comparators", "small-counts", *_MATCHED,
    ),
    _design(
        "interrupted-series", "Did the level change at the start?", "Interrupted time series",
        "Wagner and others 2002; Harvey 1989", *_MONTHS,
    ),
    _design(
        "comparative-series", "Did it change there and not elsewhere?", "Comparative interrupted time series",
        "Lopez Bernal and others 2018", "no-comparators", *_MONTHS,
    ),
    _design(
        "panel", "Did it change otherwise than all other areas?", "Panel of areas", "Fisher 1935", *_MANY,
    ),
    _design(
        "synthetic-control", "Fewer than in a weighted mean of others?", "Synthetic control",
        "Abadie and others 2010; Chernozhukov and others 2021", "poor-fit", *_MANY,
    ),
    _design(
        "synthetic-difference", "Did it change otherwise than its like?", "Synthetic difference-in-differences",
        "Arkhangelsky and others 2021", *_MANY,
    ),
    _design(
        "structural", "Fewer than a forecast with controls?", "Structural counterfactual",
        "Brodersen and others 2015", "no-comparators", *_MONTHS,
    ),
)  # fmt: skip
"""Each takes a setting; ``--json`` gives every field of its effect."""

_ANY_DESIGN: Final = tuple(rule for each in DESIGNS for rule in each.refuses)


def _check(name: str, question: str, *refuses: str) -> Method:
    entry = f"analysis.evaluation.checks.{name.replace('-', '_')}:run"
    return Method(name, question, entry, "Checks", MARYLAND, tuple(sorted({*_ANY_DESIGN, *refuses})))


CHECKS: Final = (
    _check("placebo-dates", "Is as much found at dates when nothing began?", "few-placebos"),
    _check("placebo-areas", "Is as much found where nothing was done?", "few-placebos", "no-comparators"),
    _check("placebo-outcomes", "Is as much found in what it could not touch?", "no-falsification"),
    _check("leave-one-out", "Does it hang on one comparator?", "no-comparators"),
    _check("implementation-months", "Does it hang on the first months?", "few-periods-after"),
    _check("anticipation", "Was it there before it began?", "few-periods-before"),
    _check("parallel-trends", "Did the places go alike before?", "few-periods-before", "no-comparators"),
    _check("catching-up", "Was it only falling back from a peak?", "few-periods-before"),
    _check("residuals", "Does the design fit the time before?", "no-course"),
    _check("recording-break", "Did recording change meanwhile?"),
    _check("small-counts", "Are there enough incidents to tell?"),
    _check("located-share", "Does it hang on records without a place?", "no-located-share", "no-records"),
    _check("multiple-outcomes", "Does it stand among all outcomes?", "one-outcome"),
)
"""Each takes a setting and the name of the design whose answer is checked."""
EVALUATIONS: Final = (*DESIGNS, *CHECKS)
