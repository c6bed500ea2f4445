"""The kernel of one job: how it is started, spoken to and told of its surroundings."""

from __future__ import annotations

import math
import sys
import time
from contextlib import suppress
from pathlib import Path
from queue import Empty

from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning.factory import KernelProvisionerFactory
from traitlets import Type, Unicode
from traitlets.config import Config

from analysis.run.environment import of_job


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


def options_of(folder: Path) -> Config:
    """Options of the kernel of the job in ``folder``.

    It is spoken to through files there (``socket-1``, ...), not through ports: two kernels that start at once can be
    given the same port, and a port is open to everyone on the machine. The name is relative, since one may have no
    more than a hundred characters or so.
    """
    connection = str(folder / "kernel.json")
    return Config(JobKernel={"folder": str(folder), "transport": "ipc", "ip": "socket", "connection_file": connection})
