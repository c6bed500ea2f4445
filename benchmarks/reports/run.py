"""The batch runner beside papermill and nbconvert, on one machine in one run.

    python benchmarks/reports/run.py [--copies 40] [--quick] [--only frozen shipped forty] [--write FOLDER]

Writes ``reports.md``, ``reports.csv`` and ``reports.png`` to ``benchmarks/results``, after about twenty-five minutes on
two idle cores. With ``--quick`` four copies and four reports are enough, to see that it runs; it prints, and writes
only where ``--write`` says. ``--page`` writes the last full run's page anew.
"""

from __future__ import annotations

import argparse
import os
import pickle
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from reports import frozen_runs, page, shipped
from reports.found import Found, Row, write
from reports.freeze import AREAS
from reports.plot import plot

if TYPE_CHECKING:
    from reports.shipped import Watched

PARTS: Final = ("frozen", "shipped", "forty")
ROOT: Final = Path(__file__).resolve().parents[2]
RESULTS: Final = ROOT / "benchmarks" / "results"
KEPT: Final = ROOT / ".csp" / "benchmarks" / "reports.pickle"
FORTY: Final = 40
FEW: Final = 4
LOG: Final = Path(tempfile.gettempdir()) / "csp-benchmark-log.txt"
"""What all runs printed."""


def measure(work: Path, parts: list[str], copies: int, *, few: bool) -> Found:
    """Run what is asked for, one thing after another; with ``few`` reports, to see that it runs."""
    found, log = Found(), LOG
    if "frozen" in parts:
        found.loads.append(os.getloadavg()[0])
        for row in frozen_runs.runs(copies, work / "frozen", log):
            _say(found, row)
        found.skipped = frozen_runs.skipped()
    jobs = shipped.laid_out(shipped.repository(work / "laid-out", few=few))
    if "shipped" in parts:
        found.loads.append(os.getloadavg()[0])
        for row, seen in shipped.series(shipped.repository(work / "shipped", few=few), "shipped", log):
            _say(found, row, seen)
        row, found.profile = shipped.floor(jobs, work)
        _say(found, row)
        _say(found, shipped.plain_loop(jobs, work, log))
    if "forty" in parts:
        found.loads.append(os.getloadavg()[0])
        extra = (FEW if few else FORTY) - len(list(jobs.rglob("notebook.ipynb")))
        for row, seen in shipped.series(shipped.repository(work / "forty", extra, few=few), "forty", log):
            _say(found, row, seen)
    found.loads.append(os.getloadavg()[0])
    return found


def _say(found: Found, row: Row, seen: Watched | None = None) -> None:
    """Add a row, print and keep it, since the whole takes long. What failed is no measurement: then this ends."""
    print(row, seen or "", flush=True)
    if row.taken.code or ("html" in row.left and row.left["html_files"] != row.reports):
        sys.exit(f"{row.part}, {row.name}: failed, or did not leave a document for each report; see {LOG}")
    found.add(row, seen)
    KEPT.parent.mkdir(parents=True, exist_ok=True)
    KEPT.write_bytes(pickle.dumps(found))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--copies", type=int, default=len(AREAS), choices=range(1, len(AREAS) + 1), metavar="COPIES")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS))
    parser.add_argument("--write", type=Path)
    parser.add_argument("--page", action="store_true")
    parser.add_argument("--work", type=Path, help="keep what is made in this folder, which must be empty")
    given = parser.parse_args()
    LOG.unlink(missing_ok=True)
    into = given.write or (None if given.quick else RESULTS)
    if given.page:
        found = pickle.loads(KEPT.read_bytes())
    else:
        with tempfile.TemporaryDirectory(prefix="csp-benchmark-") as temporary:
            work = given.work or Path(temporary)
            work.mkdir(parents=True, exist_ok=True)
            copies = min(FEW, given.copies) if given.quick else given.copies
            found = measure(work, given.only, copies, few=given.quick)
        KEPT.write_bytes(pickle.dumps(found))
    text = page.page(found)
    print(text)
    if into:
        (into / "reports.md").write_text(text, encoding="utf-8")
        write(found.rows, into / "reports.csv")
        if picture := plot(found):
            (into / "reports.png").write_bytes(picture)


if __name__ == "__main__":
    main()
