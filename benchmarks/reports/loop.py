"""The plain way: papermill in a loop, then ``jupyter nbconvert --to html`` for each notebook, in one process or in two.

    python benchmarks/reports/loop.py OUT --copies 40 [--processes 2] [--quarto]
    python benchmarks/reports/loop.py OUT --jobs FOLDER [--processes 2]

The first takes the frozen notebook with forty parameters, the second the job folders of reports as ``csp lab`` lays
them out. With two processes the work is dealt out in turn, and linear algebra has one thread in each. With ``--quarto``
both tools give place to one ``quarto render`` a report, which executes and converts.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import papermill
from reports.freeze import AREAS, FROZEN


@dataclass(frozen=True)
class Report:
    """One notebook to run: in which folder, with which parameters, and under which name it is kept."""

    notebook: Path
    parameters: dict[str, str]
    name: str


def frozen(copies: int) -> list[Report]:
    """The frozen notebook for each of the first areas."""
    return [
        Report(FROZEN / "notebook.ipynb", {"partnership": area, "edition": "2022"}, area) for area in AREAS[:copies]
    ]


def laid_out(jobs: Path) -> list[Report]:
    """The notebook in each job's folder, which lies under its partnership and edition."""
    found = sorted(jobs.rglob("notebook.ipynb"))
    return [_laid_out(path, path.parent.relative_to(jobs).parts) for path in found]


def _laid_out(notebook: Path, parts: tuple[str, ...]) -> Report:
    return Report(notebook, {"partnership": parts[0], "edition": parts[1]}, "-".join(parts))


def make(report: Report, out: Path) -> None:
    """Execute one notebook and convert it, as the two tools' own pages say."""
    executed = out / f"{report.name}.ipynb"
    folder = str(report.notebook.parent)
    if (report.notebook.parent / "inputs.json").exists():
        os.environ["CSP_JOB"] = folder
    papermill.execute_notebook(report.notebook, executed, report.parameters, cwd=folder, progress_bar=False)
    subprocess.run(
        [sys.executable, "-m", "jupyter", "nbconvert", "--to", "html", "--log-level", "ERROR", executed], check=True
    )


def make_by_quarto(report: Report, out: Path) -> None:
    """The same by Quarto, in a folder of its own, since it writes beside its source."""
    folder = out / report.name
    shutil.copytree(report.notebook.parent, folder)
    given = [part for name, value in report.parameters.items() for part in ("-P", f"{name}:{value}")]
    subprocess.run(["quarto", "render", "notebook.ipynb", "--execute", "--to", "html", *given], cwd=folder, check=True)
    (folder / "notebook.html").rename(out / f"{report.name}.html")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--copies", type=int, default=len(AREAS))
    parser.add_argument("--jobs", type=Path)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--quarto", action="store_true")
    parser.add_argument("--part", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    if given.processes > 1 and given.part is None:
        command = [sys.executable, __file__, *sys.argv[1:], "--part"]
        one_thread = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
        parts = [subprocess.Popen([*command, str(part)], env=one_thread) for part in range(given.processes)]
        sys.exit(max(part.wait() for part in parts))
    todo = laid_out(given.jobs) if given.jobs else frozen(given.copies)
    for report in todo[(given.part or 0) :: given.processes]:
        (make_by_quarto if given.quarto else make)(report, given.out)


if __name__ == "__main__":
    main()
