import numpy as np
import pandas as pd
import pytest

from analysis.evaluation.checks.located_share import CHECK
from evaluation.checks.places import ALONE, BESIDE, MONTHS, others, place, ran, replace, setting


def shares(before, later, months=MONTHS, kept=1000):
    share = np.where(np.arange(len(months)) >= 48, later, before)
    return pd.DataFrame({"kept": kept, "placed": (kept * share).round()}, index=months)


FELL = place("town", [60] * 48 + [42] * 12)


def test_a_steady_share_changes_nothing():
    found = ran(CHECK, setting(FELL, located=shares(0.9, 0.9)))
    assert found.outcome == "passed"
    assert found.figures["percent"] == pytest.approx(-30)


def test_a_fall_that_is_one_of_location_fails():
    found = ran(CHECK, setting(FELL, located=shares(0.95, 0.665)))
    assert found.outcome == "failed"
    assert found.figures["percent"] == pytest.approx(0, abs=2)
    assert "95.0% of them had one before" in found.words
    assert "66.5% after" in found.words


def test_a_rise_that_is_one_of_location_fails():
    rose = place("town", [60] * 48 + [72] * 12)
    assert ALONE(setting(rose)).verdict == "more"
    assert ran(CHECK, setting(rose, located=shares(0.75, 0.9))).outcome == "failed"


def test_counts_are_brought_to_the_mean_share_and_not_made_more():
    told = []
    design = replace(ALONE, run=lambda asked: told.append(asked.treated.series.sum()) or ALONE.run(asked))
    asked = setting(FELL, located=shares(0.5, 0.5))
    CHECK(asked, design, ALONE(asked))
    assert told == [FELL.series.sum()]


def test_a_share_that_moves_for_all_places_falls_out_beside_them():
    asked = setting(FELL, others(6), located=shares(0.95, 0.665))
    assert ran(CHECK, asked, BESIDE).figures["percent"] == pytest.approx(BESIDE(asked).percent, abs=1.5)


def test_a_month_without_its_share_refuses():
    assert ran(CHECK, setting(FELL, located=shares(0.9, 0.9).iloc[:-1])).rule == "no-located-share"


def test_without_shares_it_cannot_be_said():
    assert ran(CHECK, setting(FELL)).rule == "no-located-share"
