"""The words after ``csp method run NAME``: options, a file, and the register of recording breaks."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

import analysis
from analysis import numbers
from analysis.cli.house import repository
from analysis.errors import CspError, MethodError, ParameterError, Problem
from analysis.methods.given import Given
from analysis.methods.kind import FROM_FILE
from analysis.methods.option import options
from analysis.methods.table import Table, table
from analysis.params.reading.registers import load_table, read_recording
from analysis.params.reading.text_file import read_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.methods import Method
    from analysis.params.recording import RecordingBreak

WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How Excel's files begin, new and old."""


def given(method: Method, words: Sequence[str]) -> Given:
    """Read the words given to a method; raises ``MethodError`` for what cannot be read."""
    flags = [name for each in options(method) if each.kind == "flag" for name in each.names]
    values: dict[str, str] = {}
    files: list[str] = []
    rest = list(words)
    while rest:
        word = rest.pop(0)
        if not word.startswith("--"):
            files.append(word)
            continue
        name, equals, value = word.removeprefix("--").partition("=")
        if name in values:
            raise MethodError.at(f"csp method run {method.name}", f"--{name} is given twice")
        if not equals and name not in flags:
            if not rest or rest[0].startswith("--"):
                raise MethodError.at(f"csp method run {method.name}", f"--{name} needs a value")
            value = rest.pop(0)
        values[name] = value
    if files and not any(each.kind in (*FROM_FILE, "numbers") for each in options(method)):
        what = f"takes no file, and was given {numbers.listed(files)}"
        do = f"Name each figure by its option; csp method show {method.name} tells them."
        raise MethodError.at(f"csp method run {method.name}", what, do)
    if len(files) > 1:
        raise MethodError.at(f"csp method run {method.name}", f"takes one file, and was given {numbers.listed(files)}")
    return Given(values, read_table(Path(files[0])) if files else None, register, forces)


def read_table(path: Path) -> Table:
    """Read a CSV file; raises ``MethodError`` for one that is missing, empty, a workbook or not UTF-8 text."""
    if path.is_file():
        with path.open("rb") as file:
            if file.read(4) in WORKBOOKS:
                raise MethodError.at(path, "is a workbook", "Save its sheet as CSV UTF-8, and give that file.")
    text = read_text(path, path.name)
    if isinstance(text, Problem):
        raise MethodError(f"{path}{f':{text.line}' if text.line else ''}: {text.message}")
    return table(text, path.name)


def register() -> Sequence[RecordingBreak]:
    """The recording breaks declared in the repository; raises ``CspError`` where there is none to be found."""
    found, problems = read_recording(_params())
    if found is None or problems:
        raise ParameterError(problems)
    return found.value.breaks


def forces(country: str) -> Sequence[str]:
    """The police forces of a country, as the register of areas names them."""
    path = _params() / "areas.csv"
    rows = load_table(path) if path.is_file() else []
    return sorted({row["force"] for row in rows if row.get("country") == country and "force" in row})


def _params() -> Path:
    """The declared parameters of the repository here, else of the one that this package is installed from."""
    installed = Path(analysis.__file__).parents[2] / "params"
    try:
        return repository() / "params"
    except CspError as error:
        if "CSP_ROOT" not in os.environ and (installed / "recording_breaks.yml").is_file():
            return installed
        raise MethodError(f"{error}\n  --country none leaves recording breaks and Covid out of account.") from None
