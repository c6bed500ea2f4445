"""The worker's end: one job in bytes becomes one outcome in bytes, and is dropped when nobody wants it any more."""

from __future__ import annotations

import pickle
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from analysis.run.cluster.likeness import refuse_unlike
from analysis.run.outcome import Outcome
from analysis.run.worker import LOOK_EVERY, Worker

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from distributed import Worker as DaskWorker

    from analysis.run.job import Job
    from analysis.run.limits import Limits

TOPIC: Final = "csp-reports"
"""Under what stages are told."""
idle: list[Worker] = []
"""Processes of this worker that have no job: one is kept for each of its threads."""


def make(name: str, packed: bytes, limits: Limits, client: Mapping[str, str], run: str) -> bytes:
    """Make the job ``packed`` of the report ``name``; returns its ``Outcome``, packed. Runs on a worker of Dask.

    Each stage is told under ``TOPIC`` as ``(run, report, stage)``. Raises ``RunError`` where this worker is not set up
    as the ``client``; ``Reschedule`` where it ends, or the client is gone, which leaves the job to others.
    """
    from distributed import get_worker

    worker = get_worker()

    def say(stage: str) -> None:
        worker.log_event(TOPIC, (run, name, stage))

    say("start")
    refuse_unlike(client, worker.address)
    return pickle.dumps(_made(pickle.loads(packed), limits, say, _wanted_by(worker)))


def _wanted_by(worker: DaskWorker) -> Callable[[], bool]:
    """Whether the task under way should go on: neither given up by the client nor its worker about to end."""
    from distributed.core import Status

    tasks, key = worker.state.tasks, worker.get_current_task()
    staying = (Status.running, Status.paused)
    return lambda: worker.status in staying and key in tasks and tasks[key].state != "cancelled"


def _made(job: Job, limits: Limits, say: Callable[[str], None], wanted: Callable[[], bool]) -> Outcome:
    """Have a process of this worker make the job; raises ``Reschedule`` once it is not wanted."""
    from distributed import Reschedule

    process = _engaged(limits)
    process.give(job)
    try:
        while wanted():
            if not process.connection.poll(LOOK_EVERY):
                process.look()
            elif isinstance(event := process.hear(), Outcome):
                return event
            else:
                say(event.stage)
        raise Reschedule
    finally:
        if process.job:
            process.stop()
        else:
            idle.append(process)


def _engaged(limits: Limits) -> Worker:
    """A process without a job, started if there is none."""
    while idle:
        process = idle.pop()
        process.limits = limits
        if process.alive:
            return process
    return Worker.start(Path(tempfile.mkdtemp(prefix="csp-run-")), limits)
