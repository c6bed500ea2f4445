"""Whether there are enough incidents to speak of."""

from __future__ import annotations

from typing import Final

from analysis import numbers
from analysis.cannot_say import CannotSay
from analysis.evaluation.checks.check import Check, CheckResult, Outcome
from analysis.evaluation.checks.wording import UNITS, number
from analysis.evaluation.design import Design
from analysis.evaluation.effect import Effect
from analysis.evaluation.setting import Setting
from analysis.measures import MONTHS_OF, SMALL_TOTAL

SMALL_MEAN: Final = 5
"""Below this monthly mean, months say nothing by themselves."""


def run(setting: Setting, design: Design, effect: Effect) -> CheckResult | CannotSay:  # noqa: ARG001
    """Count what is known on each side."""
    before, after = (setting.treated.known(each) for each in (setting.before, setting.after))
    if not len(before) or not len(after):
        return CannotSay("no period is known on one side of the start", "no-periods")
    totals = setting.treated.total(before), setting.treated.total(after)
    months = [len(each) * MONTHS_OF[setting.freq] for each in (before, after)]
    mean = sum(totals) / sum(months)
    outcome: Outcome = "failed" if min(totals) < SMALL_TOTAL else "informative" if mean < SMALL_MEAN else "passed"
    return CheckResult(
        outcome,
        _words(setting, totals, mean),
        tuple(
            {"side": side, "months": number, "total": total, "monthly mean": total / number}
            for side, number, total in zip(("before", "after"), months, totals, strict=True)
        ),
        {"before": totals[0], "after": totals[1], "monthly_mean": mean},
    )


def _words(setting: Setting, totals: tuple[int, int], mean: float) -> str:
    """Averages by the period in which the setting counts: nothing is known of months in figures by year."""
    unit = UNITS[setting.freq]
    looked = (
        f"{numbers.sentence_case(numbers.plural(totals[0], 'incident'))} "
        f"{'was' if totals[0] == 1 else 'were'} counted before the start and {number(totals[1])} after it, on average "
        f"{numbers.decimal(mean * MONTHS_OF[setting.freq])} a {unit}."
    )
    if min(totals) < SMALL_TOTAL:
        return (
            f"{looked} With a total of less than {SMALL_TOTAL}, suppress percentage, show counts: one incident "
            "more or less would move it far."
        )
    if mean < SMALL_MEAN:
        less = "" if unit == "month" else f", {numbers.plain(SMALL_MEAN * MONTHS_OF[setting.freq])} a {unit}"
        return (
            f"{looked} Mean below {SMALL_MEAN} a month{less}: quarters or years, exact intervals, no hotspots or "
            "seasonality claims."
        )
    return f"{looked} That is enough for percentages, and for figures by {unit}."


CHECK: Final = Check("small-counts", "Small counts", "Are there enough incidents to speak of?", 0, run)
