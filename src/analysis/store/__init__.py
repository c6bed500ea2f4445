"""Figures at rest: partitioned Parquet by source, vintage, force and month, and the slices that an edition takes of it.

The user's store and the open extracts that ship are read through the same calls. Every folder appears whole or not at
all, carries a manifest, and does not change under the same vintage unless that is asked for.
"""

from analysis.store.annual_store import ingest_scotland
from analysis.store.coverage import COVERAGE, coverage
from analysis.store.editions import edition_slices
from analysis.store.evaluation_slices import evaluation_slices
from analysis.store.extract import extract
from analysis.store.held_categories import held_categories
from analysis.store.held_small_areas import held_small_areas
from analysis.store.ingested import Ingested
from analysis.store.population_store import ingest_population
from analysis.store.slices import Slices
from analysis.store.street_store import ingest_police_uk

__all__ = [
    "COVERAGE",
    "Ingested",
    "Slices",
    "coverage",
    "edition_slices",
    "evaluation_slices",
    "extract",
    "held_categories",
    "held_small_areas",
    "ingest_police_uk",
    "ingest_population",
    "ingest_scotland",
]
