"""The mapping of a partner agency's extract: what its columns are called, and what they mean."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from analysis.params.figure import Declared, Id, Month, Words

OUTSIDE: Final = "outside"
UNLOCATED: Final = "unlocated"
"""What a name of an area may stand for instead of a code."""


class Layout(Declared):
    """How the file is laid out."""

    encoding: Literal["utf-8", "windows-1252", "iso-8859-15", "utf-16"] = "utf-8"
    """The encoding of a CSV; files saved by Excel on Windows are often windows-1252."""
    delimiter: Literal["comma", "semicolon", "tab", "pipe"] = "comma"
    """What parts the cells of a CSV."""
    sheet: str = ""
    """The sheet of a workbook; needed where it has several."""
    header_row: Annotated[int, Field(ge=1, le=100)] = 1
    """The row that holds the names of the columns, as a spreadsheet counts; rows above it are skipped."""


class Moment(Declared):
    """A day, with its time where the file has one."""

    column: Words
    """The column of the day, or of day and time together."""
    formats: tuple[Words, ...] = Field(min_length=1)
    """How it is written: ``DD/MM/YYYY``, ``D MMMM YYYY``, ``YYYY-MM-DD hh:mm``, ``MMM-YY``. Never guessed."""
    time_column: str = ""
    """The column of the time, where it stands apart; a row without a time counts, its time as not known."""
    time_formats: tuple[Words, ...] = ("hh:mm",)
    """How the time is written: ``hh:mm``, ``h:mm``, ``hhmm``, ``hh:mm:ss``."""


class Months(Declared):
    """The columns of a wide table that hold a month each."""

    format: Words
    """How their headings are written: ``MMM-YY`` for Apr-22."""


class AreaColumn(Declared):
    """Where each row happened: a column of codes or names, or one area for all rows."""

    column: str = ""
    """The column; empty where all rows are of one area."""
    constant: str = ""
    """The code of the one area that all rows are of."""
    names: dict[str, str] = Field(default_factory=dict)
    """Their names for areas, each with its code; ``outside`` sets a row aside, ``unlocated`` counts it in no area."""
    blank: Literal["refuse", "unlocated"] = "refuse"
    """What an empty cell is: a mistake, or a row without a location."""


class CategoryColumn(Declared):
    """What each row is: a column of words, or one category for all rows."""

    column: str = ""
    """The column; empty where all rows are of one category."""
    constant: str = ""
    """The one category that all rows are of."""
    words: dict[str, Id] = Field(default_factory=dict)
    """Their words, each with the category it counts towards; capitals make no difference."""
    other: str = ""
    """The category of every word that is not listed; left out, such a word is a mistake."""


class CountColumn(Declared):
    """How counts are written, in a table where a row is not an incident."""

    column: str = ""
    """The column of counts; empty in a wide table."""
    blank: Literal["refuse", "missing", "zero"] = "refuse"
    """What an empty cell is: a mistake, a figure that is not there, or none."""
    suppressed: tuple[Words, ...] = ()
    """Signs that stand for a figure that was withheld, such as ``*``; withheld is never zero."""


class TotalRows(Declared):
    """Rows that add up the others: each is checked against their sum, and none is counted."""

    column: Words
    """The column that tells them."""
    word: Words
    """What stands in it, such as Total."""


class Reference(Declared):
    """A number that each incident has once; it is looked at for repeats and never kept."""

    column: Words
    """The column."""
    repeated: Literal["refuse", "drop"] = "refuse"
    """What a second row with the same number is: a mistake, or a repeat to leave out and count."""


class Complete(Declared):
    """Months that the file covers in full: one of them without a row is a zero, any other is missing."""

    start: Month
    """The first of them."""
    end: Month | None = None
    """The last of them; the vintage, if left out."""


class PartnerSource(Declared):
    """``params/sources/<id>.yml``: how one partner's extract is read."""

    format: Literal[1]
    """The format of this file: always 1."""
    id: Id
    """Its id, which is the name of this file."""
    title: Words
    """What the figures are, as reports name them."""
    publisher: Words
    """The agency that supplied it."""
    licence: Words
    """The licence or agreement it came under."""
    attribution: str = ""
    """What must be said wherever its figures are shown."""
    access: Literal["open", "restricted"]
    """Open for what anyone can download; of restricted figures small counts are withheld."""
    simulated: bool = False
    """Made up, for the illustration; its title says so."""
    layout: Layout = Layout()
    """Encoding, separator, sheet and header row."""
    shape: Literal["long", "wide"]
    """Long: a row an incident or a count. Wide: a column a month."""
    when: Moment | None = None
    """When it happened, or from when; needed in a long table."""
    until: Moment | None = None
    """Until when, where only a stretch of time is known."""
    longest_hours: Annotated[int, Field(ge=1, le=168)] = 24
    """Hours beyond which a stretch tells nothing about the time of day: its time counts as not known."""
    months: Months | None = None
    """The months of a wide table."""
    area: AreaColumn
    """Where it happened."""
    category: CategoryColumn
    """What it was."""
    count: CountColumn | None = None
    """How many; left out where each row of a long table is an incident."""
    totals: TotalRows | None = None
    """Rows that are totals."""
    reference: Reference | None = None
    """The incident's own number."""
    complete: Complete | None = None
    """Months covered in full; needed where each row is an incident."""
    ignore: tuple[Words, ...] = ()
    """Columns of a wide table that are neither named here nor months."""

    @property
    def slugs(self) -> tuple[str, ...]:
        """Every category that its rows may count towards, in order."""
        return tuple(sorted({*self.category.words.values(), self.category.other, self.category.constant} - {""}))

    @property
    def columns(self) -> dict[str, str]:
        """The columns it names, each with the key that names it."""
        named = {
            "when.column": self.when.column if self.when else "",
            "when.time_column": self.when.time_column if self.when else "",
            "until.column": self.until.column if self.until else "",
            "until.time_column": self.until.time_column if self.until else "",
            "area.column": self.area.column,
            "category.column": self.category.column,
            "count.column": self.count.column if self.count else "",
            "totals.column": self.totals.column if self.totals else "",
            "reference.column": self.reference.column if self.reference else "",
        }
        return {column: key for key, column in named.items() if column}
