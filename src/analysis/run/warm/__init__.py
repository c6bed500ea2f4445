"""Kernels forked from a warm process: one that has imported what notebooks use, so that each starts at once.

On Linux alone, and in workers alone. Everywhere else, and everywhere once this folder and its entry point in
``pyproject.toml`` are deleted, kernels are started plainly; what they make is the same, byte for byte.
"""

from __future__ import annotations

import os
import sys
import tempfile
from multiprocessing import forkserver
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

NAME: Final = "csp-warm"
"""Its entry point in the group ``jupyter_client.kernel_provisioners``."""


def begin(scratch: Path) -> None:
    """Start the warm process, which imports in its own time; its socket is in ``scratch``.

    It takes this process's environment, which has to be that of a kernel already, and ends when this process does.
    """
    if sys.platform != "linux":
        return
    # The name of a socket may have no more than a hundred characters or so; this one is short, wherever scratch is.
    folder, before = os.open(scratch, os.O_RDONLY), tempfile.tempdir
    tempfile.tempdir = f"/proc/self/fd/{folder}"
    try:
        forkserver.set_forkserver_preload([f"{__name__}.imports"])
        forkserver.ensure_running()
    finally:
        tempfile.tempdir = before


def begun() -> bool:
    """Whether this process has a warm one to fork kernels from."""
    return sys.platform == "linux" and forkserver._forkserver._forkserver_pid is not None  # type: ignore[attr-defined]
