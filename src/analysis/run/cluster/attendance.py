"""Who is there to make reports: how many at a time, and since when nobody is."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from analysis.run.cluster.connection import SECONDS_OF_SILENCE, lost, no_workers

if TYPE_CHECKING:
    from distributed import Client

SECONDS_TO_WORRY: Final = 5.0
"""How long there may be no worker before it is told."""
SECONDS_WITHOUT_WORKERS: Final = 600.0
"""How long there may be no worker before the run is given up."""


class Attendance:
    """The workers of a scheduler."""

    def __init__(self, client: Client, scheduler: str) -> None:
        self.client, self.scheduler = client, scheduler
        self.since = time.monotonic()
        """When there was last a worker."""
        self.told = False
        """Whether it was told that there is none."""

    def threads(self) -> int:
        """How many jobs are made at a time; raises ``RunError`` without a scheduler, or long without a worker."""
        if self.client.status != "running":
            raise lost(self.scheduler, "the connection broke")
        try:
            threads = sum(self.client.nthreads(callback_timeout=SECONDS_OF_SILENCE).values())  # type: ignore[no-untyped-call]
        except (OSError, TimeoutError, AttributeError) as error:
            raise lost(self.scheduler, "it does not answer") from error
        if threads:
            self.since, self.told = time.monotonic(), False
        elif self.seconds > SECONDS_WITHOUT_WORKERS:
            raise no_workers(self.scheduler, SECONDS_WITHOUT_WORKERS)
        return threads

    @property
    def seconds(self) -> float:
        """How long there has been no worker."""
        return time.monotonic() - self.since

    def newly_deserted(self) -> bool:
        """Whether there has been no worker for some seconds; true once each time."""
        before = self.told
        self.told = before or self.seconds > SECONDS_TO_WORRY
        return self.told and not before
