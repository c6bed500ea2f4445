"""The overview of a county, from the partnerships that it is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.run.documents import KINDS
from analysis.run.edition_data import kept_edition
from analysis.run.kind import Made

if TYPE_CHECKING:
    from analysis.params import Catalogue
    from analysis.params.edition import Edition
    from analysis.params.partnership import Partnership
    from analysis.run.house import House


def county(_: Catalogue, partnership: Partnership, edition: Edition, house: House) -> list[Made]:
    """Every edition of a partnership that is made of others has one; the county's own data hold its members'."""
    if not partnership.partnerships:
        return []
    return [Made(KINDS["county"], kept_edition(partnership, edition, house), about={"title": "County overview"})]
