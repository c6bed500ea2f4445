"""What a manifest of an open extract says of its files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from analysis.store.manifest import Manifest, file_sha256

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.sources.record import SourceRecord

COMMAND: Final = "csp extract"


def describe_source(record: SourceRecord, vintage: str) -> Manifest:
    """Give what must be said wherever the figures go."""
    return {
        "title": record.title,
        "publisher": record.publisher,
        "licence": record.licence,
        "attribution": record.attribution,
        "vintage": vintage,
        "command": COMMAND,
    }


def describe_files(folder: Path) -> Manifest:
    """Give the sha256 and the number of rows of every figure file in ``folder``."""
    return {
        path.name: {"sha256": file_sha256(path), "rows": _rows(path)}
        for path in sorted(folder.iterdir())
        if path.suffix in {".parquet", ".csv"}
    }


def _rows(path: Path) -> int:
    scan = pl.scan_parquet(path) if path.suffix == ".parquet" else pl.scan_csv(path, infer_schema=False)
    return int(scan.select(pl.len()).collect().item())
