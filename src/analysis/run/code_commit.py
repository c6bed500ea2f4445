"""The commit that this package's code stands at, where git knows it."""

from __future__ import annotations

import os
import subprocess
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

PACKAGE: Final = Path(__file__).resolve().parents[1]
SECONDS: Final = 10
"""How long git may take before the commit counts as not known."""


@cache
def code_commit() -> Mapping[str, Any]:
    """``commit_of`` this package, asked for once in a process."""
    return commit_of(PACKAGE)


def commit_of(package: Path) -> dict[str, Any]:
    """The ``commit`` of the code in ``package``, and whether it was ``changed`` since; or null, and ``why``.

    A package that lies in a work tree without being part of it, as an installed one may, has no commit.
    """
    try:
        _git(package, "ls-files", "--error-unmatch", "__init__.py")
        commit = _git(package, "rev-parse", "--verify", "HEAD").strip()
        changed = bool(_git(package, "status", "--porcelain", "--", "."))
    except FileNotFoundError:
        return _unknown("git is not installed")
    except subprocess.CalledProcessError as error:
        said = [line for line in error.stderr.splitlines() if line.strip()]
        return _unknown("the package is not under version control here", said[0] if said else "")
    except (OSError, subprocess.TimeoutExpired) as error:
        return _unknown("git did not answer", type(error).__name__)
    return {"commit": commit, "changed": changed, "why": None}


def _unknown(why: str, said: str = "") -> dict[str, Any]:
    return {"commit": None, "changed": None, "why": f"{why} ({said})" if said else why}


def _git(package: Path, *command: str) -> str:
    """What git says of the files in ``package``; it takes no lock, asks nothing and runs no program of its user's."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    own |= {"GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    ran = subprocess.run(
        ["git", "-c", "core.fsmonitor=false", *command], cwd=package, env=own,
        stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace", timeout=SECONDS, check=True,
    )  # fmt: skip
    return ran.stdout
