"""Execute a job's notebook: papermill, a kernel that nothing of its user's settings reaches, no trace of the time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import nbformat
import papermill
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from papermill.engines import NBClientEngine, papermill_engines
from papermill.exceptions import PapermillExecutionError

from analysis.run.job_kernel import JobKernel, options_of

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.run.job import Job

KEEPING: Final = "csp-keeping"
EXECUTED: Final = "executed.ipynb"


class KernelStopped(Exception):
    """The kernel ended, or a cell took too long: which cell it was, and the notebook as far as it came."""

    def __init__(self, message: str, cell: str, notebook: Any) -> None:
        super().__init__(message)
        self.cell = cell
        self.notebook = notebook


class KeepingEngine(NBClientEngine):  # type: ignore[misc]
    """papermill's engine, with a notebook that tells no time.

    Where papermill's would drop the notebook (a dead kernel, a cell too slow), this one keeps it.
    """

    @classmethod
    def execute_notebook(cls, *arguments: Any, **options: Any) -> Any:
        """Execute; returns the notebook, which papermill writes once."""
        return timeless(super().execute_notebook(*arguments, **options))

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
    """Execute the job's notebook in ``folder``; returns it as ``executed.ipynb`` has it, which never tells the time.

    ``cell_timeout`` is the seconds that one cell may take. Raises papermill's ``PapermillExecutionError`` for a cell
    that raised, ``KernelStopped`` for one that ended the kernel; ``executed.ipynb`` then holds what was done before.
    """
    executed = folder / EXECUTED
    parameters = {"partnership": job.inputs.partnership, "edition": job.inputs.edition}
    try:
        return papermill.execute_notebook(
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
            extra_arguments=["--log-level=ERROR", "--HistoryManager.enabled=False"],
            kernel_manager_class=JobKernel,
            shutdown_kernel="immediate",
            config=options_of(folder),
        )
    except KernelStopped as stopped:
        _write(timeless(stopped.notebook), executed)
        raise
    except PapermillExecutionError:
        # papermill has added cells that say so.
        _write(timeless(nbformat.read(executed, as_version=4)), executed)  # type: ignore[no-untyped-call]
        raise


def _write(notebook: Any, path: Path) -> None:
    path.write_text(nbformat.writes(notebook), encoding="utf-8")  # type: ignore[no-untyped-call]


def timeless(notebook: Any) -> Any:
    """An executed notebook without times and random ids, so that two runs give the same bytes."""
    notebook.metadata.pop("papermill", None)
    for number, cell in enumerate(notebook.cells):
        for key in ("papermill", "execution"):
            cell.metadata.pop(key, None)
        for tag in cell.metadata.get("tags", []):
            if tag == "injected-parameters" or tag.startswith("papermill-error-cell"):
                cell["id"] = f"{tag}-{number}"
    return notebook
