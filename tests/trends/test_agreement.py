import pandas as pd
import pytest

from analysis.trends import Estimate, Undeclared
from analysis.trends.agreement import DOUBLED, HALVED, across, disagreement, told


def says(percent, low, high):
    return Estimate("a model", percent, low, high, 40)


RISES, FALLS, UNCLEAR = says(8, 3, 13), says(-8, -13, -3), says(2, -4, 9)


@pytest.mark.parametrize(
    ("primary", "secondary", "kept", "straight", "rule"),
    [
        (RISES, RISES, RISES, 0.5, None),
        (RISES, RISES, UNCLEAR, 0.5, "covid"),
        (UNCLEAR, UNCLEAR, RISES, 0.5, "covid"),
        (RISES, UNCLEAR, None, 0.5, "models-disagree"),
        (UNCLEAR, FALLS, None, 0.5, "models-disagree"),
        (RISES, None, None, 0.005, "not-straight"),
        (UNCLEAR, UNCLEAR, None, 0.005, None),
        (says(1, -21, 14), None, None, 0.5, "too-uncertain"),
        (says(1, -14, 27), None, None, 0.5, "too-uncertain"),
        (says(1, -20, 25), None, None, 0.5, None),
    ],
)
def test_a_trend_is_said_only_where_all_agree(primary, secondary, kept, straight, rule):
    found = disagreement(primary, secondary, kept, straight, "months of Covid restrictions")
    assert (None if found is None else found.rule) == rule


def test_a_refusal_over_a_pulse_names_it_and_both_answers():
    found = disagreement(RISES, RISES, UNCLEAR, 0.5, "years of Covid restrictions")
    assert found.reason == (
        "it hangs on the years of Covid restrictions (rising 8% a year without them; "
        "no clear trend, −4% to +9% a year with a level of their own)"
    )


def test_no_clear_trend_is_not_said_where_three_years_could_halve_or_double_the_series():
    after_three = [(1 + each / 100) ** 3 for each in (HALVED, DOUBLED)]
    assert after_three == pytest.approx([0.5, 2.0])


def test_a_rise_is_said_however_wide_its_interval():
    assert disagreement(says(60, 20, 110), None, None, 0.5, "") is None


def broke(kind):
    return Undeclared(pd.Period("2021-10", freq="M"), kind, 21.0)


def test_a_rise_across_a_shift_is_said_only_where_it_is_there_beside_the_shift():
    assert across(RISES, RISES, broke("mean")) is None
    assert across(RISES, UNCLEAR, broke("mean")).reason == (
        "a shift of the level at about October 2021 explains it as well as a trend does"
    )
    assert across(RISES, None, broke("slope")).rule == "not-straight"
    assert across(UNCLEAR, None, broke("slope")) is None


def test_an_estimate_is_told_by_its_interval_where_nothing_is_clear():
    assert (told(FALLS), told(UNCLEAR)) == ("falling 8% a year", "no clear trend, −4% to +9% a year")
