import pytest

from analysis.evaluation.checks.leave_one_out import CHECK
from evaluation.checks.places import ALONE, BESIDE, after, drawn, others, place, ran, setting


def test_an_effect_beside_many_like_areas_hangs_on_none():
    found = ran(CHECK, setting(drawn("town", 60, 1, after(0.5)), others(6)), BESIDE)
    assert found.outcome == "passed"
    assert found.figures["lowest"] < -35
    assert found.figures["highest"] < -35
    assert "hangs on no single comparator" in found.words


def test_an_effect_made_by_one_comparator_that_rose_fails_and_is_named():
    risen = drawn("the harbour", 200, 7, after(2.0))
    found = ran(CHECK, setting(drawn("town", 60, 1), (risen, *others(2))), BESIDE)
    assert found.outcome == "failed"
    assert "Without the harbour the verdict is another" in found.words


def test_the_range_is_that_of_the_effects_without_each():
    flat, half = place("flat", [50] * 60), place("half", [50] * 48 + [25] * 12)
    asked = setting(place("town", [40] * 48 + [20] * 12), (flat, half))
    found = ran(CHECK, asked, BESIDE)
    assert (found.figures["lowest"], found.figures["highest"]) == pytest.approx((-50, 0))
    assert [each["what"] for each in found.table] == ["without flat", "without half"]


def test_a_design_without_comparators_has_none_to_leave_out():
    assert ran(CHECK, setting(drawn("town", 60, 1), others(3)), ALONE).rule == "no-comparators"


def test_a_single_comparator_cannot_be_left_out():
    assert ran(CHECK, setting(drawn("town", 60, 1), others(1)), BESIDE).rule == "few-comparators"


def test_an_effect_that_only_appears_without_one_is_shown_and_fails_nothing():
    fell = place("the harbour", [200] * 48 + [100] * 12)
    flat = place("east", [60] * 60), place("west", [60] * 60)
    found = ran(CHECK, setting(place("town", [100] * 48 + [75] * 12), (fell, *flat)), BESIDE)
    assert found.outcome == "informative"
    assert "there would be a clear effect" in found.words
