"""Results kept as they come, so that an interruption loses nothing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from calibration.grid import Cell

ROOT = Path(__file__).resolve().parents[2]
GENERATOR = ("grid.py", "generator.py")


@dataclass(frozen=True)
class Task:
    """``count`` series from number ``first`` on, of one method, cell, effect and stage."""

    method: str
    cell: Cell
    effect: str
    stage: int
    first: int
    count: int

    @property
    def key(self) -> str:
        """What tells it from every other task."""
        return json.dumps(asdict(self), sort_keys=True)


def code_digest(code: tuple[str, ...]) -> str:
    """SHA-256 over the files and folders that results rest on: what other code made is not taken up again."""
    paths = [
        path for name in code for path in ((ROOT / name).rglob("*.py") if (ROOT / name).is_dir() else [ROOT / name])
    ]
    paths = [*sorted(paths), *(Path(__file__).with_name(name) for name in GENERATOR)]
    found = hashlib.sha256()
    for path in paths:
        found.update(path.read_bytes())
    return found.hexdigest()


class Kept:
    """A file of finished tasks, one a line; ``digests`` is that of each method's code."""

    def __init__(self, path: Path, digests: Mapping[str, str]) -> None:
        self.path, self.digests = path, digests
        self.done: dict[str, dict[str, Any]] = {}
        self._by: dict[tuple[str, Cell, str, int], list[tuple[Task, dict[str, Any]]]] = {}
        for task, tallies in self._read():
            self._hold(task, tallies)

    def add(self, task: Task, tallies: dict[str, Any]) -> None:
        """Keep a task's tallies."""
        self._hold(task, tallies)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        entry = {"digest": self.digests[task.method], "task": asdict(task), "tallies": tallies}
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(entry) + "\n")

    def of(self, method: str, cell: Cell, effect: str, stage: int) -> list[tuple[Task, dict[str, Any]]]:
        """The finished tasks of one method, cell, effect and stage, in order of their series."""
        return sorted(self._by.get((method, cell, effect, stage), []), key=lambda item: item[0].first)

    @property
    def seconds(self) -> float:
        """Processor seconds spent on all that is kept."""
        return float(sum(tally["seconds"] for tallies in self.done.values() for tally in tallies.values()))

    def _hold(self, task: Task, tallies: dict[str, Any]) -> None:
        if task.key not in self.done:
            self.done[task.key] = tallies
            self._by.setdefault((task.method, task.cell, task.effect, task.stage), []).append((task, tallies))

    def _read(self) -> Iterator[tuple[Task, dict[str, Any]]]:
        if not self.path.is_file():
            return
        for line in self.path.read_text(encoding="utf-8").splitlines():
            try:
                entry = json.loads(line)
            except json.JSONDecodeError:  # the line that an interruption cut
                continue
            task = Task(**(entry["task"] | {"cell": Cell(**entry["task"]["cell"])}))
            if entry["digest"] == self.digests.get(task.method):
                yield task, entry["tallies"]
