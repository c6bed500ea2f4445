"""From files to typed declarations: text with its lines, typed by the schema, with every problem on the way.

A file goes through ``text_file``, then ``yaml_file`` or ``csv_file`` (both give a ``Written``), then ``typed`` or
``rows``, which keep what is right so that it can be judged too; ``wording`` says in plain English what is not.
"""

from __future__ import annotations

from analysis.params.reading.files import EditionFiles, PartnershipFiles
from analysis.params.reading.one_partnership import read_partnership
from analysis.params.reading.registers import load_areas, load_table, read_areas, read_recording
from analysis.params.reading.rows import Rows
from analysis.params.reading.typed import Reading
from analysis.params.reading.written import Written

__all__ = [
    "EditionFiles",
    "PartnershipFiles",
    "Reading",
    "Rows",
    "Written",
    "load_areas",
    "load_table",
    "read_areas",
    "read_partnership",
    "read_recording",
]
