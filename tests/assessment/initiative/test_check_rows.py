"""How the checks of an evaluation stand in their table."""

from __future__ import annotations

from analysis.assessment.initiative.checks import _effect_row
from analysis.cannot_say import CannotSay

ROW = {"what": "one comparator left out", "percent": None, "low": None, "high": None}


def test_a_check_that_cannot_say_stands_as_that_with_its_reason() -> None:
    made = _effect_row({**ROW, "verdict": "cannot say: too few months"}, picked=False)
    for name in ("change", "change_low", "change_high", "verdict"):
        assert isinstance(made[name], CannotSay)
        assert made[name].reason == "too few months"


def test_a_check_with_an_answer_keeps_its_figures() -> None:
    made = _effect_row({**ROW, "verdict": "fell", "percent": -12.0, "low": -20.0, "high": -3.0}, picked=True)
    assert (made["change"], made["change_low"], made["change_high"], made["picked"]) == (-12.0, -20.0, -3.0, "yes")
