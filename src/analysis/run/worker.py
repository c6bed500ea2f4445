"""A worker: a process of its own that makes one report after another, and the client's handle on it."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
import threading
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from pathlib import Path
from typing import TYPE_CHECKING, Final

from analysis.run.outcome import Failure, Outcome, Stage

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess
    from typing import Self

    from analysis.run.job import Job

SECONDS_TO_STOP: Final = 5
"""How long a worker may take to put its kernel away before it is killed; a kernel without its worker ends by itself."""


def serve(connection: Connection, scratch: Path) -> None:
    """Make every job that comes down ``connection``; sends stages and one outcome each. The worker's whole life."""
    _keep_apart(scratch)
    threading.Thread(target=_end_with_the_client, args=(scratch,), daemon=True).start()
    try:
        while True:
            # nbclient puts the default back when its kernel is gone.
            signal.signal(signal.SIGTERM, _leave)
            _make(connection.recv(), connection)
    except (EOFError, OSError):
        return


def _make(job: Job, connection: Connection) -> None:
    """Make one report. What that takes is imported here: papermill alone costs as much as planning a run."""
    from analysis.run.execute import execute

    connection.send(execute(job, lambda stage: connection.send(Stage(job.inputs.name, stage))))


def _keep_apart(scratch: Path) -> None:
    """A session of its own, so that Ctrl-C reaches the client alone; temporary files and words in ``scratch``."""
    os.setsid()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    signal.signal(signal.SIGINT, signal.default_int_handler)
    tempfile.tempdir = os.environ["TMPDIR"] = str(scratch)
    log = os.open(_log_of(scratch), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    sys.stdout.flush()
    os.dup2(log, 1)
    os.dup2(log, 2)


def _leave(*_: object) -> None:
    """End by unwinding, so that kernels and temporary folders are put away."""
    sys.exit(143)


def _end_with_the_client(scratch: Path) -> None:
    """Leave no report running, and no temporary file, for a client that is gone."""
    client = parent_process()
    if client:
        wait([client.sentinel])
        shutil.rmtree(scratch, ignore_errors=True)
        # The last of the workers takes the run's own folder with it.
        with suppress(OSError):
            scratch.parent.rmdir()
        os._exit(1)


def _log_of(scratch: Path) -> Path:
    return scratch / "worker.log"


@dataclass
class Worker:
    """The client's end of a worker."""

    process: SpawnProcess
    connection: Connection
    scratch: Path
    job: Job | None = None
    """What it is making."""

    @classmethod
    def start(cls, within: Path) -> Self:
        """Start a worker whose temporary files all lie in a new folder in ``within``."""
        context = get_context("spawn")
        scratch = Path(tempfile.mkdtemp(prefix="worker-", dir=within))
        ours, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs, scratch), daemon=True)
        # Ctrl-C may come before the worker is in a session of its own; it inherits this.
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            process.start()
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        theirs.close()
        return cls(process, ours, scratch)

    def give(self, job: Job) -> None:
        """Have it make ``job``; a worker that is gone is noticed when it is heard."""
        self.job = job
        try:
            self.connection.send(job)
        except OSError:
            self.process.join()

    def hear(self) -> Stage | Outcome:
        """The next event of its job; if it died, that is the job's outcome."""
        try:
            event: Stage | Outcome = self.connection.recv()
        except (EOFError, OSError):
            event = self._death()
        if isinstance(event, Outcome):
            self.job = None
        return event

    def _death(self) -> Outcome:
        assert self.job is not None
        self.stop()
        how = self.process.exitcode or 0
        ended = f"signal {signal.Signals(-how).name}" if how < 0 else f"exit code {how}"
        why = f"its worker process was ended ({ended}), most often for want of memory; try again with JOBS=1"
        log = _log_of(self.scratch)
        said = log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""
        return Outcome(self.job.inputs.name, {}, {}, Failure("worker", why, log=said or why))

    @property
    def alive(self) -> bool:
        """Whether it is there, at work or waiting for a job."""
        return not self.connection.closed and (self.job is not None or self.process.is_alive())

    def ask_to_stop(self) -> None:
        """Tell it to end and not to finish its job; returns at once."""
        self.connection.close()
        self.process.terminate()

    def stop(self) -> None:
        """End it and wait until it is gone."""
        self.ask_to_stop()
        self.process.join(SECONDS_TO_STOP)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
