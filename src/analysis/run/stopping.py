"""Stopping at the right moment: what is under way becomes whole first."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

REQUESTS: Final = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
"""Ctrl-C, a polite request to end, a closed terminal."""


@contextmanager
def ending_as_ctrl_c() -> Iterator[None]:
    """Let every request to end stop a run as Ctrl-C does, unless whoever started it has it ignored (``nohup``)."""
    minded = [number for number in REQUESTS if signal.getsignal(number) == signal.SIG_DFL]
    for number in minded:
        signal.signal(number, signal.default_int_handler)
    try:
        yield
    finally:
        for number in minded:
            signal.signal(number, signal.SIG_DFL)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Hold back requests to end; raises ``KeyboardInterrupt`` afterwards if one came meanwhile."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[object] = []
    held = [number for number in REQUESTS if signal.getsignal(number) is signal.default_int_handler]
    for number in held:
        signal.signal(number, lambda *_: came.append(True))
    try:
        yield
    finally:
        for number in held:
            signal.signal(number, signal.default_int_handler)
    if came:
        raise KeyboardInterrupt
