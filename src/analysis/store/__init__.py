"""Figures at rest: partitioned Parquet by source, vintage, force and month, and the slices that an edition takes of it.

The user's store and the open extracts that ship are read through the same calls. Every folder appears whole or not at
all, carries a manifest, and does not change under the same vintage unless that is asked for.

What reads figures is imported when it is first asked for: whoever only wants to know whether anything changed
(``analysis.store.fingerprint``) waits for neither Polars nor pandas. So no module here bears the name of what it gives.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from analysis.store.annual_store import ingest_scotland
    from analysis.store.boundary_store import boundary_sets, ingest_boundaries
    from analysis.store.covered import COVERAGE, coverage
    from analysis.store.editions import edition_slices
    from analysis.store.evaluations import evaluation_slices
    from analysis.store.extracts import extract
    from analysis.store.held import held_categories, held_small_areas
    from analysis.store.ingested import Ingested
    from analysis.store.partner_store import Partner, held_partners
    from analysis.store.population_store import ingest_population
    from analysis.store.slices import Slices
    from analysis.store.street_store import ingest_police_uk

__all__ = [
    "COVERAGE",
    "Ingested",
    "Partner",
    "Slices",
    "boundary_sets",
    "coverage",
    "edition_slices",
    "evaluation_slices",
    "extract",
    "held_categories",
    "held_partners",
    "held_small_areas",
    "ingest_boundaries",
    "ingest_police_uk",
    "ingest_population",
    "ingest_scotland",
]

_HOMES: Final = {
    "COVERAGE": "covered",
    "Ingested": "ingested",
    "Partner": "partner_store",
    "Slices": "slices",
    "boundary_sets": "boundary_store",
    "coverage": "covered",
    "edition_slices": "editions",
    "evaluation_slices": "evaluations",
    "extract": "extracts",
    "held_categories": "held",
    "held_partners": "partner_store",
    "held_small_areas": "held",
    "ingest_boundaries": "boundary_store",
    "ingest_police_uk": "street_store",
    "ingest_population": "population_store",
    "ingest_scotland": "annual_store",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
