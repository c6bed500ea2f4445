"""The jobs that the cluster has, and what is heard of them."""

from __future__ import annotations

import pickle
import time
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from analysis.errors import CspError
from analysis.run.cluster.connection import SECONDS_OF_SILENCE, lost, unable
from analysis.run.cluster.likeness import likeness
from analysis.run.cluster.making import TOPIC, make
from analysis.run.outcome import Failure, Outcome, Stage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from distributed import Client, Future, KilledWorker

    from analysis.run.limits import Limits
    from analysis.run.planned import Makeable

SECONDS_TO_HEAR: Final = 1.0
"""How long to wait for news before looking at the cluster again."""


class Sent:
    """The jobs that are out, each with one future that is released when its outcome is here."""

    def __init__(self, client: Client, scheduler: str, limits: Limits) -> None:
        self.client, self.scheduler, self.limits = client, scheduler, limits
        self.run = uuid4().hex
        self.names: dict[Future[bytes], str] = {}
        """The report that each is of."""
        self.news: SimpleQueue[Stage | Future[bytes]] = SimpleQueue()
        client.subscribe_topic(TOPIC, self._note)  # type: ignore[no-untyped-call]

    def _note(self, event: tuple[float, tuple[str, str, str]]) -> None:
        """Take in a stage that a worker tells, maybe of another client's run; called in the client's own thread."""
        run, name, stage = event[1]
        if run == self.run:
            self.news.put(Stage(name, stage))

    def send(self, one: Makeable) -> Iterator[Outcome]:
        """Pack a job and send it; yields its failure where it cannot be packed."""
        try:
            packed = pickle.dumps(one.pack())
        except CspError as error:
            yield Outcome(one.inputs.name, {}, {}, Failure("pack", str(error), log=str(error)))
            return
        # A key of its own: nothing that Dask may have kept is ever taken for this report.
        key = f"csp-report-{uuid4().hex}"
        future = self.client.submit(make, packed, self.limits, likeness(), self.run, key=key, pure=False)
        self.names[future] = one.inputs.name
        self._listen_for(future)

    def _listen_for(self, future: Future[bytes]) -> None:
        future.add_done_callback(self.news.put)  # type: ignore[no-untyped-call]

    def hear(self) -> Iterator[Stage | Outcome]:
        """What is told within a second or so, at most to the next outcome, which makes room for another job."""
        until = time.monotonic() + SECONDS_TO_HEAR
        while (left := until - time.monotonic()) > 0:
            try:
                event = self.news.get(timeout=left)
            except Empty:
                return
            if isinstance(event, Stage):
                yield event
            elif outcome := self._outcome(event):
                yield outcome
                return

    def _outcome(self, future: Future[bytes]) -> Outcome | None:
        """What a job brought; nothing where that went with its worker, and is being made again."""
        try:
            outcome = self._fetched(future)
        except TimeoutError:
            self._listen_for(future)
            return None
        del self.names[future]
        future.release()  # type: ignore[no-untyped-call]
        return outcome

    def _fetched(self, future: Future[bytes]) -> Outcome:
        from distributed import CancelledError, KilledWorker

        name = self.names[future]
        try:
            outcome: Outcome = pickle.loads(future.result(timeout=SECONDS_OF_SILENCE))
        except KilledWorker as error:
            return Outcome(name, {}, {}, _killed(error))
        except (TimeoutError, CspError):
            raise
        except (CancelledError, OSError) as error:
            raise lost(self.scheduler, "it has dropped the jobs under way") from error
        except Exception as error:
            raise unable(self.scheduler, name, error) from error
        return outcome


def _killed(error: KilledWorker) -> Failure:
    """A report whose workers died one after another."""
    times, last = error.allowed_failures + 1, error.last_worker.address
    why = f"the worker making it died, {times} times in all, at last {last}; most often for want of memory"
    return Failure("worker", why, log=f"{why}\n\n{error}")
