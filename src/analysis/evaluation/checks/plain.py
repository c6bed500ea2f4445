"""The plain comparison that stands in where a design needs more periods than a check can give it."""

from __future__ import annotations

from analysis.cannot_say import CannotSay, said
from analysis.evaluation.checks.stretch import own_change, relative_change
from analysis.evaluation.design import Design
from analysis.evaluation.effect import Effect
from analysis.evaluation.setting import Setting


def plain_design(relative: bool) -> Design:
    """Counts after against the same periods of the years before, beside the comparators where ``relative``."""

    def run(setting: Setting) -> Effect | CannotSay:
        after = setting.treated.known(setting.after)
        seasons = set(after.asi8 % setting.a_year)
        before = setting.treated.known(setting.before)
        before = before[[each % setting.a_year in seasons for each in before.asi8]]
        if not len(before) or not len(after):
            return CannotSay("no period is known on one side", "no-periods")
        found = (relative_change if relative else own_change)(setting, before, after)
        if not said(found):
            return found
        expected = found.after - found.difference
        return Effect.of_ratio("plain", found.after, found.ratio, found.low, found.high, p=found.p, expected=expected)

    return Design("plain", "Plain comparison", 2, "the same periods of the years before", run)
