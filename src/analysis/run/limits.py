"""What one report may take before it is given up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from analysis.errors import RunError

SMALLEST: Final = 256 << 20
"""Bytes without which no report can be made: less is a slip of the pen (``MEMORY=4``)."""


@dataclass(frozen=True)
class Limits:
    """Bounds of one report: a report beyond them fails, and the others go on."""

    seconds: float = 1800
    """Seconds from when it is given to a worker to its last file."""
    memory: int = 4 << 30
    """Bytes that its processes may hold together, four times what the shipped reports do."""


USUAL: Final = Limits()
"""What a report may take unless it is said otherwise."""
SIZE: Final = re.compile(r"(?P<number>\d+(?:\.\d+)?)\s*(?P<unit>[KMGT]?)(?:i?B)?", re.IGNORECASE)


def limits(seconds: str = "", memory: str = "") -> Limits:
    """Read limits as they are given (``1800``, ``4G``), nothing for what is usual; raises ``RunError``."""
    return Limits(_seconds(seconds.strip()) or USUAL.seconds, _bytes(memory.strip()) or USUAL.memory)


def _seconds(given: str) -> float:
    if given and not (given.isdecimal() and int(given)):
        raise RunError.at(f'TIMEOUT="{given}"', "is not a number of seconds", "Write whole seconds, as TIMEOUT=1800.")
    return float(given or 0)


def _bytes(given: str) -> int:
    found = SIZE.fullmatch(given) if given else None
    size = int(float(found["number"]) * 1024 ** " KMGT".index(found["unit"].upper() or " ")) if found else 0
    if given and size < SMALLEST:
        raise RunError.at(f'MEMORY="{given}"', "is not an amount of memory for a report", "Write it as MEMORY=4G.")
    return size
