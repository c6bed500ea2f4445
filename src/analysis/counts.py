"""The counts frame: the one shape in which counts travel, from the extracts that ship to the last table.

Columns, in this order:

``area``      text, the area's code (an LSOA 2011 code, a district or council code, or ``<force>:unlocated``)
``month``     ``period[M]`` for months, ``period[Q-MAR]`` for quarters, ``period[Y-MAR]`` for financial years:
              the dtype tells which; in files the text ``2022-06``, ``2022/23 Q1`` or ``2021/22``
``category``  text, the source's own slug, lower case with hyphens (``anti-social-behaviour``)
``count``     ``Int64``; missing exactly where ``status`` is not ``present``
``status``    ``present``, ``missing`` (not supplied), ``failed`` (a feed that failed: near zero among normal months),
              ``suppressed`` (withheld)

A row that is not in the frame says nothing; a zero is a row with count 0 and status ``present``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pandas as pd

from analysis.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterable

COLUMNS: Final = ("area", "month", "category", "count", "status")
STATUSES: Final = ("present", "missing", "failed", "suppressed")
FREQUENCIES: Final = {"M": "month", "Q-MAR": "quarter", "Y-MAR": "financial year"}


def period(text: str) -> pd.Period:
    """Read ``2022-06``, ``2022/23 Q1`` or ``2021/22`` as the period it names; raises ``SourceError`` otherwise."""
    if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", text):
        return pd.Period(text, freq="M")
    if found := re.fullmatch(r"(\d{4})/(\d{2})(?: Q([1-4]))?", text):
        start, end = int(found[1]), int(found[2])
        if (start + 1) % 100 == end:
            year = str(start + 1)
            return pd.Period(f"{year}Q{found[3]}", freq="Q-MAR") if found[3] else pd.Period(year, freq="Y-MAR")
    raise SourceError.at(repr(text), "is not a month (2022-06), a quarter (2022/23 Q1) or a financial year (2021/22)")


def period_text(when: pd.Period) -> str:
    """Write a period as files have it; the inverse of ``period``."""
    if when.freqstr == "M":
        return f"{when.year}-{when.month:02d}"
    year = when.qyear if when.freqstr == "Q-MAR" else when.year
    text = f"{year - 1}/{year % 100:02d}"
    return f"{text} Q{when.quarter}" if when.freqstr == "Q-MAR" else text


def periods(texts: Iterable[str]) -> pd.PeriodIndex:
    """Read many period texts at once, each distinct text parsed once; all must be of one frequency."""
    series = pd.Series(list(texts), dtype="str")
    known = {text: period(text) for text in series.unique()}
    if len({p.freqstr for p in known.values()}) > 1:
        raise SourceError("a counts frame holds months, quarters or financial years, not a mixture of them")
    freq = next(iter(known.values())).freqstr if known else "M"
    return pd.PeriodIndex([known[text] for text in series], freq=freq)


def counts_frame(frame: pd.DataFrame, where: str = "counts frame") -> pd.DataFrame:
    """Check ``frame`` against the contract and return it in canonical dtypes, order and sort.

    ``month`` may be text or periods. Raises ``SourceError`` for a missing or unknown column, an unknown status, a count
    where the status is not ``present`` or none where it is, a negative count, or a repeated (area, month, category).
    """
    if set(frame.columns) != set(COLUMNS):
        raise SourceError.at(where, f"has columns {sorted(frame.columns)}, a counts frame has exactly {list(COLUMNS)}")
    frame = frame.loc[:, list(COLUMNS)].copy()
    if not isinstance(frame["month"].dtype, pd.PeriodDtype):
        frame["month"] = periods(frame["month"].astype(str))
    frame = frame.astype({"area": "str", "category": "str", "status": "str", "count": "Int64"})
    if unknown := set(frame["status"].unique()) - set(STATUSES):
        raise SourceError.at(where, f"has status {sorted(unknown)}", f"a status is one of {', '.join(STATUSES)}")
    if (frame["count"].notna() != (frame["status"] == "present")).any():
        raise SourceError.at(where, "has a count without status 'present', or status 'present' without a count")
    if (frame["count"].fillna(0) < 0).any():
        raise SourceError.at(where, "has a count below zero")
    frame = frame.sort_values(["area", "category", "month"], ignore_index=True)
    if frame.duplicated(["area", "month", "category"]).any():
        twice = frame.loc[frame.duplicated(["area", "month", "category"])].iloc[0]
        named = f"{twice['area']}, {period_text(twice['month'])}, {twice['category']}"
        raise SourceError.at(where, f"has {named} more than once")
    return frame


def total(frame: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """Sum a counts frame over everything but ``by`` (a subset of area, month, category): unknown is not zero.

    A sum is ``present`` only where every part is; otherwise its count is missing and it takes the first status found of
    suppressed, failed, missing. Returns columns ``by + [count, status]``.
    """
    rank = {"present": 0, "missing": 1, "failed": 2, "suppressed": 3}
    worst = frame.assign(worst=frame["status"].map(rank)).groupby(by, sort=True, observed=True)
    out = worst.agg(count=("count", "sum"), worst=("worst", "max")).reset_index()
    out["status"] = out.pop("worst").map({v: k for k, v in rank.items()})
    out["count"] = out["count"].astype("Int64").mask(out["status"] != "present")
    return out
