"""Many areas: did the treated one change otherwise than the others did? Ranked among them as if each were treated."""

from __future__ import annotations

import math
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from analysis.cannot_say import CannotSay
from analysis.evaluation.area_spread import AreaSpread, area_spread
from analysis.evaluation.design import Design
from analysis.evaluation.effect import Effect, Point
from analysis.evaluation.matched_seasons import HALF, Matched, matched, trend_before
from analysis.evaluation.panel_counts import PanelCounts, left_out_remark, panel_counts
from analysis.evaluation.setting import Setting

Floats = npt.NDArray[np.float64]


def panel(setting: Setting) -> Effect | CannotSay:
    """The treated area's log change from before to after less that of the others, ranked among them.

    All usable periods before count, the seasons of the periods after alike; residents cancel. p is the rank of the
    standardised difference among placebo areas, and the interval the differences that would not be the most extreme
    (``area_spread``). With fewer than 19 others it is described only.
    """
    counts = panel_counts(setting)
    if isinstance(counts, CannotSay):
        return counts
    both = matched(counts, setting.a_year)
    if not both.kept.any():
        return CannotSay("no season of the periods after was counted before", "few-matched-months")
    spread = area_spread(both.change, both.chance)
    described = counts.describes
    low, high = (math.nan, math.nan) if described else spread.limits()
    return Effect.of_ratio(
        "panel", int(both.after[0]), math.exp(spread.distance[0]), math.exp(low), math.exp(high),
        expected=_expected(both, spread), p=math.nan if described else spread.p, error=float(spread.error[0]),
        described=described, figures=_figures(counts, both, spread) | _without_trend(setting, counts, both),
        course=_course(counts, both, spread), remarks=left_out_remark(counts),
    )  # fmt: skip


def _expected(both: Matched, spread: AreaSpread) -> float:
    """What the treated place would have had after at the others' change."""
    return max(float(both.after[0]), HALF) / math.exp(spread.distance[0])


def _figures(counts: PanelCounts, both: Matched, spread: AreaSpread) -> dict[str, Any]:
    return {
        "comparators": counts.others,
        "left_out": counts.left_out,
        "rank": spread.rank,
        "own_change": 100 * math.expm1(spread.values[0]),
        "typical_change": 100 * math.expm1(spread.typical[0]),
        "phi": spread.phi,
        "tau": spread.tau,
        "periods_before": len(counts.when_before),
        "periods_after": int(both.kept.sum()),
        "areas": tuple(
            (place.name, 100 * math.expm1(change), float(score))
            for place, change, score in zip(counts.places, spread.values, spread.scores, strict=True)
        ),
    }


def _without_trend(setting: Setting, counts: PanelCounts, both: Matched) -> dict[str, Any]:
    """The same with each area's own straight trend before carried on: wider, and another question."""
    found = trend_before(counts, setting.a_year)
    if found is None:
        return {}
    slope, variance = found
    apart = (counts.when_after.asi8[both.kept].mean() - counts.when_before.asi8.mean()) / setting.a_year
    spread = area_spread(both.change - slope * apart, both.chance + variance * apart**2)
    low, high = (min(each, 700.0) for each in spread.limits())
    return {
        "trend_before": 100 * math.expm1(slope[0]),
        "typical_trend_before": 100 * math.expm1(float(np.median(slope[1:]))),
        "without_trend": 100 * math.expm1(spread.distance[0]),
        "without_trend_low": 100 * math.expm1(low),
        "without_trend_high": 100 * math.expm1(high),
        "without_trend_p": spread.p,
    }


def _course(counts: PanelCounts, both: Matched, spread: AreaSpread) -> tuple[Point, ...]:
    """Period by period: the area's own mean before, times what was typical of the others against theirs.

    Scaled so that the periods after sum to what was expected of them.
    """
    weights = 1 / spread.error[1:] ** 2
    level = counts.before.mean(axis=1)
    before, after = (
        level[0] * (weights @ (each[1:] / level[1:, None])) / weights.sum()
        for each in (counts.before, counts.after[:, both.kept])
    )
    after *= _expected(both, spread) / after.sum() if after.sum() > 0 else 1.0
    observed = np.concatenate([counts.before[0], counts.after[0, both.kept]])
    when = counts.when_before.append(counts.when_after[both.kept])
    both_sides = np.concatenate([before, after])
    return tuple(
        Point(period, float(seen), float(due)) for period, seen, due in zip(when, observed, both_sides, strict=True)
    )


DESIGN: Final = Design(
    name="panel", title="Panel of many areas", maryland=3, against="the change in the other areas", run=panel
)
"""Panel difference-in-differences with randomisation over areas."""
