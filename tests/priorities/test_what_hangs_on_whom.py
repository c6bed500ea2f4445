"""Leaving one out, overrides and suggestions of cross-cutting issues."""

import pytest

from analysis.priorities import agreement, cross_cutting, left_out, overridden, ranking

from .rounds import agreed, of


def planted():
    """Six agencies agree; a seventh, alone, puts the last issue first and the first issues last."""
    scores = agreed(6, 6)
    scores["loner"] = {f"issue-{i}": [5, 5] if i == 5 else [1, 1] for i in range(6)}
    return scores


def test_a_planted_disagreement_is_named_by_leaving_it_out():
    matrix = of(planted())
    found = ranking(matrix, cut=2)
    by_name = {each.name: each for each in left_out(matrix, found) if each.kind == "agency"}
    most = max(by_name.values(), key=lambda each: each.w)
    assert most.name == "loner"
    assert most.w > agreement(matrix).w + 0.1
    assert found.lines[0].chance < ranking(of(agreed(6, 6)), cut=2).lines[0].chance


def test_an_issue_that_hangs_on_one_agency_leaves_without_it():
    scores = {f"a{a}": {"x": [4, 4], "y": [3, 3], "z": [2, 2]} for a in range(3)}
    scores["pusher"] = {"x": [4, 4], "y": [1, 1], "z": [5, 5]}
    matrix = of(scores)
    found = ranking(matrix, cut=2)
    assert found.top == ("x", "z")
    pushed = next(each for each in left_out(matrix, found) if each.name == "pusher")
    assert (pushed.enters, pushed.leaves, pushed.changes) == (("y",), ("z",), True)
    assert not next(each for each in left_out(matrix, found) if each.name == "a0").enters


def test_a_criterion_that_lifts_an_issue_is_named():
    scores = {f"a{a}": {"x": [5, 5], "y": [2, 5], "z": [3, 1]} for a in range(3)}
    matrix = of(scores)
    found = ranking(matrix, cut=2)
    assert found.top == ("x", "y")
    assert {each.name: each.enters for each in left_out(matrix, found) if each.kind == "criterion"} == {
        "harm": (),
        "likelihood": ("z",),
    }


def test_a_grid_with_one_criterion_a_side_has_none_to_spare():
    matrix = of(agreed())
    found = ranking(matrix, cut=2, rule="grid")
    assert {each.kind for each in left_out(matrix, found, rule="grid")} == {"agency"}


@pytest.mark.parametrize(
    ("to", "order"),
    [
        ("priority", ["issue-0", "issue-4", "issue-1", "issue-2", "issue-3"]),
        ("1", ["issue-4", "issue-0", "issue-1", "issue-2", "issue-3"]),
        ("not a priority", ["issue-0", "issue-1", "issue-2", "issue-3", "issue-4"]),
    ],
)
def test_an_override_moves_one_issue_and_keeps_the_rank_of_its_scores(to, order):
    found = overridden(ranking(of(agreed(6, 5)), cut=2), [("issue-4", to)])
    assert [each.issue for each in found] == order
    moved = next(each for each in found if each.issue == "issue-4")
    assert (moved.unforced, moved.forced) == (5, True)
    assert not any(each.forced for each in found if each.issue != "issue-4")


def test_a_priority_that_is_to_be_none_comes_just_below_the_first():
    found = overridden(ranking(of(agreed(6, 5)), cut=2), [("issue-0", "not a priority")])
    assert [each.issue for each in found][:3] == ["issue-1", "issue-2", "issue-0"]


def test_an_issue_that_could_not_be_ranked_may_still_be_made_a_priority():
    scores = agreed(4, 4)
    for agency in list(scores)[:2]:
        scores[agency]["issue-3"] = [None, None]
    stood = overridden(ranking(of(scores), cut=2), [("issue-3", "priority")])
    assert [(each.issue, each.unforced) for each in stood][1] == ("issue-3", None)


def test_an_issue_below_the_first_that_most_score_high_on_most_criteria_is_suggested():
    scores = {f"a{a}": {"x": [5, 5], "y": [5, 4], "wide": [3, 4], "narrow": [1, 5]} for a in range(4)}
    matrix = of(scores)
    found = cross_cutting(matrix, ranking(matrix, cut=2))
    assert [(each.issue, each.agencies, each.of_agencies, each.criteria, each.of_criteria) for each in found] == [
        ("wide", 4, 4, 2, 2)
    ]


def test_a_priority_is_no_suggestion_however_widely_it_scores():
    matrix = of({f"a{a}": {"x": [5, 5], "y": [1, 1]} for a in range(4)})
    assert cross_cutting(matrix, ranking(matrix, cut=1)) == ()
