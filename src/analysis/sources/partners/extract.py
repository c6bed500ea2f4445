"""From a partner's file to counts by area, month and category, what is missing of them, and when incidents happened."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import pandas as pd

from analysis.counts import COLUMNS, counts_frame, total
from analysis.params.date_format import parts_of
from analysis.params.partner_source import UNLOCATED
from analysis.sources.completeness import COMPLETENESS, months_between
from analysis.sources.partners.header import check_header, ignored_columns
from analysis.sources.partners.problems import Problems
from analysis.sources.partners.reading import Reader
from analysis.sources.partners.table import read_table
from analysis.sources.partners.totals import check_totals

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from analysis.params.partner_source import PartnerSource
    from analysis.sources.partners.reading import Record, Records

KEYS: Final = ("area", "month", "category")
SPELLS: Final = (*KEYS, "start", "end")


@dataclass(frozen=True)
class Extract:
    """One file of a partner, read.

    ``counts`` is a counts frame with every zero said; ``completeness`` has the columns of
    ``analysis.sources.completeness``; ``spells`` has a row an incident (``area, month, category, start, end``, an end
    that is not known is missing, and so are both where the time is not), and is empty where the source has no times.
    """

    source: PartnerSource
    vintage: str
    counts: pd.DataFrame
    completeness: pd.DataFrame = field(repr=False)
    spells: pd.DataFrame = field(repr=False)
    sha256: str
    rows: int
    kept: int
    ignored: int
    beyond: int

    @property
    def timed(self) -> bool:
        """Whether the source tells times at all."""
        return _has_times(self.source)


def read_extract(
    path: Path, source: PartnerSource, areas: Mapping[str, str], *, vintage: str | None, today: dt.date
) -> Extract:
    """Read ``path`` as ``source`` declares; ``areas`` has every code, and every name in small letters, with its code.

    The vintage is the last month covered, unless given. Raises ``SourceError`` with every problem of the file.
    """
    problems = Problems(path.name)
    table = read_table(path, source, problems)
    months = check_header(table, source, problems)
    known = {**areas, **{name.casefold(): code for name, code in source.area.names.items()}}
    found = Reader(table, source, months, known, problems).read()
    check_totals(found, source, months, problems)
    this_month = f"{today:%Y-%m}"
    vintage = vintage or _last(source, found, months, this_month)
    if source.complete and (source.complete.end or vintage) > this_month:
        problems.add(0, "", f"complete.end is {source.complete.end or vintage}, a month to come: no file covers it yet")
    _refuse_late(found, months, min(vintage, this_month), source, problems)
    if not found.kept and not problems.found:
        problems.add(0, "", "has no row in an area that is counted")
    problems.refuse()
    first, last = _covered(source, found, vintage)
    within = [each for each in found.kept if first <= each.month <= last]
    counts = _counts(source, within, vintage)
    return Extract(
        source, vintage, counts, _report(source, found, counts, (first, last)), _spells(source, within),
        hashlib.sha256(path.read_bytes()).hexdigest(), len(table.rows), len({each.row for each in within}),
        ignored_columns(table, source, months), len({each.row for each in found.kept} - {each.row for each in within}),
    )  # fmt: skip


def _last(source: PartnerSource, found: Records, months: Mapping[str, str], this_month: str) -> str:
    if source.complete and source.complete.end:
        return source.complete.end
    return max([*(each.month for each in found.kept), *months.values()], default=this_month)


def _refuse_late(
    found: Records, months: Mapping[str, str], vintage: str, source: PartnerSource, problems: Problems
) -> None:
    """Nothing is of a month after the vintage, which is what the partner had recorded by then."""
    said = f"is after {vintage}, the last month of this extract"
    for heading, month in months.items():
        if month > vintage:
            problems.add(source.layout.header_row, heading, f"{month} {said}")
    if source.shape == "long" and source.when:
        for each in found.kept:
            if each.month > vintage:
                problems.add(each.row, source.when.column, f"{each.month} {said}")


def _covered(source: PartnerSource, found: Records, vintage: str) -> tuple[str, str]:
    """The first and the last month of which rows are taken."""
    if source.complete:
        return source.complete.start, source.complete.end or vintage
    return min(each.month for each in found.kept), vintage


def _counts(source: PartnerSource, records: Sequence[Record], vintage: str) -> pd.DataFrame:
    given = pd.DataFrame(
        [(each.area, each.month, each.category, each.count, each.status) for each in records], columns=list(COLUMNS)
    ).astype({"count": "Int64"})
    summed = total(given, list(KEYS)) if len(given) else given
    areas = sorted({*summed["area"], source.area.constant} - {""})
    slugs = source.slugs if source.complete else sorted(set(summed["category"]))
    first = source.complete.start if source.complete else str(summed["month"].min())
    every = pd.MultiIndex.from_product([areas, months_between(first, vintage), slugs], names=list(KEYS))
    dense = summed.set_index(list(KEYS)).reindex(every).reset_index()
    absent, covered = dense["status"].isna(), _is_covered(source, dense["month"], vintage)
    dense["status"] = dense["status"].mask(absent & covered, "present").mask(absent & ~covered, "missing")
    dense["count"] = dense["count"].mask(absent & covered, 0)
    return counts_frame(dense, source.id)


def _is_covered(source: PartnerSource, months: pd.Series, vintage: str) -> pd.Series:
    if source.complete is None:
        return pd.Series(False, index=months.index)
    return months.between(source.complete.start, source.complete.end or vintage)


def _report(source: PartnerSource, found: Records, counts: pd.DataFrame, covered: tuple[str, str]) -> pd.DataFrame:
    """The completeness report: what was in the file, and what was set aside of it, by month and category."""
    nowhere = [each for each in found.kept if each.area == f"{source.id}:{UNLOCATED}"]
    groups = {
        "rows": [*found.kept, *found.outside, *found.repeats],
        "without_location": nowhere,
        "duplicates_removed": found.repeats,
        "outside": found.outside,
    }
    state = counts.assign(month=counts["month"].astype(str), there=counts["status"] != "missing")
    report = state.groupby(["month", "category"])[["there"]].any().reset_index()
    for name, records in groups.items():
        tally: dict[tuple[str, str], int] = {}
        for each in records:
            if covered[0] <= each.month <= covered[1]:
                tally[each.month, each.category] = tally.get((each.month, each.category), 0) + (each.count or 0)
        pairs = zip(report["month"], report["category"], strict=True)
        report[name] = pd.array([tally.get(pair, 0) for pair in pairs], dtype="Int64")
        report[name] = report[name].mask(~report["there"])
    report["status"] = report["there"].map({True: "present", False: "missing"})
    columns = report.assign(force=source.id).loc[:, list(COMPLETENESS)]
    return columns.sort_values(["month", "category"], ignore_index=True)


def _has_times(source: PartnerSource) -> bool:
    when = source.when
    return (
        when is not None
        and source.count is None
        and (bool(when.time_column) or any("hour" in parts_of(each) for each in when.formats))
    )


def _spells(source: PartnerSource, records: Sequence[Record]) -> pd.DataFrame:
    rows = [(each.area, each.month, each.category, *_stretch(source, each)) for each in records]
    frame = pd.DataFrame(rows if _has_times(source) else [], columns=list(SPELLS))
    return frame.astype({"start": "datetime64[s]", "end": "datetime64[s]"})


def _stretch(source: PartnerSource, record: Record) -> tuple[dt.datetime | None, dt.datetime | None]:
    start, end = record.start, record.start if source.until is None else record.end
    if start is None or not start.timed:
        return None, None
    return start.at, end.at if end and end.timed else None
