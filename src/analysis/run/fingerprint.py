"""One hash over all that a plan could change by, read without understanding any of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from analysis.run.inputs import digest, tree_digest
from analysis.run.package import package_digest
from analysis.store.fingerprint import data_fingerprint

if TYPE_CHECKING:
    from analysis.run.house import House


def planning_fingerprint(house: House) -> str:
    """SHA-256 over what is declared, notebooks, data held, evidence for methods, what was published, package, lock."""
    parts = {
        "params": tree_digest(house.params),
        "notebooks": tree_digest(house.notebooks, ["*.ipynb"]),
        "methods": tree_digest(house.docs, ["methods.md", "evidence/*.csv"]),
        "forecasts": tree_digest(house.benchmark_results, ["forecasts.md"]),
        "data": data_fingerprint(house.store, house.open_data),
        "published": tree_digest(house.published),
        "package": package_digest(),
        "lock": house.lock_digest(),
    }
    return digest(json.dumps(parts, sort_keys=True).encode())
