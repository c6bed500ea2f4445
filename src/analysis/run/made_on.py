"""What a report is made on, as far as it can change a figure or a byte: nothing that names the machine or its user."""

from __future__ import annotations

import platform
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

LIBRARIES: Final = (
    "numpy", "scipy", "pandas", "polars", "pyarrow", "statsmodels", "pysyncon", "patsy",
    "matplotlib", "seaborn", "fonttools", "markdown-it-py", "latex2mathml", "typst", "pikepdf", "pydantic",
    "ipykernel", "nbclient", "nbformat", "papermill",
)  # fmt: skip
"""The libraries that figures, drawings and files are worked out with; the lock has all of them by their hash."""


@cache
def made_on() -> Mapping[str, Any]:
    """Python, system, machine, C library and the versions of ``LIBRARIES`` that are there."""
    found = {name: held for name in LIBRARIES if (held := _version(name))}
    return {
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "system": platform.system(),
        "machine": platform.machine(),
        "c_library": " ".join(filter(None, platform.libc_ver())),
        "libraries": found,
    }


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
