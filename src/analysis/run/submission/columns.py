"""What a column of an exhibit's data means, from its printed label and the list of columns kept with the exhibits."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

PERIOD: Final = re.compile(r"\d{4}(-\d{2})?|\d{4}/\d{2}")
LIMIT: Final = re.compile(r"(?P<of>.+)_(?P<side>low|high)(?P<level>\d{2})?")
LAG: Final = re.compile(r"acf_(?P<lag>\d+)")
NUMBER: Final = re.compile(r"[-+]?\d+(\.\d+)?(e[-+]?\d+)?", re.IGNORECASE)
KINDS: Final = (
    ("year and month", re.compile(r"\d{4}-(0[1-9]|1[0-2])")),
    ("financial year", re.compile(r"\d{4}/\d{2}")),
    ("date", re.compile(r"\d{4}-\d{2}-\d{2}")),
    ("whole number", re.compile(r"-?\d+")),
    ("number", NUMBER),
)


@dataclass(frozen=True)
class Meaning:
    """What a column holds, in words, and in what it is counted; empty words where nobody has said it."""

    words: str
    unit: str = ""


@cache
def listed() -> Mapping[str, Meaning]:
    """The columns that the exhibits' own list describes, by name."""
    text = files("analysis.exhibits").joinpath("columns.csv").read_text(encoding="utf-8")
    return {row["column"]: Meaning(row["meaning"], row["unit"]) for row in csv.DictReader(text.splitlines())}


def meaning(column: str, labels: Mapping[str, str]) -> Meaning:
    """What ``column`` means in an exhibit whose table prints ``labels``, column to label.

    The list comes first, then the printed label, then what the name of the column says of another column: a note, the
    limit of an interval. A name that is a period holds the row's figure in that period.
    """
    if column in listed():
        return listed()[column]
    if labels.get(column):
        return Meaning(labels[column], "per cent" if "%" in labels[column] else "")
    return _derived(column, labels)


def _derived(column: str, labels: Mapping[str, str]) -> Meaning:
    if PERIOD.fullmatch(column):
        return Meaning(f"The row's figure in {column}")
    if column.endswith("_note"):
        of = meaning(column.removesuffix("_note"), labels)
        return Meaning(
            f"Why there is no value beside it, or how to read the one there is: {of.words}" if of.words else ""
        )
    if found := LAG.fullmatch(column):
        return Meaning(f"Correlation of the model's residuals with those {found['lag']} periods before")
    if found := LIMIT.fullmatch(column):
        of = meaning(found["of"], labels)
        side = "Lower" if found["side"] == "low" else "Upper"
        level = f"{found['level']} % " if found["level"] else ""
        return Meaning(f"{side} limit of the {level}interval of: {of.words}" if of.words else "", of.unit)
    return Meaning("")


def kind_of(values: list[str]) -> str:
    """The type of all values that there are: ``whole number``, ``date``, ``text``; ``empty`` where there is none."""
    there = [value for value in values if value]
    if not there:
        return "empty"
    return next((kind for kind, form in KINDS if all(form.fullmatch(value) for value in there)), "text")
