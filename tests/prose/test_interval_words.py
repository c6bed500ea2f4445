"""Intervals in words: the verb is the interval's, and no limit is rounded into no change."""

from __future__ import annotations

import pytest

from analysis.prose import limits


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (-23.0, -0.04, "fall of 23.0% to under 0.1%"),
        (0.04, 12.0, "rise of under 0.1% to 12.0%"),
        (-23.0, -0.05001, "fall of 23.0% to 0.1%"),
        (-5.0, 9.0, "between a fall of 5.0% and a rise of 9.0%"),
        (-5.0, 0.0, "between a fall of 5.0% and no change"),
        (-0.04, 3.0, "between no change and a rise of 3.0%"),
        (7.3, float("inf"), "rise of 7.3% to no limit"),
    ],
)
def test_a_limit_that_leaves_out_no_change_is_never_written_as_none(low: float, high: float, said: str) -> None:
    assert limits(low, high) == said
