"""Incidents more or fewer in the treated place and its buffer together than their comparators let expect."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from scipy import stats

from analysis.cannot_say import CannotSay
from analysis.evaluation.against import LEAST_COUNT, Comparators, comparators_of
from analysis.evaluation.design import Design
from analysis.evaluation.designs.before_after import course
from analysis.evaluation.displacement import weighted_displacement_difference
from analysis.evaluation.effect import Effect
from analysis.evaluation.matched import Matched, matched
from analysis.evaluation.mover import Part, added, error_of, p_of
from analysis.evaluation.setting import Place, Setting
from analysis.evaluation.side import Side, side, together
from analysis.measures import LEVEL

NAME: Final = "displacement-difference"
ALIKE: Final = 1.25
"""Comparators whose level before differs from the place's by more than this factor are said to differ."""
NEXT_DOOR: Final = (
    "It counts the place and {buffer}, next door, together: it is not the effect in the place alone, which "
    "the comparison with other places gives."
)
SHARED: Final = "The buffer has no control of its own: it is set against the same comparators as the treated place."


@dataclass(frozen=True)
class Stand:
    """A place and what it is set against: the difference is its count after less its level before times their ratio."""

    own: Side
    others: Comparators

    @property
    def ratio(self) -> float:
        """After over before in the comparators."""
        return self.others.pooled.ratio

    @property
    def level_ratio(self) -> float:
        """How many times the place's level before that of its comparators is."""
        return self.others.pooled.expected / self.own.expected if self.own.expected else math.inf

    def difference(self, level: float = LEVEL) -> Part:
        """Observed less expected, each with its limits, combined by MOVER."""
        return added([_count(self.own.after, self.own.widening, level)], [self.expected(level)])

    def expected(self, level: float = LEVEL) -> Part:
        """The level before, changed as the comparators changed: its limits and those of tau, on the log scale.

        What the comparators swing beside the place is in the widening of the place's own counts.
        """
        before = _count(self.own.effective, self.own.widening, level)
        value = self.own.expected * self.ratio
        if not value:
            return 0.0, 0.0, before[2] / self.own.scale * self.ratio
        beside = self.others.unlike.beside(2 * self.own.widening / self.own.effective, 1 + self.others.share, level)
        reach = float(stats.norm.ppf((1 + level) / 2)) * math.sqrt(beside)
        centre, low, high = added([_log(before)], (), reach)
        return value, value * math.exp(low - centre), value * math.exp(high - centre)


def displacement_difference(setting: Setting) -> Effect | CannotSay:
    """Weighted displacement difference (Wheeler and Ratcliffe 2018), every count widened by its series' swing.

    Published, it takes treated and control for changing by as many incidents. Here the comparators are weighted to the
    level of the place before (area weights: their count over its own), so that they are taken to change by the same
    percentage: counts swing, and fall with the times, in proportion to their level. People would not do: a place that
    was picked has more for each resident than others. The unweighted difference stands in ``figures`` beside it.
    Refused without comparators, without a buffer (what is left is ``with_comparator`` in incidents, and no second
    answer), where comparators have fewer than ten before or after, and as ``matched`` does.
    """
    if not setting.comparators:
        return CannotSay("no place without the initiative is named to compare with", "no-comparators")
    if setting.buffer is None:
        return CannotSay("no place to which crime might move is named", "no-buffer")
    periods = matched(setting, setting.places)
    if isinstance(periods, CannotSay):
        return periods
    local = _stand(setting, setting.treated, setting.comparators, periods)
    if isinstance(local, CannotSay):
        return local
    control = setting.comparators if setting.buffer_control is None else (setting.buffer_control,)
    beside = _stand(setting, setting.buffer, control, periods)
    if isinstance(beside, CannotSay):
        return beside
    if setting.buffer_control is not None:
        return _effect(added([local.difference(), beside.difference()]), local, beside, periods, _levels(local, beside))
    both = _stand(setting, together([setting.treated, setting.buffer], "both"), control, periods)
    if isinstance(both, CannotSay):
        return both
    return _effect(both.difference(), local, beside, periods, (*_levels(local, beside), SHARED))


def _stand(setting: Setting, place: Place, control: tuple[Place, ...], periods: Matched) -> Stand | CannotSay:
    own = side(setting, place, periods, together(control, "comparators"))
    others = comparators_of(setting, control, periods)
    if isinstance(own, CannotSay):
        return own
    if isinstance(others, CannotSay):
        return others
    if min(others.pooled.before, others.pooled.after) < LEAST_COUNT:
        return CannotSay(f"fewer than {LEAST_COUNT} were counted in the comparators before or after", "small-counts")
    return Stand(own, others)


def _effect(found: Part, local: Stand, buffer: Stand, periods: Matched, remarks: tuple[str, ...]) -> Effect | CannotSay:
    observed = local.own.after + buffer.own.after
    if not observed and not local.own.before + buffer.own.before:
        return CannotSay("none were counted before or after", "all-zero")
    made = Effect.of_difference(
        NAME, observed, *found, p=p_of(found), course=course(local.own.place, periods, local.ratio),
        figures=_figures(local, buffer, periods),
        remarks=(NEXT_DOOR.format(buffer=buffer.own.place.name), *remarks, *periods.remarks),
    )  # fmt: skip
    return replace(made, error=error_of(made.low, made.high))


def _figures(local: Stand, buffer: Stand, periods: Matched) -> Mapping[str, Any]:
    areas = (local.own, local.others.pooled, buffer.own, buffer.others.pooled)
    plain = weighted_displacement_difference(*map(_scaled, areas))
    named = _named("local", local) | _named("buffer", buffer)
    return {
        **named, "periods_before": len(periods.before), "periods_after": len(periods.after), "unweighted": plain.value,
        "unweighted_error": plain.error, "unweighted_low": plain.limits[0], "unweighted_high": plain.limits[1],
    }  # fmt: skip


def _named(name: str, stand: Stand) -> dict[str, Any]:
    value, low, high = stand.difference()
    return {
        name: value, f"{name}_low": low, f"{name}_high": high, f"{name}_before": stand.own.before,
        f"{name}_after": stand.own.after, f"{name}_control_before": stand.others.pooled.before,
        f"{name}_control_after": stand.others.pooled.after, f"{name}_level_ratio": stand.level_ratio,
        f"{name}_tau": stand.others.unlike.tau,
    }  # fmt: skip


def _scaled(found: Side) -> tuple[float, float]:
    return found.expected, found.after


def _levels(*stands: Stand) -> tuple[str, ...]:
    """What must be said where comparators are of another level: equal changes in incidents are then no fair guess."""
    return tuple(
        f"The comparators of {each.own.place.name} had {each.level_ratio:.1f} times its incidents before: "
        "they are weighted to its level, so that equal percentages and not equal numbers are taken to change."
        for each in stands
        if not 1 / ALIKE <= each.level_ratio <= ALIKE
    )


def _count(count: float, widening: float, level: float) -> Part:
    """A count with limits of its mean: Garwood's (1936) of the effective count."""
    tail, phi = (1 - level) / 2, max(1.0, widening)
    low = float(stats.gamma.ppf(tail, count / phi)) * phi if count else 0.0
    return count, low, float(stats.gamma.ppf(1 - tail, count / phi + 1)) * phi


def _log(part: Part) -> Part:
    value, low, high = (math.log(each) if each > 0 else -math.inf for each in part)
    return value, low, high


DESIGN: Final = Design(
    NAME, "Weighted displacement difference, next door included", 3,
    "the level before of the place and of where crime might move, together, changed as the comparators changed",
    displacement_difference,
)  # fmt: skip
