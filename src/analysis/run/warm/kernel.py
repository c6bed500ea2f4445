"""What a forked kernel does first: leave behind all that is the warm process's own, and become a kernel like any."""

from __future__ import annotations

import os
import sys
import threading
from multiprocessing import parent_process
from multiprocessing.connection import wait
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def run(arguments: Sequence[str], environment: Mapping[str, str], folder: str) -> None:
    """Be the kernel that ``python -m ipykernel_launcher`` with these arguments is, in ``folder``, until it ends."""
    os.setsid()
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    threading.Thread(target=_end_with_the_worker, daemon=True).start()
    _draw_anew()
    sys.argv = ["ipykernel_launcher", *arguments]
    from ipykernel.kernelapp import IPKernelApp

    IPKernelApp.launch_instance([*arguments, f"--IPKernelApp.parent_handle={os.getppid()}"])


def _draw_anew() -> None:
    """Give this process random numbers of its own (``random`` sees to itself)."""
    import numpy

    numpy.random.seed()  # noqa: NPY002


def _end_with_the_worker() -> None:
    """Leave no kernel running for a worker that is gone; of the warm process, ipykernel takes care."""
    worker = parent_process()
    assert worker
    wait([worker.sentinel])
    os._exit(1)
