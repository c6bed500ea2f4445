"""The ranking: what may not move it, what must, and when it cannot be said."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.cannot_say import CannotSay
from analysis.priorities import Counted, Criterion, Volume, matrix, ranking

from .rounds import CRITERIA, agreed, of, rows

LEVEL = st.one_of(st.none(), st.integers(1, 5))


@st.composite
def tables(draw):
    """Four to six agencies, three to six issues, most scores there."""
    agencies, issues = draw(st.integers(4, 6)), draw(st.integers(3, 6))
    return {f"a{a}": {f"i{i}": [draw(LEVEL) for _ in CRITERIA] for i in range(issues)} for a in range(agencies)}


def places(found):
    return {line.issue: line.place for line in found.lines}


@given(tables(), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_agencies_issues_and_rows_moves_nothing_not_even_a_chance(scores, random):
    frame = rows(scores)
    again = frame.iloc[random.sample(range(len(frame)), len(frame))]
    criteria = random.sample(CRITERIA, len(CRITERIA))
    one, other = (ranking(matrix(*each), cut=2, draws=200) for each in ((frame, CRITERIA), (again, criteria)))
    assert one == other


@given(tables())
@settings(max_examples=60, deadline=None)
def test_rows_with_missing_scores_change_nothing(scores):
    padded = {**scores, "zz": {issue: [None] * len(CRITERIA) for issue in scores["a0"]}}
    one, other = ranking(of(scores), cut=2, draws=200), ranking(of(padded), cut=2, draws=200)
    assert one == other


@given(tables(), st.data())
@settings(max_examples=80, deadline=None)
def test_a_higher_score_never_lowers_a_rank(scores, data):
    agency, issue = data.draw(st.sampled_from(sorted(scores))), data.draw(st.sampled_from(sorted(scores["a0"])))
    at = data.draw(st.integers(0, len(CRITERIA) - 1))
    before = scores[agency][issue][at]
    if before is None or before == 5:
        return
    first = ranking(of(scores), cut=2, draws=200)
    raised = {a: {i: list(cells) for i, cells in issues.items()} for a, issues in scores.items()}
    raised[agency][issue][at] = before + 1
    second = ranking(of(raised), cut=2, draws=200)
    if not isinstance(first, CannotSay) and issue in places(first):
        assert places(second)[issue] <= places(first)[issue]


@given(tables(), st.floats(0.1, 9))
@settings(max_examples=40, deadline=None)
def test_weights_have_no_scale_in_the_ranking(scores, times):
    heavier = [Criterion(c.name, c.low, c.high, times * c.weight, c.likelihood) for c in CRITERIA]
    one, other = (ranking(matrix(rows(scores), each), cut=2, draws=200) for each in (CRITERIA, heavier))
    if not isinstance(one, CannotSay):
        assert [e.issue for e in one.lines] == [e.issue for e in other.lines]
        assert [e.chance for e in one.lines] == pytest.approx([e.chance for e in other.lines], abs=0.02)


def test_the_chances_of_being_among_the_first_add_up_to_how_many_come_first():
    found = ranking(of(agreed()), cut=3)
    assert sum(line.chance for line in found.lines) == pytest.approx(3)


def test_issues_far_apart_are_sure_and_issues_alike_are_anyones():
    sure = ranking(of(agreed(6, 5)), cut=2)
    assert sure.lines[0].chance > 0.95
    assert sure.lines[-1].chance < 0.05
    alike = ranking(of({f"a{a}": {f"i{i}": [1 + (a * 7 + i * 3) % 5, 3] for i in range(5)} for a in range(5)}), cut=2)
    assert all(0.2 < line.chance < 0.6 for line in alike.lines)
    assert all((line.low, line.high) == (1, 5) for line in alike.lines)


def test_disagreement_widens_ranks_and_spreads_chances():
    scores = agreed(6, 6)
    torn = {a: dict(issues) for a, issues in scores.items()}
    for name in ("agency-0", "agency-1"):
        torn[name] = {f"issue-{i}": scores[name][f"issue-{5 - i}"] for i in range(6)}
    calm, upset = (ranking(of(each), cut=2) for each in (scores, torn))
    assert sum(e.high - e.low for e in upset.lines) > sum(e.high - e.low for e in calm.lines)
    assert upset.lines[0].chance < calm.lines[0].chance


def test_the_rank_found_lies_in_its_interval():
    for line in ranking(of(agreed()), cut=3).lines:
        assert line.low <= line.place <= line.high


def test_an_issue_that_too_few_scored_is_not_ranked_and_says_which_criterion():
    scores = agreed(4, 5)
    for agency in ("agency-0", "agency-1"):
        scores[agency]["issue-2"] = [None, 3]
    found = ranking(of(scores), cut=2)
    assert found.cannot["issue-2"] == CannotSay("2 agencies scored it on harm; 3 are needed", "few-scores")
    assert [e.issue for e in found.lines] == ["issue-0", "issue-1", "issue-3", "issue-4"]
    assert [e.place for e in found.lines] == [1, 2, 3, 4]


def test_an_issue_that_nobody_scored_says_so():
    scores = agreed(4, 5)
    for agency in scores:
        scores[agency]["issue-2"] = [None, None]
    assert ranking(of(scores), cut=2).cannot["issue-2"].reason == "no agency scored it; 3 are needed"


def test_nothing_is_ranked_where_fewer_than_two_issues_have_enough_scores():
    found = ranking(of({"a": {"x": [1, 2], "y": [3, 4]}, "b": {"x": [1, 2], "y": [None, 4]}}), cut=1, least=2)
    assert found == CannotSay("fewer than two issues were scored by 2 agencies", "few-scores")


def test_two_agencies_give_an_order_but_no_chance():
    found = ranking(of({"a": {"x": [1, 2], "y": [3, 4]}, "b": {"x": [1, 2], "y": [4, 4]}}), cut=1, least=2)
    assert [(e.issue, e.chance, e.low) for e in found.lines] == [("y", None, None), ("x", None, None)]


def test_issues_with_one_score_share_the_better_rank_and_the_chance():
    scores = agreed(5, 4)
    for issues in scores.values():
        issues["issue-1"] = issues["issue-0"]
    found = ranking(of(scores), cut=1)
    assert [e.place for e in found.lines[:2]] == [1, 1]
    assert found.top == ("issue-0", "issue-1")
    assert [e.chance for e in found.lines[:2]] == pytest.approx([0.5, 0.5], abs=0.05)


def test_counts_near_a_band_spread_the_chance_and_counts_far_from_it_do_not():
    scores = {f"a{a}": {"x": [3, 3], "y": [3, 3 + a % 2], "z": [1, 1]} for a in range(6)}
    chances = []
    for count in (101, 900):
        volume = Volume({"x": Counted(count), "y": Counted(10), "z": Counted(10)}, [100, 1000], 1.0)
        chances.append(ranking(of(scores), cut=1, volume=volume).line("x").chance)
    assert chances[0] < chances[1]
    assert np.isclose(chances[1], 1.0, atol=0.05)


def test_the_same_seed_gives_the_same_and_another_nearly_the_same():
    found = [ranking(of(agreed()), cut=3, seed=seed) for seed in (1, 1, 2)]
    assert found[0] == found[1]
    assert [e.chance for e in found[0].lines] == pytest.approx([e.chance for e in found[2].lines], abs=0.06)
