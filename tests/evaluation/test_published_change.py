from pathlib import Path

import pandas as pd
import pytest
from scipy import stats

import analysis
from analysis.cannot_say import said
from analysis.evaluation.published_change import DISPERSIONS, published_change, wider_change, with_chance
from analysis.evaluation.setting import Place
from analysis.prose import SETTLES, chance_sentence, other_causes, own_sentence, wider_sentence

YEARS = pd.period_range("2009-03", periods=2, freq="Y-MAR")
PUBLISHED = (-14, -18, -27, -34, -60, 10.3, -1)


def place(name, *counts):
    return Place(name, pd.Series(counts, index=YEARS, dtype="Int64"))


@pytest.mark.parametrize("percent", PUBLISHED)
def test_on_one_fewer_than_needed_an_exact_test_by_scipy_sees_nothing(percent):
    """The exact conditional test of two Poisson counts is a binomial test of their split."""
    needed = dict(published_change(percent).needed)[1.0]

    def p(before):
        after = int(before * (1 + percent / 100) + 0.5)
        side = "less" if percent < 0 else "greater"
        return 2 * stats.binomtest(after, before + after, 0.5, alternative=side).pvalue

    assert p(needed - 1) >= 0.05 > p(needed)


@pytest.mark.parametrize("percent", PUBLISHED)
def test_the_more_counts_swing_the_more_of_them_it_takes(percent):
    found = published_change(percent)
    assert tuple(times for times, _ in found.needed) == DISPERSIONS
    counts = [count for _, count in found.needed]
    assert counts == sorted(counts)
    assert counts[1] == pytest.approx(2 * counts[0], rel=0.15)


def test_a_count_is_consistent_with_chance_up_to_what_is_needed():
    assert with_chance(-34, 63) == "consistent with"
    assert with_chance(-34, 64) == "not consistent with"
    assert with_chance(-34, 64, 2.0) == "consistent with"
    assert with_chance(0, 10_000) == "consistent with"


def test_nothing_falls_by_more_than_all():
    with pytest.raises(ValueError, match="more than 100"):
        published_change(-101)


def test_no_change_published_is_consistent_with_no_change():
    assert chance_sentence(published_change(0)) == "Without counts it is consistent with no change at all."


def test_the_sentence_says_on_how_many_it_is_consistent_with_chance_and_on_how_many_not():
    said_ = chance_sentence(published_change(-34))
    assert "With fewer than 64 before" in said_
    assert "or fewer than 123, 243 or 487 where counts swing two, four or eight times as much" in said_
    assert "it is consistent with chance alone" in said_
    assert "with as many or more it is not" in said_


def test_other_causes_follow_the_direction_and_leave_the_season_out_of_matched_months():
    assert "a fall that comes by itself after a bad spell" in other_causes(-18, same_season=True)
    assert "season" not in other_causes(-18, same_season=True)
    assert "a rise that comes by itself after a quiet spell" in other_causes(10.3, same_season=False)
    assert "the season" in other_causes(10.3, same_season=False)


def test_other_areas_count_only_where_both_years_are_known():
    found = wider_change([place("a", 100, 90), place("b", 50, None), place("c", 100, 85)], *YEARS)
    assert (found.places, found.before, found.after) == (2, 200, 175)
    assert found.percent == pytest.approx(-12.5)
    sentence = wider_sentence(found, what="recorded vandalism", before="2009/10", after="2010/11")
    assert "recorded vandalism fell by 12.5% from 2009/10 to 2010/11 (200 to 175)" in sentence


def test_beside_the_others_stands_what_the_place_did_itself_and_that_one_year_shows_nothing():
    own = wider_change([place("West Lothian", 3300, 2382)], *YEARS)
    sentence = own_sentence(own, place="West Lothian", left_out=6)
    assert (
        "West Lothian's own fell by 27.8% (3,300 to 2,382); the six areas that border it are not among the others."
        in sentence
    )
    assert "there is no interval here" in sentence and "shows nothing by itself" in sentence


@pytest.mark.parametrize(("counts", "went"), [((50, 55), "rose by 10.0%"), ((50, 50), "stayed the same (50 to 50)")])
def test_what_the_place_did_itself_is_said_whichever_way_it_went(counts, went):
    assert f"own {went}" in own_sentence(wider_change([place("a", *counts)], *YEARS), place="a", left_out=0)


def test_neighbours_are_spoken_of_only_where_some_are_left_out():
    own = wider_change([place("a", 50, 40)], *YEARS)
    assert "border" not in own_sentence(own, place="a", left_out=0)
    assert "one area that borders it is not among" in own_sentence(own, place="a", left_out=1)


def test_a_place_without_both_years_has_no_figure_of_its_own():
    assert own_sentence(wider_change([place("a", None, 5)], *YEARS), place="a", left_out=6) == ""


def test_without_other_areas_nothing_is_said_of_them():
    found = wider_change([place("a", None, 5)], *YEARS)
    assert not said(found)
    assert wider_sentence(found, what="x", before="2009/10", after="2010/11") == ""


def test_no_sentence_of_a_published_claim_says_confirmed():
    for name in ("prose/published_change.py", "prose/initiative.py", "evaluation/published_change.py",
                 "assessment/elsewhere.py", "assessment/initiatives.py", "assessment/initiative_table.py"):  # fmt: skip
        written = (Path(analysis.__file__).parent / name).read_text(encoding="utf-8").lower()
        assert "confirm" not in written, name
    words = [
        text
        for percent in PUBLISHED
        for text in (chance_sentence(published_change(percent)), other_causes(percent, same_season=False), SETTLES)
    ]
    assert not [each for each in words if "confirm" in each.lower()]
