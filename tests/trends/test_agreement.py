import pandas as pd
import pytest

from analysis.trends import Estimate, Undeclared
from analysis.trends.agreement import WIDEST, across, disagreement, told


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
        (says(1, -34, 51), None, None, 0.5, "too-uncertain"),
        (says(70, 5, 137), None, None, 0.5, "too-uncertain"),
        (says(60, 20, 110), None, None, 0.5, None),
        (says(1, -27, 26), None, None, 0.5, None),
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


def test_width_alone_refuses_so_that_rises_and_falls_are_not_what_is_left_of_wide_intervals():
    for low in (-60, -20, 0, 30):
        high = (100 + low) * WIDEST**2 - 100
        within, beyond = says(low + 1, low, high - 1), says(low + 1, low, high + 1)
        assert disagreement(within, None, None, 0.5, "") is None
        assert disagreement(beyond, None, None, 0.5, "").rule == "too-uncertain"


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
