"""``kill -9`` of a run on this machine at random moments: what it leaves, what is seen of it, what stands in the end.

    python benchmarks/kills.py [--kills 20] [--seed 1] [--write benchmarks/results/kills.md]

Each time reports of short notebooks are begun from nothing, the run is killed at a moment drawn over the length of an
undisturbed one, and the same command is called once more. A watcher reads every document all the while
(``tests/cli/watcher.py``). What other processes of a cluster being killed does is measured by ``cluster_kills.py``.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import shutil
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
sys.path += [str(ROOT / "tests" / "cli"), str(ROOT / "tests" / "run")]

from handed_on import RECORDS  # noqa: E402
from repository_tree import FRONT, notebook, small_repository  # noqa: E402
from watcher import Watcher, begun, kill_and_go_on, published  # noqa: E402

if TYPE_CHECKING:
    from analysis.run.job import House

PARTNERSHIPS = ("rugby", "north-warwickshire", "nuneaton-and-bedworth", "south-warwickshire", "west-lancashire")
OF_ANY = RECORDS.replace('"E07000220"', 'slices.districts["area"].iloc[0]')
JOBS = 2


def repository(folder: Path) -> House:
    """A repository of short notebooks."""
    place = small_repository(ROOT, folder, PARTNERSHIPS)
    (place.notebooks / "strategic_assessment.ipynb").write_bytes(notebook(FRONT, OF_ANY))
    (place.notebooks / "methodology.ipynb").write_bytes(notebook(FRONT))
    return place


def undisturbed(place: House, scratch: Path) -> float:
    """Seconds of a whole run that is left alone."""
    shutil.rmtree(place.reports, ignore_errors=True)
    since = time.monotonic()
    with begun(place, scratch, JOBS) as run:
        said = run.communicate()[0].decode()
    assert run.returncode == 0, said
    return time.monotonic() - since


def killed(place: House, scratch: Path, moment: float, right: dict[str, bytes]) -> str:
    """One run that is killed; returns its row, which says ``as undisturbed`` where nothing at all is amiss."""
    shutil.rmtree(place.reports)
    with Watcher(place.reports) as watcher:
        due = time.monotonic() + moment
        end = kill_and_go_on(place, scratch, lambda: time.monotonic() >= due, JOBS)
    same = published(place.reports) == right and end.resumed == 0
    good = same and not (watcher.wrong or end.processes_left or end.files_left)
    print(sorted(watcher.wrong)[:5], end, flush=True)
    return (
        f"| {moment:.1f} | {end.there} | {end.processes} | {end.seconds:.1f} | {end.processes_left} | {end.files_left} "
        f"| {watcher.looks:,} | {len(watcher.wrong)} | {'as undisturbed' if good else 'differs'} |"
    )


def asked_for(what: str | None) -> argparse.Namespace:
    """How many kills, drawn from which seed, and where to write what came of them."""
    options = argparse.ArgumentParser(description=what, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--kills", type=int, default=20)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--write", type=Path)
    return options.parse_args()


def main() -> None:
    asked = asked_for(__doc__)
    draw, rows = random.Random(asked.seed), []
    with tempfile.TemporaryDirectory() as temporary:
        place, scratch = repository(Path(temporary) / "repository"), Path(temporary) / "scratch"
        undisturbed(place, scratch)
        length, right = undisturbed(place, scratch), published(place.reports)
        for _ in range(asked.kills):
            rows.append(killed(place, scratch, draw.uniform(0, length), right))
            print(rows[-1], flush=True)
            if asked.write:
                asked.write.write_text(page(rows, length, right))


def page(rows: list[str], length: float, right: dict[str, bytes]) -> str:
    """The results as Markdown."""
    documents = sum(name.endswith(".json") for name in right)
    good, late = sum("as undisturbed" in row for row in rows), sum(row.split("|")[3].strip() == "0" for row in rows)
    head = ("killed at, s", "documents there", "processes", "gone after, s", "processes left", "files left", "looks",
            "wrong seen", "in the end")  # fmt: skip
    return f"""# A run that is killed

{datetime.now(UTC):%-d %B %Y}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}. {documents} short
reports, {len(right)} files, {JOBS} at a time; undisturbed {length:.1f} s.

{good} of {len(rows)} runs that were killed (`kill -9`) at a random moment were as undisturbed: no process and no
temporary file was left, the watcher saw no file that was half written or not what its manifest says, the same command
went on and succeeded, and what stood then was the bytes of an undisturbed run (all but the seconds in the manifests).
{late} of the moments came when the run had ended already; the others fell while it planned or made reports.

| {" | ".join(head)} |
|{"--:|" * (len(head) - 1)}---|
{chr(10).join(rows)}
"""


if __name__ == "__main__":
    main()
