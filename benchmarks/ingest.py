"""Our ingest with all its checks, beside a bare Polars pipe and bare pandas, on the same unpacked files in one run.

    python benchmarks/ingest.py FOLDER-OF-ARCHIVES [--rounds 5] [--copies 1 4] [--write benchmarks/results/ingest.md]

Every contender runs in a process of its own, in turn, and reads all street files of all archives:

- ours: ``ingest_police_uk`` of each force: reads, refuses what is not as published, hashes every file, removes
  whole-row repeats, counts what is missing, unlocated and outside, finds areas and their points, writes Parquet by
  force and month
- Polars: ``scan_csv`` (all text) to ``sink_parquet``, one file, no check
- pandas: ``read_csv``, ``concat``, ``to_parquet``, one file, no check
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
import zipfile
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NAMES = {"ours": "ours, all checks", "polars": "bare Polars", "pandas": "bare pandas"}


def ours(files: Path, out: Path) -> None:
    from analysis.store import ingest_police_uk

    for force in sorted(files.iterdir()):
        ingest_police_uk(force, store=out / "store", register=ROOT / "params" / "areas.csv")


def bare_polars(files: Path, out: Path) -> None:
    import polars as pl

    pl.scan_csv(files / "*" / "*" / "*.csv", infer_schema=False).sink_parquet(out / "all.parquet")


def bare_pandas(files: Path, out: Path) -> None:
    import pandas as pd

    frames = [pd.read_csv(path) for path in sorted(files.rglob("*-street.csv"))]
    pd.concat(frames).to_parquet(out / "all.parquet")


CONTENDERS = {"ours": ours, "polars": bare_polars, "pandas": bare_pandas}


def run_one(name: str, files: Path) -> None:
    """Run one contender in this process and print seconds (imports apart) and peak memory."""
    import pandas
    import polars

    import analysis.store

    del pandas, polars, analysis
    with tempfile.TemporaryDirectory(dir=files.parent) as out:
        start, busy = time.perf_counter(), time.process_time()
        CONTENDERS[name](files, Path(out))
        seconds, busy = time.perf_counter() - start, time.process_time() - busy
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "cpu": busy, "megabytes": peak}))


def measure(files: Path, rounds: int) -> dict[str, list[dict[str, float]]]:
    results: dict[str, list[dict[str, float]]] = {name: [] for name in CONTENDERS}
    for _ in range(rounds):
        for name in CONTENDERS:
            command = [sys.executable, __file__, "--one", name, str(files)]
            done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
            results[name].append(json.loads(done.stdout))
    return results


def table(results: dict[str, list[dict[str, float]]], files: Path, load: tuple[float, float]) -> str:
    every = sorted(files.rglob("*-street.csv"))
    size = sum(path.stat().st_size for path in every) / 1e6
    best = {name: min(run["seconds"] for run in runs) for name, runs in results.items()}
    peak = max(run["megabytes"] for run in results["ours"])
    lines = [
        f"## {len(every)} files, {size:.0f} MB",
        "",
        f"{len(results['ours'])} rounds. Load of the machine before and after: {load[0]:.1f} and {load[1]:.1f}.",
        "",
        "| contender | best, s | median, s | processor, s | best against bare Polars | peak memory, MB |",
        "|---|--:|--:|--:|--:|--:|",
        *(_row(name, runs, best[name] / best["polars"]) for name, runs in results.items()),
        "",
        f"Targets: at most twice bare Polars ({_met(best['ours'] <= 2 * best['polars'])}), "
        f"faster than bare pandas ({_met(best['ours'] < best['pandas'])}), "
        f"below 1 GiB ({_met(peak < 1024)}).",
        "",
    ]
    return "\n".join(lines)


def _row(name: str, runs: list[dict[str, float]], ratio: float) -> str:
    seconds, busy = sorted(run["seconds"] for run in runs), min(run["cpu"] for run in runs)
    peak = max(run["megabytes"] for run in runs)
    middle = statistics.median(seconds)
    return f"| {NAMES[name]} | {seconds[0]:.2f} | {middle:.2f} | {busy:.2f} | {ratio:.2f} | {peak:.0f} |"


def _met(yes: bool) -> str:
    return "met" if yes else "NOT met"


def unpacked(archives: Path, files: Path, copies: int) -> Path:
    """Unpack every archive, ``copies`` times over, each copy as a force of its own."""
    for archive in sorted(archives.glob("*.zip")):
        with zipfile.ZipFile(archive) as packed:
            for copy in range(copies):
                force = archive.stem + ("" if copy == 0 else f"-{chr(ord('a') + copy) * 2}")
                for member in packed.namelist():
                    path = files / force / member.replace(archive.stem, force)
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes(packed.read(member))
    return files


def heading() -> str:
    return (
        "# Reading street-level files\n\n"
        f"{datetime.now(UTC):%d %B %Y}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}. Contenders in turn, each in a new process; imports are not counted. "
        "An idle machine has load 0: a busy core slows ours and Polars, which use all.\n"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="folder of data.police.uk archives")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument(
        "--copies", type=int, nargs="+", default=[1, 4], help="how many times over the archives are read"
    )
    parser.add_argument("--write", type=Path, help="also write the tables to this file")
    parser.add_argument("--one", choices=CONTENDERS, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        run_one(given.one, given.folder)
        return
    parts = [heading()]
    for copies in given.copies:
        with tempfile.TemporaryDirectory() as work:
            files = unpacked(given.folder, Path(work) / "files", copies)
            before = os.getloadavg()[0]
            results = measure(files, given.rounds)
            parts.append(table(results, files, (before, os.getloadavg()[0])))
    text = "\n".join(parts)
    print(text)
    if given.write:
        given.write.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
