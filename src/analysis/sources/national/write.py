"""A simulated nation on disk: an archive as data.police.uk gives it, populations, and what partnerships declare."""

from __future__ import annotations

import json
import os
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from threading import Event
from typing import TYPE_CHECKING, Final

import polars as pl

from analysis.sources.national.counts import draw, expected, populations
from analysis.sources.national.declared import POPULATION_YEAR, write_partnerships, write_register
from analysis.sources.national.places import nation as lay_out
from analysis.sources.national.points import points_of
from analysis.sources.national.rows import StreetWriter
from analysis.sources.national.size import LAST, Size
from analysis.sources.national.traps import set_traps
from analysis.sources.record import SIMULATED_STREET

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from analysis.sources.national.places import Force
    from analysis.sources.national.traps import Traps

POPULATION_BASIS: Final = f"SIMULATED population of a fictional area, mid-{POPULATION_YEAR}"
README: Final = """\
# SIMULATED

Every place, force, partnership and figure below this folder is invented. `csp simulate national` made it, with seed
{seed}, to try the reports at the size of a nation: {forces} forces, {partnerships} partnerships, {months} months.
The same command with the same seed gives the same bytes. Nothing here describes a real place, and no real figure is in
it.
"""


def write_nation(
    folder: Path, size: Size, real: Collection[str], told: Callable[[str, int], None] = lambda _name, _rows: None
) -> int:
    """Write archive, parameters and populations of a nation of that size to ``folder``; returns the rows written.

    ``real`` are names that no fictional place may bear. ``told`` hears of each force when its files are there. The same
    size gives the same bytes.
    """
    nation, traps = lay_out(size, real), set_traps(size)
    archive, params = folder / "archive", folder / "params"
    for path in (archive, params):
        path.mkdir(parents=True)
    text = README.format(seed=size.seed, forces=size.forces, partnerships=size.partnerships, months=size.months)
    for path in (folder, archive):
        (path / "README.md").write_text(text, encoding="utf-8", newline="\n")
    write_register(params / "areas.csv", nation)
    write_partnerships(params, nation, size)
    _write_populations(folder / "data" / "open" / f"simulated-{LAST}", nation, size)
    return _write_archive(archive, nation, traps, size, told)


def _write_archive(
    archive: Path, nation: Sequence[Force], traps: Sequence[Traps], size: Size, told: Callable[[str, int], None]
) -> int:
    for month in size.every_month:
        (archive / month).mkdir()
    stopped = Event()
    scale = size.rows / sum(expected(force, its, size) for force, its in zip(nation, traps, strict=True))

    def write(force: Force) -> int:
        its = traps[force.at]
        counts = draw(force, its, size, scale)
        writer = StreetWriter(force, points_of(force, nation, size), its, size)
        months = (month for month in its.present(size.months) if not stopped.is_set())
        return sum(_write_month(archive, writer, month, counts[:, month]) for month in months)

    rows = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        try:
            for force, count in zip(nation, pool.map(write, nation), strict=True):
                told(force.slug, count)
                rows += count
        except BaseException:
            # The pool waits for what it has begun: let that be short, and begin nothing else.
            stopped.set()
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return rows


def _write_month(archive: Path, writer: StreetWriter, month: int, counts: NDArray[np.int64]) -> int:
    rows = writer.rows(month, counts)
    name = writer.size.every_month[month]
    path = archive / name / f"{name}-{writer.force.slug}-street.csv"
    rows.write_csv(path, line_terminator="\r\n" if writer.traps.crlf else "\n")
    return rows.height


def _write_populations(folder: Path, nation: Sequence[Force], size: Size) -> None:
    """Write the populations as an extract of simulated figures has them, with no counts beside them."""
    folder.mkdir(parents=True)
    rows: list[tuple[str, int]] = []
    for force in nation:
        people, at = populations(force, size).tolist(), 0
        for district in force.districts:
            own = people[at : at + district.small]
            rows += [(district.code, sum(own)), *((district.small_area(n)[0], own[n]) for n in range(len(own)))]
            at += district.small
    frame = pl.DataFrame(rows, schema={"area": pl.String, "population": pl.Int64}, orient="row").select(
        "area", "population", year=pl.lit(POPULATION_YEAR, pl.Int64), basis=pl.lit(POPULATION_BASIS)
    )
    path = folder / "population.parquet"
    frame.select("area", "year", "population", "basis").sort("area", "year").write_parquet(path)
    record = SIMULATED_STREET
    said = {"title": record.title, "publisher": record.publisher, "licence": record.licence}
    manifest = said | {
        "attribution": record.attribution,
        "vintage": LAST,
        "command": f"csp simulate national --seed {size.seed}",
        "simulated": True,
        "forces": {},
        "files": {path.name: {"rows": frame.height, "sha256": sha256(path.read_bytes()).hexdigest()}},
    }
    text = json.dumps(manifest, indent=1, sort_keys=True, ensure_ascii=False)
    (folder / "manifest.json").write_text(text + "\n", encoding="utf-8", newline="\n")
