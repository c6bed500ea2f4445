"""Run one job: inputs and slices in, bytes out, in a folder of its own. The pool, and later a cluster, call this."""

from __future__ import annotations

import os
import re
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat

from analysis.errors import CspError
from analysis.render.html import write_html
from analysis.render.pdf import write_pdf
from analysis.render.read import read_document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from analysis.blocks import Document
    from analysis.run.job import Job

CELL_TIMEOUT = 900
"""Seconds that one cell may take before the report is given up."""
ANSI = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True)
class Failure:
    """What stopped a report: the stage, the notebook cell if it was one, the message and the whole log."""

    stage: str
    message: str
    cell: str = ""
    log: str = ""


@dataclass(frozen=True)
class Outcome:
    """What a job brought: its output files by name (relative to the report's folder), or why there are none."""

    name: str
    files: Mapping[str, bytes]
    seconds: Mapping[str, float]
    failure: Failure | None = None
    pages: Mapping[str, int] = field(default_factory=dict)

    @property
    def total_seconds(self) -> float:
        """Seconds over all stages."""
        return sum(self.seconds.values())


@contextmanager
def _own_folders(folder: Path) -> Iterator[None]:
    """Keep the kernel's files in the job's folder and its linear algebra on one thread; put the environment back."""
    ours = {
        "CSP_JOB": str(folder),
        "IPYTHONDIR": str(folder / ".ipython"),
        "JUPYTER_RUNTIME_DIR": str(folder / ".runtime"),
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
        "PYTHONHASHSEED": "0",
        **{f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL", "POLARS_MAX")},
    }
    ours["POLARS_MAX_THREADS"] = ours.pop("POLARS_MAX_NUM_THREADS")
    before = {name: os.environ.get(name) for name in ours}
    os.environ.update(ours)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _execute_notebook(job: Job, folder: Path) -> Any:
    """Execute the job's notebook with papermill; returns the executed notebook without anything that tells the time."""
    import papermill

    parameters = {"partnership": job.inputs.partnership, "edition": job.inputs.edition}
    try:
        papermill.execute_notebook(
            folder / "notebook.ipynb",
            folder / "executed.ipynb",
            parameters=parameters,
            kernel_name="python3",
            cwd=folder,
            progress_bar=False,
            request_save_on_cell_execute=False,
            record_timing=False,
            execution_timeout=CELL_TIMEOUT,
            extra_arguments=["--log-level=ERROR"],
        )
    finally:
        if (folder / "executed.ipynb").exists():
            timeless(folder / "executed.ipynb")
    return nbformat.read(folder / "executed.ipynb", as_version=4)  # type: ignore[no-untyped-call]


def timeless(path: Path) -> None:
    """Rewrite an executed notebook without times and random ids, so that two runs give the same bytes."""
    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    notebook.metadata.pop("papermill", None)
    for number, cell in enumerate(notebook.cells):
        for key in ("papermill", "execution"):
            cell.metadata.pop(key, None)
        if "injected-parameters" in cell.metadata.get("tags", []):
            cell["id"] = f"injected-{number}"
    path.write_text(nbformat.writes(notebook), encoding="utf-8")  # type: ignore[no-untyped-call]


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
    import traceback

    name = type(error).__name__
    if name == "PapermillExecutionError":
        log = ANSI.sub("", "\n".join(getattr(error, "traceback", [])))
        kind, message = getattr(error, "ename", name), ANSI.sub("", str(getattr(error, "evalue", error)))
        return Failure(stage, f"{kind}: {message}", str(getattr(error, "source", "")), log)
    log = "".join(traceback.format_exception(error))
    return Failure(stage, str(error) if isinstance(error, CspError) else f"{name}: {error}", log=log)


def execute(job: Job, say: Callable[[str], None] = lambda _: None) -> Outcome:
    """Make one report. Never raises for what is wrong with the report: that comes back as ``Outcome.failure``.

    ``say`` is told each stage as it starts: ``notebook``, ``read``, ``html``, ``pdf``.
    """
    seconds: dict[str, float] = {}
    stage, since = "notebook", time.perf_counter()

    def turn(to: str) -> None:
        nonlocal stage, since
        now = time.perf_counter()
        seconds[stage], stage, since = now - since, to, now
        say(to)

    with tempfile.TemporaryDirectory(prefix="csp-job-") as temporary:
        folder = Path(temporary)
        executed = folder / "executed.ipynb"
        try:
            job.unpack(folder)
            say(stage)
            with _own_folders(folder):
                notebook = _execute_notebook(job, folder)
            turn("read")
            document = read_document(notebook, job.inputs.document, job.inputs.key)
            files = _written(document, turn)
            files[f"{document.name}.ipynb"] = executed.read_bytes()
            turn("done")
            return Outcome(job.inputs.name, files, seconds)
        except Exception as error:
            partial = {f"{job.inputs.document}.failed.ipynb": executed.read_bytes()} if executed.exists() else {}
            failure = _failure(stage, error)
            turn("failed")
            return Outcome(job.inputs.name, partial, seconds, failure)
