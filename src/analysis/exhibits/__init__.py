"""Charts, tables and their words: the only place that plots.

Every builder takes one published frame and a ``Caption`` and returns an exhibit whose chart, text alternative, table
and CSV all come from that frame. Where there is nothing to draw it returns a ``CannotSay``, never an empty picture.
"""

from analysis.exhibits.caption import Caption
from analysis.exhibits.csv import csv_text
from analysis.exhibits.display import Display, Shown, display
from analysis.exhibits.exhibit import exhibit
from analysis.exhibits.field import Field, signed_percent
from analysis.exhibits.profile import profile
from analysis.exhibits.series import series
from analysis.exhibits.table import symbols, table

__all__ = [
    "Caption",
    "Display",
    "Field",
    "Shown",
    "csv_text",
    "display",
    "exhibit",
    "profile",
    "series",
    "signed_percent",
    "symbols",
    "table",
]
