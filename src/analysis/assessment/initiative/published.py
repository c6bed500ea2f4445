"""What an evaluation found as frames that may be published, under its one disclosure decision."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from analysis.assessment.initiative.disclosed import HIDDEN, hidden, roles, spot
from analysis.cannot_say import CannotSay, said
from analysis.disclosure import DERIVED_EFFECT, Published, effect_columns, publish

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from analysis.assessment.initiative.case import Case
    from analysis.evaluation.effect import Effect
    from analysis.evaluation.setting import Place, Setting

UNKNOWN: Final = CannotSay("not every period of it has a count", "missing-periods")
Found = tuple[str, "Setting", "Effect | CannotSay", "Mapping[str, Any]"]
"""A row: its name, the setting asked about, what was found, and further plain columns."""


def published_effects(case: Case, found: Iterable[Found], *, role: str = "treated") -> Published:
    """Effects, one row each under ``name``: ``outcome``, the columns of ``effect_columns``, and those given beside."""
    given = list(found)
    rows = [_effect_row(case, each) for each in given]
    plain = ["outcome", *dict.fromkeys(name for *_, more in given for name in more)]
    return publish(
        rows, case.context.rule, key=["name"], coordinates={"outcome": "outcome"},
        counts={"before": {"role": role, "side": "before"}, "observed": {"role": role, "side": "after"}},
        derived=DERIVED_EFFECT, plain=plain, decision=case.decision,
    )  # fmt: skip


def published_course(case: Case, setting: Setting, effect: Effect | CannotSay) -> Published:
    """The treated place period by period: ``month``, ``count``, and what was ``expected`` with ``low`` and ``high``."""
    points = {} if isinstance(effect, CannotSay) or hidden(case, setting) else {p.period: p for p in effect.course}
    rows = []
    for when in case.drawn(setting):
        count = setting.treated.series.get(when)
        point = points.get(when)
        figures = [_finite(v) for v in (point.expected, point.low, point.high)] if point else [None] * 3
        rows.append({"month": when, "count": count, **_beside(figures)})
    return publish(
        pd.DataFrame(rows), case.context.rule, key=["month"],
        counts={"count": spot(setting, "treated")}, derived=dict.fromkeys(("expected", "low", "high"), ["count"]),
        decision=case.decision,
    )  # fmt: skip


def published_places(case: Case, setting: Setting) -> Published:
    """Every place before and after: ``place``, ``role``, ``areas``, ``people``, ``before``, ``after``, ``a_period``."""
    rows = [_place_row(setting, role, place) for role, place in roles(setting)]
    return publish(
        rows, case.context.rule, key=["place"], coordinates={"outcome": "outcome", "place": "place"},
        counts={"before": {"side": "before"}, "after": {"side": "after"}},
        derived={"change": ("before", "after")}, plain=["outcome", "role", "areas", "people"],
        decision=case.decision,
    )  # fmt: skip


def total_of(place: Place, when: pd.PeriodIndex) -> int | CannotSay:
    """The count of a place over ``when``; a refusal where there is none, or any of it is unknown."""
    if not len(when):
        return CannotSay("there is no such period", "no-periods")
    return place.total(when) if len(place.known(when)) == len(when) else UNKNOWN


def _effect_row(case: Case, found: Found) -> dict[str, Any]:
    name, setting, effect, beside = found
    answer = HIDDEN if said(effect) and hidden(case, setting) else effect
    before = total_of(setting.treated, setting.before)
    return {"name": name, "outcome": setting.outcome, **effect_columns(answer, before), **beside}


def _place_row(setting: Setting, role: str, place: Place) -> dict[str, Any]:
    before, after = total_of(place, setting.before), total_of(place, setting.after)
    return {
        "place": place.name, "outcome": setting.outcome, "role": role, "areas": place.members,
        "people": place.people, "before": before, "after": after, "change": _change(setting, before, after),
    }  # fmt: skip


def _change(setting: Setting, before: int | CannotSay, after: int | CannotSay) -> float | CannotSay:
    """Change in the count a period, in per cent: of two numbers, without an interval."""
    if isinstance(before, CannotSay):
        return before
    if isinstance(after, CannotSay):
        return after
    if not before:
        return CannotSay("nothing was counted before", "no-count-before")
    return 100 * (after / len(setting.after) / (before / len(setting.before)) - 1)


def _finite(value: float | None) -> float | None:
    return value if value is not None and math.isfinite(value) else None


def _beside(figures: list[float | None]) -> dict[str, Any]:
    """What was expected, or that it applies to no such period."""
    named = dict(zip(("expected", "low", "high"), figures, strict=True))
    return {
        key: value
        for name, figure in named.items()
        for key, value in ((name, figure), (f"{name}_status", "present" if figure is not None else "not applicable"))
    }
