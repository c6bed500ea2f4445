"""What a job says while it runs and what comes of it: plain values, light to import, that travel between processes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Stage:
    """A report has reached a stage: ``start``, ``notebook``, ``read``, ``html``, ``pdf``."""

    name: str
    stage: str


@dataclass(frozen=True)
class Failure:
    """What stopped a report: the stage, the notebook cell if it was one, the message and the whole log."""

    stage: str
    message: str
    cell: str = ""
    log: str = ""


@dataclass(frozen=True)
class Outcome:
    """What a job brought: its output files by name (relative to the report's folder), or why there are none.

    A failed job brings at most the notebook as far as it came.
    """

    name: str
    files: Mapping[str, bytes]
    seconds: Mapping[str, float]
    failure: Failure | None = None
    provenance: Mapping[str, Any] = field(default_factory=dict)
    """What the process that made it knows of how: plain values, for the report's manifest."""

    @property
    def total_seconds(self) -> float:
        """Seconds over all stages."""
        return sum(self.seconds.values())
