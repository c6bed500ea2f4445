"""The data of an edition's evaluations: each its own areas, from the vintage that its plan pins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.run.kept import Wanted, kept
from analysis.store import evaluation_slices

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.params.edition import Edition
    from analysis.params.evaluation import Evaluation
    from analysis.params.partnership import Partnership
    from analysis.run.house import House
    from analysis.run.kept import Kept
    from analysis.store import Slices


def areas_of(plan: Evaluation) -> tuple[str, ...]:
    """Codes of all areas whose figures the evaluation uses, in order and each once."""
    places = (plan.treated, *plan.comparators, plan.buffer, plan.buffer_control)
    return tuple(sorted({code for place in places if place for code in place.areas}))


def plan_slices(plan: Evaluation, partnership: Partnership, house: House) -> Slices:
    """The slices of one evaluation; raises ``StoreError`` where its pinned data is not there."""
    return evaluation_slices(
        plan.data.source,
        plan.data.vintage,
        areas_of(plan),
        partnership.forces,
        store=house.store,
        open_data=house.open_data,
    )


def kept_plan(plan: Evaluation, partnership: Partnership, house: House) -> Kept:
    """The same slices, kept; raises as ``plan_slices`` does."""
    wanted = Wanted("evaluation", plan.data.source, plan.data.vintage, areas_of(plan), (), partnership.forces)
    return kept(wanted, house, lambda: plan_slices(plan, partnership, house))


def every_plan(edition: Edition) -> Iterator[tuple[str, Evaluation]]:
    """The id and the plan of each initiative of an edition that is evaluated, in the order declared."""
    return ((one.id, one.evaluation) for one in edition.initiatives if one.evaluation)
