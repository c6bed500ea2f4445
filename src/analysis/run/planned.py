"""A report that is to be: what it is made from is known by its hashes; its data is fetched when it is about to run."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from analysis.run.job import Job

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.run.inputs import Inputs
    from analysis.run.kept import Kept


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


@dataclass(frozen=True)
class Planned:
    """One report of a plan."""

    inputs: Inputs
    title: str
    about: Mapping[str, Any]
    own: Mapping[str, bytes]
    """Files of its job folder that are not data: what is declared, the notebook, the inputs."""
    held: Mapping[str, Kept] = field(default_factory=dict)
    """Slices by the folder that they have in the job's: ``""``, ``initiatives/<id>/``."""

    def pack(self) -> Job:
        """The job with all its files; raises ``RunError`` where the slices that were kept are gone."""
        data = {
            f"{prefix}slices/{name}": content
            for prefix, kept in self.held.items()
            for name, content in kept.files().items()
        }
        return Job(self.inputs, {**data, **self.own}, self.title, self.about)
