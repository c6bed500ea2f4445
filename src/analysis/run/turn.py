"""One run at a time in one repository: a second waits for the first, and then finds its work done."""

from __future__ import annotations

import fcntl
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from analysis.run.replace import writing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from analysis.run.house import House


@contextmanager
def own_turn(house: House, waiting: Callable[[str], None] = lambda _: None) -> Iterator[None]:
    """Hold the repository for this run; ``waiting`` is told who holds it, where that is another.

    The hold ends with the process, however it ends.
    """
    with writing(house.work):
        house.work.mkdir(parents=True, exist_ok=True)
        held = os.open(house.work / "run.lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting(os.pread(held, 100, 0).decode(errors="replace").strip())
            fcntl.flock(held, fcntl.LOCK_EX)
        with writing(house.work):
            os.ftruncate(held, 0)
            os.pwrite(held, f"process {os.getpid()}".encode(), 0)
        yield
    finally:
        os.close(held)
