"""What a worker must have in common with the client, lest a report depend on where it was made."""

from __future__ import annotations

import platform
import re
from functools import cache
from importlib import metadata
from typing import TYPE_CHECKING, Final

from analysis.errors import RunError
from analysis.run.package import package_digest

if TYPE_CHECKING:
    from collections.abc import Mapping

DISTRIBUTION: Final = "csp-reports"
NAME: Final = re.compile(r"[A-Za-z0-9._-]+")


@cache
def likeness() -> Mapping[str, str]:
    """Python to its minor version, the libraries that the package declares it needs, and the package itself."""
    needed = [line for line in metadata.requires(DISTRIBUTION) or () if "extra ==" not in line]
    names = sorted(found.group() for line in needed if (found := NAME.match(line)))
    python = ".".join(platform.python_version_tuple()[:2])
    return {"Python": python, **{name: _version(name) for name in names}, "this package": package_digest()[:12]}


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "not installed"


def refuse_unlike(client: Mapping[str, str], address: str) -> None:
    """Raise ``RunError`` where this process, a worker at ``address``, differs from the ``client``; names both."""
    here = likeness()
    other = {what: (here.get(what, "not needed"), version) for what, version in client.items()}
    differing = [f"{what} {ours}, not {theirs}" for what, (ours, theirs) in other.items() if ours != theirs]
    if differing:
        raise RunError.at(
            f"worker {address}",
            f"is not set up as this machine is: it has {'; '.join(differing)}",
            "Figures could differ. Set it up from the same requirements.lock and the same commit, and start it again.",
        )
