"""What counts as agreement with a case."""

from __future__ import annotations

import pytest

from .case import agrees


@pytest.mark.parametrize(
    ("value", "tolerance", "answer", "expected"),
    [
        (1.0, 0.25, 1.25, True),
        (1.0, 0.25, 1.3, False),
        (1.0, 0.1, float("nan"), False),
        (4, 0, 4, True),
        (4, 0, 5, False),
        ("inf", 0, float("inf"), True),
        ("inf", 0, "inf", True),
        ("inf", 0, 1e9, False),
        ("1996-07", 0, "1996-07", True),
        ("1996-07", 0, "1996-08", False),
        ([1, 2], 0.5, [1.5, 2], True),
        ([1, 2], 0.5, [1.6, 2], False),
        ([1, 2], 0.5, [1], False),
        ([1, 2], 0.5, 1.0, False),
        (1.0, 0.1, "1.0", False),
    ],
)
def test_agreement_is_within_the_absolute_tolerance(
    value: object, tolerance: float, answer: object, expected: bool
) -> None:
    assert agrees({"value": value, "tol": tolerance}, answer) is expected
