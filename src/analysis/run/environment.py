"""What the processes that make a report find set: neither its user's settings nor the machine may change a figure."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

SETTLED: Final = {
    "JUPYTER_PREFER_ENV_PATH": "1",
    "MATPLOTLIBRC": os.devnull,
    "MPLBACKEND": "module://matplotlib_inline.backend_inline",
    "PYDEVD_DISABLE_FILE_VALIDATION": "1",
    "PYTHONHASHSEED": "0",
    # Where a process happens to be is no place to find modules in, in a kernel forked or started plainly alike.
    "PYTHONSAFEPATH": "1",
    "PYTHONSTARTUP": "",
    # One thread each, since the reports are what is made side by side.
    "POLARS_MAX_THREADS": "1",
    **{f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL")},
    # No thread that tidies memory: a process with threads is not safely forked.
    **{f"{name}_MALLOC_CONF": "background_thread:false" for name in ("_RJEM", "JE_ARROW")},
}
"""The same for every report: workers and all that they start have it from their first moment."""


def of_job(folder: Path) -> dict[str, str]:
    """What is set for the kernel of the one report that is made in ``folder``, where its own files stay."""
    return {
        "CSP_JOB": str(folder),
        "IPYTHONDIR": str(folder / ".ipython"),
        "JUPYTER_RUNTIME_DIR": str(folder / ".runtime"),
        "JUPYTER_DATA_DIR": str(folder / ".jupyter"),
        "JUPYTER_CONFIG_DIR": str(folder / ".jupyter"),
        **SETTLED,
    }
