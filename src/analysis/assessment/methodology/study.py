"""The simulation study as the job's folder holds it: one row a method and kind of series."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pandas as pd

from analysis import numbers

if TYPE_CHECKING:
    from analysis.assessment.methodology.evidence import Evidence

NUMBERS: Final = (
    "mean", "dispersion", "ar", "months", "series", "refused", "verdicts", "false_positives", "fp_low", "fp_high",
    "coverage", "cov_low", "cov_high", "power", "width",
)  # fmt: skip
LIMIT: Final = 7.0
"""The most false positives allowed, in percent, at a nominal five."""
TRUTH_HELD: Final = 93.0
"""The least coverage allowed, in percent, at a nominal 95."""
COMPARED: Final = ("alone", "bare", "randomised")
"""What the names of rows have that no report uses."""


def study(evidence: Evidence) -> pd.DataFrame | None:
    """The study's table with its numbers as numbers; ``None`` where there is none."""
    told = evidence.table("calibration")
    if told is None:
        return None
    found = told.copy()
    for name in NUMBERS:
        found[name] = pd.to_numeric(found[name], errors="coerce")
    return found


def is_ours(method: str) -> bool:
    """Whether reports use it; the others stand beside it for comparison, or to see whether it is calibrated."""
    return not any(word in method for word in COMPARED)


def limit_of(method: str) -> float:
    """The most false positives allowed: in proportion for what is tested at 1 %."""
    return LIMIT / 5 if method.endswith("at 1 %") else LIMIT


def title_of(method: str) -> str:
    """``Exceptional month at 5%``."""
    return numbers.sentence_case(method.replace(" %", "%"))


def of_ours(found: pd.DataFrame) -> pd.DataFrame:
    """The rows of methods that reports use."""
    return found[found["method"].map(is_ours)]


def slug_of(method: str) -> str:
    """``year-on-year``."""
    return re.sub(r"[^a-z0-9]+", "-", method.casefold()).strip("-")
