"""What an evaluation found as frames that may be published, under its one disclosure decision."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from analysis import numbers
from analysis.assessment.initiative.disclosed import HIDDEN, hidden, roles
from analysis.cannot_say import CannotSay, said
from analysis.disclosure import DERIVED_EFFECT, Published, effect_columns, publish
from analysis.evaluation.side import together

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from analysis.assessment.initiative.case import Case
    from analysis.evaluation.effect import Effect
    from analysis.evaluation.setting import Place, Setting

NONE: Final = CannotSay("none of its periods has a count that can be used", "no-counts")
Found = tuple[str, "Setting", "Effect | CannotSay", "Mapping[str, Any]"]
"""A row: its name, the setting asked about, what was found, and further plain columns."""


def published_effects(case: Case, found: Iterable[Found]) -> Published:
    """Effects, one row each under ``name``: ``outcome``, ``place``, the columns of ``effect_columns``, those beside."""
    given = list(found)
    plain = ["outcome", "place", *dict.fromkeys(name for *_, more in given for name in more)]
    return publish(
        [_effect_row(case, each) for each in given], case.context.rule, key=["name"],
        coordinates={"outcome": "outcome", "place": "place"},
        counts={"before": {"side": "before"}, "observed": {"side": "after"}},
        derived=DERIVED_EFFECT, plain=plain, decision=case.decision,
    )  # fmt: skip


def published_course(case: Case, setting: Setting, effect: Effect | CannotSay) -> Published:
    """The treated place period by period: ``month``, ``count``, and what was ``expected`` with ``low`` and ``high``."""
    points = {} if isinstance(effect, CannotSay) or hidden(case, setting) else {p.period: p for p in effect.course}
    rows = []
    for when in case.drawn(setting):
        count = setting.treated.series.get(when)
        point = points.get(when)
        given = (point.expected, point.low, point.high) if point else (None, None, None)
        figures = [_finite(value) for value in given]
        rows.append({"month": when, "count": count, **_beside(figures)})
    return publish(
        pd.DataFrame(rows), case.context.rule, key=["month"],
        counts={"count": {"outcome": setting.outcome}}, derived=dict.fromkeys(("expected", "low", "high"), ("count",)),
        decision=case.decision,
    )  # fmt: skip


def published_places(case: Case, setting: Setting) -> Published:
    """Every place: ``role``, ``areas``, ``people``, ``before``, ``after``, and both a period (``rate_before``)."""
    rates = {"rate_before": ("before",), "rate_after": ("after",), "change": ("before", "after")}
    return publish(
        [_place_row(setting, role, place) for role, place in [*roles(setting), *_all_others(case, setting)]],
        case.context.rule, key=["place"],
        coordinates={"outcome": "outcome", "place": "place"},
        counts={"before": {"side": "before"}, "after": {"side": "after"}},
        derived=rates, plain=["outcome", "role", "areas", "people"], decision=case.decision,
    )  # fmt: skip


def _all_others(case: Case, setting: Setting) -> list[tuple[str, Place]]:
    """The comparators as one; only of open data, for sums of withheld counts are decided nowhere."""
    if case.decision is not None or len(setting.comparators) < 2:
        return []
    return [("compared with, summed", together(setting.comparators, _name(setting)))]


def _name(setting: Setting) -> str:
    return f"The {numbers.in_words(len(setting.comparators))} others together"


def total_of(place: Place, when: pd.PeriodIndex) -> int | CannotSay:
    """The count of a place over those of ``when`` that have one; a refusal where none has."""
    known = place.known(when)
    return place.total(known) if len(known) else NONE


def _effect_row(case: Case, found: Found) -> dict[str, Any]:
    name, setting, effect, beside = found
    answer = HIDDEN if said(effect) and hidden(case, setting) else effect
    before = total_of(setting.treated, setting.before)
    where = {"name": name, "outcome": setting.outcome, "place": setting.treated.name}
    return {**where, **effect_columns(answer, before), **beside}


def _place_row(setting: Setting, role: str, place: Place) -> dict[str, Any]:
    before, after = total_of(place, setting.before), total_of(place, setting.after)
    rates = [_rate(place, setting.before), _rate(place, setting.after)]
    return {
        "place": place.name, "outcome": setting.outcome, "role": role, "areas": place.members,
        "people": place.people, "before": before, "after": after,
        "rate_before": rates[0], "rate_after": rates[1], "change": _change(*rates),
    }  # fmt: skip


def _rate(place: Place, when: pd.PeriodIndex) -> float | CannotSay:
    """The count a period, over the periods that have one."""
    total = total_of(place, when)
    return total / len(place.known(when)) if said(total) else total


def _change(before: float | CannotSay, after: float | CannotSay) -> float | CannotSay:
    """Change in the count a period, in per cent: of two numbers, without an interval."""
    if isinstance(before, CannotSay):
        return before
    if isinstance(after, CannotSay):
        return after
    return 100 * (after / before - 1) if before else CannotSay("nothing was counted before", "no-count-before")


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
