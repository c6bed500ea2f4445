import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.cannot_say import CannotSay
from analysis.peers import Area, change_against_peers


def pairs(*counts):
    return [(Area(str(i), before, 100_000), Area(str(i), after, 100_000)) for i, (before, after) in enumerate(counts)]


def test_what_comes_to_all_areas_alike_is_no_difference():
    own, *others = pairs((1000, 500), (2000, 1000), (800, 400), (1200, 600), (900, 450))
    found = change_against_peers(*own, others)
    assert found.ratio == pytest.approx(1)
    assert (found.own, found.peers) == pytest.approx((0.5, 0.5))
    assert found.verdict == "no clear difference" and found.p == pytest.approx(1)


def test_an_area_that_doubles_where_others_stay_rose_against_them():
    own, *others = pairs((1000, 2000), (2000, 2010), (800, 790), (1200, 1190), (900, 905), (700, 710))
    found = change_against_peers(*own, others)
    assert found.verdict == "rose against its peers"
    assert found.low > 1 and found.p < 0.05
    back = change_against_peers(own[1], own[0], [(b, a) for a, b in others])
    assert back.verdict == "fell against its peers"
    assert back.ratio == pytest.approx(1 / found.ratio)


def test_peers_that_differ_among_themselves_make_a_verdict_harder():
    alike = pairs((1000, 1300), (1000, 1000), (1000, 1010), (1000, 990), (1000, 1005))
    unlike = pairs((1000, 1300), (1000, 1400), (1000, 700), (1000, 1200), (1000, 800))
    narrow, wide = (change_against_peers(*own, others) for own, *others in (alike, unlike))
    assert narrow.verdict == "rose against its peers" and wide.verdict == "no clear difference"
    assert wide.tau2 > narrow.tau2


def test_p_and_the_interval_never_disagree():
    for after in range(900, 1400, 20):
        own, *others = pairs((1000, after), (1000, 1000), (1000, 1060), (1000, 940), (1000, 1010))
        found = change_against_peers(*own, others)
        assert (found.p < 0.05) == (found.verdict != "no clear difference")


def test_small_counts_and_too_few_peers_are_refused():
    own, *others = pairs((9, 40), (100, 100), (100, 100), (100, 100))
    refusal = change_against_peers(*own, others)
    assert isinstance(refusal, CannotSay) and refusal.rule == "small-counts"
    own, *others = pairs((90, 40), (100, 100), (5, 100), (100, 100))
    refusal = change_against_peers(*own, others)
    assert isinstance(refusal, CannotSay) and refusal.rule == "few-peers"
    assert "only 2 other areas" in refusal.reason


def test_a_population_that_grew_is_allowed_for():
    before, after = Area("a", 1000, 100_000), Area("a", 1100, 110_000)
    found = change_against_peers(before, after, pairs((500, 500), (600, 600), (700, 700)))
    assert found.own == pytest.approx(1)


@given(st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 3000)), min_size=1, max_size=8))
def test_every_answer_is_a_number_within_its_limits_or_a_refusal(counts):
    own, *others = pairs(*counts)
    found = change_against_peers(*own, others)
    if not isinstance(found, CannotSay):
        assert 0 < found.low <= found.ratio <= found.high < math.inf
        assert 0 <= found.p <= 1


def test_one_area_among_many_is_no_peer_of_itself():
    assert isinstance(change_against_peers(*pairs((50, 50))[0], []), CannotSay)
