"""Execute a job's notebook: papermill, a kernel that nothing of its user's settings reaches, no trace of the time."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

import nbformat
import papermill
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from papermill.engines import NBClientEngine, papermill_engines
from traitlets.config import Config

from analysis.run.environment import of_job

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from analysis.run.job import Job

KEEPING: Final = "csp-keeping"
EXECUTED: Final = "executed.ipynb"
SOCKETS: Final = Config({"KernelManager": {"transport": "ipc", "ip": "socket"}})
"""The kernel is spoken to through files in the job's folder (``socket-1``, ...), not through ports: two kernels that
start at once can be given the same port, and a port is open to everyone on the machine. The name is relative, since
one may have no more than a hundred characters or so.
"""


class KernelStopped(Exception):
    """The kernel ended, or a cell took too long: which cell it was, and the notebook as far as it came."""

    def __init__(self, message: str, cell: str, notebook: Any) -> None:
        super().__init__(message)
        self.cell = cell
        self.notebook = notebook


class KeepingEngine(NBClientEngine):  # type: ignore[misc]
    """papermill's engine; where it would drop the notebook (a dead kernel, a cell too slow), this one keeps it."""

    @classmethod
    def execute_managed_notebook(cls, nb_man: Any, kernel_name: str, **options: Any) -> Any:
        """Execute; raises ``KernelStopped`` where the kernel ended or a cell took too long."""
        try:
            return super().execute_managed_notebook(nb_man, kernel_name, **options)
        except DeadKernelError as error:
            why = "the notebook's kernel was ended in this cell, most often for want of memory; try again with JOBS=1"
            raise KernelStopped(why, _last_started(nb_man.nb), nb_man.nb) from error
        except CellTimeoutError as error:
            seconds = options["execution_timeout"]
            why = f"this cell was given up after {seconds} second{'' if seconds == 1 else 's'}"
            raise KernelStopped(why, _last_started(nb_man.nb), nb_man.nb) from error


papermill_engines.register(KEEPING, KeepingEngine)


def _last_started(notebook: Any) -> str:
    """Source of the cell that was running."""
    started = [c for c in notebook.cells if c.cell_type == "code" and c.metadata.get("papermill", {}).get("start_time")]
    return str(started[-1].source) if started else ""


def execute_notebook(job: Job, folder: Path, cell_timeout: int) -> Any:
    """Execute the job's notebook in ``folder``; returns it as read from ``executed.ipynb``, which never tells the time.

    ``cell_timeout`` is the seconds that one cell may take. Raises papermill's ``PapermillExecutionError`` for a cell
    that raised, ``KernelStopped`` for one that ended the kernel; ``executed.ipynb`` then holds what was done before.
    """
    executed = folder / EXECUTED
    parameters = {"partnership": job.inputs.partnership, "edition": job.inputs.edition}
    try:
        with _own_environment(folder):
            papermill.execute_notebook(
                folder / "notebook.ipynb",
                executed,
                parameters=parameters,
                engine_name=KEEPING,
                kernel_name="python3",
                cwd=folder,
                progress_bar=False,
                request_save_on_cell_execute=False,
                record_timing=False,
                execution_timeout=cell_timeout,
                extra_arguments=["--log-level=ERROR"],
                config=SOCKETS,
            )
    except KernelStopped as stopped:
        nbformat.write(stopped.notebook, executed)  # type: ignore[no-untyped-call]
        raise
    finally:
        if executed.exists():
            timeless(executed)
    return nbformat.read(executed, as_version=4)  # type: ignore[no-untyped-call]


@contextmanager
def _own_environment(folder: Path) -> Iterator[None]:
    """Keep the kernel's files in the job's folder and its linear algebra on one thread; put the environment back.

    Neither the user's start-up files, kernels nor chart settings may change a report.
    """
    ours = of_job(folder)
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


def timeless(path: Path) -> None:
    """Rewrite an executed notebook without times and random ids, so that two runs give the same bytes."""
    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    notebook.metadata.pop("papermill", None)
    for number, cell in enumerate(notebook.cells):
        for key in ("papermill", "execution"):
            cell.metadata.pop(key, None)
        for tag in cell.metadata.get("tags", []):
            if tag == "injected-parameters" or tag.startswith("papermill-error-cell"):
                cell["id"] = f"{tag}-{number}"
    path.write_text(nbformat.writes(notebook), encoding="utf-8")  # type: ignore[no-untyped-call]
