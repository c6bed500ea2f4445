"""A report that is to be: what it is made from is known by its hashes; its data is fetched when it is about to run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.run.inputs import Inputs
    from analysis.run.job import Job


class Makeable(Protocol):
    """What a runner takes: it knows its inputs, and packs its job when asked."""

    @property
    def inputs(self) -> Inputs:
        """What it is made from, by hash."""

    @property
    def about(self) -> Mapping[str, Any]:
        """What the portfolio page says of it."""

    def pack(self) -> Job:
        """The job with all its files; raises ``CspError`` where one cannot be had any more."""
