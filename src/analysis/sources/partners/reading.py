"""A partner's file read by its mapping: one record a row, or a month of a row, with every problem on the way."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from analysis.params.partner_source import OUTSIDE, UNLOCATED
from analysis.sources.partners.cells import Instant, Wrong, read_area, read_category, read_clock, read_count, read_day

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from analysis.params.partner_source import Moment, PartnerSource
    from analysis.sources.partners.problems import Problems
    from analysis.sources.partners.table import Cell, Table


@dataclass(frozen=True)
class Record:
    """One count of a file, or one incident (a count of one)."""

    row: int
    column: str
    area: str
    month: str
    category: str
    count: int | None
    status: str
    said: tuple[str, ...]
    """Area, period and category as the file has them: two records alike in these are one key twice."""
    start: Instant | None = None
    end: Instant | None = None


@dataclass
class Records:
    """The records of a file, what was set aside of them, and the totals to check."""

    kept: list[Record] = field(default_factory=list)
    outside: list[Record] = field(default_factory=list)
    repeats: list[Record] = field(default_factory=list)
    totals: list[tuple[int, Mapping[str, Cell]]] = field(default_factory=list)


@dataclass
class Reader:
    """Reads the rows of one table."""

    table: Table
    source: PartnerSource
    months: Mapping[str, str]
    known_areas: Mapping[str, str]
    problems: Problems
    _known: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)

    def read(self) -> Records:
        """Read every row; what is wrong is noted, and the row left out."""
        found, seen = Records(), dict[str, int]()
        for row, cells in self.table.rows:
            named = dict(zip(self.table.header, cells, strict=True))
            if self._is_total(named):
                found.totals.append((row, named))
                continue
            repeat = self._repeat(row, named, seen)
            for record in self._records(row, named):
                group = found.repeats if repeat else found.outside if record.area == OUTSIDE else found.kept
                group.append(record)
        if self.source.count is not None or self.source.shape == "wide":
            self._each_once([*found.kept, *found.outside])
        return found

    def _is_total(self, named: Mapping[str, Cell]) -> bool:
        totals = self.source.totals
        return totals is not None and str(named[totals.column]).casefold() == totals.word.casefold()

    def _repeat(self, row: int, named: Mapping[str, Cell], seen: dict[str, int]) -> bool:
        reference = self.source.reference
        if reference is None:
            return False
        number = str(named[reference.column])
        if not number:
            self.problems.add(row, reference.column, "is empty")
            return False
        again = seen.setdefault(number, row) != row
        if again and reference.repeated == "refuse":
            self.problems.add(row, reference.column, f"stands already in row {seen[number]}")
        return again and reference.repeated == "drop"

    def _records(self, row: int, named: Mapping[str, Cell]) -> list[Record]:
        area, category = self._area(row, named), self._category(row, named)
        said = tuple(str(named[each.column]) for each in (self.source.area, self.source.category) if each.column)
        if self.source.shape == "wide":
            cells = [(heading, month, self._count(row, heading, named)) for heading, month in self.months.items()]
            return [
                Record(row, heading, area, month, category, *count, (*said, month))
                for heading, month, count in cells
                if area and category and count
            ]
        start, end = self._stretch(row, named)
        column = self.source.count.column if self.source.count else ""
        count = self._count(row, column, named) if column else (1, "present")
        if not (area and category and count and start):
            return []
        month = f"{start.at:%Y-%m}"
        day = month if column and not start.at.day > 1 else f"{start.at:%Y-%m-%d}"
        return [Record(row, column, area, month, category, *count, (*said, day), start, end)]

    def _area(self, row: int, named: Mapping[str, Cell]) -> str:
        declared = self.source.area
        area = declared.constant or self._word(row, declared.column, named, self._read_area)
        return f"{self.source.id}:{UNLOCATED}" if area == UNLOCATED else area

    def _category(self, row: int, named: Mapping[str, Cell]) -> str:
        declared = self.source.category
        return declared.constant or self._word(row, declared.column, named, self._read_category)

    def _read_area(self, cell: Cell) -> str:
        return read_area(cell, self.source.area, self.known_areas)

    def _read_category(self, cell: Cell) -> str:
        words = {word.casefold(): slug for word, slug in self.source.category.words.items()}
        return read_category(cell, self.source.category, words)

    def _word(self, row: int, column: str, named: Mapping[str, Cell], read: Callable[[Cell], str]) -> str:
        """Read a word once, however often it stands in the file; nothing, noted, where it is wrong."""
        at = (column, str(named[column]))
        if at not in self._known:
            try:
                self._known[at] = (read(named[column]), "")
            except Wrong as wrong:
                self._known[at] = ("", str(wrong))
        found, wrong_words = self._known[at]
        if wrong_words:
            self.problems.add(row, column, wrong_words)
        return found

    def _count(self, row: int, column: str, named: Mapping[str, Cell]) -> tuple[int | None, str] | None:
        try:
            return read_count(named[column], self.source.count)
        except Wrong as wrong:
            self.problems.add(row, column, str(wrong))
            return None

    def _stretch(self, row: int, named: Mapping[str, Cell]) -> tuple[Instant | None, Instant | None]:
        """When it happened, and until when; an end that is not there is none."""
        assert self.source.when
        start = self._instant(row, named, self.source.when)
        until = self.source.until
        if until is None or not named[until.column]:
            return start, None
        end = self._instant(row, named, until)
        if start and end and end.at < start.at and start.timed and end.timed:
            self.problems.add(
                row, until.column, f"{end.at:%d/%m/%Y %H:%M} is before the start, {start.at:%d/%m/%Y %H:%M}"
            )
        return start, end

    def _instant(self, row: int, named: Mapping[str, Cell], moment: Moment) -> Instant | None:
        column = moment.column
        try:
            day = read_day(named[column], moment)
            if not moment.time_column:
                return day
            column = moment.time_column
            clock = read_clock(named[column], moment)
        except Wrong as wrong:
            self.problems.add(row, column, str(wrong))
            return None
        return Instant(dt.datetime.combine(day.at.date(), clock), timed=True) if clock else Instant(day.at, timed=False)

    def _each_once(self, records: list[Record]) -> None:
        seen: dict[tuple[str, ...], int] = {}
        for record in records:
            key = tuple(word.casefold() for word in record.said)
            if seen.setdefault(key, record.row) != record.row:
                said = f"{', '.join(record.said)} stands already in row {seen[key]}"
                self.problems.add(record.row, record.column, said)
