"""A round of scoring on its way to agencies and back: a workbook or CSV to fill in, and ``scores.csv`` from it."""

from analysis.run.scoring.layout import HEADER, Line, lines
from analysis.run.scoring.reading import Answer, read_answers
from analysis.run.scoring.scores_file import merged, scores_text
from analysis.run.scoring.template import csv_template, workbook_template

__all__ = [
    "HEADER",
    "Answer",
    "Line",
    "csv_template",
    "lines",
    "merged",
    "read_answers",
    "scores_text",
    "workbook_template",
]
