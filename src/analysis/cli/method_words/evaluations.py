"""Evaluations of initiatives in words: what a design found, and what a check did. No cause is named at the desk."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from analysis import numbers
from analysis.cli.method_words.changes import level_words
from analysis.prose import limits

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.evaluation.checks.check import CheckResult
    from analysis.evaluation.designs.displacement_quotient import DisplacementQuotient
    from analysis.evaluation.displacement import DisplacementDifference
    from analysis.evaluation.effect import Effect

BEGINS = {"passed": "Passed", "failed": "Failed", "informative": "For information"}
NEXT_TO_NONE = 0.05
NO_CAUSE = "This is no grade of evidence: the checks have still to be run (csp method list)."


def effect(found: Effect, _: Mapping[str, Any]) -> str:
    """``Fewer than expected (−26.5%, 95% interval: ...): 175, against 238.0 expected.``."""
    counts = f"{numbers.count(found.observed)}, against {numbers.decimal(found.expected)} expected"
    if found.verdict == "described only":
        lead = f"Described only, since {found.described}"
    else:
        lead = (
            "No clear difference"
            if found.verdict == "no clear difference"
            else f"{found.verdict.title()} than expected"
        )
    return " ".join([f"{lead}{_shown(found)}: {counts}.", *found.remarks, NO_CAUSE])


def _shown(found: Effect) -> str:
    if math.isnan(found.percent):
        return ""
    percent = numbers.percent(found.percent, signed=True)
    if any(math.isnan(each) for each in found.percent_limits):
        return f" ({percent})"
    return f" ({percent}, {level_words(found.level)}: {limits(*found.percent_limits)})"


def difference(found: DisplacementDifference, given: Mapping[str, Any]) -> str:
    """``139.0 fewer than the controls let expect (...): ...``."""
    low, high = found.limits
    which = "fewer" if high < 0 else "more" if low > 0 else ""
    span = numbers.interval(low, high, lambda each: numbers.decimal(each, signed=True))
    lead = f"{numbers.decimal(abs(found.value))} {which} than" if which else "Not clearly fewer or more than"
    parts = (
        f"{numbers.decimal(found.local, signed=True)} in the treated area, {numbers.decimal(found.buffer, signed=True)}"
    )
    allowed = "" if "dispersion" in given else " This takes incidents to be independent of each other."
    return (
        f"{lead} the controls let expect ({numbers.decimal(found.value, signed=True)}, {level_words(found.level)}: "
        f"{span}): {parts} in the buffer.{allowed}"
    )


def quotient(found: DisplacementQuotient, _: Mapping[str, Any]) -> str:
    """``The displacement quotient is 0.31, ...``."""
    where = "crime fell in the buffer too" if found.quotient > 0 else "crime moved to the buffer"
    if found.quotient < -1:
        where += ", more than was prevented"
    if abs(found.quotient) < NEXT_TO_NONE:
        where = "the buffer went as the comparators did"
    total = f"{numbers.decimal(abs(found.total_net))} {'fewer' if found.total_net >= 0 else 'more'} in both together"
    return (
        f"The displacement quotient is {numbers.decimal(found.quotient, 2)}: on its face {where}. By the comparators "
        f"there were {total}. It describes and has no interval: displacement-difference gives one."
    )


def check(found: CheckResult, _: Mapping[str, Any]) -> str:
    """``Failed: ...``."""
    return f"{BEGINS[found.outcome]}: {found.words}"
