"""Making the open extracts."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from analysis.errors import StoreError
from analysis.store import edition_slices, extract
from analysis.store.annual_store import extract_annual
from analysis.store.extract_street import extract_street
from analysis.store.manifest import file_sha256, read_manifest

NWL, LEICESTER = "E07000134", "E06000016"


def bytes_of(folder: Path) -> dict[str, str]:
    return {path.name: file_sha256(path) for path in sorted(folder.iterdir())}


def test_an_extract_holds_every_cell_of_the_forces_districts(store: Path, tmp_path: Path) -> None:
    folder = extract_street(store, tmp_path / "open", "2022-10", ["leicestershire"])
    counts = pl.read_parquet(folder / "counts.parquet")
    assert counts.columns == ["area", "month", "category", "count", "status"]
    assert counts.height == 3 * 5 * 14
    assert counts.filter(pl.col("status") == "missing")["count"].null_count() == 3 * 14
    assert counts["count"].sum() == 4 * (2 + 1 + 1) + 1


def test_the_same_store_gives_the_same_bytes(store: Path, tmp_path: Path) -> None:
    one = bytes_of(extract_street(store, tmp_path / "one", "2022-10", ["leicestershire"]))
    assert one == bytes_of(extract_street(store, tmp_path / "two", "2022-10", ["leicestershire"]))
    assert one == bytes_of(extract_street(store, tmp_path / "one", "2022-10", ["leicestershire"]))


def test_an_edition_taken_from_the_extract_is_that_taken_from_the_store(
    store: Path, tmp_path: Path, root: Path
) -> None:
    opened = tmp_path / "open"
    extract_street(store, opened, "2022-10", ["leicestershire"], [NWL])
    extract_annual(store, opened, "2020-21")
    (opened / "population-mid-2020").symlink_to(root / "data/open/population-mid-2020")
    for source, vintage, areas in (("police-uk", "2022-10", [NWL]), ("scotland", "2020-21", ["S12000040"])):
        stored, shipped = (
            edition_slices(source, vintage, areas, [], ["leicestershire"], store=where, open_data=opened)
            for where in (store, tmp_path / "no-store")
        )
        different = {name for name, digest in stored.hashes().items() if shipped.hashes()[name] != digest}
        # The small store has made-up populations of two small areas; the shipped ones are the published.
        assert different <= {"population", "sources"}
        assert stored.sources[0] == shipped.sources[0]


def test_a_manifest_says_where_the_figures_come_from(store: Path, tmp_path: Path) -> None:
    folder = extract_street(store, tmp_path / "open", "2022-10", ["leicestershire"])
    manifest = read_manifest(folder)
    assert manifest is not None
    assert manifest["licence"] == "Open Government Licence v3.0"
    assert manifest["attribution"].startswith("Contains public sector information licensed under")
    assert manifest["forces"]["leicestershire"]["source"]["name"] == "archive.zip"
    assert manifest["files"]["counts.parquet"] == {"sha256": file_sha256(folder / "counts.parquet"), "rows": 210}


def test_what_must_be_ingested_first_is_said(store: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"holds no police-uk 2022-11 of lancashire\n  ingest its archive first"):
        extract(store, tmp_path / "open")
    with pytest.raises(StoreError, match=r"holds no scotland 2021-22\n  ingest it first"):
        extract(store, tmp_path / "open", forces=["leicestershire"], street_vintage="2022-10")
    with pytest.raises(StoreError, match=r"holds no population mid-2020\n  ingest it first"):
        extract(store, tmp_path / "open", forces=["leicestershire"], street_vintage="2022-10", annual_vintage="2020-21")
