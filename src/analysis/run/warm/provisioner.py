"""The provisioner that has a kernel forked from the warm process, in place of starting a new Python."""

from __future__ import annotations

import os
import signal
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from analysis.run.warm.kernel import run

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerProcess

    from jupyter_client.connect import KernelConnectionInfo

LAUNCHER: Final = "ipykernel_launcher"


class Forked:
    """A forked process, as ``subprocess.Popen`` shows one."""

    stdin = stdout = stderr = None

    def __init__(self, process: ForkServerProcess) -> None:
        self.process = process
        self.pid = process.pid or 0

    def poll(self) -> int | None:
        """Its exit code, if it has ended."""
        return self.process.exitcode

    def wait(self) -> int | None:
        """Its exit code, when it has ended."""
        self.process.join()
        return self.process.exitcode

    def send_signal(self, number: int) -> None:
        """Send it a signal, if it is there."""
        os.kill(self.pid, number)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """End it."""
        self.send_signal(signal.SIGKILL)


class WarmProvisioner(LocalProvisioner):
    """Forks kernels; where the warm process is gone, it starts them plainly."""

    process: Any

    async def launch_kernel(self, cmd: list[str], **options: Any) -> KernelConnectionInfo:
        """Start a kernel with the arguments, environment and folder of the command ``cmd``."""
        arguments = cmd[cmd.index(LAUNCHER) + 1 :]
        folder = str(options.get("cwd") or Path.cwd())
        process = get_context("forkserver").Process(target=run, args=(arguments, options["env"], folder))
        try:
            process.start()
        except (OSError, EOFError):
            return await super().launch_kernel(cmd, **options)
        self.process, self.cwd = Forked(process), folder
        # It leads a group of its own in a moment; to ask for its group now would be to be told ours.
        self.pid = self.pgid = process.pid
        return self.connection_info

    async def kill(self, restart: bool = False) -> None:
        """End it; returns when it is gone, which is sooner than anyone looks."""
        await super().kill(restart)
        if isinstance(self.process, Forked):
            self.process.wait()
