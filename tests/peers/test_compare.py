import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.cannot_say import CannotSay, said
from analysis.peers import Area, at_risk, compare, known_area

from .conftest import areas


def test_every_area_has_a_rate_a_rank_a_shrunken_rate_and_limits(leicestershire):
    found = compare(leicestershire[0], leicestershire[1:])
    assert said(found)
    assert len(found.lines) == 9 and found.lines[0] is found.own and len(found.peers) == 8
    assert found.own.rate.value == pytest.approx(80.2, abs=0.05)
    assert found.together == pytest.approx(92.6, abs=0.1)
    assert found.largest_share == pytest.approx(0.353, abs=0.001)
    for line in found.lines:
        assert line.rate.low < line.rate.value < line.rate.high
        assert line.outer[0] < line.inner[0] < line.inner[1] < line.outer[1]


def test_an_area_that_nothing_is_known_of_is_refused_with_its_own_reason():
    for refusal in (known_area("x", None, 10), known_area("x", 5, None), known_area("x", 5, 10, withheld=True)):
        assert compare(refusal, areas(10, 20, 30)) is refusal


def test_fewer_than_three_peers_are_refused_and_say_why():
    own, *peers = areas(10, 20, 30)
    refused = compare(own, [*peers, known_area("Melton", None, 10)])
    assert isinstance(refused, CannotSay) and refused.rule == "few-peers"
    assert "2 areas can be set beside it, and 3 are needed: the period is not complete for Melton" in refused.reason


def test_a_peer_that_cannot_be_used_is_left_out_and_named():
    own, *peers = areas(100, 200, 300, 150)
    found = compare(own, [*peers, known_area("Melton", 9, None)])
    assert said(found) and len(found.peers) == 3
    assert [each.reason for each in found.left_out] == ["no population is known for Melton"]


def test_an_area_cannot_be_its_own_peer():
    own, *peers = areas(100, 200, 300, 150)
    with pytest.raises(ValueError, match="more than once"):
        compare(own, [*peers, own])


def test_counts_too_small_for_a_funnel_keep_their_rates_and_places():
    own, *peers = areas(3, 2, 0, 4)
    found = compare(own, peers)
    assert said(found) and isinstance(found.standing, CannotSay)
    assert found.own.inner is None and found.own.rank.of == 4


def test_the_same_share_of_located_records_everywhere_cancels():
    plain, *peers = areas(100, 200, 300, 150)
    shares = [Area(a.name, a.count, a.population, located=0.9) for a in (plain, *peers)]
    one, other = compare(plain, peers), compare(shares[0], shares[1:])
    assert said(one) and said(other) and said(one.standing) and said(other.standing)
    assert one.standing.ratio == pytest.approx(other.standing.ratio)
    assert one.own.rank == other.own.rank


def test_a_force_that_places_fewer_records_is_allowed_for():
    own, *peers = areas(90, 100, 100, 100)
    placed = compare(Area("own", own.count, own.population, located=0.9), peers)
    assert said(placed) and said(placed.standing)
    assert placed.standing.ratio == pytest.approx(1, abs=0.01)


def test_residents_are_the_wrong_people_for_shops_and_town_centres():
    assert "shops" in at_risk("shoplifting") and "events" in at_risk("theft-from-the-person")
    assert at_risk("violence-and-sexual-offences") == ""


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 20_000), st.floats(100, 1e6)), min_size=1, max_size=12))
def test_any_areas_give_a_comparison_or_a_refusal_and_no_warning(given_areas):
    own, *peers = [Area(str(i), count, people) for i, (count, people) in enumerate(given_areas)]
    found = compare(own, peers)
    assert isinstance(found, CannotSay) == (len(peers) < 3)
    if said(found) and said(found.standing):
        assert 0 < found.standing.low <= found.standing.ratio <= found.standing.high
