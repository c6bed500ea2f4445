"""A plain pool of worker processes; one report's failure, or its worker's death, is its own."""

from __future__ import annotations

import os
import tempfile
from collections import deque
from contextlib import contextmanager, suppress
from multiprocessing.connection import wait
from pathlib import Path
from typing import TYPE_CHECKING, Final

from analysis.errors import CspError
from analysis.run.limits import USUAL, Limits
from analysis.run.outcome import Failure, Outcome, Stage
from analysis.run.worker import LOOK_EVERY, Worker

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

    from analysis.run.planned import Makeable

MEMORY_PER_JOB: Final = 5 << 28
"""Bytes that one report may need at its peak: worker, warm process and kernel together. The shipped reports need 0.9
GiB once the worker has written a dozen of them.
"""

CONTAINER: Final = Path("/sys/fs/cgroup/memory.max")
"""Where Linux says, in a container, how many bytes that may have."""


def workers(wanted: int | None = None) -> int:
    """How many reports to make at a time: as asked, else one a core within the memory that is free now."""
    if wanted:
        return max(1, wanted)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(cores, free_memory() // MEMORY_PER_JOB))


def free_memory(most: Path = CONTAINER) -> int:
    """Bytes that may still be taken: what the machine has, and in a container no more than that may have."""
    import psutil

    free = int(psutil.virtual_memory().available)
    with suppress(OSError, ValueError):
        free = min(free, int(most.read_text()))
    return free


def run_jobs(todo: Sequence[Makeable], at_a_time: int, limits: Limits = USUAL) -> Generator[Stage | Outcome]:
    """Make every report, ``at_a_time`` at once; yields stages as they come and one ``Outcome`` a report.

    A job is packed when a worker is free for it; one that cannot be packed is a report that failed.

    A worker that dies is replaced while there is work left, and costs the one report that it was making. Closing the
    iterator ends all workers and their kernels and leaves no temporary file behind.
    """
    waiting = deque(todo)
    with _staff() as (staff, scratch):
        while True:
            staff[:] = [worker for worker in staff if worker.alive]
            while len(staff) < min(at_a_time, len(waiting) + sum(1 for worker in staff if worker.job)):
                staff.append(Worker.start(scratch, limits))
            for worker in staff:
                while waiting and not worker.job:
                    yield from _given(worker, waiting.popleft())
            busy = {worker.connection.fileno(): worker for worker in staff if worker.job}
            if not busy:
                return
            for ready in wait(list(busy), LOOK_EVERY):
                yield busy[ready].hear()  # type: ignore[index]
            for worker in busy.values():
                worker.look()


def _given(worker: Worker, one: Makeable) -> Iterator[Stage | Outcome]:
    """Give one report to a worker; its outcome at once where its data cannot be had."""
    yield Stage(one.inputs.name, "start")
    try:
        worker.give(one.pack())
    except (CspError, OSError) as error:
        yield Outcome(one.inputs.name, {}, {}, Failure("pack", str(error), log=str(error)))


@contextmanager
def _staff() -> Iterator[tuple[list[Worker], Path]]:
    """An empty staff and a folder for its temporary files; both are gone at the end."""
    staff: list[Worker] = []
    with tempfile.TemporaryDirectory(prefix="csp-run-", ignore_cleanup_errors=True) as scratch:
        try:
            yield staff, Path(scratch)
        finally:
            for worker in staff:
                worker.ask_to_stop()
            for worker in staff:
                worker.stop()
