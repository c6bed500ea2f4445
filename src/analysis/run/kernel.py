"""Execute a job's notebook: papermill, a kernel that nothing of its user's settings reaches, no trace of the time."""

from __future__ import annotations

import math
import sys
import time
from contextlib import suppress
from pathlib import Path
from queue import Empty
from typing import TYPE_CHECKING, Any, Final

import nbformat
import papermill
from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning.factory import KernelProvisionerFactory
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from papermill.engines import NBClientEngine, papermill_engines
from papermill.exceptions import PapermillExecutionError
from traitlets import Type, Unicode
from traitlets.config import Config

from analysis.run.environment import of_job

if TYPE_CHECKING:
    from analysis.run.job import Job

KEEPING: Final = "csp-keeping"
EXECUTED: Final = "executed.ipynb"


class KernelStopped(Exception):
    """The kernel ended, or a cell took too long: which cell it was, and the notebook as far as it came."""

    def __init__(self, message: str, cell: str, notebook: Any) -> None:
        super().__init__(message)
        self.cell = cell
        self.notebook = notebook


class JobClient(AsyncKernelClient):
    """Speaks to a kernel as soon as that answers."""

    async def wait_for_ready(self, timeout: float | None = None) -> None:
        """Wait until it answers and what it shows is heard; raises ``RuntimeError`` where it does not.

        jupyter_client waits on until all is quiet for a fifth of a second; what a kernel says before it is asked for a
        cell is passed over anyhow.
        """
        until = time.monotonic() + (timeout or math.inf)
        while time.monotonic() < until and await self.is_alive():
            self.kernel_info()
            with suppress(Empty):
                await self.shell_channel.get_msg(timeout=1)
                await self.iopub_channel.get_msg(timeout=0.2)
                return
        raise RuntimeError("the kernel did not start")


class JobKernel(AsyncKernelManager):
    """The kernel of one job: this Python's, with the environment of the job."""

    folder = Unicode(config=True)
    client_factory = Type(JobClient, AsyncKernelClient)

    @property
    def kernel_spec(self) -> KernelSpec:
        """How it is started; no kernel that its user has installed is asked for."""
        return KernelSpec(
            argv=[sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"],
            language="python",
            env=of_job(Path(self.folder)),
            metadata={"kernel_provisioner": {"provisioner_name": provisioner()}},
        )


def provisioner() -> str:
    """Who starts kernels: a worker's warm process where there is one (``analysis.run.warm``), else a plain one."""
    try:
        from analysis.run import warm
    except ImportError:
        return "local-provisioner"
    there = warm.begun() and warm.NAME in KernelProvisionerFactory.instance().get_provisioner_entries()
    return warm.NAME if there else "local-provisioner"


def _options(folder: Path) -> Config:
    """Options of the kernel of the job in ``folder``.

    It is spoken to through files there (``socket-1``, ...), not through ports: two kernels that start at once can be
    given the same port, and a port is open to everyone on the machine. The name is relative, since one may have no
    more than a hundred characters or so.
    """
    connection = str(folder / "kernel.json")
    return Config(JobKernel={"folder": str(folder), "transport": "ipc", "ip": "socket", "connection_file": connection})


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
            config=_options(folder),
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
