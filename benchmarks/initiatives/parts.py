"""The study's work in parts, kept as they finish, so that an interruption loses nothing."""

from __future__ import annotations

import hashlib
import json
import re
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Final

from calibration.outcome import Tally

from initiatives.cells import Kind
from initiatives.drawn import generator_of, setting, truth
from initiatives.said import GROUPS, said

ROOT: Final = Path(__file__).resolve().parents[2]
SOURCE: Final = ROOT / "src" / "analysis"
BELOW: Final = ("measures", "trends")
"""Folders that designs rest on, whole."""
CHUNK: Final = 50
EFFECTS: Final = (0.0, -0.2, -0.4)


@dataclass(frozen=True)
class Part:
    """``count`` settings from number ``first`` on, of one group of lines, kind and effect."""

    group: str
    kind: Kind
    effect: float
    first: int
    count: int

    @property
    def key(self) -> str:
        """What tells it from every other part."""
        return json.dumps(asdict(self), sort_keys=True)


def parts(groups: Sequence[str], share: float) -> list[Part]:
    """``share`` of all that is to be drawn, in whole chunks."""
    found = []
    for group in groups:
        line = GROUPS[group][0]
        for kind in line.kinds:
            for effect in EFFECTS:
                wanted = max(1, round(line.series[0 if effect == 0 else 1] * share / CHUNK)) * CHUNK
                found += [Part(group, kind, effect, first, CHUNK) for first in range(0, wanted, CHUNK)]
    return found


def done(part: Part) -> dict[str, dict[str, Any]]:
    """Do a part: the tally of each line, as dictionaries; all lines of a group see the same settings."""
    lines, true = GROUPS[part.group], truth(part.kind, part.effect)
    found = {line.name: Tally() for line in lines}
    for number in range(part.first, part.first + part.count):
        drawn = setting(part.kind, part.effect, generator_of(part.kind, number))
        for line in lines:
            start = time.perf_counter()
            found[line.name].count(said(line.name, drawn, true), 100 * part.effect)
            found[line.name].seconds += time.perf_counter() - start
    return {name: asdict(tally) for name, tally in found.items()}


def code_digest() -> str:
    """SHA-256 over the code that results rest on: what other code made is not taken up again."""
    paths = [*rested_on(), *(path for folder in BELOW for path in sorted((SOURCE / folder).rglob("*.py")))]
    found = hashlib.sha256()
    for path in [*paths, *(Path(__file__).with_name(name) for name in ("cells.py", "drawn.py", "said.py"))]:
        found.update(path.read_bytes())
    return found.hexdigest()


def rested_on() -> list[Path]:
    """The modules of evaluation that designs import, directly or not; what else is there changes no result."""
    found, left = set(), sorted((SOURCE / "evaluation" / "designs").glob("*.py"))
    while left:
        path = left.pop()
        found.add(path)
        names = re.findall(r"from analysis\.evaluation\.([a-z_]+) import", path.read_text(encoding="utf-8"))
        left += [other for name in names if (other := SOURCE / "evaluation" / f"{name}.py") not in found]
        left = [other for other in left if other.is_file()]
    return sorted(found)


class Kept:
    """A file of finished parts, one a line, of the code as it is."""

    def __init__(self, path: Path) -> None:
        self.path, self.digest = path, code_digest()
        self.done: dict[str, dict[str, dict[str, Any]]] = {}
        for line in path.read_text(encoding="utf-8").splitlines() if path.is_file() else ():
            try:
                entry = json.loads(line)
            except json.JSONDecodeError:  # the line that an interruption cut
                continue
            if entry["digest"] == self.digest:
                self.done[entry["key"]] = entry["tallies"]

    def add(self, part: Part, tallies: dict[str, dict[str, Any]]) -> None:
        """Keep a part's tallies."""
        self.done[part.key] = tallies
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"digest": self.digest, "key": part.key, "tallies": tallies}) + "\n")

    def of(self, line: str, kind: Kind, effect: float) -> Tally:
        """All that is known of one line, kind and effect."""
        group = next(name for name, lines in GROUPS.items() if line in [each.name for each in lines])
        firsts = range(0, GROUPS[group][0].series[0], CHUNK)
        wanted = [Part(group, kind, effect, first, CHUNK).key for first in firsts]
        return Tally().merge(self.done[key][line] for key in wanted if key in self.done)

    @property
    def seconds(self) -> float:
        """Processor seconds spent on all that is kept."""
        return float(sum(tally["seconds"] for tallies in self.done.values() for tally in tallies.values()))


def work(wanted: Sequence[Part], kept: Kept, processes: int, until: float) -> Iterator[int]:
    """Do what is not done yet, beginning no part after ``until`` (of ``time.monotonic``); yields how many are left."""
    left = [part for part in wanted if part.key not in kept.done]
    waiting, count = iter(left), len(left)
    with ProcessPoolExecutor(processes) as pool:
        running = {pool.submit(done, part): part for part in islice(waiting, 2 * processes)}
        while running:
            finished = next(as_completed(running))
            kept.add(running.pop(finished), finished.result())
            count -= 1
            yield count
            following = next(waiting, None) if time.monotonic() < until else None
            if following is not None:
                running[pool.submit(done, following)] = following
