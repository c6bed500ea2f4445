"""P(among the first) against simulated rounds of which the truth is known."""

import sys

import pytest


@pytest.fixture(scope="module")
def scoring(root):
    sys.path.insert(0, str(root / "benchmarks"))
    try:
        import scoring
    finally:
        sys.path.pop(0)
    return scoring


@pytest.mark.parametrize("which", range(4))
def test_what_is_said_to_be_likely_is_so_as_often_as_that(scoring, which):
    """Within 0.1 in every band of fifty issues or more: sixty rounds of ten leave that much to chance."""
    table = scoring.reliability(scoring.WORLDS[which], 60)
    enough = table[table["issues"] >= 50]
    assert len(enough) >= 3
    assert (enough["said"] - enough["was"]).abs().max() < 0.1
    assert (table["brier"] < table["brier if told nothing"]).all()


def test_a_rank_that_is_not_sure_is_not_told_as_sure(scoring):
    """With four agencies that disagree, fewer issues are told as nearly certain than with ten that agree."""
    tables = [scoring.reliability(scoring.WORLDS[n], 30) for n in (0, 3)]
    certain = [table["issues"][(table["said"] > 0.95) | (table["said"] < 0.05)].sum() for table in tables]
    assert certain[1] < certain[0] / 2
