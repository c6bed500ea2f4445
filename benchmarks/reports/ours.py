"""Our side of the frozen notebook: real jobs through the real runner, each published whole, with HTML and PDF.

python benchmarks/reports/ours.py OUT --copies 40 [--at-a-time 2]
"""

from __future__ import annotations

import argparse
import sys
from contextlib import closing
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from reports.freeze import AREAS, FROZEN

from analysis.run.house import House
from analysis.run.inputs import Inputs, digest
from analysis.run.job import Job
from analysis.run.outcome import Outcome
from analysis.run.package import package_digest
from analysis.run.pool import run_jobs, workers
from analysis.run.publish import publish

ROOT: Final = Path(__file__).resolve().parents[2]
DOCUMENT: Final = "frozen"


def job(area: str) -> Job:
    """The frozen notebook for one area, with the data beside it."""
    files = {path.name: path.read_bytes() for path in sorted(FROZEN.iterdir()) if path.is_file()}
    inputs = Inputs(
        partnership=area,
        edition="2022",
        document=DOCUMENT,
        audience="public",
        declared=digest(area.encode()),
        notebook=digest(files["notebook.ipynb"]),
        package=package_digest(),
        lock=House(ROOT).lock_digest(),
        slices={name: digest(content) for name, content in files.items() if name.endswith(".csv")},
    )
    return Job(inputs, {**files, "inputs.json": inputs.as_file()}, area, about(area))


def about(area: str) -> dict[str, Any]:
    return {
        "partnership": {"id": area, "name": area},
        "edition": "2022",
        "title": "Frozen notebook",
        "basis": "illustration",
        "period": None,
        "status": "draft",
        "data": None,
        "illustrative": True,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--copies", type=int, default=len(AREAS))
    parser.add_argument("--at-a-time", type=int)
    given = parser.parse_args()
    todo = {each.inputs.name: each for each in map(job, AREAS[: given.copies])}
    failed = 0
    with closing(run_jobs(list(todo.values()), workers(given.at_a_time))) as events:
        for event in events:
            if isinstance(event, Outcome):
                publish(given.out, todo[event.name], event)
                failed += event.failure is not None
                print(event.name, {k: round(v, 2) for k, v in event.seconds.items()}, event.failure or "", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
