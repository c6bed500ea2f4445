"""The line to a scheduler, and what is said where there is none."""

from __future__ import annotations

import logging
import re
import warnings
from contextlib import contextmanager, suppress
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Final

from analysis.errors import RunError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from distributed import Client

ADDRESS: Final = re.compile(r"(tcp|tls)://(\[[0-9A-Fa-f:.]+\]|[^\s/:\[\]]+):(\d{1,5})")
SECONDS_TO_CONNECT: Final = 8
SECONDS_TO_SAY_SO: Final = 4
"""How much longer Dask may take to tell that there was no connection."""
SECONDS_TO_CLOSE: Final = 5
SECONDS_OF_SILENCE: Final = 30
"""How long a scheduler may take to answer before it counts as lost."""
SPEAKING: Final = ("distributed", "distributed.client", "distributed.gc", "tornado", "tornado.application", "asyncio")
"""Who writes to the terminal of its own accord."""


@contextmanager
def connected(scheduler: str) -> Iterator[Client]:
    """A client of the scheduler at ``scheduler``; leaving it releases all that was sent. Raises ``RunError``."""
    if not ADDRESS.fullmatch(scheduler):
        raise RunError.at(
            f'SCHEDULER="{scheduler}"', "is not the address of a scheduler", "Write it as SCHEDULER=tcp://HOST:8786."
        )
    client = _client(scheduler)
    try:
        yield client
    finally:
        with suppress(OSError, TimeoutError):
            client.close(timeout=SECONDS_TO_CLOSE)  # type: ignore[no-untyped-call]


def _client(scheduler: str) -> Client:
    """Connect, in a thread that may be left behind: Dask waits for ever where something answers without a word."""
    _silence()
    found: SimpleQueue[Client | Exception] = SimpleQueue()
    Thread(target=lambda: found.put(_tried(scheduler)), daemon=True).start()
    try:
        client = found.get(timeout=SECONDS_TO_CONNECT + SECONDS_TO_SAY_SO)
    except Empty:
        raise unreachable(scheduler, TimeoutError("something listens there that does not speak as one")) from None
    if isinstance(client, Exception):
        raise unreachable(scheduler, client)
    return client


def _silence() -> None:
    """Have Dask leave the terminal alone."""
    import dask
    from distributed.versions import VersionMismatchWarning

    for name in SPEAKING:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    # Workers are compared with this machine in full when they are given a job.
    warnings.simplefilter("ignore", VersionMismatchWarning)
    # A job takes its data along: it may be made on any worker, and again on another.
    dask.config.set({"distributed.admin.large-graph-warning-threshold": "1 GiB"})


def _tried(scheduler: str) -> Client | Exception:
    from distributed import Client

    try:
        return Client(scheduler, timeout=SECONDS_TO_CONNECT, set_as_default=False)  # type: ignore[no-untyped-call]
    except Exception as error:
        return error


def unreachable(scheduler: str, error: Exception) -> RunError:
    """No scheduler of Dask answers there."""
    return RunError.at(
        scheduler,
        f"no scheduler answers there ({_first_line(error)})",
        "Check that `dask scheduler` runs there, that the port is the one it names, that no firewall closes it, and\n"
        "  that both ends have the same version of distributed; a scheduler with TLS is written tls://HOST:8786.",
    )


def lost(scheduler: str, why: str) -> RunError:
    """The scheduler went away in mid-run."""
    return RunError.at(
        scheduler,
        f"the scheduler was lost ({why}); what was finished is in reports/",
        "Start it and its workers again, then run the same command: it goes on with what is missing.",
    )


def no_workers(scheduler: str, seconds: float) -> RunError:
    """The scheduler has had no worker for long."""
    return RunError.at(
        scheduler,
        f"the scheduler has had no worker for {seconds:.0f} seconds; what was finished is in reports/",
        f"Start one on any machine that is set up as this one: dask worker {scheduler} --nworkers 1 --nthreads 1\n"
        "  One that ends as soon as it is given a job lacks the package: see what it prints.",
    )


def unable(scheduler: str, name: str, error: Exception) -> RunError:
    """The cluster could not even begin a report, as where the package is not installed."""
    return RunError.at(
        scheduler,
        f"{name} could not be begun there ({type(error).__name__}: {_first_line(error)})",
        "Set up the scheduler and every worker from the same requirements.lock and commit as this machine.",
    )


def _first_line(error: BaseException) -> str:
    text = str(error).strip().splitlines()
    return text[0] if text else type(error).__name__
