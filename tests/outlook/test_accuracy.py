"""When intervals that held much are too wide, and when chance may have it so."""

import pytest

from analysis.outlook import too_wide


@pytest.mark.parametrize(
    ("share", "trials", "wide"),
    [(1.0, 12, False), (1.0, 14, True), (0.96, 20, False), (0.96, 27, True), (0.9, 400, False), (0.91, 400, True)],
)
def test_a_share_is_too_much_only_where_right_intervals_would_rarely_hold_it(share, trials, wide):
    assert too_wide(share, trials) is wide


@pytest.mark.parametrize(("share", "trials"), [(1.1, 12), (-0.1, 12), (0.9, 0), (float("nan"), 12)])
def test_a_share_or_trials_that_cannot_be_are_refused(share, trials):
    with pytest.raises(ValueError, match="give a share from 0 to 1"):
        too_wide(share, trials)
