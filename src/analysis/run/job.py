"""A job: one report's inputs and everything its folder holds, as bytes, so that any process anywhere can run it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.run.house import House as House

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from analysis.run.inputs import Inputs


@dataclass(frozen=True)
class Job:
    """One report to make: ``files`` is the whole content of its folder, name to bytes."""

    inputs: Inputs
    files: Mapping[str, bytes]
    title: str
    about: Mapping[str, Any]
    """What the portfolio page says of it: ``partnership``, ``title``, ``basis``, ``period``, ``status`` and so on."""
    any_package: bool = False
    """Whether any version of this program may make it: what is made anew from an archive is compared afterwards."""

    def pack(self) -> Job:
        """Itself: it has all its files (``Makeable``)."""
        return self

    def unpack(self, folder: Path) -> None:
        """Write the job's files into ``folder``."""
        for name, content in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
