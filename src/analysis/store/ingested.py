"""What an ingest did, and the rule that a vintage once stored is not changed in silence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import pandas as pd

from analysis.errors import StoreError
from analysis.store.manifest import Manifest, read_manifest
from analysis.store.whole import put

if TYPE_CHECKING:
    from pathlib import Path

Outcome = Literal["new", "unchanged", "replaced"]


@dataclass(frozen=True)
class Ingested:
    """One source, vintage and force after an ingest.

    ``outcome`` is ``unchanged`` where the store held exactly this. ``completeness`` is the report of
    ``analysis.sources.completeness`` (or, for annual figures, the same columns), months as text; ``remarks`` are the
    lines a person must read.
    """

    source: str
    vintage: str
    force: str
    outcome: Outcome
    files: int
    rows: int
    kept: int
    remarks: tuple[str, ...] = ()
    completeness: pd.DataFrame = field(default_factory=pd.DataFrame, compare=False, repr=False)


def outcome_of(
    target: Path, manifest: Manifest, *, replace: bool, what: str = "figures under the same vintage"
) -> Outcome:
    """Compare what is to be stored with what is; raises ``StoreError`` where they differ and ``replace`` is not set."""
    held = read_manifest(target)
    if held is None:
        return "new"
    if held["content"] == manifest["content"]:
        return "unchanged"
    if not replace:
        raise StoreError.at(
            target,
            f"holds other {what}; editions made from them would change in silence",
            f"ingest with replace to put the new {what.partition(' ')[0]} in their place, or under another "
            f"{what.rpartition(' ')[2]} to keep both",
        )
    return "replaced"


def settle(building: Path, target: Path, outcome: Outcome) -> None:
    """Put what was built in its place unless the store holds it already."""
    if outcome != "unchanged":
        put(building, target)
