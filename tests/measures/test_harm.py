import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.cannot_say import CannotSay, said
from analysis.measures.harm import harm_change, harm_shares
from analysis.sources.weights import HarmWeight, harm_weights

VIOLENCE = HarmWeight("violence", 100, 200, 1, 1000, "mix by force")
THEFT = HarmWeight("theft", 1, 2, 1, 10, "median and mean of offences")
BOTH = (VIOLENCE, THEFT)


def test_shares_of_harm_worked_by_hand():
    """Ten and ninety records: at the least 1,000 of 1,180 days, at the most 2,000 of 2,090."""
    found = {each.category: each for each in harm_shares({"theft": 90, "violence": 10}, BOTH)}
    assert found["violence"].share == pytest.approx(0.1)
    assert (found["violence"].low, found["violence"].high) == pytest.approx((1000 / 1180, 2000 / 2090))
    assert (found["theft"].low, found["theft"].high) == pytest.approx((90 / 2090, 180 / 1180))
    assert found["violence"].least == pytest.approx(10 / 910)
    assert (found["violence"].days_low, found["violence"].days_high) == (1000, 2000)


def test_the_most_harmful_comes_first_however_few_its_records():
    assert [each.category for each in harm_shares({"theft": 90, "violence": 10}, BOTH)] == ["violence", "theft"]


def test_a_category_that_nothing_was_recorded_of_has_no_share():
    found = {each.category: each for each in harm_shares({"theft": 90, "violence": 0}, BOTH)}
    assert (found["violence"].low, found["violence"].high, found["violence"].most) == (0, 0, 0)
    assert (found["theft"].low, found["theft"].high) == (1, 1)


@pytest.mark.parametrize("category", ["anti-social-behaviour", "all-group-2-sexual-crimes"])
def test_what_the_index_does_not_weigh_has_no_share_of_harm(category):
    refused = harm_shares({"burglary": 5, category: 3}, harm_weights())
    assert isinstance(refused, CannotSay) and refused.rule == "no-harm-weight"
    assert category.replace("-", " ") in refused.reason


def test_nothing_recorded_is_no_share_of_nought():
    refused = harm_shares({"theft": 0, "violence": 0}, BOTH)
    assert isinstance(refused, CannotSay) and refused.rule == "no-records"


@pytest.mark.parametrize("count", [-1, 1.5])
def test_a_count_that_is_none_is_an_error(count):
    with pytest.raises(ValueError, match="whole number"):
        harm_shares({"theft": count}, BOTH)


def test_harm_on_the_year_worked_by_hand():
    """Violence doubles, theft halves: the ratio is least where violence weighs least and theft most."""
    found = harm_change({"violence": 10, "theft": 100}, {"violence": 20, "theft": 50}, BOTH)
    assert found.low == pytest.approx((20 * 100 + 50 * 2) / (10 * 100 + 100 * 2))
    assert found.high == pytest.approx((20 * 200 + 50 * 1) / (10 * 200 + 100 * 1))


def test_each_range_holds_the_one_before():
    found = harm_change({"violence": 400, "theft": 900}, {"violence": 600, "theft": 700}, BOTH)
    assert found.moved_low < found.wide_low < found.low <= found.high < found.wide_high < found.moved_high


def test_a_rise_is_said_only_where_no_mix_could_undo_it():
    mixed = harm_change({"violence": 4000, "theft": 900}, {"violence": 6000, "theft": 900}, BOTH)
    assert (mixed.verdict, mixed.same_mix_verdict) == ("no clear change", "rose")
    threefold = harm_change({"violence": 4000, "theft": 900}, {"violence": 12000, "theft": 900}, BOTH)
    assert threefold.verdict == "rose"
    back = harm_change({"violence": 12000, "theft": 900}, {"violence": 4000, "theft": 900}, BOTH)
    assert (back.verdict, back.same_mix_verdict) == ("fell", "fell")


def test_counts_that_swing_widen_the_range_of_harm():
    before, after = {"violence": 400, "theft": 900}, {"violence": 600, "theft": 700}
    plain, wide = (harm_change(before, after, BOTH, dispersion=d) for d in (None, {"violence": 9.0}))
    assert wide.wide_high > plain.wide_high and wide.low == plain.low


def test_periods_that_cannot_be_compared_are_refused():
    for before, after, rule in (
        ({"violence": 1}, {"theft": 1}, "not-comparable"),
        ({"violence": 0, "theft": 0}, {"violence": 1, "theft": 1}, "no-records"),
        ({"violence": 1, "spitting": 1}, {"violence": 1, "spitting": 1}, "no-harm-weight"),
    ):
        refused = harm_change(before, after, BOTH)
        assert isinstance(refused, CannotSay) and refused.rule == rule


THREE = (*BOTH, HarmWeight("drugs", 3, 30, 1, 500, "mix by force"))
counts = st.fixed_dictionaries({each.category: st.integers(0, 5000) for each in THREE})


@given(counts)
def test_shares_stay_within_their_bounds(found_counts):
    found = harm_shares(found_counts, THREE)
    if said(found):
        for each in found:
            assert 0 <= each.least <= each.low <= each.high <= each.most <= 1
        assert sum(each.low for each in found) <= 1 + 1e-9 <= sum(each.high for each in found) + 2e-9
        assert sum(each.share for each in found) == pytest.approx(1)


@given(counts, counts, st.lists(st.floats(0, 1), min_size=3, max_size=3))
def test_no_weights_within_their_ranges_give_a_ratio_outside_ours(before, after, where):
    found = harm_change(before, after, THREE)
    if said(found):
        weights = {w.category: w.low + at * (w.high - w.low) for w, at in zip(THREE, where, strict=True)}
        ratio = sum(after[c] * weights[c] for c in weights) / sum(before[c] * weights[c] for c in weights)
        assert found.low * (1 - 1e-9) <= ratio <= found.high * (1 + 1e-9)
        assert found.moved_low >= 0 and found.moved_high < math.inf
