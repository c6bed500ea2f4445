"""The header of a partner's file against its mapping: what is there, what is missing, what is not looked at."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from analysis.errors import did_you_mean
from analysis.params.date_format import NotWritten, read_moment

if TYPE_CHECKING:
    from analysis.params.partner_source import PartnerSource
    from analysis.sources.partners.problems import Problems
    from analysis.sources.partners.table import Table


def check_header(table: Table, source: PartnerSource, problems: Problems) -> dict[str, str]:
    """Return the months of a wide table, heading to month (``2022-04``); none of a long one.

    Raises ``SourceError`` with every mapped column that is missing or stands twice, every heading of a wide table that
    is neither mapped, ignored nor a month as declared, and every month that stands twice.
    """
    row = source.layout.header_row
    for column, key in source.columns.items():
        if column not in table.header:
            near = did_you_mean(column, table.header) or f"; there is {', '.join(filter(None, table.header))}"
            problems.add(row, column, f"is missing, which {key} names{near}")
        elif table.header.count(column) > 1:
            problems.add(row, column, "stands twice in the header")
    months = _months(table, source, problems, row) if source.months else {}
    problems.refuse()
    return months


def _months(table: Table, source: PartnerSource, problems: Problems, row: int) -> dict[str, str]:
    assert source.months
    found: dict[str, str] = {}
    for heading in table.header:
        if heading in source.columns or heading in source.ignore:
            continue
        month = _month(heading, source.months.format)
        if month is None:
            said = f"is no month written {source.months.format}: map it, or list it under ignore"
            problems.add(row, heading or "without a name", said)
        elif month in found.values():
            problems.add(row, heading, f"is {month} a second time")
        else:
            found[heading] = month
    if not found and not problems.found:
        problems.add(row, "", f"has no month written {source.months.format}")
    return found


def _month(heading: str, written: str) -> str | None:
    try:
        return f"{read_moment(heading, (written,))[0]:%Y-%m}"
    except NotWritten:
        pass
    try:
        return f"{dt.datetime.fromisoformat(heading):%Y-%m}" if "T" in heading else None
    except ValueError:
        return None


def ignored_columns(table: Table, source: PartnerSource, months: dict[str, str]) -> int:
    """How many columns of the file are not looked at, and so never kept."""
    return sum(name not in source.columns and name not in months for name in table.header)
