"""The outlines that an edition's maps are drawn from: of all its small areas, or none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import polars as pl

from analysis.store.boundary_store import boundary_sets, read_outlines
from analysis.store.pandas_frames import to_pandas

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from analysis.store.slices import Slices


def with_boundaries(slices: Slices, own: Collection[str], *, store: Path, open_data: Path) -> Slices:
    """``slices`` with the outlines of every small area in the districts ``own``; as they were where any is not held."""
    small = slices.areas[(slices.areas["kind"] == "lsoa") & slices.areas["parent"].isin(list(own))]
    wanted = sorted(small["code"].astype(str))
    sets = [(read_outlines(folder, wanted), record) for folder, record in boundary_sets(store, open_data)]
    used = [(frame, record) for frame, record in sets if frame.height]
    if not used:
        return slices
    outlines = pl.concat([frame for frame, _ in used]).unique("area", keep="first", maintain_order=True).sort("area")
    if outlines["area"].to_list() != wanted:
        return slices
    records = tuple(record for _, record in used)
    return replace(slices, boundaries=to_pandas(outlines), sources=(*slices.sources, *records))
