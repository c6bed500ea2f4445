"""``kill -9`` of a worker, the scheduler or the client at random moments, and what stands in ``reports/`` afterwards.

    python benchmarks/cluster_kills.py [--kills 20] [--seed 1] [--write benchmarks/results/cluster-kills.md]

Each time reports of short notebooks are begun from nothing on a cluster of two workers, one process is killed at a
moment drawn over the length of an undisturbed run, what was killed is started again where that takes a person, and the
same command is called until it succeeds. A watcher reads every published file all the while: each has to be, whenever
it is seen, the file of an undisturbed run to the last byte.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT / "tests" / "run"))

from cluster_processes import Cluster, cluster, kill  # noqa: E402
from handed_on import RECORDS  # noqa: E402
from repository_tree import FRONT, notebook, small_repository  # noqa: E402

PARTNERSHIPS = ("rugby", "north-warwickshire", "nuneaton-and-bedworth", "south-warwickshire", "west-lancashire")
OF_ANY = RECORDS.replace('"E07000220"', 'slices.districts["area"].iloc[0]')
KINDS = ("worker", "scheduler", "client")
STEADY = (".html", ".pdf", ".ipynb", ".csv")


def repository(folder: Path) -> Path:
    """A repository of short notebooks."""
    place = small_repository(ROOT, folder, PARTNERSHIPS)
    (place.notebooks / "strategic_assessment.ipynb").write_bytes(notebook(FRONT, OF_ANY))
    (place.notebooks / "methodology.ipynb").write_bytes(notebook(FRONT))
    return folder


def begun(root: Path, address: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "analysis.cli", "reports", "--scheduler", address]
    own = {**os.environ, "CSP_ROOT": str(root)}
    return subprocess.Popen(command, env=own, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def seen(root: Path) -> dict[str, bytes]:
    """The files of documents as they are at this moment."""
    found = {}
    for path in (root / "reports").rglob("*"):
        name = path.relative_to(root / "reports")
        if path.suffix in STEADY and path.name != "index.html" and not any(part.startswith(".") for part in name.parts):
            try:
                found[name.as_posix()] = path.read_bytes()
            except FileNotFoundError:  # replaced between the two
                continue
    return found


class Watcher(threading.Thread):
    """Looks at published files over and over."""

    def __init__(self, root: Path, right: dict[str, bytes]) -> None:
        super().__init__(daemon=True)
        self.root, self.right, self.looks, self.wrong = root, right, 0, set[str]()
        self.over = threading.Event()

    def run(self) -> None:
        while not self.over.wait(0.02):
            self.wrong |= {name for name, content in seen(self.root).items() if self.right.get(name) != content}
            self.looks += 1


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


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--kills", type=int, default=20)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--write", type=Path)
    asked = options.parse_args()
    draw, rows = random.Random(asked.seed), []
    with tempfile.TemporaryDirectory() as temporary, cluster(Path(temporary) / "cluster", workers=2) as running:
        root = repository(Path(temporary) / "repository")
        assert begun(root, running.address).wait() == 0
        shutil.rmtree(root / "reports")
        since = time.monotonic()
        assert begun(root, running.address).wait() == 0
        length, right = time.monotonic() - since, seen(root)
        for number in range(asked.kills):
            shutil.rmtree(root / "reports")
            kind, moment = KINDS[number % len(KINDS)], draw.uniform(0, length)
            watcher = Watcher(root, right)
            watcher.start()
            client = begun(root, running.address)
            time.sleep(moment)
            before = len(seen(root))
            killed(kind, client, running)
            client.communicate()
            runs = 1
            while client.returncode and runs < 5:
                client = begun(root, running.address)
                client.communicate()
                runs += 1
            watcher.over.set()
            watcher.join()
            same = seen(root) == right and client.returncode == 0
            rows.append((kind, moment, before, runs, watcher.looks, len(watcher.wrong), same))
            print(*rows[-1], flush=True)
    text = page(rows, length, len(right))
    print(text)
    if asked.write:
        asked.write.write_text(text)


def page(rows: list[tuple[str, float, int, int, int, int, bool]], length: float, files: int) -> str:
    """The results as Markdown."""
    lines = [
        f"| {kind} | {moment:.1f} | {before} | {runs} | {looks} | {wrong} | {'yes' if same else 'no'} |"
        for kind, moment, before, runs, looks, wrong, same in rows
    ]
    good = sum(same and not wrong for *_, wrong, same in rows)
    return f"""# A cluster whose processes are killed

{datetime.now(UTC):%-d %B %Y}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}. Short reports of
{len(PARTNERSHIPS)} partnerships and the document on methods, {files} files; undisturbed {length:.1f} s on two workers.
{good} of {len(rows)} runs ended with the bytes of an undisturbed one, no other file ever seen by the watcher.

| killed | at, s | files there | runs until done | looks | wrong files seen | same bytes in the end |
|---|--:|--:|--:|--:|--:|---|
{chr(10).join(lines)}
"""


if __name__ == "__main__":
    main()
