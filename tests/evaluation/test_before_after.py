import pytest

from analysis import evaluation
from analysis.cannot_say import CannotSay
from analysis.measures import TYPICAL_PHI
from analysis.params.initiative import Outcome


@pytest.fixture
def outcome():
    def make(**given):
        plain = {
            "id": "o",
            "name": "vandalism",
            "direction": "lower",
            "compared": "two months with the same two before",
        }
        return Outcome.model_validate(plain | given)

    return make


def test_counts_give_a_rate_ratio_with_its_interval(outcome):
    found = evaluation.before_after(
        outcome(before="207", after="110", months_before="12", months_after="12"), dispersion=1
    )
    assert (found.change.poisson_low, found.change.poisson_high) == pytest.approx((0.4180, 0.6722), abs=1e-3)
    assert (found.change.verdict, found.assumed_dispersion) == ("fell", False)


def test_without_a_series_the_typical_dispersion_stands_in_and_says_so(outcome):
    found = evaluation.before_after(outcome(before="60", after="40", months_before="6", months_after="6"))
    assert (found.change.dispersion, found.assumed_dispersion) == (TYPICAL_PHI, True)
    assert found.change.high > found.change.poisson_high


def test_unequal_periods_are_compared_as_rates(outcome):
    found = evaluation.before_after(outcome(before="80", after="20", months_before="24", months_after="12"))
    assert found.change.ratio == 0.5


def test_counts_without_their_months_are_not_compared(outcome):
    refused = evaluation.before_after(outcome(before="80", after="20", months_before="24"))
    assert isinstance(refused, CannotSay)
    assert refused.rule == "no-exposure"


def test_a_bare_percentage_says_what_count_it_would_need(outcome):
    found = evaluation.before_after(outcome(change_percent="-34", months_before="2", months_after="2"))
    assert (found.percent, found.needed, found.needed_dispersed, found.equal_periods) == (-34, 64, 123, True)


def test_a_percentage_between_unknown_periods_says_that_equal_ones_are_assumed(outcome):
    assert not evaluation.before_after(outcome(change_percent="-60")).equal_periods


def test_one_count_without_the_other_falls_back_to_the_percentage(outcome):
    found = evaluation.before_after(outcome(before="80", after="not published", change_percent="-18"))
    assert isinstance(found, evaluation.PercentageOnly)


def test_a_bare_proportion_is_worked_through_for_several_numbers_of_people(outcome):
    found = evaluation.before_after(outcome(level_percent="2"))
    by_people = {each.people: each for each in found.limits}
    assert by_people[50].events == 0
    assert by_people[50].high == pytest.approx(7.11, abs=0.01)
    assert by_people[200].events == 3
    assert found.people_for_double == 357


def test_a_proportion_with_its_denominator_has_limits(outcome):
    found = evaluation.before_after(outcome(level_percent="2", denominator="150"))
    assert isinstance(found, evaluation.LevelLimits)
    assert (found.people, found.events) == (150, 2)


def test_nothing_published_is_a_refusal(outcome):
    assert evaluation.before_after(outcome()).rule == "no-figures"
    assert evaluation.before_after(outcome()).reason == "neither counts nor a percentage was published"
    assert evaluation.before_after(outcome(level_percent="70")).rule == "level-out-of-range"


def test_the_wording_claims_no_cause():
    assert evaluation.WORDING == "was associated with"


def test_from_the_number_needed_on_the_level_is_bounded():
    needed = evaluation.people_needed(2, 5)
    assert evaluation.level_limits(2, needed - 1).high >= 5
    assert all(evaluation.level_limits(2, people).high < 5 for people in range(needed, 2 * needed))


@pytest.mark.parametrize(("percent", "bound"), [(2, 2), (2, 1), (0, 5), (2, 100)])
def test_a_bound_that_cannot_be_is_a_programming_error(percent, bound):
    with pytest.raises(ValueError, match="above the published"):
        evaluation.people_needed(percent, bound)
