"""The figures of a partner's extract as frames that may be published, under the rule of its source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from analysis import numbers
from analysis.assessment.naming import category_title
from analysis.assessment.partner_figures import ALL, UNKNOWN
from analysis.assessment.published import HIDDEN
from analysis.cannot_say import CannotSay
from analysis.disclosure import DERIVED, OPEN, Published, change_columns, publish
from analysis.exhibits.week import DAYS, NOT_KNOWN, hours_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.assessment.partner_figures import PartnerFigures

EVERYTHING: Final = "All of these"


def line_title(line: str) -> str:
    """A category as tables have it."""
    return EVERYTHING if line == ALL else category_title(line)


def published_change(figures: PartnerFigures) -> Published:
    """A row a category, then all together: ``before``, ``after`` and the columns of a change."""
    rows = [_row(figures, line) for line in figures.lines]
    return publish(
        rows, figures.rule, key=["category"], coordinates={"category": "line"},
        counts={"before": {"own": "previous"}, "after": {"own": "latest"}},
        derived=DERIVED, plain=["line"], decision=figures.decision,
    )  # fmt: skip


def _row(figures: PartnerFigures, line: str) -> dict[str, Any]:
    found, decision = figures.changes[line], figures.decision
    hidden = decision is not None and any(
        decision.withholds({"category": line, "own": side}) for side in ("latest", "previous")
    )
    change = change_columns(HIDDEN if hidden and isinstance(found, CannotSay) else found)
    sides = {"before": figures.told(line, "previous"), "after": figures.told(line, "latest")}
    counts = {name: pd.NA if count is None else count for name, count in sides.items()}
    return {"category": line_title(line), "line": line, **change, **counts}


def published_week(figures: PartnerFigures) -> Published:
    """A row a cell of the week with ``count`` and ``share``, then those whose time is not known."""
    known = figures.known
    rows: list[dict[str, Any]] = [
        {
            "weekday": day, "hours": hours_words(place * figures.width, figures.width),
            "slot": f"{number}-{place * figures.width}", "count": int(count), "share": 100 * int(count) / known,
        }
        for number, day in enumerate(DAYS)
        for place, count in enumerate(figures.cells[number])
    ]  # fmt: skip
    rows.append({"weekday": NOT_KNOWN, "hours": "", "slot": UNKNOWN, "count": figures.unknown, "share": pd.NA})
    return publish(
        rows, figures.rule, key=["weekday", "hours"], coordinates={"slot": "slot"}, counts=["count"],
        derived={"share": ["count"]}, plain=["slot"], decision=figures.decision,
    )  # fmt: skip


def published_supply(every: Sequence[PartnerFigures]) -> Published:
    """One row a source and month up to the period's end: whether figures were supplied."""
    rows = [
        {"force": numbers.sentence_case(figures.partner.title), "month": month, "supply": status}
        for figures in every
        for month, status in _supply(figures).items()
    ]
    return publish(rows, OPEN, key=["force", "month"], plain=["supply"])


def _supply(figures: PartnerFigures) -> dict[pd.Period, str]:
    report = figures.partner.completeness
    report = report[report["month"] <= figures.window.end]
    there = report.assign(there=report["status"] == "present").groupby("month")["there"].any()
    return {month: "present" if held else "missing" for month, held in zip(there.index, there, strict=True)}
