"""Which places stand next to which."""

import numpy as np
import pytest

from analysis.places import bordering, nearest, projected


def test_the_nearest_few_of_each_place():
    found = nearest(np.array([0.0, 1.0, 3.0, 10.0]), np.zeros(4), k=2)
    assert found == ((1, 2), (0, 2), (1, 0), (2, 1))


def test_a_tie_in_distance_goes_to_the_place_that_comes_first():
    assert nearest(np.array([1.0, 0.0, 2.0]), np.zeros(3), k=1)[0] == (1,)


@pytest.mark.parametrize("k", [0, 3])
def test_more_neighbours_than_other_places_cannot_be(k):
    with pytest.raises(ValueError, match="cannot be had"):
        nearest(np.arange(3.0), np.zeros(3), k=k)


def test_metres_are_right_to_one_in_a_thousand_within_a_county():
    longitude, latitude = np.array([-1.9, -1.1]), np.array([52.3, 52.8])
    east, north = projected(longitude, latitude)
    # Great-circle distance by the haversine formula on the same sphere.
    a, b = np.radians(latitude)
    step = np.sin((b - a) / 2) ** 2 + np.cos(a) * np.cos(b) * np.sin(np.radians(0.8) / 2) ** 2
    expected = 2 * 6_371_008.8 * np.arcsin(np.sqrt(step))
    assert np.hypot(east[1] - east[0], north[1] - north[0]) == pytest.approx(expected, rel=1e-3)
    assert min(*east, *north) == 0


def test_borders_are_read_in_the_order_of_the_places_and_others_left_out():
    borders = {"A": ["C", "X", "A"], "C": {"A", "B"}}
    assert bordering(borders, ["A", "B", "C"]) == ((2,), (), (0, 1))
