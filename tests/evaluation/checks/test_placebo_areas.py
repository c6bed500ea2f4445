import math

import numpy as np
import pytest

from analysis.evaluation.checks.placebo_areas import CHECK
from analysis.evaluation.designs import design_named
from evaluation.checks.places import ALONE, BESIDE, after, drawn, others, place, ran, replace, setting

FELL = drawn("town", 60, 1, after(0.5))


def test_a_fall_that_no_other_area_shows_passes_with_enough_of_them():
    found = ran(CHECK, setting(FELL, others(19)), BESIDE)
    assert found.outcome == "passed"
    assert found.figures["rank"] == pytest.approx(1 / 20)
    assert "unusual among areas" in found.words


def test_the_same_fall_everywhere_fails_whatever_is_compared():
    found = ran(CHECK, setting(FELL, others(8, factor=after(0.5))), ALONE)
    assert found.outcome == "failed"
    assert found.figures["changed"] == 1
    assert "ordinary areas show changes like this one" in found.words


def test_with_fewer_than_19_areas_the_rank_decides_nothing():
    found = ran(CHECK, setting(FELL, others(6)), BESIDE)
    assert found.outcome == "informative"
    assert "Fewer than 19" in found.words or "fewer than 19" in found.words


def test_an_effect_that_many_areas_match_fails_by_its_rank():
    weak = drawn("town", 60, 1, after(0.85))
    level = [after(0.7 if each % 5 == 0 else 1.0) for each in range(20)]
    areas = tuple(drawn(f"area {each}", 60, 50 + each, factor) for each, factor in enumerate(level))
    effect = ALONE(setting(weak, areas))
    assert effect.verdict == "fewer"
    found = CHECK(setting(weak, areas), ALONE, effect)
    assert found.outcome == "failed"
    assert found.figures["rank"] > 0.1


def test_the_treated_place_is_never_among_the_placebos_others():
    told = []
    design = replace(BESIDE, run=lambda asked: told.append(asked) or BESIDE.run(asked))
    asked = setting(FELL, others(4))
    CHECK(asked, design, BESIDE(asked))
    assert {each.treated.name for each in told} == {"area 0", "area 1", "area 2", "area 3"}
    for each in told:
        names = [place.name for place in each.comparators]
        assert "town" not in names
        assert each.treated.name not in names
        assert len(names) == 3


def test_where_no_effect_is_claimed_it_decides_nothing():
    found = ran(CHECK, setting(drawn("town", 60, 1), others(19)), BESIDE)
    assert found.outcome == "informative"
    assert "no effect is claimed" in found.words


@pytest.mark.parametrize("number", [0, 1])
def test_it_needs_two_other_areas(number):
    assert ran(CHECK, setting(FELL, others(number))).rule == "few-comparators"


def ranking(rank, others, p=None):
    """A design that ranks the place itself, otherwise than the sizes of its effects would."""
    figures = {"rank": rank, "comparators": others}

    def run(asked):
        return replace(BESIDE.run(asked), figures=figures, p=rank / (1 + others) if p is None else p)

    return replace(BESIDE, run=run)


def test_a_design_that_ranks_areas_itself_is_asked_for_its_rank_and_not_ranked_anew():
    asked = setting(FELL, others(25))
    assert ran(CHECK, asked, BESIDE).figures["rank"] == pytest.approx(1 / 26)
    found = ran(CHECK, asked, ranking(9, 25))
    assert (found.figures["larger"], found.figures["rank"]) == (8, pytest.approx(9 / 26))
    assert found.outcome == "failed"
    assert "in eight the change was at least as large for its uncertainty" in found.words
    assert ": the design itself ranks it so. Were" in found.words
    assert "the design itself ranks it so, among 21 areas." in ran(CHECK, asked, ranking(2, 21)).words
    assert "ranks it so" not in ran(CHECK, asked, BESIDE).words
    assert "35% of the time" in found.words


def test_a_described_rank_stands_without_a_p():
    found = ran(CHECK, setting(FELL, others(19)), ranking(2, 19, math.nan))
    assert found.figures["rank"] == pytest.approx(2 / 20)


@pytest.mark.parametrize("name", ["panel", "synthetic-control", "synthetic-difference"])
def test_the_check_and_the_design_show_one_p(name):
    rng = np.random.default_rng(3)
    trends = [0.9 ** (np.arange(60) / 12 * each) for each in rng.normal(1, 0.3, 21)]
    town, *areas = (drawn(f"place {n}", 60, 300 + n, factor) for n, factor in enumerate(trends))
    asked, design = setting(town, areas), design_named(name)
    effect = design(asked)
    assert CHECK(asked, design, effect).figures["rank"] == pytest.approx(effect.p)


def test_none_is_not_said_twice_of_areas():
    words = ran(
        CHECK, setting(place("town", [60] * 48 + [30] * 12), [place(f"a{n}", [60] * 60) for n in range(5)]), BESIDE
    ).words
    assert "a change in none, where about one in 20 would be chance; nowhere was the change as large" in words
