"""The reports of an edition's initiatives: a document each, with data, areas and a period of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis.run.documents import KINDS
from analysis.run.evaluation_data import areas_of, kept_plan
from analysis.run.kind import Made

if TYPE_CHECKING:
    from analysis.assessment.declaration import Declaration
    from analysis.params import Catalogue, Initiative
    from analysis.params.edition import Basis, Edition
    from analysis.params.evaluation import Evaluation
    from analysis.params.partnership import Partnership
    from analysis.run.house import House


def initiatives(catalogue: Catalogue, partnership: Partnership, edition: Edition, house: House) -> list[Made]:
    """One for each initiative that declares how it is evaluated, in the order declared."""
    return [
        _made(catalogue, partnership, edition.basis, one, one.evaluation, house)
        for one in edition.initiatives
        if one.evaluation
    ]


def _made(
    catalogue: Catalogue, partnership: Partnership, basis: Basis, initiative: Initiative, plan: Evaluation, house: House
) -> Made:
    names = {code: catalogue.areas.by_code[code].name for code in areas_of(plan) if code in catalogue.areas.by_code}

    def declared(edition: Declaration) -> Declaration:
        own = {"initiative": initiative.id, "area_names": {**edition.area_names, **names}}
        return edition.model_copy(update=own)

    held = {"": kept_plan(plan, partnership, house)}
    return Made(f"{KINDS['initiative']}{initiative.id}", held, declared, _about(initiative, plan, basis))


def _about(initiative: Initiative, plan: Evaluation, basis: Basis) -> dict[str, Any]:
    """An evaluation rests on data, though the edition may restate a document; its period is that evaluated."""
    return {
        "title": f"Evaluation: {initiative.name}",
        "basis": "open data" if basis == "published document" else basis,
        "period": {"start": plan.start, "end": plan.end},
        "data": plan.data.model_dump(mode="json"),
    }
