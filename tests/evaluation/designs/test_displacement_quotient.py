import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.cannot_say import said
from analysis.evaluation.designs.displacement_quotient import displacement_quotient, quotient_of_counts

from ..interrupted import broken, place, setting

COUNT = st.integers(1, 400)
PAIR = st.tuples(COUNT, COUNT)


def test_the_formulas_of_the_guide_come_out():
    found = quotient_of_counts((207, 110), (308, 318), (178, 157))
    assert (found.gross, found.total_net) == (97, pytest.approx(130.5, abs=0.05))
    assert found.quotient == pytest.approx(0.2582, abs=1e-4)
    assert found.net == -found.success


def test_all_that_was_prevented_moving_next_door_is_about_minus_one():
    found = quotient_of_counts((200, 100), (300, 300), (200, 300))
    assert found.quotient == pytest.approx(-1)
    assert found.total_net == pytest.approx(0)


@given(PAIR, PAIR, PAIR)
def test_it_is_said_only_where_the_fall_is_clear(response, control, buffer):
    found = quotient_of_counts(response, control, buffer)
    ratio = (response[1] / response[0]) / (control[1] / control[0])
    error = math.sqrt(sum(1 / each for each in (*response, *control)))
    clear = math.log(ratio) + 1.959964 * error < -1e-9
    if clear:
        assert said(found)
        assert found.success < 0
    elif math.log(ratio) + 1.959964 * error > 1e-6:
        assert found.rule == "no-success"


def test_a_fall_that_swing_could_have_made_is_refused():
    counts = (207, 150), (308, 318), (178, 157)
    assert said(quotient_of_counts(*counts))
    assert quotient_of_counts(*counts, dispersion=4).rule == "no-success"


def test_nought_in_the_response_or_control_is_refused_and_below_it_an_error():
    assert quotient_of_counts((5, 0), (10, 10), (5, 5)).rule == "no-success"
    assert quotient_of_counts((5, 2), (0, 10), (5, 5)).rule == "no-success"
    with pytest.raises(ValueError, match="quotient"):
        quotient_of_counts((5, -2), (10, 10), (5, 5))


def test_of_a_setting_it_takes_matched_periods_and_its_swing():
    treated, control, near = [20] * 24 + [8] * 12, [30] * 36, [15] * 24 + [14] * 12
    asked = replace(setting(treated, control), buffer=place(near, "next door"))
    found = displacement_quotient(asked)
    assert found.quotient == pytest.approx(quotient_of_counts((240, 96), (360, 360), (180, 168)).quotient)
    assert found.response.error > quotient_of_counts((240, 96), (360, 360), (180, 168)).response.error


@pytest.mark.parametrize(
    ("asked", "rule"),
    [
        (setting([20] * 36, [20] * 36), "no-comparators"),
        (replace(setting([20] * 36), buffer=place([20] * 36)), "no-comparators"),
        (replace(setting([20] * 36, [20] * 36), buffer=place([20] * 36)), "no-success"),
        (
            replace(setting([20] * 36, [20] * 36, breaks=(broken("step", "2019-06"),)), buffer=place([20] * 36)),
            "recording-break",
        ),
    ],
)
def test_without_places_or_success_it_is_refused(asked, rule):
    assert displacement_quotient(asked).rule == rule
