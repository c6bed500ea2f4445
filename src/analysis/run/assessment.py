"""The strategic assessment of an edition: every edition has one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.run.edition_data import kept_edition
from analysis.run.evaluation_data import every_plan, kept_plan
from analysis.run.inputs import ASSESSMENT
from analysis.run.kind import Made

if TYPE_CHECKING:
    from analysis.params import Catalogue
    from analysis.params.edition import Edition
    from analysis.params.partnership import Partnership
    from analysis.run.house import House


def assessment(_: Catalogue, partnership: Partnership, edition: Edition, house: House) -> list[Made]:
    """It rests on the edition's data and, since it has a page of each, on those of its evaluations."""
    plans = {f"initiatives/{name}/": kept_plan(plan, partnership, house) for name, plan in every_plan(edition)}
    return [Made(ASSESSMENT, {**kept_edition(partnership, edition, house, partners=True), **plans})]
