"""A worker's own process, ``python -m analysis.run.serve``: it makes every job that comes down its connection."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import threading
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING

import psutil

from analysis.run.outcome import Stage
from analysis.run.package import package_digest

if TYPE_CHECKING:
    from analysis.run.job import Job
    from analysis.run.outcome import Outcome


def serve(connection: Connection, scratch: Path) -> None:
    """Make job after job, in order; sends stages and one outcome each. Ends when the other end is closed."""
    jobs: SimpleQueue[Job] = SimpleQueue()
    threading.Thread(target=_receive, args=(connection, jobs, scratch), daemon=True).start()
    _make_ready(scratch)
    while True:
        _make(jobs.get(), connection)


def _receive(connection: Connection, jobs: SimpleQueue[Job], scratch: Path) -> None:
    """Take jobs in while others are made, and end everything when there is nobody to make them for."""
    with suppress(EOFError, OSError):
        while True:
            jobs.put(connection.recv())
    _end(scratch)


def _end(scratch: Path) -> None:
    """Leave no report running, and no temporary file, for a client that is gone."""
    for process in psutil.Process().children(recursive=True):
        with suppress(psutil.Error):
            process.kill()
    shutil.rmtree(scratch, ignore_errors=True)
    # The last of the workers takes the run's own folder with it.
    with suppress(OSError):
        scratch.parent.rmdir()
    os._exit(0)


def _make_ready(scratch: Path) -> None:
    """Import what a report takes: none of it is needed to plan a run or to wait for one."""
    with suppress(ImportError):
        from analysis.run import warm

        warm.begin(scratch)
    # nbformat brings jsonschema, which would work out a grammar of web addresses that no notebook is held to: a second.
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
    import analysis.run.execute  # noqa: F401
    from analysis.render.html_fonts import font_faces

    package_digest()
    # The typeface of most pages, cut once: while kernels are getting warm there is time for it.
    font_faces("\n")


def _make(job: Job, connection: Connection) -> None:
    from analysis.run.execute import execute

    _send(connection, execute(job, lambda stage: _send(connection, Stage(job.inputs.name, stage))))


def _send(connection: Connection, event: Stage | Outcome) -> None:
    # A client that is gone is noticed where jobs are received.
    with suppress(OSError):
        connection.send(event)


if __name__ == "__main__":
    # Where the client happens to be is no place to find modules in.
    if not sys.flags.safe_path:
        del sys.path[0]
    # Whoever runs in the background has Ctrl-C ignored, and a kernel must mind an interruption all the same.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    serve(Connection(int(sys.argv[1])), Path(sys.argv[2]))
