"""Run one job: inputs and slices in, bytes out, in a folder of its own. The pool, and later a cluster, call this."""

from __future__ import annotations

import re
import tempfile
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Final

from papermill.exceptions import PapermillExecutionError

from analysis.errors import CspError
from analysis.render.html import write_html
from analysis.render.pdf import write_pdf
from analysis.render.read import read_document
from analysis.run.kernel import EXECUTED, KernelStopped, execute_notebook
from analysis.run.outcome import Failure, Outcome
from analysis.run.package import package_digest
from analysis.run.provenance import provenance
from analysis.run.replace import writing

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.blocks import Document
    from analysis.run.job import Job

CELL_TIMEOUT: Final = 900
"""Seconds that one cell may take before the report is given up."""
OR_ELSEWHERE: Final = "or name another folder for temporary files by TMPDIR, then run it again."
ANSI: Final = re.compile(r"\x1b\[[0-9;]*m")


def _written(document: Document, say: Callable[[str], None]) -> dict[str, bytes]:
    """The document's faces: HTML, PDF and one CSV an exhibit, by path relative to the report's folder."""
    say("html")
    files = {f"{document.name}.html": write_html(document).encode()}
    say("pdf")
    files[f"{document.name}.pdf"] = write_pdf(document)
    for block in document.blocks:
        if block.kind == "exhibit":
            files[f"data/{document.name}/{block.slug}.csv"] = block.csv.encode()
    return files


def _failure(stage: str, error: Exception) -> Failure:
    """Say what stopped the report as its reader needs it: message first, traceback in the log."""
    if isinstance(error, PapermillExecutionError):
        log = ANSI.sub("", "\n".join(error.traceback))
        return Failure(stage, f"{error.ename}: {ANSI.sub('', str(error.evalue))}", str(error.source), log)
    log = "".join(traceback.format_exception(error))
    if isinstance(error, KernelStopped):
        return Failure(stage, str(error), error.cell, log)
    return Failure(stage, str(error) if isinstance(error, CspError) else f"{type(error).__name__}: {error}", log=log)


class _Clock:
    """The stage that a job is in, and the seconds that each one before took."""

    def __init__(self, stage: str, say: Callable[[str], None]) -> None:
        self.seconds: dict[str, float] = {}
        self.stage, self.since, self.say = stage, time.perf_counter(), say
        say(stage)

    def stop(self) -> None:
        """Write down the seconds of the stage under way."""
        self.seconds[self.stage] = time.perf_counter() - self.since

    def turn(self, stage: str) -> None:
        """Go to the next stage."""
        self.stop()
        self.stage, self.since = stage, time.perf_counter()
        self.say(stage)


OTHER_PACKAGE: Final = (
    "the program here is not the one that this report was planned with, and could give other figures; let every "
    "worker have the same version of it"
)


def execute(job: Job, say: Callable[[str], None] = lambda _: None) -> Outcome:
    """Make one report. Never raises for what is wrong with the report: that comes back as ``Outcome.failure``.

    ``say`` is told each stage as it starts: ``notebook``, ``read``, ``html``, ``pdf``. A job that was planned with
    another version of this program is not made.
    """
    if not (job.any_package or job.inputs.package == package_digest()):
        return Outcome(job.inputs.name, {}, {}, Failure("package", OTHER_PACKAGE, log=OTHER_PACKAGE))
    clock = _Clock("notebook", say)
    try:
        with tempfile.TemporaryDirectory(prefix="csp-job-", ignore_cleanup_errors=True) as temporary:
            return _in_folder(job, Path(temporary), clock)
    except OSError as error:
        return _failed(job, clock, error)


def _in_folder(job: Job, folder: Path, clock: _Clock) -> Outcome:
    executed = folder / EXECUTED
    try:
        with writing(Path(tempfile.gettempdir()), OR_ELSEWHERE):
            job.unpack(folder)
            return _made(job, folder, clock)
    except Exception as error:
        return _failed(job, clock, error, executed.read_bytes() if executed.exists() else b"")


def _failed(job: Job, clock: _Clock, error: Exception, notebook: bytes = b"") -> Outcome:
    """What is left of a job that failed: its notebook as far as it came, and why."""
    clock.stop()
    partial = {f"{job.inputs.document}.failed.ipynb": notebook} if notebook else {}
    return Outcome(job.inputs.name, partial, clock.seconds, _failure(clock.stage, error))


def _made(job: Job, folder: Path, clock: _Clock) -> Outcome:
    notebook = execute_notebook(job, folder, CELL_TIMEOUT)
    clock.turn("read")
    document = read_document(notebook, job.inputs.document, job.inputs.key)
    files = _written(document, clock.turn)
    files[f"{document.name}.ipynb"] = (folder / EXECUTED).read_bytes()
    told = provenance(document, job, notebook, files[f"{document.name}.pdf"])
    clock.stop()
    return Outcome(job.inputs.name, files, clock.seconds, provenance=told)
