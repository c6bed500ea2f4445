import math

import pytest

from analysis import evaluation, measures
from analysis.cannot_say import CannotSay


def after(before, percent):
    return math.floor(before * (1 + percent / 100) + 0.5)


@pytest.mark.parametrize(("percent", "needed"), [(-34, 64), (-18, 231), (-60, 20), (-14, 383), (-27, 99), (25, 146)])
def test_the_count_needed_is_the_last_unclear_one_plus_one(percent, needed):
    assert evaluation.baseline_needed(percent) == needed
    assert measures.change(needed - 1, after(needed - 1, percent)).verdict == "no clear change"
    for before in range(needed, 3 * needed):
        assert measures.change(before, after(before, percent)).verdict != "no clear change"


@pytest.mark.parametrize(("percent", "needed"), [(-34, 123), (-60, 36)])
def test_a_series_that_swings_twice_as_much_needs_about_twice_the_count(percent, needed):
    assert evaluation.baseline_needed(percent, dispersion=2) == needed
    assert measures.change(needed - 1, after(needed - 1, percent), dispersion=2).verdict == "no clear change"
    assert measures.change(needed, after(needed, percent), dispersion=2).verdict == "fell"


def test_smaller_changes_need_larger_counts():
    needed = [evaluation.baseline_needed(percent) for percent in (-60, -34, -18, -5, -1)]
    assert needed == sorted(needed)


def test_a_fall_to_none_needs_six():
    assert evaluation.baseline_needed(-100) == 6
    assert measures.change(5, 0).verdict == "no clear change"
    assert measures.change(6, 0).verdict == "fell"


def test_a_longer_period_before_is_allowed_for():
    needed = evaluation.baseline_needed(-50, exposure_ratio=2)
    for before in (needed, needed + 1, 2 * needed):
        found = measures.change(before, math.floor(before / 4 + 0.5), exposure_before=2)
        assert found.verdict == "fell"


@pytest.mark.parametrize("percent", [0, -101])
def test_no_count_can_show_no_change_or_a_fall_of_more_than_everything(percent):
    refused = evaluation.baseline_needed(percent)
    assert isinstance(refused, CannotSay)
    assert refused.rule == "no-change-published"
