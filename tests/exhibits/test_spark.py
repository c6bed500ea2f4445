"""The shape of a series in the height of a row."""

from __future__ import annotations

import pytest

from analysis.exhibits.spark import HEIGHT, WIDTH, runs, sparkline


def test_a_gap_cuts_the_line_and_joins_nothing() -> None:
    cell = sparkline([1, 2, None, 3, 4], 2, "words")
    assert cell.svg.count("<polyline") == 2


def test_a_lone_month_between_gaps_is_a_dot() -> None:
    assert sparkline([1, None, 3, None, 4, 5], 2, "words").svg.count("<circle") == 3


@pytest.mark.parametrize("values", [[], [None, None], [5], [None, 5]])
def test_fewer_than_two_values_are_words_alone(values: list[float | None]) -> None:
    cell = sparkline(values, 12, "5 in the one month known")
    assert cell.svg == "" and cell.text == "5 in the one month known"


def test_a_series_of_zeros_lies_on_the_floor() -> None:
    assert f"{HEIGHT - 2:.1f}" in sparkline([0, 0, 0], 1, "none").svg


def test_every_point_lies_within_the_picture() -> None:
    svg = sparkline([3, 900, 0, 12], 2, "w").svg
    points = [pair.split(",") for run in svg.split('points="')[1:] for pair in run.split('"')[0].split()]
    assert all(0 <= float(x) <= WIDTH and 0 <= float(y) <= HEIGHT for x, y in points)


def test_runs_drop_nothing_but_gaps() -> None:
    assert runs([None, (0, 1), (1, 1), None, (2, 2)]) == [[(0, 1), (1, 1)], [(2, 2)]]
