"""The study's work in parts, kept as they finish, so that an interruption loses nothing."""

from __future__ import annotations

import hashlib
import json
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
from initiatives.said import BY_NAME, Studied, said

ROOT: Final = Path(__file__).resolve().parents[2]
CODE: Final = ("src/analysis/evaluation", "src/analysis/measures", "src/analysis/trends")
CHUNK: Final = 50
EFFECTS: Final = (0.0, -0.2, -0.4)


@dataclass(frozen=True)
class Part:
    """``count`` settings from number ``first`` on, of one line, kind and effect."""

    line: str
    kind: Kind
    effect: float
    first: int
    count: int

    @property
    def key(self) -> str:
        """What tells it from every other part."""
        return json.dumps(asdict(self), sort_keys=True)


def parts(lines: Sequence[Studied], share: float) -> list[Part]:
    """``share`` of all that is to be drawn, in whole chunks."""
    found = []
    for line in lines:
        for kind in line.kinds:
            for effect in EFFECTS:
                wanted = max(1, round(line.series[0 if effect == 0 else 1] * share / CHUNK)) * CHUNK
                found += [Part(line.name, kind, effect, first, CHUNK) for first in range(0, wanted, CHUNK)]
    return found


def done(part: Part) -> dict[str, Any]:
    """Do a part: its tally as a dictionary."""
    found, true = Tally(), truth(part.kind, part.effect)
    for number in range(part.first, part.first + part.count):
        drawn = setting(part.kind, part.effect, generator_of(part.kind, number))
        start = time.perf_counter()
        found.count(said(part.line, drawn, true), 100 * part.effect)
        found.seconds += time.perf_counter() - start
    return asdict(found)


def code_digest() -> str:
    """SHA-256 over the code that results rest on: what other code made is not taken up again."""
    paths = [path for folder in CODE for path in sorted((ROOT / folder).rglob("*.py"))]
    found = hashlib.sha256()
    for path in [*paths, *(Path(__file__).with_name(name) for name in ("cells.py", "drawn.py", "said.py"))]:
        found.update(path.read_bytes())
    return found.hexdigest()


class Kept:
    """A file of finished parts, one a line, of the code as it is."""

    def __init__(self, path: Path) -> None:
        self.path, self.digest = path, code_digest()
        self.done: dict[str, dict[str, Any]] = {}
        for line in path.read_text(encoding="utf-8").splitlines() if path.is_file() else ():
            try:
                entry = json.loads(line)
            except json.JSONDecodeError:  # the line that an interruption cut
                continue
            if entry["digest"] == self.digest:
                self.done[entry["key"]] = entry["tally"]

    def add(self, part: Part, tally: dict[str, Any]) -> None:
        """Keep a part's tally."""
        self.done[part.key] = tally
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"digest": self.digest, "key": part.key, "tally": tally}) + "\n")

    def of(self, line: str, kind: Kind, effect: float) -> Tally:
        """All that is known of one line, kind and effect."""
        wanted = [Part(line, kind, effect, first, CHUNK).key for first in range(0, BY_NAME[line].series[0], CHUNK)]
        return Tally().merge(self.done[key] for key in wanted if key in self.done)

    @property
    def seconds(self) -> float:
        """Processor seconds spent on all that is kept."""
        return float(sum(tally["seconds"] for tally in self.done.values()))


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
