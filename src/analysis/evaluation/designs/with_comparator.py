"""The treated place's change over that of comparators: a ratio of rate ratios over matched periods."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, Final

from analysis.cannot_say import CannotSay
from analysis.evaluation.against import Comparators, comparators_of, log_against
from analysis.evaluation.design import Design
from analysis.evaluation.designs.before_after import course
from analysis.evaluation.effect import Effect
from analysis.evaluation.matched import Matched, matched
from analysis.evaluation.mover import error_of, p_of
from analysis.evaluation.relative_effect import relative_effect
from analysis.evaluation.setting import Setting
from analysis.evaluation.side import Side, side, together

NAME: Final = "with-comparator"


def with_comparator(setting: Setting) -> Effect | CannotSay:
    """The treated place's rate ratio over that of all comparators summed, over the periods known in all of them.

    Exact conditional limits, widened by how much the place swings beside its comparators, with what places differ in
    their changes added by MOVER (Donner and Zou 2012; ``unlike``). Refused without a comparator, as ``matched`` and
    ``series_dispersion`` do, and where a side has none at all.
    """
    if not setting.comparators:
        return CannotSay("no place without the initiative is named to compare with", "no-comparators")
    periods = matched(setting, [setting.treated, *setting.comparators])
    if isinstance(periods, CannotSay):
        return periods
    treated = side(setting, setting.treated, periods, together(setting.comparators, "comparators"))
    others = comparators_of(setting, setting.comparators, periods)
    if isinstance(treated, CannotSay):
        return treated
    return others if isinstance(others, CannotSay) else _effect(treated, others, periods)


def _effect(treated: Side, others: Comparators, periods: Matched) -> Effect | CannotSay:
    if not treated.before + treated.after or not others.pooled.before or not others.pooled.after:
        return CannotSay("none were counted in the place, or in its comparators before or after", "all-zero")
    found = log_against(treated, others)
    low, high = (math.exp(each) for each in found[1:])
    return Effect.of_ratio(
        NAME, treated.after, treated.ratio / others.pooled.ratio, low, high,
        expected=treated.expected * others.pooled.ratio, p=p_of(found), error=error_of(low, high),
        figures=_figures(treated, others, periods), course=course(treated.place, periods, others.pooled.ratio),
        remarks=(*_lone(others), *periods.remarks),
    )  # fmt: skip


def _figures(treated: Side, others: Comparators, periods: Matched) -> Mapping[str, Any]:
    pooled = others.pooled
    return {
        "before": treated.before, "after": treated.after, "ratio_treated": treated.ratio,
        "comparators": len(others.sides), "comparators_before": pooled.before, "comparators_after": pooled.after,
        "ratio_comparators": pooled.ratio, "periods_before": len(periods.before), "periods_after": len(periods.after),
        "widening": treated.widening, "tau": others.unlike.tau,
        "tau_places": others.unlike.places, **_independent(treated, pooled),
    }  # fmt: skip


def _independent(treated: Side, pooled: Side) -> Mapping[str, float]:
    """What ``count ~ group * period`` would print, as if every incident came by itself."""
    if not all((treated.effective, treated.after, pooled.effective, pooled.after)):
        return {}
    found = relative_effect(
        (treated.effective / treated.scale, treated.after), (pooled.effective / pooled.scale, pooled.after)
    )
    return {
        "rrr": found.rrr, "log_rrr": found.log, "se_log": found.error, "poisson_low": found.low,
        "poisson_high": found.high, "poisson_p": found.p, "RES": found.effect_size,
    }  # fmt: skip


def _lone(others: Comparators) -> tuple[str, ...]:
    if len(others.sides) > 1:
        return ()
    return ("With one comparator nothing shows how far places differ in their changes: the interval leaves that out.",)


DESIGN: Final = Design(
    NAME, "With a comparator", 3, "its own level before, changed as the comparators changed", with_comparator
)
