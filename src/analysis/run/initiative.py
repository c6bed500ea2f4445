"""The reports of an edition's initiatives: a document each, with data, areas and a period of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from analysis.run.evaluation_data import areas_of, kept_plan
from analysis.run.freeze import about_edition, declaration, frozen
from analysis.run.inputs import INITIATIVE

if TYPE_CHECKING:
    from analysis.params import Catalogue, Initiative
    from analysis.params.evaluation import Evaluation
    from analysis.params.partnership import Partnership
    from analysis.run.house import House
    from analysis.run.planned import Planned

NOTEBOOK: Final = "initiative_evaluation.ipynb"


def planned_initiatives(catalogue: Catalogue, partnership_id: str, edition_name: str, house: House) -> list[Planned]:
    """Freeze the inputs of each initiative that declares how it is evaluated, in the order declared.

    Raises ``RunError`` where there is one and no notebook for it, ``StoreError`` where its pinned data is not there.
    """
    declared = catalogue.edition(partnership_id, edition_name).initiatives
    return [
        _planned(catalogue, partnership_id, edition_name, one, one.evaluation, house)
        for one in declared
        if one.evaluation
    ]


def _planned(
    catalogue: Catalogue, partnership_id: str, edition_name: str, initiative: Initiative, plan: Evaluation, house: House
) -> Planned:
    partnership, edition = catalogue.partnership(partnership_id), catalogue.edition(partnership_id, edition_name)
    notebook = house.notebook(NOTEBOOK, f"{partnership_id}/{edition_name}, initiative {initiative.id},").read_bytes()
    names = {code: catalogue.areas.by_code[code].name for code in areas_of(plan) if code in catalogue.areas.by_code}
    declared = declaration(catalogue, partnership, edition, house)
    own = {"initiative": initiative.id, "area_names": {**declared.area_names, **names}}
    held = {"": kept_plan(plan, partnership, house)}
    about = {**about_edition(partnership, edition), **_about(initiative, plan, partnership)}
    return frozen(declared.model_copy(update=own), f"{INITIATIVE}{initiative.id}", notebook, house, held, about)


def _about(initiative: Initiative, plan: Evaluation, partnership: Partnership) -> dict[str, Any]:
    """An evaluation rests on data, though the edition may restate a document; its period is that evaluated."""
    return {
        "title": f"Evaluation: {initiative.name}",
        "basis": "illustration" if partnership.illustrative else "open data",
        "period": {"start": plan.start, "end": plan.end},
        "data": plan.data.model_dump(mode="json"),
    }
