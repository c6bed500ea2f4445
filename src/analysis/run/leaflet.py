"""The public summary leaflet of an edition that declares one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.run.documents import KINDS
from analysis.run.edition_data import kept_edition
from analysis.run.evaluation_data import every_plan, kept_plan
from analysis.run.kind import Made

if TYPE_CHECKING:
    from analysis.params import Catalogue
    from analysis.params.edition import Edition
    from analysis.params.partnership import Partnership
    from analysis.run.house import House


def leaflet(_: Catalogue, partnership: Partnership, edition: Edition, house: House) -> list[Made]:
    """It rests on the data of the assessment, and holds those of its evaluations: the same counts are withheld."""
    if edition.leaflet is None:
        return []
    plans = {f"initiatives/{name}/": kept_plan(plan, partnership, house) for name, plan in every_plan(edition)}
    held = {**kept_edition(partnership, edition, house), **plans}
    return [Made(KINDS["leaflet"], held, about={"title": "Leaflet for residents"})]
