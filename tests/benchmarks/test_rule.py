import pytest
from calibration.rule import COVERAGE, FALSE_POSITIVES, at_least, at_most, wilson, worst


def test_wilsons_limits_are_those_of_the_closed_form():
    low, high = wilson(5, 100)  # the worked value of prop.test(5, 100, correct = FALSE) in R
    assert (low, high) == (pytest.approx(0.02154368), pytest.approx(0.1117505))


def test_wilsons_limits_stay_within_nought_and_one():
    assert wilson(0, 50)[0] == 0
    assert wilson(0, 50)[1] == pytest.approx(3.8415 / (50 + 3.8415), abs=1e-4)
    assert wilson(50, 50)[1] == 1
    assert wilson(0, 0) == (0, 1)


@pytest.mark.parametrize(
    ("wrong", "of", "said"),
    [(40, 1000, "met"), (70, 1000, "borderline"), (100, 1000, "missed"), (0, 0, "not measured")],
)
def test_false_positives_are_judged_by_their_interval_and_never_by_the_point(wrong, of, said):
    assert at_most(FALSE_POSITIVES, wrong, of) == said


@pytest.mark.parametrize(
    ("held", "of", "said"),
    [(960, 1000, "met"), (935, 1000, "borderline"), (900, 1000, "missed"), (0, 0, "not measured")],
)
def test_coverage_is_judged_by_its_interval_too(held, of, said):
    assert at_least(COVERAGE, held, of) == said


def test_more_series_settle_what_few_leave_open():
    assert at_most(FALSE_POSITIVES, 6, 100) == "borderline"
    assert at_most(FALSE_POSITIVES, 600, 10_000) == "met"


def test_a_cell_is_as_good_as_the_worse_of_its_two_rules():
    assert worst("met", "missed") == "missed"
    assert worst("borderline", "met") == "borderline"
    assert worst("not measured", "met") == "met"
