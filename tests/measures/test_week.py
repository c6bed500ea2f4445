"""Cells of the week: sums, rounding that adds up, and what an even spread gives by chance."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from analysis.measures.week import CLEAR, by_cell, cell_width, peak, whole_counts


def weights(*rows: tuple[int, int, float]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["weekday", "hour", "weight"])


def test_weights_are_summed_by_day_and_hours() -> None:
    found = by_cell(weights((4, 21, 1.0), (4, 23, 0.5), (5, 0, 0.5)), 3)
    assert found.shape == (7, 8)
    assert (found[4, 7], found[5, 0], found.sum()) == (1.5, 0.5, 2.0)


@pytest.mark.parametrize("incidents, width", [(840, 1), (839, 3), (280, 3), (279, 6), (1, 6)])
def test_a_cell_has_five_incidents_on_average_or_is_wider(incidents: int, width: int) -> None:
    assert cell_width(incidents) == width


@settings(deadline=None)
@given(st.lists(st.floats(0, 50), min_size=1, max_size=60), st.integers(0, 400))
def test_rounded_parts_add_up_and_none_moves_by_one(parts: list[float], total: int) -> None:
    share = np.array(parts) * total / (sum(parts) or 1)
    total = total if sum(parts) else 0
    found = whole_counts(share, total)
    assert found.sum() == total
    assert (found >= 0).all()
    assert np.abs(found - share).max() <= 1 + 1e-6


def test_whole_parts_stay_as_they_are() -> None:
    assert whole_counts(np.array([[3.0, 0.0], [1.0, 2.0]]), 6).tolist() == [[3, 0], [1, 2]]


def test_parts_of_another_total_are_refused() -> None:
    with pytest.raises(ValueError, match="cannot be rounded to 5"):
        whole_counts(np.array([1.0, 1.0]), 5)


def test_the_fullest_cell_that_is_known_is_found_and_set_beside_an_even_spread() -> None:
    found = peak([1, None, 30, 2], 40)
    assert found is not None
    assert (found.place, found.count, found.even, found.clear) == (2, 30, 10.0, True)


def test_of_no_cell_that_is_known_nothing_is_said() -> None:
    assert peak([None, None], 10) is None


def test_an_even_spread_is_called_clear_no_more_often_than_one_time_in_twenty() -> None:
    rng = np.random.default_rng(4)
    tables = rng.multinomial(300, np.full(56, 1 / 56), size=2_000)
    false = np.mean([peak(list(table), 300).clear for table in tables])  # type: ignore[union-attr]
    assert false <= CLEAR + 2 * np.sqrt(CLEAR * (1 - CLEAR) / 2_000)


def test_a_planted_peak_is_found_as_often_as_its_power_says() -> None:
    """One cell three times as full as the others; how often it is clear follows from the binomial alone."""
    share = np.full(56, 1 / 58)
    share[39] = 3 / 58
    needed = next(n for n in range(601) if 56 * stats.binom.sf(n - 1, 600, 1 / 56) < CLEAR)
    power = stats.binom.sf(needed - 1, 600, 3 / 58)
    tables = np.random.default_rng(5).multinomial(600, share, size=500)
    found = [peak(list(table), 600) for table in tables]
    share_found = np.mean([each is not None and each.clear and each.place == 39 for each in found])
    assert abs(share_found - power) < 3 * np.sqrt(power * (1 - power) / 500)
