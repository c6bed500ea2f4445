"""The illustration's figures as a folder of the open extracts, in the layout of the real ones."""

from __future__ import annotations

import json
from dataclasses import asdict
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from analysis.counts import period_text
from analysis.sources.completeness import completeness
from analysis.sources.record import SourceRecord
from analysis.sources.simulated import truth
from analysis.sources.simulated.draw import Simulated, simulate
from analysis.sources.simulated.places import DISTRICTS, FORCE

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

SEED: Final = 22
VINTAGE: Final = "2022-11"
POPULATION_YEAR: Final = 2020
POPULATION_BASIS: Final = "SIMULATED population of a fictional area, mid-2020"
FILES: Final = ("areas.csv", "completeness.csv", "counts.parquet", "population.parquet", "unlocated.parquet")
RECORD: Final = SourceRecord(
    title="SIMULATED street-level crime and anti-social behaviour of a fictional district",
    publisher="None: made by this project to show its reports",
    licence="None: simulated figures",
    attribution="SIMULATED figures of a fictional place; they describe nowhere and nobody.",
    vintage=VINTAGE,
    command=f"analysis.sources.simulated.write_illustration, seed {SEED}",
    sha256="",
)


def write_illustration(folder: Path) -> None:
    """Write the illustration's figures to ``folder``: the same bytes each time.

    The layout is that of ``data/open/police-uk-<vintage>/``, with the populations of the fictional areas beside them.
    """
    drawn = simulate(SEED)
    folder.mkdir(parents=True, exist_ok=True)
    as_text(drawn.counts).write_parquet(folder / "counts.parquet", compression_level=9)
    as_text(drawn.unlocated).write_parquet(folder / "unlocated.parquet", compression_level=9)
    population(drawn).write_parquet(folder / "population.parquet")
    report(drawn).write_csv(folder / "completeness.csv")
    areas(drawn).write_csv(folder / "areas.csv")
    text = json.dumps(manifest(folder, drawn), indent=1, sort_keys=True, ensure_ascii=False)
    (folder / "manifest.json").write_text(text + "\n", encoding="utf-8", newline="\n")


def as_text(frame: pd.DataFrame) -> pl.DataFrame:
    """Return a counts frame as files have it: months as text, sorted by area, category and month."""
    known = {when: period_text(when) for when in frame["month"].unique()}
    return pl.from_pandas(frame.assign(month=frame["month"].map(known).astype("str"))).sort("area", "category", "month")


def report(drawn: Simulated) -> pl.DataFrame:
    """Return the completeness report, judged by the rule that judges the published files."""
    located = as_text(drawn.counts).group_by("month", "category").agg(pl.col("count").sum().alias("located"))
    lost = as_text(drawn.unlocated).select("month", "category", "status", without_location=pl.col("count").fill_null(0))
    seen = lost.filter(pl.col("status") != "missing").join(located, on=["month", "category"]).sort("category")
    tally = seen.select(
        "month",
        "category",
        rows=pl.col("located") + pl.col("without_location"),
        without_location="without_location",
        duplicates_removed=pl.lit(0, pl.Int64),
        outside=pl.lit(0, pl.Int64),
    )
    tallies = {str(month[0]): part.drop("month") for month, part in tally.group_by("month")}
    return completeness(FORCE, tallies, truth.LAST)


def areas(drawn: Simulated) -> pl.DataFrame:
    """Return the districts, their small areas and what has no location; a fictional place has no coordinates."""
    columns = ("code", "name", "kind", "parent")
    small = drawn.areas.astype(str)
    rows = [(code, name, "district", "") for code, (name, _, _) in DISTRICTS.items()]
    rows += [(*each, "lsoa", parent) for *each, parent in small[["area", "name", "district"]].to_numpy().tolist()]
    rows += [(f"{FORCE}:unlocated", "No location given", "unlocated", FORCE)]
    frame = pl.DataFrame(rows, schema=dict.fromkeys(columns, pl.String), orient="row")
    return frame.with_columns(longitude=pl.lit(None, pl.Float64), latitude=pl.lit(None, pl.Float64))


def population(drawn: Simulated) -> pl.DataFrame:
    """Return ``area, year, population, basis`` of every district and small area."""
    small = drawn.areas
    heads = [
        *((code, people) for code, (_, _, people) in DISTRICTS.items()),
        *zip(small["area"], small["population"], strict=True),
    ]
    rows = [(area, POPULATION_YEAR, int(people), POPULATION_BASIS) for area, people in heads]
    schema = {"area": pl.String, "year": pl.Int64, "population": pl.Int64, "basis": pl.String}
    return pl.DataFrame(rows, schema=schema, orient="row").sort("area", "year")


def manifest(folder: Path, drawn: Simulated) -> dict[str, Any]:
    """Say what ``folder`` holds; its source is under restricted control, so that full suppression is shown."""
    digest = sha256(as_text(drawn.counts).write_csv().encode()).hexdigest()
    records = int(drawn.counts["count"].sum() + drawn.unlocated["count"].sum())
    force = {
        "content": f"1:{digest}",
        "districts": sorted(DISTRICTS),
        "kept": records,
        "rows": records,
        "source": {"name": f"seed {SEED}", "sha256": digest},
    }
    record = asdict(RECORD)
    said = {key: record[key] for key in ("title", "publisher", "licence", "attribution", "vintage", "command")}
    return said | {
        "control": "restricted",
        "files": {path.name: _described(path) for path in sorted(folder.iterdir()) if path.name in FILES},
        "forces": {FORCE: force},
        "record": record | {"sha256": digest},
        "simulated": True,
    }


def _described(path: Path) -> dict[str, Any]:
    read = pl.read_parquet if path.suffix == ".parquet" else pl.read_csv
    return {"rows": read(path).height, "sha256": sha256(path.read_bytes()).hexdigest()}
