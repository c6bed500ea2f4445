"""What the edition before published of the same extract: an outsider has it, so nothing now may be told apart by it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis.assessment.published_before import DOCUMENT, window_of
from analysis.disclosure import Known
from analysis.measures import MONTHS_OF

if TYPE_CHECKING:
    import pandas as pd

    from analysis.assessment.before import Before
    from analysis.measures import Window

SIDES: Final = {"before": "previous", "after": "latest"}


def sides_before(before: Before | None, name: str) -> dict[pd.Period, str]:
    """On which side of the change published then each month stood; none where nothing was published of ``name``."""
    if before is None or before.frame(DOCUMENT, f"partner-{name}-change") is None:
        return {}
    window = window_of(before)
    if MONTHS_OF[window.end.freqstr] != 1:
        return {}
    told = dict.fromkeys(window.back(1).periods, "previous")
    return told | dict.fromkeys(window.periods, "latest")


def known_before(before: Before | None, name: str, total_line: str, atoms: pd.DataFrame) -> list[Known]:
    """The sums of ``atoms`` (with ``category`` and ``then``) that were published: of lines compared over all months."""
    frame = before.frame(DOCUMENT, f"partner-{name}-change") if before is not None else None
    if frame is None or "then" not in atoms:
        return []
    found = []
    for row in frame.to_dict("records"):
        own = (atoms["category"] == row["line"]) | (row["line"] == total_line)
        for column, side in SIDES.items():
            rows = frozenset(n for n, inside in enumerate(own & (atoms["then"] == side)) if inside)
            if rows and not row["months"] and str(row[column]).isdigit():
                found.append(Known(rows, int(row[column])))
    return found


def week_told_before(before: Before | None, name: str, window: Window) -> bool:
    """Whether the hours of some of the same months were published before: two weeks that overlap can be subtracted."""
    if before is None or before.frame(DOCUMENT, f"partner-{name}-week") is None:
        return False
    return window_of(before).end.asfreq("M", how="end") >= window.start
