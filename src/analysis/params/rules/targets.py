"""Targets: the rule, the figure, the direction and the period belong together."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.errors import Problem
from analysis.params.figure import Unknown
from analysis.params.indicator import Indicator
from analysis.params.reading.files import EditionFiles
from analysis.params.rules.figures import plain
from analysis.params.rules.known import Known

_NEED_A_TARGET = ("at most", "at least", "below")
_HAVE_NO_TARGET = ("none", "to be agreed", "establish baseline")
_BETTER = {
    "at most": "lower",
    "below": "lower",
    "reduce": "lower",
    "downward or maintain": "lower",
    "at least": "higher",
}
"""Which way a rule takes to be better; an indicator whose direction is ambiguous may have any."""


def targets(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """Each indicator's rule fits its target, its direction and its period."""
    for place, indicator in files.indicators.entries:
        for rule, column, message in _wrong(indicator):
            yield files.indicators.problem(rule, place, column, message)


def counted(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """An actual is counted from the data pinned or declared, not both."""
    if files.main.value.data is None or not files.main.whole("data"):
        return
    for place, indicator in files.indicators.entries:
        if indicator.category and not isinstance(indicator.actual, Unknown):
            said = (
                f"is declared, but {indicator.category} is counted from the data: leave the actual or the category out"
            )
            yield files.indicators.problem("counted-actual", place, "actual", said)


def _wrong(indicator: Indicator) -> Iterator[tuple[str, str, str]]:
    rule, target = indicator.rule, indicator.target
    if rule in _NEED_A_TARGET and target is Unknown.NOT_SUPPLIED:
        yield "rule-needs-target", "target", f'is missing: the rule is "{rule}" (or say "not published" or "TBC")'
    if not isinstance(target, Unknown) and rule in _HAVE_NO_TARGET and indicator.unit != "mixed":
        message = f'is "{rule}", but there is a target, {plain(target)}: say at most, at least or below'
        yield "rule-needs-target", "rule", message
    if not isinstance(target, Unknown) and not indicator.target_period:
        yield "target-period", "target_period", f"is missing: say which period the target, {plain(target)}, is for"
    better = _BETTER.get(rule, indicator.direction)
    if indicator.direction not in (better, "ambiguous"):
        message = f'is "{rule}", for which {better} is better, but the direction is "{indicator.direction}"'
        yield "rule-direction", "rule", message
