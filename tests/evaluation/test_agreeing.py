import math

import numpy as np
import pytest

from analysis.evaluation.agreeing import MODELS, disagreeing
from analysis.measures import Mixture


def answer(percent, low, high):
    """A normal log ratio whose 95 % limits are about these, in per cent."""
    middle, ends = math.log(1 + percent / 100), [math.log(1 + each / 100) for each in (low, high)]
    error = (ends[1] - ends[0]) / 2 / 1.96
    return Mixture(np.array([middle]), np.array([error]), np.array([1.0]))


def test_two_that_say_the_same_are_no_refusal():
    assert disagreeing(answer(-36, -55, -9), answer(-30, -45, -10), MODELS) is None
    assert disagreeing(answer(-36, -62, 8), answer(-10, -30, 15), MODELS) is None


def test_where_both_put_it_at_the_same_only_their_intervals_are_said_to_differ():
    found = disagreeing(answer(-36, -61.5, 6.5), answer(-36, -58, -3), MODELS)
    assert found.rule == "models-disagree"
    assert found.reason == (
        "two equally sound models put it at −36% and −36%, but one interval includes no difference and the other does "
        "not (−62% to +6% by a level free to wander, −58% to −3% by a regression of counts)"
    )
    assert "disagree" not in found.reason


@pytest.mark.parametrize(
    ("one", "other"),
    [((-40, -55, -20), (20, 2, 41)), ((-60, -70, -47), (-5, -20, 13)), ((2, -10, 16), (-30, -55, -9))],
)
def test_where_they_truly_differ_they_are_said_to_disagree(one, other):
    found = disagreeing(answer(*one), answer(*other), MODELS)
    assert found.reason.startswith("it is uncertain, since two equally sound models disagree (")
    assert "put it at" not in found.reason


def test_minus_signs_are_true_ones_and_a_boundless_limit_is_called_so():
    reason = disagreeing(answer(-36, -62, 4), answer(-36, -58, -3), MODELS).reason
    assert "-" not in reason
    wide = Mixture(np.array([1.0]), np.array([20.0]), np.array([1.0]))
    assert "to no limit by a level free to wander" in disagreeing(wide, answer(40, 20, 63), MODELS).reason
