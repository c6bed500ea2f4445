"""Shipped reports on a cluster of one worker and of two, each on a core of its own, in one run.

    python benchmarks/cluster.py [--reports 8] [--rounds 2] [--write benchmarks/results/cluster.md]

A real scheduler and real workers over TCP on this machine (``taskset``, ``--nthreads 1``); the client, which packs and
hears, shares the machine with them. Every worker has made one report before the clock starts. Both kinds of cluster
make the same reports in turn, ``rounds`` times over.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT / "tests" / "run"))

from cluster_processes import Cluster, cluster  # noqa: E402

from analysis.run.cluster import run_on  # noqa: E402
from analysis.run.house import House  # noqa: E402
from analysis.run.outcome import Outcome  # noqa: E402
from analysis.run.plan import declared, planned  # noqa: E402
from analysis.run.planned import Planned  # noqa: E402

TARGET = 1.7


def made(todo: list[Planned], address: str) -> tuple[float, float]:
    """Seconds to make reports, and the seconds of their stages together; all have to succeed."""
    since = time.perf_counter()
    outcomes = [event for event in run_on(address, todo) if isinstance(event, Outcome)]
    taken = time.perf_counter() - since
    assert not [outcome.failure for outcome in outcomes if outcome.failure]
    assert len(outcomes) == len(todo)
    return taken, sum(outcome.total_seconds for outcome in outcomes)


def pinned(running: Cluster, core: int) -> None:
    """A worker of one thread that has one core, with all that it starts."""
    running.start_worker(before=("taskset", "--cpu-list", str(core)))


def measured(todo: list[Planned], rounds: int, folder: Path) -> dict[int, list[tuple[float, float]]]:
    """Seconds of each round by the number of workers."""
    cores = sorted(os.sched_getaffinity(0))[:2]
    found: dict[int, list[tuple[float, float]]] = {1: [], 2: []}
    with cluster(folder / "one") as one, cluster(folder / "two") as two:
        pinned(one, cores[0])
        for core in cores:
            pinned(two, core)
        made(todo[:1], one.address)
        made(todo[:4], two.address)
        for _ in range(rounds):
            for workers, running in ((1, one), (2, two)):
                found[workers].append(made(todo, running.address))
                print(f"{workers}: {found[workers][-1][0]:.1f} s", file=sys.stderr, flush=True)
    return found


def page(found: dict[int, list[tuple[float, float]]], reports: int, load: tuple[float, float]) -> str:
    """The results as Markdown."""
    wall = {workers: median(taken for taken, _ in each) for workers, each in found.items()}
    ratio, python = wall[1] / wall[2], platform.python_version()
    rows = [
        f"| {workers} | {', '.join(f'{taken:.1f}' for taken, _ in each)} | {wall[workers]:.1f} "
        f"| {wall[workers] / reports:.2f} | {median(stages for _, stages in each) / reports:.2f} |"
        for workers, each in found.items()
    ]
    return f"""# Reports on a cluster

{datetime.now(UTC):%-d %B %Y}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {python}.
{reports} shipped strategic assessments, HTML and PDF, on workers of one thread and one core each, over TCP. Load of
the machine before and after: {load[0]:.1f} and {load[1]:.1f}; client and scheduler share its cores with the workers.

| workers | seconds, each round | median | seconds a report | seconds in its stages |
|--:|--:|--:|--:|--:|
{chr(10).join(rows)}

Two workers are {ratio:.2f} times as fast as one. Target: at least {TARGET} ({"met" if ratio >= TARGET else "missed"}).
"""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--reports", type=int, default=8)
    options.add_argument("--rounds", type=int, default=2)
    options.add_argument("--write", type=Path)
    asked = options.parse_args()
    house = House(ROOT)
    assessments = [one for one in planned(declared(house), house) if one.inputs.document == "strategic-assessment"]
    todo = assessments[: asked.reports]
    assert len(todo) == asked.reports, f"there are {len(assessments)}"
    before = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        found = measured(todo, asked.rounds, Path(folder))
    text = page(found, asked.reports, (before, os.getloadavg()[0]))
    print(text)
    if asked.write:
        asked.write.write_text(text)


if __name__ == "__main__":
    main()
