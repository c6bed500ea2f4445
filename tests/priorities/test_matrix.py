import numpy as np
import pandas as pd
import pytest

from analysis.priorities import Criterion, matrix

from .rounds import CRITERIA, of, rows


def test_a_score_that_is_not_there_is_missing_and_not_nought():
    found = of({"police": {"theft": [4, None]}, "health": {"noise": [2, 3]}})
    assert found.agencies == ("health", "police")
    assert found.issues == ("noise", "theft")
    assert found.scores[1, 1, 0] == 4
    assert np.isnan(found.scores[1, 1, 1])
    assert np.isnan(found.scores[0, 1]).all()


def test_agencies_and_issues_that_nobody_wrote_a_row_for_are_there_and_missing():
    found = matrix(rows({"police": {"theft": [4, 3]}}), CRITERIA, ["fire", "police"], ["noise", "theft"])
    assert found.scores.shape == (2, 2, 2)
    assert found.known.sum() == 2


@pytest.mark.parametrize(
    ("score", "criterion", "said"),
    [
        (6, "harm", "6 is not between 1 and 5, the levels of harm"),
        (0, "harm", "0 is not between 1 and 5, the levels of harm"),
        (3, "hram", '"hram" is not a criterion'),
    ],
)
def test_what_cannot_be_a_score_is_refused(score, criterion, said):
    frame = pd.DataFrame([("police", "theft", criterion, score)], columns=["agency", "issue", "criterion", "score"])
    with pytest.raises(ValueError, match=said):
        matrix(frame, CRITERIA)


def test_a_cell_scored_twice_is_refused():
    frame = pd.concat([rows({"police": {"theft": [4, 3]}})] * 2)
    with pytest.raises(ValueError, match="police scored theft on harm twice"):
        matrix(frame, CRITERIA)


def test_leaving_one_out_leaves_the_others_as_they_were():
    whole = of({"police": {"theft": [4, 3]}, "health": {"theft": [2, 1]}})
    assert whole.without_agency("health").scores.tolist() == [[[4, 3]]]
    assert whole.without_criterion("harm").scores.tolist() == [[[1]], [[3]]]
    assert whole.without_criterion("harm").criteria == (Criterion("likelihood", 1, 5, 1.0, likelihood=True),)
