"""A small round of scoring, and files as agencies send them back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import xlsxwriter

from analysis.params.scoring import Scoring
from analysis.run.scoring import HEADER, lines

if TYPE_CHECKING:
    from pathlib import Path

ROUND = Scoring.model_validate(
    {
        "version": "test-1", "cut": "1", "least": "2",
        "criteria": [
            {"id": "harm", "name": "Harm", "group": "physical harm", "weight": "1", "levels": ["Low", "Some", "High"]},
            {"id": "sure", "name": "How sure", "group": "confidence", "levels": ["A guess", "Counted"]},
        ],
        "agencies": [{"id": "police", "name": "The Police"}, {"id": "fire", "name": "The Fire Service"}],
        "issues": [{"id": "theft", "name": "Theft"}, {"id": "noise", "name": "Noise"}],
    }
)  # fmt: skip
"""Two agencies, two issues, two criteria: four cells each, in rows 2 to 5, scores in column D."""


def filled(path: Path, agency: str, scores: list[Any], notes: list[str] | None = None) -> Path:
    """The workbook of one agency with ``scores`` filled in; a callable writes its cell itself."""
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet(agency)
    sheet.write_row(0, 0, HEADER)
    for row, (line, score) in enumerate(zip(lines(ROUND, agency), scores, strict=True), 1):
        cells = list(line.cells)
        cells[4] = (notes or [""] * 4)[row - 1]
        sheet.write_row(row, 0, cells)
        if callable(score):
            score(sheet, row, 3)
        elif score is not None:
            sheet.write(row, 3, score)
    book.close()
    return path
