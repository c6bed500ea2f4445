"""What stood behind the hashes of a report when it was made, kept to tell later what has changed since."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from analysis.run.package import package_listing
from analysis.run.replace import replace_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.run.house import House
    from analysis.run.inputs import Inputs

PINNED: Final = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^ ;\\]+)", re.MULTILINE)
"""A library in the lock."""


def note(house: House, inputs: Inputs, files: Mapping[str, bytes]) -> None:
    """Keep what is declared (``files`` are those of the job), the names and hashes of the package, and the lock."""
    if "declared.json" in files:
        _keep(house, inputs.declared, json.loads(files["declared.json"]))
    _keep(house, inputs.package, package_listing())
    _keep(house, inputs.lock, libraries(house))


def noted(house: House, sha256: str) -> dict[str, Any] | None:
    """What was kept under a hash; none where nothing was, or ``.csp`` was emptied since."""
    try:
        found: dict[str, Any] = json.loads((house.noted / f"{sha256}.json").read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return None
    return found


def libraries(house: House) -> dict[str, str]:
    """The version of each library in the lock."""
    return dict(PINNED.findall((house.root / "requirements.lock").read_text(encoding="utf-8")))


def _keep(house: House, sha256: str, content: Mapping[str, Any]) -> None:
    path = house.noted / f"{sha256}.json"
    if not path.exists():
        replace_file(path, json.dumps(content).encode())
