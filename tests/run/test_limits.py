"""What one report may take, as it is given on the command line."""

from __future__ import annotations

import pytest

from analysis.errors import RunError
from analysis.run.limits import USUAL, Limits, limits


def test_what_is_not_given_is_what_is_usual() -> None:
    assert limits() == USUAL == Limits(1800, 4 << 30)


@pytest.mark.parametrize(
    ("given", "size"),
    [
        ("8G", 8 << 30),
        (" 1.5g ", 3 << 29),
        ("512M", 1 << 29),
        ("2GiB", 2 << 30),
        ("1T", 1 << 40),
        ("268435456", 1 << 28),
    ],
)
def test_memory_is_read_with_its_unit(given: str, size: int) -> None:
    assert limits(memory=given).memory == size


@pytest.mark.parametrize("given", ["4", "100M", "4X", "lots", "-4G", "0"])
def test_what_is_no_amount_of_memory_for_a_report_is_refused(given: str) -> None:
    with pytest.raises(RunError, match=r"is not an amount of memory for a report"):
        limits(memory=given)


@pytest.mark.parametrize("given", ["0", "-1", "1.5", "an hour"])
def test_what_is_no_number_of_seconds_is_refused(given: str) -> None:
    with pytest.raises(RunError, match=r"is not a number of seconds"):
        limits(given)
