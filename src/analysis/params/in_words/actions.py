"""Actions, counted by plan, and those that lack a date or a measure."""

from __future__ import annotations

from analysis.params.action import Action
from analysis.params.edition import Edition
from analysis.params.figure import known
from analysis.params.in_words.phrases import bullets, counted

_PLANS = {"delivery": "the delivery plan", "equality": "the Equality Impact Assessment"}


def action_lines(edition: Edition) -> list[str]:
    """Say how many actions there are in each plan, and how many have no date or no indicator."""
    if not edition.actions:
        return ["Actions: not supplied."]
    return ["Actions:", *bullets(line for plan, name in _PLANS.items() if (line := _plan(edition.actions, plan, name)))]


def _plan(actions: tuple[Action, ...], plan: str, name: str) -> str:
    its = [action for action in actions if action.plan == plan]
    if not its:
        return ""
    undated = [action.ref or action.id for action in its if not known(action.due)]
    unmeasured = sum(1 for action in its if not action.indicator)
    which = f" ({', '.join(undated)})" if 0 < len(undated) <= 8 else ""
    number = counted(len(its), "action")
    return f"{number} of {name}: {len(undated)} without a day due{which}, {unmeasured} without an indicator"
