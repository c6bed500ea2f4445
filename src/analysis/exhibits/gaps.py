"""Stretches that a line has no figure for: not supplied, failed, withheld; each by its name, none zero."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.disclosure import State
from analysis.exhibits.marks import Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.exhibits.series_chart import Line

NO_DATA: Final = "No data"
WITHHELD: Final = "Withheld"
FAILED: Final = "Feed failed"
NAMES: Final = {State.FAILED: FAILED, State.SUPPRESSED: WITHHELD, State.WITHHELD: WITHHELD}
LONG: Final = 6
"""A mark that lies wholly within a gap longer than this has nothing to explain."""
SENTENCES: Final = {
    NO_DATA: "There is no data for {}.",
    FAILED: "The data feed failed for {}.",
    WITHHELD: "Withheld to protect people: {}.",
}


def name_of(state: State) -> str:
    """What a stretch without figures is called on a chart."""
    return NAMES.get(state, NO_DATA)


def gaps(line: Line) -> tuple[Mark, ...]:
    """The stretches of ``line`` without a value, cut where the reason changes."""
    found: list[Mark] = []
    for period, value, state in zip(line.periods, line.values, line.states, strict=True):
        if value is not None:
            continue
        name = name_of(state)
        if found and found[-1].end + 1 == period and found[-1].name == name:
            found[-1] = Mark(name, found[-1].start, period, "gap")
        else:
            found.append(Mark(name, period, period, "gap"))
    return tuple(found)


def with_gaps(marks: Sequence[Mark], line: Line) -> list[Mark]:
    """``marks`` and the gaps of ``line``, without those marks that a long gap swallows."""
    found = gaps(line)
    long = [gap for gap in found if gap.end.ordinal - gap.start.ordinal >= LONG]
    return [*(m for m in marks if not any(g.start <= m.start and m.end <= g.end for g in long)), *found]


def gap_words(marks: Sequence[Mark]) -> str:
    """Name the gaps among ``marks``: ``There is no data for June 2020 and August to September 2020.``, or nothing."""
    spans: dict[str, list[str]] = {}
    for mark in marks:
        if mark.kind == "gap":
            spans.setdefault(mark.name, []).append(numbers.span(mark.start, mark.end))
    return " ".join(SENTENCES[name].format(numbers.listed(found)) for name, found in spans.items())
