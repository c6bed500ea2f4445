"""Reading the registers: areas, and recording breaks."""

from __future__ import annotations

from pathlib import Path

from analysis.errors import ParameterError, Problem
from analysis.params.area import Area, Areas
from analysis.params.reading.csv_file import read_csv
from analysis.params.reading.folders import shown
from analysis.params.reading.one_file import read_rows, read_yaml_as
from analysis.params.reading.text_file import read_text
from analysis.params.reading.typed import Reading
from analysis.params.recording import RecordingRegister


def read_areas(params: Path) -> tuple[Areas | None, list[Problem]]:
    """Read ``areas.csv`` in ``params``; ``None`` where it cannot be relied on."""
    path = params / "areas.csv"
    rows, problems = read_rows(Area, path, shown(path, params), needed=True)
    by_code: dict[str, Area] = {}
    for place, area in rows.entries:
        if area.code in by_code:
            problems.append(rows.problem("duplicate-area", place, "code", f'"{area.code}" stands twice'))
        by_code[area.code] = area
    return (None, problems) if problems else (Areas(dict(sorted(by_code.items()))), [])


def read_recording(params: Path) -> tuple[Reading[RecordingRegister] | None, list[Problem]]:
    """Read ``recording_breaks.yml`` in ``params``."""
    path = params / "recording_breaks.yml"
    return read_yaml_as(RecordingRegister, path, shown(path, params), {})


def load_table(path: Path) -> list[dict[str, str]]:
    """Return the rows of any CSV as text, by column, empty cells left out; raises ``ParameterError``."""
    file = shown(path, path.parent)
    text = read_text(path, file)
    written, problems = (None, [text]) if isinstance(text, Problem) else read_csv(text, file)
    if written is None or problems:
        raise ParameterError(problems)
    rows: list[dict[str, str]] = written.value
    return rows


def load_areas(params: Path) -> Areas:
    """Return the register of areas in ``params/areas.csv``; raises ``ParameterError`` with all that is wrong in it."""
    areas, problems = read_areas(params)
    if areas is None:
        raise ParameterError(problems)
    return areas
