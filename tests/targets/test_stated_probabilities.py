"""Whether what is said to have a chance of 70 % happens in about 70 of 100 years: a small run of the whole method."""

import numpy as np
import pytest

from analysis import targets

from .stated_years import CELLS, stated_years

A_CELL = 25


@pytest.fixture(scope="module")
def years():
    return [each for cell in CELLS for each in stated_years(*cell, A_CELL)]


def test_every_year_of_four_years_history_is_answered(years):
    assert all(isinstance(found, targets.Outlook) for found, _, _ in years)


def test_stated_chances_come_true_about_as_often_as_stated(years):
    record = targets.track_record([found.probability for found, _, _ in years], [met for _, met, _ in years])
    assert record.statements == A_CELL * len(CELLS)
    for each in record.bins:
        noise = np.sqrt(max(each.stated * (1 - each.stated), 0.02) / each.statements)
        assert abs(each.stated - each.came_true) < 3 * noise


def test_stated_chances_beat_saying_the_same_of_every_year(years):
    record = targets.track_record([found.probability for found, _, _ in years], [met for _, met, _ in years])
    assert record.skill > 0.4
    assert record.reliability < 0.02


def test_the_likely_range_holds_about_four_totals_in_five(years):
    inside = np.mean([found.low <= total <= found.high for found, _, total in years])
    assert 0.72 < inside < 0.95


def test_on_track_and_at_risk_are_mostly_right(years):
    judged = [(found.status == "on track", met) for found, met, _ in years if found.status in ("on track", "at risk")]
    assert len(judged) > 50
    assert np.mean([said == met for said, met in judged]) > 0.85
