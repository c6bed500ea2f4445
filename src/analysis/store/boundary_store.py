"""Outlines of areas in the store: by the name they were brought in under, with what must be said of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from analysis import numbers
from analysis.errors import StoreError
from analysis.sources.boundaries import read_boundaries
from analysis.sources.districts import read_register
from analysis.sources.record import SourceRecord
from analysis.store.boundary_cover import cover
from analysis.store.held import held_small_areas
from analysis.store.ingested import Ingested, outcome_of, settle
from analysis.store.manifest import file_sha256, listing_sha256, read_manifest, write_manifest
from analysis.store.whole import being_built

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILE: Final = "boundaries.parquet"
ATTRIBUTION: Final = "Boundaries supplied by the user."
RECORD: Final = SourceRecord(
    title="Boundaries of small areas",
    publisher="Supplied by the user",
    licence="As stated by who supplied them",
    attribution=ATTRIBUTION,
    vintage="not stated",
    command="",
    sha256="",
)


def ingest_boundaries(
    path: Path,
    *,
    store: Path,
    open_data: Path,
    register: Path,
    code: str = "",
    name: str = "",
    attribution: str = "",
    replace: bool = False,
) -> Ingested:
    """Ingest the outlines of a GeoJSON under ``name`` (that of the file unless given).

    ``code`` names the column of codes, ``attribution`` what every map that shows them must say. Raises ``SourceError``
    as ``read_boundaries`` does, and ``StoreError`` where another outline of one of the areas is held, or the name is
    held with other outlines and ``replace`` is not given.
    """
    name = _named(name or re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-"))
    small = held_small_areas(store, open_data)
    register_codes = read_register(register)["code"].to_list()
    found = read_boundaries(path, {*small, *register_codes}, code)
    _refuse_other_outlines(found.frame, store, name)
    target = boundary_folder(store, name)
    with being_built(target) as folder:
        found.frame.write_parquet(folder / FILE, compression_level=9)
        manifest = _manifest(path, found.frame, attribution.strip() or ATTRIBUTION, name)
        write_manifest(folder, manifest)
        outcome = outcome_of(target, manifest, replace=replace, what="outlines under the same name")
        settle(folder, target, outcome)
    areas = found.frame["area"].to_list()
    anew = f"the outline of {numbers.listed(found.mended)} touched itself in a point: the same ground is kept"
    remarks = (f"codes are in column {found.column}", *cover(areas, small), *([anew] if found.mended else []))
    return Ingested("boundaries", name, "", outcome, 1, len(areas), len(areas), remarks)


def boundary_folder(store: Path, name: str) -> Path:
    """Where the outlines of one name stand."""
    return store / "boundaries" / name


def boundary_sets(store: Path, open_data: Path) -> Iterator[tuple[Path, SourceRecord]]:
    """Every set of outlines held with what to say of it, those of the user first."""
    for folder in [*_stored(store), *sorted(open_data.glob("boundaries-*"))]:
        if manifest := read_manifest(folder):
            yield folder, SourceRecord(**manifest["record"])


def _stored(store: Path) -> list[Path]:
    return sorted((store / "boundaries").glob("[!.]*"))


def read_outlines(folder: Path, areas: list[str]) -> pl.DataFrame:
    """The outlines of ``areas`` in one set; columns ``BOUNDARIES``."""
    return pl.scan_parquet(folder / FILE).filter(pl.col("area").is_in(areas)).collect()


def content_of(frame: pl.DataFrame) -> str:
    """SHA-256 of the outlines: of their text, since a Parquet file's bytes may change with what writes it."""
    return listing_sha256(frame.select("area", "geometry").iter_rows())


def _manifest(path: Path, frame: pl.DataFrame, attribution: str, name: str) -> dict[str, Any]:
    digest = file_sha256(path)
    record = RECORD.of("not stated", f"csp ingest boundaries {path.name}", digest)
    return {
        "content": listing_sha256([("outlines", content_of(frame)), ("attribution", attribution)]),
        "source": {"name": path.name, "sha256": digest},
        "areas": frame.height,
        "record": {**vars(record), "title": f"{RECORD.title} ({name})", "attribution": attribution},
    }


def _named(name: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
        raise StoreError.at(f'--name "{name}"', "is not a name", "Write it in small letters and hyphens: lsoa-2011.")
    return name


def _refuse_other_outlines(frame: pl.DataFrame, store: Path, name: str) -> None:
    """Refuse an area that another set holds with another outline: nobody could say which of the two is drawn."""
    for folder in _stored(store):
        if folder.name == name or read_manifest(folder) is None:
            continue
        other = read_outlines(folder, frame["area"].to_list()).join(frame, on="area", suffix="_new")
        unlike = other.filter(pl.col("geometry") != pl.col("geometry_new"))
        if unlike.height:
            raise StoreError.at(
                f"area {unlike['area'][0]}", f'is held with another outline, under the name "{folder.name}"',
                f"Bring these in under that name with --name {folder.name} --replace, or delete {folder}.",
            )  # fmt: skip
