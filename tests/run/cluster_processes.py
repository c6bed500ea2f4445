"""A real cluster on this machine: a scheduler and workers, each a process of its own, spoken to over TCP."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

import psutil

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

LIGHT: Final = {"DASK_DISTRIBUTED__SCHEDULER__HTTP__ROUTES": "[]", "DASK_DISTRIBUTED__WORKER__HTTP__ROUTES": "[]"}
"""Without the pages that Dask shows of itself."""


def until(true: Callable[[], object], seconds: float = 120) -> bool:
    """Whether something becomes true within some seconds."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.05)
    return False


def gone(process: int, seconds: float = 60) -> bool:
    """Whether a process ends within some seconds."""
    return until(lambda: not psutil.pid_exists(process) or psutil.Process(process).status() == "zombie", seconds)


def kill(process: int, number: signal.Signals = signal.SIGKILL) -> None:
    with suppress(ProcessLookupError):
        os.kill(process, number)


class Cluster:
    """A scheduler and the workers started so far; ``folder`` keeps what they print and their temporary files."""

    def __init__(self, folder: Path, protocol: str = "tcp", **environment: str) -> None:
        self.folder, self.environment = folder, environment
        self.processes: list[subprocess.Popen[bytes]] = []
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"{protocol}://127.0.0.1:{self.port}"
        self.scheduler = self.start_scheduler()

    def start_scheduler(self, *options: str) -> subprocess.Popen[bytes]:
        where = ("--host", self.address.removesuffix(f":{self.port}"), "--port", str(self.port))
        self.scheduler = self._start("dask_scheduler", *where, "--no-dashboard", *options)
        assert until(self._listening), self.log()
        return self.scheduler

    def start_worker(
        self, *options: str, nanny: bool = False, before: Sequence[str] = (), **environment: str
    ) -> subprocess.Popen[bytes]:
        one = ("--nworkers", "1", "--nthreads", "1", "--nanny" if nanny else "--no-nanny", "--no-dashboard")
        local = ("--local-directory", str(self.folder / f"worker-{len(self.processes)}"))
        return self._start("dask_worker", self.address, *one, *local, *options, before=before, **environment)

    def _start(
        self, what: str, *options: str, before: Sequence[str] = (), **environment: str
    ) -> subprocess.Popen[bytes]:
        temporary = self.folder / "temporary"
        temporary.mkdir(parents=True, exist_ok=True)
        own = {**os.environ, **LIGHT, "TMPDIR": str(temporary), **self.environment, **environment}
        with (self.folder / f"{what}-{len(self.processes)}.log").open("wb") as log:
            process = subprocess.Popen(
                [*before, sys.executable, "-m", f"distributed.cli.{what}", *options], stdout=log, stderr=log, env=own
            )
        self.processes.append(process)
        return process

    def _listening(self) -> bool:
        with socket.socket() as line:
            return line.connect_ex(("127.0.0.1", self.port)) == 0

    def log(self) -> str:
        """What its processes printed."""
        return "\n".join(path.read_text(errors="replace") for path in sorted(self.folder.glob("*.log")))

    def stop(self) -> None:
        """End everything, whatever a test did to it."""
        for process in reversed(self.processes):
            family = psutil.Process(process.pid).children(recursive=True) if process.poll() is None else []
            for each in (process.pid, *(child.pid for child in family)):
                kill(each)
            process.wait()


@contextmanager
def cluster(folder: Path, workers: int = 0, protocol: str = "tcp", **environment: str) -> Iterator[Cluster]:
    """A scheduler and so many workers of one thread, ended when the test is."""
    made = Cluster(folder, protocol, **environment)
    try:
        for _ in range(workers):
            made.start_worker()
        yield made
    finally:
        made.stop()
