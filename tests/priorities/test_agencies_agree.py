import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from analysis.cannot_say import CannotSay
from analysis.priorities import agreement, concordance

from .rounds import agreed, of

# A textbook example without ties: four judges, ten projects; squared deviations of the rank sums add up to 1048.
JUDGES = [
    [1, 3, 4, 5, 2, 8, 6, 7, 10, 9],
    [2, 1, 4, 5, 6, 3, 8, 7, 10, 9],
    [3, 2, 1, 5, 7, 4, 6, 8, 9, 10],
    [4, 2, 3, 1, 6, 7, 5, 9, 8, 10],
]


def test_a_published_example_is_reproduced():
    assert concordance(np.array(JUDGES)) == pytest.approx(12 * 1048 / (4**2 * (10**3 - 10)))


@given(st.lists(st.lists(st.integers(1, 4), min_size=5, max_size=5), min_size=3, max_size=8))
@settings(max_examples=100, deadline=None)
def test_with_ties_it_is_friedmans_statistic_over_its_greatest_value(scores):
    """scipy's Friedman test corrects for ties: W is its statistic over judges times one less than things judged."""
    table = np.array(scores, dtype=float)
    if any(len(set(row)) > 1 for row in scores):
        statistic = stats.friedmanchisquare(*table.T).statistic
        assert concordance(table) == pytest.approx(statistic / (len(table) * 4))


def test_one_order_for_all_is_one_and_opposite_orders_are_nought():
    assert concordance(np.array([[1, 2, 3, 4]] * 5)) == 1
    assert concordance(np.array([[1, 2, 3], [3, 2, 1]])) == 0


def test_agencies_that_see_issues_alike_agree_by_more_than_chance():
    found = agreement(of(agreed()))
    assert found.w > 0.8
    assert found.p < 0.001
    assert found.left_out == ()


def test_the_p_of_orders_at_random_is_as_often_small_as_it_says():
    random = np.random.default_rng(8)
    ps = []
    for _ in range(300):
        scores = {f"a{a}": {f"i{i}": [random.integers(1, 6)] * 2 for i in range(6)} for a in range(5)}
        ps.append(agreement(of(scores), shuffles=400).p)
    assert stats.binomtest(sum(p <= 0.1 for p in ps), 300, 0.1, alternative="greater").pvalue > 0.01
    assert 0.4 < np.mean(ps) < 0.6


def test_an_agency_with_gaps_is_left_out_and_named():
    scores = agreed(5, 5)
    scores["agency-3"]["issue-1"] = [None, 4]
    found = agreement(of(scores))
    assert found.left_out == ("agency-3",)
    assert len(found.agencies) == 4


@pytest.mark.parametrize(
    ("scores", "reason"),
    [
        (agreed(2, 5), "2 agencies scored every issue, and 3 are needed"),
        (agreed(4, 2), "2 issues are too few for an order"),
        ({f"a{a}": {f"i{i}": [3, 3] for i in range(4)} for a in range(4)}, "every agency gave all issues the same"),
    ],
)
def test_it_says_why_it_cannot_say(scores, reason):
    assert agreement(of(scores)) == CannotSay(reason, "few-agencies")
