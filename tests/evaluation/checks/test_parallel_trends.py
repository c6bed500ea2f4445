import numpy as np
import pytest

from analysis.evaluation.checks.parallel_trends import CHECK
from evaluation.checks.places import ALONE, BESIDE, MONTHS, after, design, drawn, others, ran, setting

YEARS = np.arange(60) / 12


def test_a_place_that_was_falling_beside_the_others_fails():
    found = ran(CHECK, setting(drawn("town", 200, 1, 0.75**YEARS), others(6, mean=200)), BESIDE)
    assert found.outcome == "failed"
    assert found.figures["high"] < 0
    assert "went another way already" in found.words


def test_places_that_went_the_same_way_pass_and_the_effect_is_beyond_any_slope():
    shared = 0.8**YEARS
    asked = setting(drawn("town", 400, 1, shared * after(0.2)), others(6, factor=shared, mean=400))
    found = ran(CHECK, asked, design(relative=True, dispersion=30))
    assert found.outcome == "passed"
    assert "less than the effect found" in found.words
    assert "too weak" not in found.words


def test_it_passes_only_where_a_drift_as_large_as_effect_or_interval_would_have_been_seen():
    """The same figures by the same point: only what the interval allows for by itself is not the same."""
    shared = 0.8**YEARS
    asked = setting(drawn("town", 400, 1, shared * after(0.2)), others(6, factor=shared, mean=400))
    narrow, wide = (ran(CHECK, asked, design(relative=True, dispersion=each)) for each in (1, 30))
    assert narrow.figures["unseen_over"] == wide.figures["unseen_over"]
    assert (narrow.outcome, wide.outcome) == ("informative", "passed")
    assert "at least as large as half the width of the interval of the effect, " in narrow.words
    assert narrow.words.endswith("this is too weak to decide.")


def test_where_no_effect_is_claimed_a_weak_look_is_no_pass_either():
    asked = setting(drawn("town", 60, 4), others(6))
    found = ran(CHECK, asked, BESIDE)
    assert BESIDE(asked).verdict == "no clear difference"
    assert found.figures["unseen_over"] > abs(np.log(BESIDE(asked).ratio))
    assert found.outcome == "informative"
    assert "too weak to decide" in found.words


def test_what_goes_unseen_is_carried_over_the_years_between():
    found = ran(CHECK, setting(drawn("town", 60, 4), others(6)), BESIDE).figures
    assert found["unseen_over"] == pytest.approx(2.5 * found["unseen"])


def test_a_test_that_could_not_have_seen_enough_is_no_pass():
    found = ran(CHECK, setting(drawn("town", 12, 2, after(0.45)), others(3, mean=12), first=MONTHS[30]), BESIDE)
    assert found.figures["low"] < found.figures["needed"] < found.figures["high"]
    assert found.outcome == "informative"
    assert "little could have been" in found.words


def test_it_always_says_what_could_have_gone_unseen():
    for seed in range(3):
        found = ran(CHECK, setting(drawn("town", 100, seed, after(0.5)), others(6)), BESIDE)
        assert "could have gone unseen" in found.words
        assert found.figures["unseen"] > (found.figures["high"] - found.figures["low"]) / 2


def test_the_slope_needed_is_the_effect_over_the_years_between_the_middles():
    asked = setting(drawn("town", 200, 1, after(0.5)), others(6))
    found = ran(CHECK, asked, BESIDE)
    assert found.figures["needed"] == pytest.approx(np.log(BESIDE(asked).ratio) / 2.5)


def test_a_design_without_comparators_asks_for_no_parallel_trend():
    assert ran(CHECK, setting(drawn("town", 60, 1), others(3)), ALONE).rule == "no-comparators"
    assert ran(CHECK, setting(drawn("town", 60, 1)), ALONE).rule == "no-comparators"
