"""What would be seen if an effect were something else: one file a check, one protocol."""

from __future__ import annotations

from typing import Final

from analysis.cannot_say import CannotSay
from analysis.errors import did_you_mean
from analysis.evaluation.checks import (
    anticipation,
    catching_up,
    implementation_months,
    leave_one_out,
    located_share,
    multiple_outcomes,
    parallel_trends,
    placebo_areas,
    placebo_dates,
    placebo_outcomes,
    recording_break,
    residuals,
    small_counts,
)
from analysis.evaluation.checks.check import Check, CheckResult, Outcome
from analysis.evaluation.design import Design
from analysis.evaluation.effect import Effect
from analysis.evaluation.setting import Setting

CHECKS: Final[tuple[Check, ...]] = tuple(
    each.CHECK
    for each in (
        placebo_dates, placebo_areas, placebo_outcomes, leave_one_out, implementation_months, anticipation,
        parallel_trends, catching_up, residuals, recording_break, small_counts, located_share, multiple_outcomes,
    )
)  # fmt: skip
"""Every check, in the order in which a report shows them."""


def check_named(name: str) -> Check:
    """The check of this name; raises ``ValueError`` that names the nearest."""
    by_name = {each.name: each for each in CHECKS}
    if name not in by_name:
        raise ValueError(f'"{name}" is not a check{did_you_mean(name, by_name)}')
    return by_name[name]


def run_checks(setting: Setting, design: Design, effect: Effect) -> tuple[tuple[Check, CheckResult | CannotSay], ...]:
    """Every check of what ``design`` found in ``setting``, or why a check cannot be made."""
    return tuple((each, each(setting, design, effect)) for each in CHECKS)


__all__ = ["CHECKS", "Check", "CheckResult", "Outcome", "check_named", "run_checks"]
