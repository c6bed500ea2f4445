"""Aoristic weights: held to what can be worked out by hand, and to a simulation whose truth is known."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.measures.aoristic import LONGEST_HOURS, Aoristic, aoristic

MONDAY = pd.Timestamp("2022-11-07")


def weighed(*stretches: tuple[str, str], longest_hours: int = LONGEST_HOURS) -> Aoristic:
    spells = pd.DataFrame(stretches, columns=["start", "end"]).astype("datetime64[s]")
    return aoristic(spells.assign(area="A", month=pd.Period("2022-11"), category="fire"), longest_hours)


def cells(found: Aoristic) -> dict[tuple[int, int], float]:
    rows = found.weights[["weekday", "hour", "weight"]].itertuples(index=False)
    return {(int(day), int(hour)): float(weight) for day, hour, weight in rows}


def test_an_exact_time_counts_one_in_its_hour() -> None:
    found = weighed(("2022-11-07 14:59", "2022-11-07 14:59"))
    assert cells(found) == {(0, 14): 1.0}
    assert found.timing[["exact", "interval", "unknown", "midnight"]].to_numpy().tolist() == [[1, 0, 0, 0]]


def test_a_stretch_is_spread_over_its_hours_by_how_much_of_it_lies_in_each() -> None:
    found = cells(weighed(("2022-11-07 22:30", "2022-11-08 01:00")))
    assert found == pytest.approx({(0, 22): 0.2, (0, 23): 0.4, (1, 0): 0.4})


def test_a_stretch_of_whole_hours_gives_each_the_same_as_ratcliffe_does() -> None:
    found = cells(weighed(("2022-11-12 20:00", "2022-11-13 02:00")))
    assert found == pytest.approx({(5, hour): 1 / 6 for hour in range(20, 24)} | {(6, hour): 1 / 6 for hour in (0, 1)})


def test_a_sunday_night_runs_into_monday() -> None:
    assert cells(weighed(("2022-11-13 23:00", "2022-11-14 01:00"))) == pytest.approx({(6, 23): 0.5, (0, 0): 0.5})


def test_a_day_and_a_night_is_spread_over_every_hour_and_a_minute_more_is_not_known() -> None:
    whole = weighed(("2022-11-07 00:00", "2022-11-08 00:00"))
    assert cells(whole) == pytest.approx({(0, hour): 1 / 24 for hour in range(24)})
    longer = weighed(("2022-11-07 00:00", "2022-11-08 00:01"))
    assert cells(longer) == {}
    assert longer.timing["unknown"].tolist() == [1]


def test_without_a_start_or_an_end_the_time_is_not_known_and_is_counted_as_that() -> None:
    found = weighed(("", ""), ("2022-11-07 10:00", ""), ("2022-11-07 10:00", "2022-11-07 10:00"))
    assert found.timing[["exact", "interval", "unknown"]].to_numpy().tolist() == [[1, 0, 2]]
    assert sum(cells(found).values()) == 1


def test_exactly_midnight_is_told_apart_since_systems_write_it_where_nobody_said() -> None:
    found = weighed(("2022-11-07 00:00", "2022-11-07 00:00"), ("2022-11-07 00:01", "2022-11-07 00:01"))
    assert found.timing[["exact", "midnight"]].to_numpy().tolist() == [[2, 1]]


def test_an_end_before_its_start_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="ends before it starts"):
        weighed(("2022-11-07 10:00", "2022-11-07 09:59"))


def test_nothing_weighs_nothing() -> None:
    found = weighed()
    assert found.weights.empty and found.timing.empty
    assert list(found.weights) == ["area", "month", "category", "weekday", "hour", "weight"]


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 20_000), st.integers(0, 1_440)), min_size=1, max_size=30))
def test_weights_add_up_to_the_incidents_whose_time_is_known(given_minutes: list[tuple[int, int]]) -> None:
    starts = [MONDAY + pd.Timedelta(minutes=start) for start, _ in given_minutes]
    ends = [start + pd.Timedelta(minutes=length) for start, (_, length) in zip(starts, given_minutes, strict=True)]
    found = weighed(*((str(a), str(b)) for a, b in zip(starts, ends, strict=True)))
    known = int(found.timing[["exact", "interval"]].sum().sum())
    assert known == len(given_minutes)
    assert found.weights["weight"].sum() == pytest.approx(known)
    assert found.weights["weight"].gt(0).all()


def test_the_mean_over_many_incidents_is_the_truth_smoothed_by_the_stretches() -> None:
    """The truth: half the incidents at 22:00 to 23:00, half evenly over the day; each is known to within two hours.

    A stretch of two hours, placed evenly about what happened, spreads an even hour to 1/12, 5/12, 5/12 and 1/12 ...
    worked out exactly below by integrating over a fine grid, with no code of the measure.
    """
    rng = np.random.default_rng(7)
    size = 40_000
    peak = rng.random(size) < 0.5
    happened = np.where(peak, 22 * 60 + rng.uniform(0, 60, size), rng.uniform(0, 24 * 60, size))
    start = happened - rng.uniform(0, 120, size)
    begin = MONDAY + pd.Timedelta(days=2)
    starts = begin + pd.to_timedelta(start.round(), unit="min")
    spells = pd.DataFrame({"start": starts, "end": starts + pd.Timedelta(minutes=120)}).astype("datetime64[s]")
    found = aoristic(spells.assign(area="A", month=pd.Period("2022-11"), category="fire"))
    by_hour = found.weights.groupby("hour")["weight"].sum() / size
    expected = 0.5 / 24 + 0.5 * _smoothed()
    assert np.abs(by_hour.to_numpy() - expected).max() < 4 * np.sqrt(0.25 / size)


def _smoothed() -> np.ndarray:
    """Where two hours about an even time from 22:00 to 23:00 lie: hour by hour, on a grid of half minutes."""
    at = np.zeros(24)
    for minute in np.arange(0.25, 60, 0.5):
        for before in np.arange(0.25, 120, 0.5):
            first = 22 * 60 + minute - before
            for hour in range(20, 26):
                overlap = min(first + 120, 60 * (hour + 1)) - max(first, 60 * hour)
                at[hour % 24] += max(0.0, overlap) / 120
    return at / at.sum()
