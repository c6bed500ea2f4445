import numpy as np
import pytest

from analysis.evaluation.checks.recording_break import CHECK
from analysis.evaluation.checks.undeclared import undeclared_jump
from analysis.params.recording import RecordingBreak
from evaluation.checks.places import ALONE, BESIDE, MONTHS, after, drawn, others, ran, setting


def broken(kind, start, end=""):
    return RecordingBreak(
        id="a-break", name="A new system", start=start, end=end or start, kind=kind, countries=["england"],
        effect="More is recorded.", source="The force.",
    )  # fmt: skip


FELL = drawn("town", 60, 1, after(0.5))


def test_a_step_after_the_start_fails_and_is_named():
    found = ran(CHECK, setting(FELL, breaks=(broken("step", "2016-06"),)))
    assert found.outcome == "failed"
    assert "A new system" in found.words
    assert found.figures["step"] == "a-break"


def test_where_no_jump_is_seen_nothing_is_said_of_one_at_the_start():
    words = ran(CHECK, setting(FELL)).words
    assert "the start itself is not looked at here" in words
    assert "other date than the start" not in words


def test_a_step_before_the_time_used_is_none_of_ours():
    """The time before begins after it, so both sides are recorded alike."""
    found = ran(CHECK, setting(FELL, breaks=(broken("step", "2013-01"),)))
    assert found.outcome == "passed"


def test_a_passing_break_that_absorbs_its_months_touches_nothing_used():
    found = ran(CHECK, setting(FELL, breaks=(broken("pulse", "2014-03", "2014-05"),)))
    assert found.figures["pulses"] == 0
    assert found.outcome == "passed"


def test_a_jump_that_nobody_declared_fails_when_it_is_as_large_as_the_effect():
    found = ran(CHECK, setting(drawn("town", 80, 1, after(0.6, 30) * after(0.6))))
    assert found.figures["jump"] == str(MONTHS[30])
    assert found.outcome == "failed"
    assert "nobody declared" in found.words


def test_the_change_at_the_start_is_no_undeclared_jump():
    assert ran(CHECK, setting(FELL)).figures["jump"] is None


def test_an_effect_that_comes_three_months_late_is_no_undeclared_jump():
    assert ran(CHECK, setting(drawn("town", 200, 1, after(0.5, 51)))).figures["jump"] is None


def test_a_jump_that_all_places_share_falls_out_beside_them():
    shared = after(0.5, 30)
    asked = setting(drawn("town", 80, 1, shared * after(0.5)), others(6, factor=shared))
    assert undeclared_jump(asked, relative=False) is not None
    assert undeclared_jump(asked, relative=True) is None
    assert ran(CHECK, asked, BESIDE).figures["jump"] is None


@pytest.mark.parametrize("seed", range(6))
def test_independent_counts_have_no_jump(seed):
    season = 1 + 0.15 * np.cos(2 * np.pi * np.arange(60) / 12)
    assert undeclared_jump(setting(drawn("town", 60, 300 + seed, season)), relative=False) is None


def test_a_jump_much_smaller_than_the_effect_fails_nothing():
    found = ran(CHECK, setting(drawn("town", 600, 1, after(0.8, 24) * after(0.3))), ALONE)
    assert found.figures["jump"] is not None
    assert found.outcome == "informative"


def test_size_is_that_of_the_jump_on_the_log_scale():
    found = undeclared_jump(setting(drawn("town", 2000, 1, after(0.6, 30))), relative=False)
    assert found.size == pytest.approx(np.log(0.6), abs=0.05)
