"""The kinds of document that an edition can have, in the order in which they are made and listed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis.run.assessment import assessment
from analysis.run.county import county
from analysis.run.initiative import initiatives
from analysis.run.kind import Kind
from analysis.run.leaflet import leaflet
from analysis.run.performance import performance

if TYPE_CHECKING:
    from collections.abc import Mapping

ASSESSMENT: Final = Kind("assessment", lambda partnership: partnership.notebook, assessment)
OTHERS: Final = (
    Kind("initiative", lambda _: "initiative_evaluation.ipynb", initiatives),
    Kind("performance", lambda _: "performance.ipynb", performance),
    Kind("leaflet", lambda _: "leaflet.ipynb", leaflet),
    Kind("county", lambda _: "county_overview.ipynb", county),
)
EDITION_KINDS: Final[Mapping[str, Kind]] = {kind.name: kind for kind in (ASSESSMENT, *OTHERS)}
"""All kinds but the document on methods, which is of no edition."""
