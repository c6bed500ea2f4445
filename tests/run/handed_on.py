"""A small edition handed on: its documents are short, of real figures, and made by real notebooks."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Final

from repository_tree import FRONT, notebook, small_repository

from analysis.run.submission.archive import MANIFEST, manifest, packed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from analysis.run.job import House

DATA: Final = "reports/rugby/2022/public/data/strategic-assessment/records.csv"
PAGE: Final = "reports/rugby/2022/public/strategic-assessment.html"
INPUTS: Final = "inputs/rugby/2022/strategic-assessment"

RECORDS: Final = """
from analysis import assessment, numbers
from analysis.disclosure import OPEN, publish
from analysis.exhibits import Field, display as shown, exhibit
from analysis.exhibits.caption import Caption
slices = assessment.load(partnership, edition).slices
sums = slices.districts[slices.districts["area"] == "E07000220"].groupby("category", as_index=False)["count"].sum()
sums = sums.assign(share=100 * sums["count"].astype(float) / float(sums["count"].sum()))
sums["count"] = sums["count"].astype(int)
fields = [Field("category", "Type"), Field("count", "Records", numbers.count), Field("share", "Share", numbers.percent)]
frame = publish(sums, OPEN, key=["category"], plain=["count", "share"])
shown(exhibit(frame, Caption("records", "Records by type", "Records by type, Rugby", "Source: a test"), fields))
"""
"""A cell with one exhibit, worked out from the slices of the job's own folder."""


def short_repository(root: Path, at: Path) -> House:
    """A small repository whose notebooks are the shortest that show real figures."""
    place = small_repository(root, at)
    (place.notebooks / "strategic_assessment.ipynb").write_bytes(notebook(FRONT, RECORDS))
    (place.notebooks / "methodology.ipynb").write_bytes(notebook(FRONT))
    return place


def unpacked(archive: bytes) -> dict[str, bytes]:
    """The files of an archive, by name."""
    with zipfile.ZipFile(io.BytesIO(archive)) as file:
        return {name: file.read(name) for name in file.namelist()}


def repacked(archive: bytes, changes: Mapping[str, bytes | None], *, adjusted: bool) -> bytes:
    """The archive with files changed, or taken out where there is nothing; ``adjusted`` makes it list them."""
    before = unpacked(archive)
    files = {name: content for name, content in {**before, **changes}.items() if content is not None}
    if adjusted:
        return packed({name: content for name, content in files.items() if name != MANIFEST})
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, content in files.items():
            file.writestr(name, content)
    return out.getvalue()


def with_manifest(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Files with a manifest that lists them."""
    own = {name: content for name, content in files.items() if name != MANIFEST}
    return {**own, MANIFEST: manifest(own)}
