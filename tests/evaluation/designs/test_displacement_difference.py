import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.cannot_say import said
from analysis.evaluation.designs import design_named
from analysis.evaluation.designs.displacement_difference import DESIGN, displacement_difference
from analysis.evaluation.displacement import weighted_displacement_difference

from ..interrupted import broken, drawn, place, setting


@pytest.fixture
def rng():
    return np.random.default_rng(20221130)


def beside(treated, *others, buffer=None, control=None, **more):
    asked = setting(treated, *others, **more)
    named = {"buffer": buffer, "buffer_control": control}
    return replace(asked, **{name: place(each, name) for name, each in named.items() if each is not None})


def years(before, after):
    """Two years of ``before`` in all each, then one of ``after``, even over the months as whole numbers allow."""
    return [*spread(before), *spread(before), *spread(after)]


def spread(total):
    return [total // 12 + (month < total % 12) for month in range(12)]


PAPER_ALIKE = [years(600, 500), years(600, 600), years(300, 310), years(300, 300)]
PAPER = [years(207, 110), years(308, 318), years(178, 157), years(150, 140)]


def test_it_is_level_three_and_found_by_its_name():
    assert (design_named("displacement-difference"), DESIGN.maryland) == (DESIGN, 3)


def test_the_published_difference_stands_beside_it():
    treated, control, buffer, other = PAPER
    found = displacement_difference(beside(treated, control, buffer=buffer, control=other))
    assert found.figures["unweighted"] == -118
    assert found.figures["unweighted_error"] == pytest.approx(39.598, abs=1e-3)
    assert (found.figures["unweighted_low"], found.figures["unweighted_high"]) == pytest.approx(
        (-195.6, -40.4), abs=0.1
    )


def test_comparators_are_weighted_to_the_level_of_the_place():
    treated, control, buffer, other = PAPER
    found = displacement_difference(beside(treated, control, buffer=buffer, control=other))
    sizes = (1, 308 / 207, 1, 150 / 178)
    paper = weighted_displacement_difference((207, 110), (308, 318), (178, 157), (150, 140), sizes=sizes)
    assert found.difference == pytest.approx(paper.value)
    assert (found.figures["local"], found.figures["buffer"]) == pytest.approx((paper.local, paper.buffer))
    assert found.figures["local"] == pytest.approx(110 - 207 * 318 / 308)
    assert any("1.5 times" in each for each in found.remarks)
    assert found.observed == 110 + 157


def test_a_fall_of_all_places_by_one_share_is_no_effect_whatever_their_level():
    found = displacement_difference(beside(years(600, 300), years(2400, 1200), buffer=years(1200, 600)))
    assert found.difference == pytest.approx(0)
    assert found.figures["unweighted"] == -300 + 1200 - 600 + 1200
    assert found.verdict == "no clear difference"


def test_places_of_one_level_are_not_remarked_upon(rng):
    found = displacement_difference(beside(*PAPER_ALIKE[:2], buffer=PAPER_ALIKE[2], control=PAPER_ALIKE[3]))
    assert len(found.remarks) == 1
    assert not any("times its incidents" in each for each in found.remarks)


def test_without_a_buffer_it_would_be_the_comparison_with_other_places_again_and_is_refused():
    asked = beside(years(600, 500), years(600, 600))
    found = displacement_difference(asked)
    assert (found.rule, found.reason) == ("no-buffer", "no place to which crime might move is named")
    assert said(displacement_difference(replace(asked, buffer=asked.comparators[0])))


def test_it_says_that_it_is_of_the_place_and_next_door_together():
    treated, control, buffer, other = PAPER
    found = displacement_difference(beside(treated, control, buffer=buffer, control=other))
    name = beside(treated, control, buffer=buffer).buffer.name
    told = f"It counts the place and {name}, next door, together: it is not the effect in the place alone"
    assert found.remarks[0].startswith(told)
    assert "together" in DESIGN.against
    assert "next door" in DESIGN.title


def test_it_is_never_surer_than_the_published_interval(rng):
    for _ in range(10):
        treated, other, *buffer = (rng.poisson(20, 36) for _ in range(4))
        found = displacement_difference(beside(treated, other, buffer=buffer[0], control=buffer[1]))
        width = found.difference_high - found.difference_low
        assert width > 0.95 * (found.figures["unweighted_high"] - found.figures["unweighted_low"])


def test_what_moved_next_door_takes_away_from_the_effect(rng):
    treated, control = drawn(rng, effect=-0.5), drawn(rng)
    still, fuller = drawn(rng), drawn(rng, effect=0.5)
    same, moved = (
        displacement_difference(beside(treated, control, buffer=each, control=drawn(rng))) for each in (still, fuller)
    )
    assert moved.figures["buffer_low"] > 0 > same.figures["buffer_low"]
    assert (same.verdict, moved.verdict) == ("fewer", "no clear difference")
    assert moved.figures["local_high"] < 0


def test_a_buffer_without_a_control_shares_that_of_the_place_and_says_so(rng):
    found = displacement_difference(beside(drawn(rng), drawn(rng), buffer=drawn(rng)))
    assert found.difference == pytest.approx(found.figures["local"] + found.figures["buffer"])
    assert any("no control of its own" in each for each in found.remarks)


def test_none_after_and_none_before_have_finite_limits(rng):
    for counts in ([6] * 24 + [0] * 12, [3, 2, 4] * 4 + [0] * 12 + [5, 4, 6] * 4):
        found = displacement_difference(beside(counts, rng.poisson(20, 36), buffer=counts, control=rng.poisson(20, 36)))
        assert np.isfinite([found.difference, found.difference_low, found.difference_high]).all()
        assert found.verdict in ("fewer", "more")


def test_a_year_after_and_half_a_year_before_are_brought_to_one_length():
    counts = [None] * 18 + [10] * 6 + [10] * 12
    found = displacement_difference(beside(counts, [10] * 36, buffer=counts))
    assert found.figures["periods_after"] == 6
    assert found.difference == 0


@pytest.mark.parametrize(
    ("asked", "rule"),
    [
        (beside([10] * 36, buffer=[10] * 36), "no-comparators"),
        (beside([10] * 36, [10] * 36), "no-buffer"),
        (beside([10] * 36, [10] * 36, after=2, buffer=[10] * 36), "few-matched-months"),
        (beside([10] * 36, [10] * 36, buffer=[10] * 36, breaks=(broken("step", "2019-06"),)), "recording-break"),
        (beside([10] * 36, [3, 4, 5] * 8 + [0] * 12, buffer=[10] * 36), "small-counts"),
        (beside([10] * 36, [10] * 36, buffer=[*[10] * 24, *[None] * 12]), "no-periods"),
        (beside([10, 10, 0, *[None] * 9, 10, 12, 0], [10] * 15, after=3, buffer=[10] * 15), "no-dispersion"),
    ],
)
def test_what_the_data_cannot_carry_is_refused(asked, rule):
    found = displacement_difference(asked)
    assert not said(found)
    assert found.rule == rule


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(0, 30), min_size=144, max_size=144))
def test_the_point_lies_in_its_limits_and_p_agrees_with_them(counts):
    parts = [counts[36 * each : 36 * each + 36] for each in range(4)]
    found = displacement_difference(beside(*parts[:2], buffer=parts[2], control=parts[3]))
    if said(found):
        assert found.difference_low <= found.difference <= found.difference_high
        assert math.isclose(found.difference, found.figures["local"] + found.figures["buffer"], abs_tol=1e-6)
        if min(abs(found.difference_low), abs(found.difference_high)) > 1e-4:
            assert (found.p < 0.05) == (found.verdict != "no clear difference")


def test_no_effect_is_seldom_called_one(rng):
    called = published = 0
    for _ in range(60):
        treated, *rest = (drawn(rng, months=36, ar=0.6, dispersion=3) for _ in range(4))
        found = displacement_difference(beside(treated, rest[0], buffer=rest[1], control=rest[2]))
        called += found.verdict != "no clear difference"
        published += not found.figures["unweighted_low"] < 0 < found.figures["unweighted_high"]
    assert called <= 5 < published
