"""A plain pool of processes; one report's failure is its own."""

from __future__ import annotations

import multiprocessing
import os
import queue
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.run.execute import Failure, Outcome, execute

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analysis.run.job import Job

MEMORY_PER_JOB = 1 << 30
"""Bytes that one report may need at its peak: kernel and writer together."""


@dataclass(frozen=True)
class Stage:
    """A report has reached a stage."""

    name: str
    stage: str


def workers(wanted: int | None = None) -> int:
    """How many reports to make at a time: as asked, else one a core within the memory there is."""
    if wanted:
        return max(1, wanted)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    try:
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (ValueError, OSError, AttributeError):
        return cores
    return max(1, min(cores, memory // MEMORY_PER_JOB))


_events: queue.Queue[Stage] | None = None


def _start_worker(events: queue.Queue[Stage]) -> None:
    global _events
    _events = events


def _work(job: Job) -> Outcome:
    events = _events
    return execute(job, (lambda stage: events.put(Stage(job.inputs.name, stage))) if events else (lambda _: None))


def _outcome(future: Future[Outcome], job: Job) -> Outcome:
    """The job's outcome; a worker that died is a failure of the reports it took with it."""
    try:
        return future.result()
    except BrokenProcessPool as error:
        why = "its worker process was ended from outside, most often for want of memory; try again with JOBS=1"
        return Outcome(job.inputs.name, {}, {}, Failure("worker", why, log=str(error)))


def run_jobs(jobs: Sequence[Job], at_a_time: int) -> Iterator[Stage | Outcome]:
    """Run every job, ``at_a_time`` at once; yields stages as they come and one ``Outcome`` a job."""
    context = multiprocessing.get_context("spawn")
    with context.Manager() as manager:
        events: queue.Queue[Stage] = manager.Queue()
        with ProcessPoolExecutor(
            max_workers=min(at_a_time, max(1, len(jobs))),
            mp_context=context,
            initializer=_start_worker,
            initargs=(events,),
        ) as pool:
            waiting = {pool.submit(_work, job): job for job in jobs}
            try:
                while waiting:
                    done, _ = wait(waiting, timeout=0.1, return_when=FIRST_COMPLETED)
                    while not events.empty():
                        yield events.get()
                    for future in done:
                        yield _outcome(future, waiting.pop(future))
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise
