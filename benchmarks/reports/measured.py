"""What a command takes: wall seconds, core seconds of all its processes, the most memory that they hold together.

Core seconds are exact, not sampled. This process adopts what its descendants leave behind (``PR_SET_CHILD_SUBREAPER``:
a fork server, say, and kernels forked from it, whoever their parents were), waits for all of them, and reads what the
kernel of Linux has added up for its children. Memory is sampled: the proportional set size, which counts a page
that several processes share once among them, summed over the tree. Where there is no ``/proc``, memory is not measured.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import subprocess
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Final

import psutil

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

EVERY: Final = 0.25
"""Seconds between two looks at the memory."""
PATIENCE: Final = 10.0
"""Seconds after its command has ended that a process may stay before it is ended, and counted as left behind."""
PR_SET_CHILD_SUBREAPER: Final = 36


@dataclass(frozen=True)
class Taken:
    """What a command took; ``left`` is how many of its processes had to be ended after it.

    ``others`` is the core seconds of everything else on the machine meanwhile: near nothing where it was idle.
    """

    wall: float
    cores: float
    peak: int
    code: int
    left: int = 0
    others: float = 0.0


def adopt() -> None:
    """Be the parent of every orphan among the descendants; elsewhere than on Linux these are not counted."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def measured(
    command: Sequence[str | Path],
    *,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    out: IO[bytes] | int | None = None,
    line: Callable[[float, int, str], None] | None = None,
) -> Taken:
    """Run ``command`` to its end; ``line`` is told each line it prints, with seconds and the tree's bytes so far."""
    adopt()
    whole, before, since = _busy_seconds(), _core_seconds(), time.perf_counter()
    watch = _Watch()
    made = subprocess.Popen(
        [str(part) for part in command],
        env={**os.environ, **(env or {})},
        cwd=cwd,
        stdout=subprocess.PIPE if line else out,
        stderr=subprocess.STDOUT if line or out is not None else None,
        start_new_session=True,
    )
    with watch:
        if line:
            assert made.stdout
            for each in made.stdout:
                line(time.perf_counter() - since, watch.now, each.decode(errors="replace").rstrip())
        code = made.wait()
        wall = time.perf_counter() - since
        left = _reap()
    cores = _core_seconds() - before
    return Taken(wall, cores, watch.peak, code, left, max(0.0, _busy_seconds() - whole - cores))


def _core_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _busy_seconds() -> float:
    """Core seconds of everything that the machine has done."""
    times = psutil.cpu_times()
    idle = times.idle + getattr(times, "iowait", 0.0) + getattr(times, "guest", 0.0) + getattr(times, "guest_nice", 0.0)
    return float(sum(times) - idle)


def _reap() -> int:
    """Wait for every orphan, end those that stay; returns how many stayed."""
    left, until = 0, time.perf_counter() + PATIENCE
    with suppress(ChildProcessError):
        while True:
            if os.waitpid(-1, os.WNOHANG)[0]:
                continue
            if time.perf_counter() > until:
                left += _end_children()
                until = time.perf_counter() + PATIENCE
            time.sleep(0.02)
    return left


def _end_children() -> int:
    children = psutil.Process().children()
    for child in children:
        with suppress(psutil.Error):
            child.send_signal(signal.SIGKILL)
    return len(children)


class _Watch:
    """Looks at the memory of all descendants while something runs."""

    def __init__(self) -> None:
        self.peak = self.now = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        me = psutil.Process()
        while True:
            self.now = sum(proportional(child.pid) for child in me.children(recursive=True))
            self.peak = max(self.peak, self.now)
            if self._over.wait(EVERY):
                return


def proportional(pid: int) -> int:
    """Bytes that a process holds, its part of what it shares; none for one that is gone."""
    with suppress(OSError), open(f"/proc/{pid}/smaps_rollup", "rb") as file:  # noqa: PTH123
        for row in file:
            if row.startswith(b"Pss:"):
                return int(row.split()[1]) * 1024
    return 0
