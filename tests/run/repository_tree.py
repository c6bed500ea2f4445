"""A small repository: one real partnership, the open data that ships, the notebook; and notebooks that go wrong."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import nbformat

from analysis.run.job import House

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.run.job import Job

PARTNERSHIP: Final = "rugby"
EDITION: Final = "2022"
NAME: Final = f"{PARTNERSHIP}/{EDITION}"

FRONT: Final = """
from IPython.display import display
front = {"kind": "front", "title": "A short report", "subtitle": "", "partnership": partnership, "edition": edition,
         "period": "2022", "audience": "public", "status": "draft", "statement": "A test", "footer": "A test"}
display({"application/vnd.csp+json": {"blocks": [front]}, "text/plain": "front"}, raw=True)
"""
"""A cell that makes the shortest document there is."""


FURTHER: Final = re.compile(r"^(?:leaflet|performance):\n(?: .*\n)+", re.MULTILINE)
"""What declares a leaflet or performance reports in an ``edition.yml``."""


def small_repository(
    root: Path, at: Path, partnerships: tuple[str, ...] = (PARTNERSHIP,), *, further: bool = False
) -> House:
    """Copy of the repository ``root`` with a few partnerships alone; its data is the repository's own, not a copy.

    The notebook of initiatives is the shortest there is. Leaflets and performance reports are declared only if
    ``further``.
    """
    for name in ("areas.csv", "recording_breaks.yml", "crosswalk.csv"):
        (at / "params").mkdir(parents=True, exist_ok=True)
        shutil.copy(root / "params" / name, at / "params" / name)
    for name in partnerships:
        shutil.copytree(root / "params" / name, at / "params" / name)
        for path in () if further else (at / "params" / name).glob("*/edition.yml"):
            path.write_text(FURTHER.sub("", path.read_text(encoding="utf-8")), encoding="utf-8")
    shutil.copytree(root / "notebooks", at / "notebooks", ignore=shutil.ignore_patterns(".*"))
    (at / "notebooks" / "initiative_evaluation.ipynb").write_bytes(notebook(FRONT))
    shutil.copytree(root / "docs" / "evidence", at / "docs" / "evidence")
    shutil.copy(root / "docs" / "methods.md", at / "docs")
    shutil.copy(root / "requirements.lock", at)
    (at / "data").mkdir()
    (at / "data" / "open").symlink_to(root / "data" / "open")
    return House(at)


def notebook(*cells: str) -> bytes:
    """A notebook of code cells that takes the two parameters."""
    made = nbformat.v4.new_notebook()  # type: ignore[no-untyped-call]
    taking = nbformat.v4.new_code_cell('partnership = ""\nedition = ""', id="taking")  # type: ignore[no-untyped-call]
    taking.metadata["tags"] = ["parameters"]
    made.cells = [taking]
    made.cells += [nbformat.v4.new_code_cell(cell, id=f"cell-{n}") for n, cell in enumerate(cells)]  # type: ignore[no-untyped-call]
    made.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return nbformat.writes(made).encode()  # type: ignore[no-untyped-call,no-any-return]


def with_notebook(job: Job, *cells: str, edition: str = EDITION) -> Job:
    """The same job, but for its notebook and for the edition that it says it makes."""
    inputs = replace(job.inputs, edition=edition)
    return replace(job, inputs=inputs, files={**job.files, "notebook.ipynb": notebook(*cells)})
