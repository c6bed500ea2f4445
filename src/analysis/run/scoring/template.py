"""The file an agency fills in: a workbook with a sheet for each agency, or a CSV."""

from __future__ import annotations

import csv
import io
import zipfile
from typing import TYPE_CHECKING, Any, Final

from analysis.run.scoring.layout import HEADER, MISSING, SCORE, Line, lines

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from analysis.params.scoring import Agency, Scoring

INSTRUCTIONS: Final = "Instructions"
LANGUAGE: Final = "en-GB"
WIDTHS: Final = (18, 34, 26, 11, 34, 60, 22, 22)
LONGEST: Final = 31
"""Characters that the name of a sheet may have."""


def csv_template(round_: Scoring, agency: Agency) -> bytes:
    """The CSV of one agency."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADER)
    writer.writerows(line.cells for line in lines(round_, agency.id))
    return text.getvalue().encode()


def workbook_template(round_: Scoring, agencies: Sequence[Agency], title: str, when: dt.datetime) -> bytes:
    """A workbook with instructions first and a sheet for each of ``agencies``; the same bytes for the same round."""
    import xlsxwriter

    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": title, "subject": f"Scores, version {round_.version}", "created": when})
    _instructions(book, round_, agencies, title)
    for number, agency in enumerate(agencies, 1):
        _sheet(book, sheet_name(agency.id, number), number, lines(round_, agency.id))
    book.close()
    return _with_language(made.getvalue())


def sheet_name(agency: str, number: int) -> str:
    """The name of an agency's sheet: its id, cut where that is too long, with its number so that no two are alike."""
    return agency if len(agency) <= LONGEST else f"{agency[: LONGEST - 4]}-{number:03d}"


def _instructions(book: Any, round_: Scoring, agencies: Sequence[Agency], title: str) -> None:
    sheet = book.add_worksheet(INSTRUCTIONS)
    heading = book.add_format({"bold": True, "font_size": 14})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 100, wrap)
    sheet.write_string(0, 0, title, heading)
    for row, words in enumerate(_steps(round_, agencies), 1):
        sheet.write_string(row, 0, words, wrap)


def _steps(round_: Scoring, agencies: Sequence[Agency]) -> list[str]:
    many = "Each agency has a sheet of its own, named by its id." if len(agencies) > 1 else "Fill in the next sheet."
    missing = " or ".join(f'"{word}"' for word in MISSING)
    return [
        f"Version {round_.version}: {len(round_.issues)} issues, each on {len(round_.criteria)} criteria. {many}",
        "Fill in the columns Score and, where there is something to say, Note. Change no other cell, and add no row.",
        "Each score is one of the levels listed when the cell is chosen. What they mean stands in the same row.",
        "A higher level always speaks more for making the issue a priority.",
        f"Leave a score empty, or write {missing}, where you cannot give one: it counts as missing, never as nought.",
        "Confidence says how well founded your scores of an issue are. It changes no rank.",
        "Scores are your agency's views. Name no person in a note.",
        "Agencies: " + "; ".join(f"{each.id} is {each.name}" for each in agencies) + ".",
    ]


def _sheet(book: Any, name: str, number: int, rows: Sequence[Line]) -> None:
    sheet = book.add_worksheet(name)
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width, wrap)
    columns = [{"header": name} for name in HEADER]
    options = {"name": f"Scores{number}", "columns": columns, "style": "Table Style Light 1", "autofilter": False}
    sheet.add_table(0, 0, len(rows), len(HEADER) - 1, options)
    for row, line in enumerate(rows, 1):
        for column, words in enumerate(line.cells):
            if words:
                sheet.write_string(row, column, words, wrap)
        sheet.data_validation(row, SCORE, row, SCORE, _choice(line))
    sheet.freeze_panes(1, 3)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _choice(line: Line) -> dict[str, Any]:
    """The list of what may be chosen, with what the levels mean as the cell's own note."""
    levels = "\n".join(f"{n}: {text}" for n, text in enumerate(line.criterion.levels, line.criterion.low))
    return {
        "validate": "list", "source": list(line.allowed), "ignore_blank": True,
        "input_title": line.criterion.name[:32], "input_message": levels[:255],
        "error_title": "Not a level", "error_message": f"Choose {', '.join(line.allowed)}, or leave it empty."[:255],
    }  # fmt: skip


def _with_language(workbook: bytes) -> bytes:
    """Say in its core properties which language a workbook is in, as a screen reader wants to know."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                end = b"</cp:coreProperties>"
                content = content.replace(end, f"<dc:language>{LANGUAGE}</dc:language>".encode() + end)
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()
