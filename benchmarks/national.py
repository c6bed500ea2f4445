"""A nation of figures: ingesting it beside a bare Polars pipe, and reading one partnership's slices of a large store.

    python benchmarks/national.py ROOT [--rounds 3] [--write benchmarks/results/national.md]

ROOT is what ``csp simulate national ROOT`` wrote. Every contender runs in a process of its own, in turn; imports are
not counted.

- ingest, ours: ``ingest_police_uk`` of the whole archive, all forces or none: reads, refuses what is not as published,
  hashes every file, removes whole-row repeats, counts what is missing, unlocated and outside, writes Parquet by force
  and month, and the counts that slices are made of
- ingest, Polars: ``scan_csv`` (all text) to ``sink_parquet`` of the same files, one file, no check
- slices: ``edition_slices`` of the same partnership, of the store of the nation and of one that holds its force alone
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

ROWS_OF_THE_SMALL_STORE = 500_000
WARM = 10
Runs = list[dict[str, float]]


def ours(root: Path, out: Path) -> None:
    from analysis.store import ingest_police_uk

    ingest_police_uk(root / "archive", store=out / "store", register=root / "params" / "areas.csv")


def bare_polars(root: Path, out: Path) -> None:
    import polars as pl

    pl.scan_csv(root / "archive" / "*" / "*.csv", infer_schema=False).sink_parquet(out / "all.parquet")


INGESTS = {"ours": ours, "polars": bare_polars}


def ingest_once(name: str, root: Path) -> dict[str, float]:
    """Run one contender here: seconds and processor seconds (imports apart) and peak memory."""
    import analysis.store.street_store

    del analysis
    with tempfile.TemporaryDirectory(dir=root.parent) as out:
        start, busy = time.perf_counter(), time.process_time()
        INGESTS[name](root, Path(out))
        seconds, busy = time.perf_counter() - start, time.process_time() - busy
    return {
        "seconds": seconds,
        "cpu": busy,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def slices_once(root: Path, store: Path, partnership: str) -> dict[str, float]:
    """Take the slices of ``partnership`` here: the first time in this process, and the best of some more."""
    import yaml

    from analysis.store.editions import edition_slices

    declared = yaml.safe_load((root / "params" / partnership / "partnership.yml").read_text(encoding="utf-8"))
    (edition,) = (root / "params" / partnership).glob("*/edition.yml")
    pin = yaml.safe_load(edition.read_text(encoding="utf-8"))["data"]

    def take() -> float:
        start = time.perf_counter()
        edition_slices(
            pin["source"], pin["vintage"], declared["areas"], declared["peers"], declared["forces"],
            store=store, open_data=root / "data" / "open",
        )  # fmt: skip
        return time.perf_counter() - start

    return {"cold": take(), "warm": min(take() for _ in range(WARM))}


def in_a_process(*words: str) -> dict[str, float]:
    done = subprocess.run([sys.executable, __file__, *words], stdout=subprocess.PIPE, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def middling(root: Path) -> tuple[str, str]:
    """A partnership of a force with about as many rows as the small store is to have, and that force."""
    import polars as pl

    lines = {}
    for path in sorted((root / "archive").glob("*/*-street.csv")):
        force = path.name[8:].removesuffix("-street.csv")
        lines[force] = lines.get(force, 0) + path.stat().st_size / 260
    force = min(lines, key=lambda name: abs(lines[name] - ROWS_OF_THE_SMALL_STORE))
    register = pl.read_csv(root / "params" / "areas.csv", infer_schema=False)
    codes = register.filter((pl.col("force") == force) & (pl.col("kind") == "district"))["code"].to_list()
    folders = sorted((root / "params").glob("*/partnership.yml"))
    return next(p.parent.name for p in folders if f"areas: [{codes[0]}]" in p.read_text(encoding="utf-8")), force


def small_store(root: Path, force: str, at: Path) -> int:
    """Ingest one force alone; returns its rows."""
    from analysis.store import ingest_police_uk

    for path in (root / "archive").glob(f"*/*-{force}-street.csv"):
        link = at / "archive" / path.parent.name / path.name
        link.parent.mkdir(parents=True)
        link.symlink_to(path.resolve())
    (one,) = ingest_police_uk(at / "archive", store=at / "store", register=root / "params" / "areas.csv")
    return one.kept


def met(yes: bool) -> str:
    return "met" if yes else "NOT met"


def told_of_ingests(results: dict[str, Runs], files: list[Path]) -> list[str]:
    best = {name: min(run["seconds"] for run in runs) for name, runs in results.items()}
    peak = max(run["megabytes"] for run in results["ours"])
    names = {"ours": "ours, all checks", "polars": "bare Polars"}
    lines = [
        f"## Ingesting {len(files):,} files, {sum(path.stat().st_size for path in files) / 1e9:.1f} GB",
        "",
        "| contender | best, s | median, s | processor, s | best against bare Polars | peak memory, MB |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    for name, runs in results.items():
        seconds = [run["seconds"] for run in runs]
        lines.append(
            f"| {names[name]} | {min(seconds):.1f} | {statistics.median(seconds):.1f} | "
            f"{min(run['cpu'] for run in runs):.1f} | {best[name] / best['polars']:.2f} | "
            f"{max(run['megabytes'] for run in runs):.0f} |"
        )
    targets = f"at most twice bare Polars ({met(best['ours'] <= 2 * best['polars'])}), below 1.5 GiB"
    return [*lines, "", f"Targets: {targets} ({met(peak < 1536)}).", ""]


def told_of_slices(results: dict[str, Runs], rows: dict[str, int], partnership: str) -> list[str]:
    best = {(name, how): min(run[how] for run in runs) * 1000 for name, runs in results.items() for how in runs[0]}
    lines = [
        f"## Reading the slices of one partnership ({partnership})",
        "",
        "| store | rows | first read of a process, ms | later reads, ms |",
        "|---|--:|--:|--:|",
        *(f"| {name} | {rows[name]:,} | {best[name, 'cold']:.0f} | {best[name, 'warm']:.0f} |" for name in results),
        "",
    ]
    one, all_of_it = results
    ratios = {how: best[all_of_it, how] / best[one, how] for how in ("cold", "warm")}
    return [
        *lines,
        f"The large store takes {ratios['cold']:.2f} times as long for a first read and {ratios['warm']:.2f} times for "
        f"later ones. Target: at most 1.5 times ({met(max(ratios.values()) <= 1.5)}).",
        "",
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("root", type=Path, help="what csp simulate national wrote")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--write", type=Path, help="also write the tables to this file")
    parser.add_argument("--one", nargs="+", help=argparse.SUPPRESS)
    given = parser.parse_args()
    root = given.root.resolve()
    if given.one:
        name, *rest = given.one
        found = ingest_once(name, root) if name in INGESTS else slices_once(root, Path(rest[0]), rest[1])
        print(json.dumps(found))
        return
    text = "\n".join(measured(root, given.rounds))
    print(text)
    if given.write:
        given.write.write_text(text, encoding="utf-8")


def measured(root: Path, rounds: int) -> list[str]:
    files = sorted((root / "archive").glob("*/*-street.csv"))
    before = os.getloadavg()[0]
    ingests: dict[str, Runs] = {name: [] for name in INGESTS}
    for _ in range(rounds):
        for name, runs in ingests.items():
            runs.append(in_a_process(str(root), "--one", name))
    with tempfile.TemporaryDirectory(dir=root.parent) as work:
        from analysis.store import ingest_police_uk

        partnership, force = middling(root)
        every = ingest_police_uk(root / "archive", store=Path(work) / "nation", register=root / "params" / "areas.csv")
        stores = {"one force": Path(work) / "store", "the nation": Path(work) / "nation"}
        rows = {"one force": small_store(root, force, Path(work)), "the nation": sum(one.kept for one in every)}
        slices: dict[str, Runs] = {name: [] for name in stores}
        for _ in range(rounds):
            for name, runs in slices.items():
                runs.append(in_a_process(str(root), "--one", "slices", str(stores[name]), partnership))
    load = f"{rounds} rounds. Load of the machine before and after: {before:.1f} and {os.getloadavg()[0]:.1f}."
    return [
        "# A nation of figures",
        "",
        f"{datetime.now(UTC):%d %B %Y}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}. SIMULATED figures. {load} An idle machine has load 0.",
        "",
        *told_of_ingests(ingests, files),
        *told_of_slices(slices, rows, partnership),
    ]


if __name__ == "__main__":
    main()
