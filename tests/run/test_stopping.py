"""Requests to end: held back while something becomes whole, and obeyed afterwards."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING

import pytest

from analysis.run.stopping import REQUESTS, ending_as_ctrl_c, undisturbed

if TYPE_CHECKING:
    from collections.abc import Generator


@pytest.fixture(autouse=True)
def minded() -> Generator[None, None, None]:
    """Mind every request as in a terminal, even where the tests run under ``nohup`` or in the background."""
    before = {number: signal.getsignal(number) for number in REQUESTS}
    for number in REQUESTS:
        signal.signal(number, signal.default_int_handler if number is signal.SIGINT else signal.SIG_DFL)
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("number", REQUESTS)
def test_a_request_to_end_waits_for_what_is_under_way(number: signal.Signals) -> None:
    whole = []
    with pytest.raises(KeyboardInterrupt), ending_as_ctrl_c(), undisturbed():
        os.kill(os.getpid(), number)
        whole.append(True)
    assert whole


@pytest.mark.parametrize("number", REQUESTS)
def test_every_request_to_end_is_as_ctrl_c(number: signal.Signals) -> None:
    with pytest.raises(KeyboardInterrupt), ending_as_ctrl_c():
        os.kill(os.getpid(), number)
        time.sleep(5)


def test_what_is_ignored_stays_ignored_and_all_is_put_back() -> None:
    before = {number: signal.getsignal(number) for number in REQUESTS}
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with ending_as_ctrl_c(), undisturbed():
            os.kill(os.getpid(), signal.SIGHUP)
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before[signal.SIGHUP])
    assert {number: signal.getsignal(number) for number in REQUESTS} == before


def test_nothing_is_raised_where_nothing_came() -> None:
    with ending_as_ctrl_c(), undisturbed():
        pass
