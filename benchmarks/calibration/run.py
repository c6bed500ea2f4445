"""Run the simulation study and write its table.

    python benchmarks/calibration/run.py [--processes 2] [--minutes 30] [--share 1] [--methods trend ...]

About half an hour on two idle cores. Finished parts are kept in .csp/calibration, so that a run cut short goes on
where it stopped; --fresh begins anew. Cells that the study leaves borderline are rerun with 10,000 series while the
minutes last, and stay "borderline" where they do not. The table is written to docs/evidence/calibration.csv, its
Markdown face to benchmarks/results/calibration.md.
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
from functools import partial  # noqa: E402
from pathlib import Path  # noqa: E402

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from calibration.face import Circumstances, face  # noqa: E402
from calibration.partial import ROOT, Kept, code_digest  # noqa: E402
from calibration.studied import STUDIED  # noqa: E402
from calibration.study import first_stage, second_stage, waiting, work  # noqa: E402
from calibration.table import as_csv, rows  # noqa: E402

PARTS = (1 / 3, 2 / 3, 1)
"""Every cell is drawn by a third at a time, so that an interruption leaves all of them, if with fewer series."""


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--processes", type=int, default=os.cpu_count())
    parser.add_argument("--minutes", type=float, default=30.0, help="begin no further part after so many")
    parser.add_argument("--share", type=float, default=1.0, help="share of the named number of series")
    parser.add_argument("--methods", nargs="+", choices=[each.name for each in STUDIED], help="only these")
    parser.add_argument("--fresh", action="store_true", help="leave what was kept aside")
    parser.add_argument("--work", type=Path, default=ROOT / ".csp" / "calibration" / "parts.jsonl")
    parser.add_argument("--csv", type=Path, default=ROOT / "docs" / "evidence" / "calibration.csv")
    parser.add_argument("--face", type=Path, default=ROOT / "benchmarks" / "results" / "calibration.md")
    return parser.parse_args()


def main() -> None:
    given = _arguments()
    methods = [each for each in STUDIED if not given.methods or each.name in given.methods]
    if given.fresh:
        given.work.unlink(missing_ok=True)
    kept = Kept(given.work, {each.name: code_digest(each.code) for each in STUDIED})
    start = time.monotonic()
    stages = [partial(first_stage, methods, given.share * part) for part in PARTS]
    for stage in (*stages, partial(second_stage, methods, kept)):
        for left in work(stage(), kept, given.processes, start + 60 * given.minutes):
            if left % 20 == 0:
                print(f"{(time.monotonic() - start) / 60:5.1f} min, {left} parts left", file=sys.stderr, flush=True)
    run = Circumstances(
        date=f"{datetime.now(UTC):%d %B %Y}",
        machine=f"{given.processes} processes on {os.cpu_count()} cores, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}",
        minutes=kept.seconds / 60 / given.processes,
        share=given.share,
        waiting=waiting(methods, kept),
    )
    found = rows(methods, kept)
    for path, text in ((given.csv, as_csv(found)), (given.face, face(found, run))):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(path)


if __name__ == "__main__":
    main()
