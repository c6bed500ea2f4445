"""The jobs that the cluster has, and what is heard of them."""

from __future__ import annotations

import pickle
import time
from collections import Counter
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
TIMES_TO_SEND: Final = 3
"""How often a job is sent that was never blamed for the deaths of its workers."""


class Sent:
    """The jobs that are out, each with one future that is released when its outcome is here."""

    def __init__(self, client: Client, scheduler: str, limits: Limits) -> None:
        self.client, self.scheduler, self.limits = client, scheduler, limits
        self.run = uuid4().hex
        self.out: dict[Future[bytes], Makeable] = {}
        """The report that each is of."""
        self.sent: Counter[str] = Counter()
        """How often each report was sent."""
        self.begun: Counter[str] = Counter()
        """How often each report was begun."""
        self.news: SimpleQueue[Stage | Future[bytes]] = SimpleQueue()
        client.subscribe_topic(TOPIC, self._note)  # type: ignore[no-untyped-call]

    def _note(self, event: tuple[float, tuple[str, str, str]]) -> None:
        """Take in a stage that a worker tells, maybe of another client's run; called in the client's own thread."""
        run, name, stage = event[1]
        if run == self.run:
            self.begun[name] += stage == "start"
            self.news.put(Stage(name, stage))

    def send(self, one: Makeable) -> Iterator[Outcome]:
        """Pack a job and send it; yields its failure where it cannot be packed."""
        name = one.inputs.name
        try:
            packed = pickle.dumps(one.pack())
        except CspError as error:
            yield Outcome(name, {}, {}, Failure("pack", str(error), log=str(error)))
            return
        # A key of its own: nothing that Dask may have kept is ever taken for this report.
        key = f"csp-report-{uuid4().hex}"
        future = self.client.submit(make, name, packed, self.limits, likeness(), self.run, key=key, pure=False)
        self.out[future] = one
        self.sent[name] += 1
        self._listen_for(future)

    def _listen_for(self, future: Future[bytes]) -> None:
        future.add_done_callback(self.news.put)  # type: ignore[no-untyped-call]

    def hear(self) -> Iterator[Stage | Outcome]:
        """What is told within a second or so, at most to the end of a job, which makes room for another."""
        until = time.monotonic() + SECONDS_TO_HEAR
        while (left := until - time.monotonic()) > 0:
            try:
                event = self.news.get(timeout=left)
            except Empty:
                return
            if isinstance(event, Stage):
                yield event
            else:
                yield from self._came(event)
                return

    def _came(self, future: Future[bytes]) -> Iterator[Outcome]:
        """What a job brought; nothing where that is lost with its worker: it is being made again."""
        from distributed import CancelledError, KilledWorker

        one = self.out[future]
        try:
            outcome: Outcome = pickle.loads(future.result(timeout=SECONDS_OF_SILENCE))
        except TimeoutError:
            self._listen_for(future)
            return
        except KilledWorker as error:
            yield from self._killed(one, error)
        except CspError:
            raise
        except (CancelledError, OSError) as error:
            raise lost(self.scheduler, "it has dropped the jobs under way") from error
        except Exception as error:
            raise unable(self.scheduler, one.inputs.name, error) from error
        else:
            yield outcome
        del self.out[future]
        future.release()  # type: ignore[no-untyped-call]

    def _killed(self, one: Makeable, error: KilledWorker) -> Iterator[Outcome]:
        """The failure of a report whose workers died; one that only stood behind such a report is sent anew."""
        name, deaths = one.inputs.name, error.allowed_failures + 1
        if self.begun[name] < deaths and self.sent[name] < TIMES_TO_SEND:
            yield from self.send(one)
            return
        last = error.last_worker.address
        why = f"the worker making it died, {deaths} times in all, at last {last}; most often for want of memory"
        yield Outcome(name, {}, {}, Failure("worker", why, log=f"{why}\n\n{error}"))
