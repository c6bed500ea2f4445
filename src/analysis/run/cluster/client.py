"""The client's end: jobs go out as bytes, a few more than there are threads; what comes back is one outcome each."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final

from analysis.run.cluster.attendance import Attendance
from analysis.run.cluster.connection import connected
from analysis.run.cluster.sent import Sent
from analysis.run.limits import USUAL, Limits
from analysis.run.outcome import Stage

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from analysis.run.outcome import Outcome
    from analysis.run.planned import Makeable

JOBS_PER_THREAD: Final = 2
"""Jobs that the cluster holds for each of its threads: one under way, one at hand when that is done."""
NO_WORKER: Final = "no-worker"
"""The stage of a report that is to be made while the cluster has nobody to make it."""


def run_on(scheduler: str, todo: Sequence[Makeable], limits: Limits = USUAL) -> Generator[Stage | Outcome]:
    """Make every report on the cluster of ``scheduler`` (``tcp://HOST:8786``); yields as ``run_jobs`` does.

    A job is packed when it is about to be sent. One whose worker dies is made again elsewhere, as often as the
    scheduler allows (``distributed.scheduler.allowed-failures``), and then is a report that failed. Closing the
    iterator releases what was sent; workers then drop it. Raises ``RunError`` where no scheduler answers, it is lost,
    it has had no worker for long, or a worker is not set up as this machine.
    """
    waiting = deque(todo)
    if not waiting:
        return
    with connected(scheduler) as client:
        sent, attendance = Sent(client, scheduler, limits), Attendance(client, scheduler)
        while waiting or sent.out:
            room = JOBS_PER_THREAD * attendance.threads() - len(sent.out)
            if attendance.newly_deserted():
                idle = list(sent.out.values()) or [waiting[0]]
                yield from (Stage(one.inputs.name, NO_WORKER) for one in idle)
            for one in [waiting.popleft() for _ in range(min(room, len(waiting)))]:
                yield from sent.send(one)
            yield from sent.hear()
