"""What one report may take before it is given up."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Bounds of one report: a report beyond them fails, and the others go on."""

    seconds: float = 1800
    """Seconds from the start of its notebook to its last file."""
    memory: int = 4 << 30
    """Bytes that its processes may hold together."""
