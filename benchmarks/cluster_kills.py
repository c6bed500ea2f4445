"""``kill -9`` of a worker, the scheduler or the client at random moments, and what stands in ``reports/`` afterwards.

    python benchmarks/cluster_kills.py [--kills 20] [--seed 1] [--write benchmarks/results/cluster-kills.md]

Each time reports of short notebooks are begun from nothing on a cluster of two workers, one process is killed at a
moment drawn over the length of an undisturbed run, what was killed is started again where that takes a person, and the
same command is called until it succeeds. A watcher reads every document all the while (``tests/cli/watcher.py``).
"""

from __future__ import annotations

import os
import platform
import random
import shutil
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

# The first says where the modules of the tests are.
from kills import asked_for, repository  # isort: skip

from cluster_processes import Cluster, cluster, kill
from watcher import Watcher, begun, published

if TYPE_CHECKING:
    import subprocess

    from analysis.run.job import House

KINDS = ("worker", "scheduler", "client")
MOST_RUNS = 5


def killed(kind: str, client: subprocess.Popen[bytes], running: Cluster) -> None:
    """Kill one process, and start again what nobody starts by itself."""
    if kind == "client":
        client.kill()
    elif kind == "worker":
        kill(running.processes[-1].pid)
        running.start_worker()
    else:
        for each in running.processes:
            if each is running.scheduler:
                kill(each.pid)
                each.wait()
        client.wait()
        running.start_scheduler()
        for _ in range(2):
            running.start_worker()


def done(run: subprocess.Popen[bytes]) -> bool:
    """Wait for a run to end, and say whether it succeeded."""
    run.communicate()
    return run.returncode == 0


def one(kind: str, moment: float, place: House, running: Cluster, right: dict[str, bytes]) -> str:
    """One run of which a process is killed; its row says ``as undisturbed`` where nothing at all is amiss."""
    scratch, runs = place.root / "scratch", 1
    shutil.rmtree(place.reports)
    with Watcher(place.reports) as watcher:
        client = begun(place, scratch, scheduler=running.address)
        time.sleep(moment)
        there = len(list(place.reports.glob("*/*/[!.]*/*.json")))
        killed(kind, client, running)
        good = done(client)
        while not good and runs < MOST_RUNS:
            good, runs = done(begun(place, scratch, scheduler=running.address)), runs + 1
    good = good and published(place.reports) == right and not watcher.wrong
    looks, wrong = f"{watcher.looks:,}", len(watcher.wrong)
    return (
        f"| {kind} | {moment:.1f} | {there} | {runs} | {looks} | {wrong} | {'as undisturbed' if good else 'differs'} |"
    )


def main() -> None:
    asked = asked_for(__doc__)
    draw, rows = random.Random(asked.seed), []
    with tempfile.TemporaryDirectory() as temporary, cluster(Path(temporary) / "cluster", workers=2) as running:
        place = repository(Path(temporary) / "repository")
        for _ in range(2):
            shutil.rmtree(place.reports, ignore_errors=True)
            since = time.monotonic()
            assert done(begun(place, place.root / "scratch", scheduler=running.address))
            length = time.monotonic() - since
        right = published(place.reports)
        for number in range(asked.kills):
            rows.append(one(KINDS[number % len(KINDS)], draw.uniform(0, length), place, running, right))
            print(rows[-1], flush=True)
            if asked.write:
                asked.write.write_text(page(rows, length, right))


def page(rows: list[str], length: float, right: dict[str, bytes]) -> str:
    """The results as Markdown."""
    good = sum("as undisturbed" in row for row in rows)
    documents = sum(name.endswith(".json") for name in right)
    late = sum(row.split("|")[3].strip() == str(documents) for row in rows)
    return f"""# A cluster whose processes are killed

{datetime.now(UTC):%-d %B %Y}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}. {documents} short
reports, {len(right)} files; undisturbed {length:.1f} s on two workers.

{good} of {len(rows)} runs of which a process was killed (`kill -9`) at a random moment ended as undisturbed: the
watcher saw no file that was half written or not what its manifest says, and what stood in the end was the bytes of an
undisturbed run (all but the seconds in the manifests). {late} of the moments came when all documents stood already.

| killed | at, s | documents there | runs until done | looks | wrong seen | in the end |
|---|--:|--:|--:|--:|--:|---|
{chr(10).join(rows)}
"""


if __name__ == "__main__":
    main()
