"""Holds what one worker's processes take to the limits of a report."""

from __future__ import annotations

import math
import os
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import psutil

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.run.limits import Limits

SECONDS_TO_ANSWER: Final = 10
"""How long a worker may take to hand over the notebook of a kernel that was ended before it is killed itself."""
GIB: Final = 1 << 30


def processes(worker: int) -> Iterator[psutil.Process]:
    """The worker and all that it started, as far as they are there."""
    with suppress(psutil.Error):
        yield (first := psutil.Process(worker))
        yield from first.children(recursive=True)


def held(worker: int, *, exact: bool = False) -> int:
    """Bytes of memory that the worker and all that it started hold.

    Quickly, what processes share is counted in each of them; ``exact`` counts it once, and takes its time.
    """
    total = 0
    for process in processes(worker):
        with suppress(psutil.Error):
            taken = process.memory_full_info() if exact else process.memory_info()
            total += getattr(taken, "pss", taken.rss)
    return total


def end_kernels(worker: int) -> None:
    """Kill the kernels of a worker with all that they started: each is in a session of its own, as the worker is."""
    for process in processes(worker):
        with suppress(psutil.Error, OSError):
            if os.getsid(process.pid) != worker:
                process.kill()


@dataclass
class Guard:
    """Watches over one report from now on."""

    worker: int
    """The process that makes it."""
    limits: Limits
    since: float = field(default_factory=time.monotonic)
    why: str = ""
    """Which limit it went beyond, and what allows more."""
    ended: float = math.inf

    def look(self) -> None:
        """End the kernel of a report that is beyond its limits, and a worker that then does not give it up."""
        now = time.monotonic()
        if not self.why and (why := self._beyond(now - self.since)):
            self.why, self.ended = why, now
        if now - self.ended > SECONDS_TO_ANSWER:
            with suppress(psutil.Error):
                psutil.Process(self.worker).kill()
        elif self.why:
            end_kernels(self.worker)

    def _beyond(self, seconds: float) -> str:
        if seconds > self.limits.seconds:
            return f"gave up after {seconds:.0f} seconds; TIMEOUT={math.ceil(2 * self.limits.seconds)} allows more"
        most = self.limits.memory
        if held(self.worker) <= most or (found := held(self.worker, exact=True)) <= most:
            return ""
        more = f"MEMORY={math.ceil(2 * most / GIB)}G allows more"
        return f"its processes held {found / GIB:.2f} GiB, more than the {most / GIB:g} GiB that one report may; {more}"
