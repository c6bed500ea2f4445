"""Run the simulation study of the designs and write its table.

    python benchmarks/initiatives/run.py [--processes 2] [--minutes 30] [--share 1] [--groups most ...]

About half an hour on two idle cores. Finished parts are kept in .csp/initiatives, so that a run cut short goes on
where it stopped; other code makes them stale. The table is written to docs/evidence/initiatives.csv, its Markdown face
to benchmarks/results/initiatives.md.
"""

from __future__ import annotations

import os

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[threads] = "1"  # before numpy is imported: the processes share the cores

import argparse  # noqa: E402
import platform  # noqa: E402
import sys  # noqa: E402
import time  # noqa: E402
from datetime import UTC, datetime  # noqa: E402
from pathlib import Path  # noqa: E402

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from initiatives.face import Made, face  # noqa: E402
from initiatives.parts import ROOT, Kept, parts, work  # noqa: E402
from initiatives.said import GROUPS, LINES  # noqa: E402
from initiatives.table import as_csv, rows  # noqa: E402

THIRDS = (1 / 3, 2 / 3, 1)
"""Every kind is drawn by a third at a time, so that an interruption leaves all of them, if with fewer settings."""


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--processes", type=int, default=os.cpu_count())
    parser.add_argument("--minutes", type=float, default=30.0, help="begin no further part after so many")
    parser.add_argument("--share", type=float, default=1.0, help="share of the named number of settings")
    parser.add_argument("--groups", nargs="+", choices=list(GROUPS), help="only these")
    parser.add_argument("--work", type=Path, default=ROOT / ".csp" / "initiatives" / "parts.jsonl")
    parser.add_argument("--csv", type=Path, default=ROOT / "docs" / "evidence" / "initiatives.csv")
    parser.add_argument("--face", type=Path, default=ROOT / "benchmarks" / "results" / "initiatives.md")
    return parser.parse_args()


def main() -> None:
    given = _arguments()
    groups = given.groups or list(GROUPS)
    lines = [each for each in LINES if any(each in GROUPS[group] for group in groups)]
    kept, start = Kept(given.work), time.monotonic()
    for third in THIRDS:
        for left in work(parts(groups, given.share * third), kept, given.processes, start + 60 * given.minutes):
            if left % 50 == 0:
                print(f"{(time.monotonic() - start) / 60:5.1f} min, {left} parts left", file=sys.stderr, flush=True)
    made = Made(
        date=f"{datetime.now(UTC):%d %B %Y}",
        machine=f"{given.processes} processes on {os.cpu_count()} cores, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}",
        minutes=kept.seconds / 60 / given.processes,
    )
    found = rows(lines, kept)
    for path, text in ((given.csv, as_csv(found)), (given.face, face(found, made))):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(path)


if __name__ == "__main__":
    main()
