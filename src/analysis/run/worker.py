"""The client's handle on a worker: a process of its own that makes one report after another (``serve``).

A worker runs wherever its client does: beside others in a pool, in a thread of a process of a cluster. It ends, with
its kernels and files, as soon as this handle is closed or the process that holds it is gone, however that came.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass, replace
from multiprocessing import Pipe
from pathlib import Path
from typing import TYPE_CHECKING, Final

from analysis.run.environment import SETTLED
from analysis.run.guard import Guard
from analysis.run.limits import USUAL, Limits
from analysis.run.outcome import Failure, Outcome

if TYPE_CHECKING:
    from collections.abc import Generator
    from multiprocessing.connection import Connection
    from typing import Self

    from analysis.run.job import Job
    from analysis.run.outcome import Stage

SECONDS_TO_STOP: Final = 5
"""How long a worker may take to put its kernel away before it is killed; a kernel without its worker ends by itself."""
LOOK_EVERY: Final = 0.5
"""Seconds between two looks at what a report takes."""


def log_of(scratch: Path) -> Path:
    """What a worker says to nobody in particular."""
    return scratch / "worker.log"


@dataclass
class Worker:
    """The client's end of a worker."""

    process: subprocess.Popen[bytes]
    connection: Connection
    scratch: Path
    limits: Limits
    job: Job | None = None
    """What it is making."""
    guard: Guard | None = None

    @classmethod
    def start(cls, within: Path, limits: Limits = USUAL) -> Self:
        """Start a worker whose temporary files all lie in a new folder in ``within``; returns before it is ready.

        The last worker to lose its client removes ``within`` too, if nothing else is in it.
        """
        scratch = Path(tempfile.mkdtemp(prefix="worker-", dir=within))
        ours, theirs = Pipe()
        command = [sys.executable, "-m", "analysis.run.serve", str(theirs.fileno()), str(scratch)]
        with theirs, log_of(scratch).open("wb") as log:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env={**os.environ, **SETTLED, "TMPDIR": str(scratch)},
                pass_fds=[theirs.fileno()],
                # Ctrl-C reaches the client alone.
                start_new_session=True,
            )
        return cls(process, ours, scratch, limits)

    def make(self, job: Job) -> Generator[Stage | Outcome]:
        """Make one job: its stages, then its outcome. For whoever has one worker; a pool waits for many at once."""
        self.give(job)
        while self.job:
            if self.connection.poll(LOOK_EVERY):
                yield self.hear()
            else:
                self.look()

    def give(self, job: Job) -> None:
        """Have it make ``job``; a worker that is gone is noticed when it is heard."""
        self.job, self.guard = job, Guard(self.process.pid, self.limits)
        try:
            self.connection.send(job)
        except OSError:
            self.process.wait()

    def look(self) -> None:
        """Hold its job to the limits; call it every ``LOOK_EVERY`` seconds. What comes of it is heard."""
        if self.guard:
            self.guard.look()

    def hear(self) -> Stage | Outcome:
        """The next event of its job; if it died, that is the job's outcome."""
        try:
            event: Stage | Outcome = self.connection.recv()
        except (EOFError, OSError):
            event = self._death()
        if isinstance(event, Outcome):
            event = self._within_limits(event)
            self.job = self.guard = None
        return event

    def _within_limits(self, outcome: Outcome) -> Outcome:
        """The outcome; where it failed for having been ended by the guard, that is why."""
        if not (outcome.failure and self.guard and self.guard.why):
            return outcome
        return replace(outcome, failure=replace(outcome.failure, message=self.guard.why))

    def _death(self) -> Outcome:
        assert self.job is not None
        self.stop()
        how = self.process.returncode
        ended = f"signal {signal.Signals(-how).name}" if how < 0 else f"exit code {how}"
        why = f"its worker process was ended ({ended}), most often for want of memory; try again with JOBS=1"
        log = log_of(self.scratch)
        said = log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""
        return Outcome(self.job.inputs.name, {}, {}, Failure("worker", why, log=said or why))

    @property
    def alive(self) -> bool:
        """Whether it is there, at work or waiting for a job."""
        return not self.connection.closed and (self.job is not None or self.process.poll() is None)

    def ask_to_stop(self) -> None:
        """Let it end and not finish its job; returns at once."""
        self.connection.close()

    def stop(self) -> None:
        """End it and wait until it is gone."""
        self.ask_to_stop()
        try:
            self.process.wait(SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
