"""The work itself: tasks laid out, done by several processes, kept as they finish."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict
from itertools import islice
from typing import Any, Final

from calibration.generator import EFFECTS, generator_of, simulated
from calibration.grid import Cell
from calibration.outcome import Outcome, Tally
from calibration.partial import Kept, Task
from calibration.rule import COVERAGE, at_least, at_most
from calibration.studied import STUDIED, Studied

CHUNK: Final = 100
RERUN: Final = 10_000
"""Series of a cell whose Monte Carlo interval lies on both sides of the rule."""
BY_NAME: Final[Mapping[str, Studied]] = {each.name: each for each in STUDIED}


def done(task: Task) -> dict[str, dict[str, Any]]:
    """Do a task: the tally of each row of its method, as dictionaries."""
    method, truth = BY_NAME[task.method], 100 * EFFECTS[task.effect]
    tallies = {line.name: Tally() for line in method.lines}
    for number in range(task.first, task.first + task.count):
        rng = generator_of(task.cell, task.stage, number)
        drawn = simulated(task.cell, task.effect, rng, method.ahead)
        series, after = drawn[: task.cell.months], drawn[task.cell.months :]
        start = time.perf_counter()
        said: Mapping[str, Outcome] = method.says(series, after, rng)
        for row, outcome in said.items():
            tallies[row].count(outcome, truth)
        tallies[method.lines[0].name].seconds += time.perf_counter() - start
    return {row: asdict(tally) for row, tally in tallies.items()}


def tasks(method: Studied, cell: Cell, effect: str, stage: int, series: int) -> list[Task]:
    """The chunks of one method, cell, effect and stage."""
    firsts = range(0, series, CHUNK)
    return [Task(method.name, cell, effect, stage, first, min(CHUNK, series - first)) for first in firsts]


def first_stage(methods: Sequence[Studied], share: float) -> list[Task]:
    """Every cell once, cell by cell; ``share`` of the series that each method names, in whole chunks."""
    found = []
    for method in methods:
        null, with_effect = (max(1, round(each * share / CHUNK)) * CHUNK for each in method.series)
        for cell in method.cells:
            found += tasks(method, cell, "none", 0, null)
            if method.effect != "none":
                found += tasks(method, cell, method.effect, 0, with_effect)
    return found


def second_stage(methods: Sequence[Studied], kept: Kept) -> list[Task]:
    """The reruns of cells that the first stage leaves borderline, the cheapest method first."""
    found = []
    for method in methods:
        for line in (each for each in method.lines if each.rerun and each.limit is not None):
            for cell in method.cells:
                null = tally(kept, method, line.name, cell, "none", 0)
                if at_most(line.limit, null.said_changed, null.series) == "borderline":
                    found += tasks(method, cell, "none", 1, RERUN)
                sized = tally(kept, method, line.name, cell, method.effect, 0)
                if at_least(COVERAGE, sized.covered, sized.intervals) == "borderline":
                    found += tasks(method, cell, method.effect, 1, RERUN)
    return list(dict.fromkeys(found))


def waiting(methods: Sequence[Studied], kept: Kept) -> int:
    """How many borderline measurements (a cell with or without the effect) are not rerun yet."""
    left = [task for task in second_stage(methods, kept) if task.key not in kept.done]
    return len({(task.method, task.cell, task.effect) for task in left})


def tally(kept: Kept, method: Studied, row: str, cell: Cell, effect: str, stage: int | None = None) -> Tally:
    """What is known so far: of one stage, or of the rerun where it is whole, else of the study."""
    if stage is None:
        again = tally(kept, method, row, cell, effect, 1)
        return again if again.series >= RERUN else tally(kept, method, row, cell, effect, 0)
    return Tally().merge(tallies[row] for _, tallies in kept.of(method.name, cell, effect, stage))


def work(wanted: Sequence[Task], kept: Kept, processes: int, until: float) -> Iterator[int]:
    """Do what is not done yet, beginning no task after ``until`` (of ``time.monotonic``); yields how many are left."""
    left = [task for task in wanted if task.key not in kept.done]
    waiting = iter(left)
    with ProcessPoolExecutor(processes) as pool:
        running = {pool.submit(done, task): task for task in islice(waiting, 2 * processes)}
        count = len(left)
        while running:
            finished = next(as_completed(running))
            task = running.pop(finished)
            kept.add(task, finished.result())
            count -= 1
            yield count
            following = next(waiting, None) if time.monotonic() < until else None
            if following is not None:
                running[pool.submit(done, following)] = following
