"""Small seeded studies; the large one is ``benchmarks/peers.py``."""

import numpy as np
import pytest
from scipy import stats

from analysis.peers import Area, change_against_peers, ranks, standing

GROUPS = 300


def simulated(random, peers, spread, mean=500):
    people = random.uniform(40_000, 160_000, peers + 1)
    rates = mean / 100_000 * np.exp(random.normal(0, spread, peers + 1))
    counts = random.poisson(rates * people)
    return rates, people, [Area(str(i), int(c), float(n)) for i, (c, n) in enumerate(zip(counts, people, strict=True))]


def at_most(hits, share):
    """Whether ``hits`` of all groups may come from a true share of at most ``share``."""
    return stats.binomtest(hits, GROUPS, share, alternative="greater").pvalue > 0.005


@pytest.mark.parametrize(("peers", "spread"), [(8, 0.3), (31, 0.0), (31, 0.3)])
def test_one_area_in_twenty_like_the_others_lies_outside_the_limits(peers, spread):
    random, inner, outer = np.random.default_rng([peers, int(10 * spread)]), 0, 0
    for _ in range(GROUPS):
        _, _, areas = simulated(random, peers, spread)
        found = standing(areas[0], areas[1:])
        inner += not found.inner[0] <= found.ratio <= found.inner[1]
        outer += not found.outer[0] <= found.ratio <= found.outer[1]
    assert at_most(inner, 0.07) and at_most(outer, 0.004)


def test_limits_that_forget_how_far_areas_differ_would_flag_most_of_them():
    random, flagged = np.random.default_rng(1), 0
    for _ in range(GROUPS):
        _, people, areas = simulated(random, 31, 0.3)
        own, others = areas[0], areas[1:]
        expected = people[0] * sum(a.count for a in others) / people[1:].sum()
        flagged += abs(own.count - expected) > 1.96 * np.sqrt(expected)
    assert flagged > 0.5 * GROUPS


def test_rank_intervals_hold_the_true_rank():
    random, held = np.random.default_rng(5), []
    for _ in range(60):
        rates, _, areas = simulated(random, 8, 0.2, mean=100)
        truth = 1 + (rates[:, None] < rates).sum(axis=1)
        found = ranks(areas, draws=1_000)
        held += [each.low <= rank <= each.high for each, rank in zip(found, truth, strict=True)]
    assert np.mean(held) > 0.95


def test_a_change_against_peers_is_seldom_said_where_there_is_none():
    random, said_so = np.random.default_rng(6), 0
    for _ in range(GROUPS):
        rates, people, areas = simulated(random, 8, 0.3)
        later = random.poisson(rates * people * np.exp(random.normal(-0.2, 0.08, 9)))
        after = [Area(a.name, int(c), a.population) for a, c in zip(areas, later, strict=True)]
        found = change_against_peers(areas[0], after[0], list(zip(areas[1:], after[1:], strict=True)))
        said_so += found.verdict != "no clear difference"
    assert at_most(said_so, 0.07)
