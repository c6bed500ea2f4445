import math

import numpy as np
import pytest

from analysis.cannot_say import CannotSay, said
from analysis.peers import LEAST_FOR_VERDICT, Area, standing

from .conftest import areas


def group(peers: int, *, own: float = 1.0, spread: float = 0.2, seed: int = 1) -> tuple[Area, list[Area]]:
    random = np.random.default_rng(seed)
    counts = random.poisson(1000 * np.exp(random.normal(0, spread, peers)))
    return Area("own", int(1000 * own), 100_000), [Area(str(i), int(c), 100_000) for i, c in enumerate(counts)]


def test_the_area_itself_is_not_in_what_is_typical():
    own, peers = group(25)
    louder = Area("own", 9_999, 100_000)
    assert standing(own, peers).typical == standing(louder, peers).typical


def test_typical_of_unlike_areas_is_not_the_rate_of_the_largest(leicestershire):
    found = standing(leicestershire[0], leicestershire[1:])
    together = sum(a.count for a in leicestershire[1:]) / sum(a.population for a in leicestershire[1:])
    assert 1000 * together == pytest.approx(92.6, abs=0.1)
    assert 1000 * found.typical == pytest.approx(70.8, abs=0.2)
    assert found.beside == "near" and found.low < 1 < found.high


def test_no_verdict_with_fewer_than_nineteen_peers():
    for peers, given in ((LEAST_FOR_VERDICT - 1, False), (LEAST_FOR_VERDICT, True)):
        found = standing(*group(peers, own=5.0))
        assert said(found.outlier) is given
    refused = standing(*group(18, own=5.0)).outlier
    assert isinstance(refused, CannotSay)
    assert refused.rule == "few-peers-for-verdict" and "18 other areas are too few" in refused.reason


def test_an_area_far_outside_is_unusual_and_one_like_the_others_is_within():
    assert standing(*group(31, own=4.0)).outlier == "unusually high"
    assert standing(*group(31, own=0.2)).outlier == "unusually low"
    assert standing(*group(31, own=1.0)).outlier == "within"
    found = standing(*group(31))
    edge = math.sqrt(found.inner[1] * found.outer[1]) / found.ratio
    assert standing(*group(31, own=edge)).outlier == "at the edge"


def test_limits_lie_within_one_another():
    found = standing(*group(25))
    assert found.outer[0] < found.inner[0] < 1 < found.inner[1] < found.outer[1]


def test_above_and_below_are_said_by_the_interval_alone():
    above, below = standing(*group(25, own=1.5)), standing(*group(25, own=0.6))
    assert (above.beside, below.beside) == ("above", "below")
    assert above.low > 1 and below.high < 1


@pytest.mark.parametrize("counts", [(0, 50, 60, 70), (3, 4, 5, 6), (0, 0, 0, 0)])
def test_small_counts_are_refused(counts):
    own, *peers = areas(*counts)
    refused = standing(own, peers)
    assert isinstance(refused, CannotSay) and refused.rule == "small-counts"


def test_a_peer_without_any_record_breaks_nothing():
    own, *peers = areas(50, 0, 60, 70, 55)
    found = standing(own, peers)
    assert said(found) and math.isfinite(found.ratio) and 0 < found.low < found.high < math.inf
