"""The performance reports of an edition: one for each month that it declares, of nothing that came later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.run.documents import KINDS
from analysis.run.edition_data import kept_edition
from analysis.run.kind import Made

if TYPE_CHECKING:
    from analysis.assessment.declaration import Declaration
    from analysis.params import Catalogue
    from analysis.params.edition import Edition
    from analysis.params.partnership import Partnership
    from analysis.params.performance import Performance
    from analysis.run.house import House


def performance(_: Catalogue, partnership: Partnership, edition: Edition, house: House) -> list[Made]:
    """In order of their months. What came later is neither in the data that a job holds nor in what it is told."""
    asked = sorted(edition.performance, key=lambda each: each.month)
    return [_made(partnership, edition, each, house) for each in asked]


def _made(partnership: Partnership, edition: Edition, asked: Performance, house: House) -> Made:
    from analysis.assessment.as_at import as_at, title

    def declared(whole: Declaration) -> Declaration:
        return as_at(whole, asked)

    held = kept_edition(partnership, edition, house, until=asked.month)
    period = {"start": asked.start, "end": asked.month}
    about = {"title": title(asked), "period": period}
    return Made(f"{KINDS['performance']}{asked.month}", held, declared, about)
