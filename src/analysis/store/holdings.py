"""What figures are at hand: the user's store first, the open extracts that ship otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import polars as pl

from analysis.errors import StoreError
from analysis.sources.record import SourceRecord
from analysis.sources.street_source import street_record_of, street_source
from analysis.store.dense import read_completeness, street_counts, unlocated_counts
from analysis.store.manifest import Manifest, read_manifest
from analysis.store.street_areas import read_areas
from analysis.store.street_points import count_points, read_points
from analysis.store.street_store import street_folder
from analysis.store.summed import summed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class Holding(Protocol):
    """Street-level figures of one force and vintage, wherever they are kept."""

    def areas(self) -> pl.DataFrame:
        """Districts, small areas and the unlocated, columns ``AREAS``."""

    def counts(self, areas: Sequence[str]) -> pl.DataFrame:
        """Dense counts of small areas, months as text."""

    def districts(self, parents: pl.DataFrame) -> pl.DataFrame:
        """Dense counts of districts; ``parents`` has the ``parent`` of every small area (``area``) in them."""

    def unlocated(self) -> pl.DataFrame:
        """Dense counts of what has no location."""

    def points(self, areas: Sequence[str]) -> pl.DataFrame:
        """Records of small areas by published map point (``street_points``); no rows where they are not held."""

    def completeness(self) -> pl.DataFrame:
        """The force's report."""

    def record(self) -> SourceRecord:
        """What to say of the source."""


@dataclass(frozen=True)
class Stored:
    """A force in the user's store."""

    folder: Path
    vintage: str
    force: str

    def areas(self) -> pl.DataFrame:
        """Read ``areas.csv``."""
        return read_areas(self.folder)

    def counts(self, areas: Sequence[str]) -> pl.DataFrame:
        """Read the stored counts."""
        return street_counts(self.folder, areas)

    def districts(self, parents: pl.DataFrame) -> pl.DataFrame:
        """Read the stored sums."""
        return street_counts(self.folder, parents["parent"].unique().to_list())

    def unlocated(self) -> pl.DataFrame:
        """Read the stored counts of what has no location."""
        return unlocated_counts(self.folder, self.force)

    def points(self, areas: Sequence[str]) -> pl.DataFrame:
        """Count the stored rows."""
        return count_points(self.folder, areas)

    def completeness(self) -> pl.DataFrame:
        """Read ``completeness.csv``."""
        return read_completeness(self.folder)

    def record(self) -> SourceRecord:
        """Name the archive that was ingested."""
        return street_record(self.vintage, self.force, read_manifest(self.folder) or {})


@dataclass(frozen=True)
class Shipped:
    """A force in an open extract, published or simulated."""

    folder: Path
    vintage: str
    force: str

    def areas(self) -> pl.DataFrame:
        """Read the force's part of ``areas.csv``."""
        every = read_areas(self.folder)
        districts = _manifest(self.folder)["forces"][self.force]["districts"]
        return every.filter(pl.col("code").is_in(districts) | pl.col("parent").is_in([*districts, self.force]))

    def counts(self, areas: Sequence[str]) -> pl.DataFrame:
        """Read the rows of ``areas``."""
        return pl.scan_parquet(self.folder / "counts.parquet").filter(pl.col("area").is_in(list(areas))).collect()

    def districts(self, parents: pl.DataFrame) -> pl.DataFrame:
        """Sum the rows of the small areas."""
        cells = self.counts(parents["area"].to_list()).join(parents, on="area").drop("area")
        return summed(cells.rename({"parent": "area"}), ["area", "month", "category"])

    def unlocated(self) -> pl.DataFrame:
        """Read the force's rows."""
        area = f"{self.force}:unlocated"
        return pl.scan_parquet(self.folder / "unlocated.parquet").filter(pl.col("area") == area).collect()

    def points(self, areas: Sequence[str]) -> pl.DataFrame:
        """Read the rows of ``areas``: those of the districts that the extract has points of."""
        return read_points(self.folder, areas)

    def completeness(self) -> pl.DataFrame:
        """Read the force's rows."""
        return read_completeness(self.folder).filter(pl.col("force") == self.force)

    def record(self) -> SourceRecord:
        """Name the archive the extract was made from."""
        manifest = _manifest(self.folder)
        if "record" in manifest:
            return SourceRecord(**manifest["record"])
        return street_record(self.vintage, self.force, manifest["forces"][self.force])


def street_record(vintage: str, force: str, manifest: Manifest) -> SourceRecord:
    """Say where a force's figures come from; the hash is that of the archive, or of its files where there was none."""
    content = str(manifest.get("content", "")).partition(":")[2]
    digest = manifest.get("source", {}).get("sha256") or content
    command = f"csp ingest police-uk {manifest.get('source', {}).get('name') or force}"
    return street_record_of(force).of(vintage, command, digest)


def _manifest(folder: Path) -> Manifest:
    manifest = read_manifest(folder)
    if manifest is None:
        raise StoreError.at(folder, "has no manifest", "make the open extracts again")
    return manifest


def street_holding(source: str, vintage: str, force: str, store: Path, open_data: Path) -> Holding | None:
    """Return the force's figures of that vintage: the store's, else the extract's, else None.

    What is stored of a fictional force is simulated, whatever it is asked for as.
    """
    stored = street_folder(store, vintage, force)
    if source == street_source(force) and read_manifest(stored) is not None:
        return Stored(stored, vintage, force)
    shipped = open_data / f"{source}-{vintage}"
    if force in (read_manifest(shipped) or {}).get("forces", {}):
        return Shipped(shipped, vintage, force)
    return None
