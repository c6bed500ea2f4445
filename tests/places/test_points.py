"""Repeat locations: what stands at the same map point."""

import pandas as pd
import pytest

from analysis.measures import Window
from analysis.places import repeats

WINDOW = Window(pd.Period("2021-12", "M"), pd.Period("2022-11", "M"))
COLUMNS = ["area", "point", "longitude", "latitude", "month", "category", "count"]


def frame(*rows):
    made = pd.DataFrame(
        [("A", name, at, 52.0, pd.Period(month, "M"), kind, count) for name, at, month, kind, count in rows],
        columns=COLUMNS,
    )
    return made.astype({"count": "Int64"})


USUAL = frame(
    ("On or near Park Lane", -1.1, "2022-01", "drugs", 1),
    ("On or near Park Lane", -1.2, "2022-02", "drugs", 2),
    ("On or near Park Lane", -1.2, "2022-03", "theft", 2),
    ("On or near Supermarket", -1.3, "2022-03", "theft", 12),
    ("On or near Mill Street", -1.4, "2020-03", "theft", 7),
)


def test_records_are_counted_by_point_and_not_by_name():
    found = repeats(USUAL, ["drugs", "theft"], WINDOW)
    assert (found.points, found.of, found.records) == (3, 4, 17)
    assert [(each.least, each.most, each.points, each.records) for each in found.bands] == [
        (1, 1, 1, 1), (2, 4, 1, 4), (5, 9, 0, 0), (10, None, 1, 12),
    ]  # fmt: skip
    assert (found.busiest, found.area, found.most) == ("On or near Supermarket", "A", 12)


def test_shares_are_of_records_at_points_with_so_many_or_more():
    found = repeats(USUAL, ["drugs", "theft"], WINDOW)
    assert found.share(1) == 1
    assert found.share(2) == pytest.approx(16 / 17)
    assert found.share(5) == pytest.approx(12 / 17)


def test_a_category_that_is_not_asked_for_does_not_count():
    assert repeats(USUAL, ["drugs"], WINDOW).records == 3


def test_few_points_have_no_concentration_and_many_do():
    assert repeats(USUAL, ["drugs"], WINDOW).concentration.rule == "few-places"
    many = frame(*(("On or near Road", n / 100, "2022-01", "drugs", 1 + 20 * (n == 3)) for n in range(40)))
    assert repeats(many, ["drugs"], WINDOW).concentration.top_5.beyond_chance


def test_no_point_at_all_is_refused():
    assert repeats(USUAL, ["robbery"], WINDOW).rule == "no-records"
    assert repeats(pd.DataFrame(), ["drugs"], WINDOW).rule == "no-records"
