"""What the evaluations of an edition publish of the same counts: a reader lays them beside the assessment.

An evaluation is decided by itself. Its places are areas of the assessment: a place of nine areas tells the ninth to
whoever has the other eight, and one that is the whole partnership tells its months.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from analysis.assessment.initiative.case import Case
from analysis.assessment.initiative.disclosed import roles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pandas as pd

    from analysis.assessment.context import Context
    from analysis.evaluation.setting import Place, Setting


@dataclass(frozen=True)
class Shown:
    """One count that an evaluation publishes: of which areas and categories, over which periods."""

    areas: frozenset[str]
    categories: frozenset[str]
    periods: frozenset[pd.Period]
    count: int


def shown_by_evaluations(context: Context) -> list[Shown]:
    """Counts that the evaluations publish, those of a source that has the same records: places, and places together."""
    declared = {each.id: each for each in context.edition.initiatives}
    cases = [Case(context.declaration, declared[name], slices) for name, slices in context.evaluations.items()]
    pin = context.edition.data
    same = [case for case in cases if pin and case.evaluation.data.source == pin.source]
    found = [each for case in same for each in _by(case)]
    return [*found, *_together(found)]


def _by(case: Case) -> Iterator[Shown]:
    plan, main = case.evaluation, case.setting
    named = {each.name: frozenset(each.categories) for each in (*plan.outcomes, *plan.falsification)}
    places = (plan.treated, *plan.comparators, plan.buffer, plan.buffer_control)
    areas = {each.name: frozenset(each.areas) for each in places if each}
    for setting in (main, *main.others, *main.falsification):
        for place, periods in _published(case, setting):
            yield Shown(areas[place.name], named[setting.outcome], frozenset(periods), place.total(periods))


def _published(case: Case, setting: Setting) -> Iterator[tuple[Place, pd.PeriodIndex]]:
    """Each place before and after, and the treated one period by period."""
    decision, outcome = case.decision, setting.outcome
    for _, place in roles(setting):
        for side, when in (("before", setting.before), ("after", setting.after)):
            known, where = place.known(when), {"outcome": outcome, "place": place.name, "side": side}
            if len(known) and not (decision and decision.withholds(where)):
                yield place, known
    index = setting.treated.series.dropna().index
    for when in index:
        if not (decision and decision.withholds({"outcome": outcome, "month": when})):
            yield setting.treated, index[index == when]


def _together(found: Iterable[Shown]) -> Iterator[Shown]:
    """Places of one outcome over the same periods summed, where none has an area of another."""

    def same(each: Shown) -> tuple[list[str], list[str]]:
        return sorted(each.categories), sorted(map(str, each.periods))

    for _, group in groupby(sorted(found, key=same), same):
        parts = sorted(set(group), key=lambda each: sorted(each.areas))
        areas = frozenset().union(*(each.areas for each in parts))
        if len(parts) > 1 and len(areas) == sum(len(each.areas) for each in parts):
            yield Shown(areas, parts[0].categories, parts[0].periods, sum(each.count for each in parts))
