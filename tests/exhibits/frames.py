"""Published frames for the tests: ordinary ones and hostile ones."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analysis.disclosure import DERIVED, OPEN, Published, change_columns, publish
from analysis.exhibits import Caption
from analysis.measures import change

HOSTILE = "Llanfairpwll & <b>Dùn Èideann</b> $x^2$ \"quoted\" 'n' _under_ #1 =SUM(A1)"
"""Welsh and Gaelic letters with everything that a writer might take for markup or a formula."""


def caption(slug: str = "burglary", **more: str) -> Caption:
    return Caption(slug, "Burglary rose", "Burglaries, Ynys Môn, to November 2022", "Source: data.police.uk", **more)


def months(counts: Sequence[int | None], end: str = "2022-11", status: str = "missing") -> Published:
    """A monthly series that ends with ``end``; ``None`` is a month of ``status``."""
    periods = pd.period_range(end=pd.Period(end, "M"), periods=len(counts), freq="M")
    rows = [
        {"month": when, "count": count, "status": status if count is None else "present"}
        for when, count in zip(periods, counts, strict=True)
    ]
    return publish(rows, OPEN, key=["month"], counts=["count"])


def years(counts: Sequence[int | None], end: int = 2022) -> Published:
    periods = pd.period_range(end=pd.Period(str(end), "Y-MAR"), periods=len(counts), freq="Y-MAR")
    rows = [{"month": when, "count": count} for when, count in zip(periods, counts, strict=True)]
    return publish(rows, OPEN, key=["month"], counts=["count"])


def changed(**counts: tuple[int, int]) -> Published:
    """One row of changes for each category: ``burglary=(before, after)``."""
    rows = [{"category": name, **change_columns(change(*pair))} for name, pair in counts.items()]
    return publish(rows, OPEN, key=["category"], counts=["before", "after"], derived=DERIVED)


def places(counts: dict[str, tuple[int | None, int | None]]) -> Published:
    rows = [{"place": name, "before": pair[0], "after": pair[1]} for name, pair in counts.items()]
    return publish(rows, OPEN, key=["place"], counts=["before", "after"])
