"""Whether any figure could have changed since, told from names, sizes and times of files without reading one.

It stands apart from everything that reads figures, so that a run with nothing to do imports neither Polars nor pandas.
"""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.store.manifest import MANIFEST

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def holding_fingerprint(
    source: str,
    vintage: str,
    forces: Sequence[str],
    *,
    store: Path,
    open_data: Path,
    partners: Sequence[tuple[str, str]] = (),
) -> str:
    """SHA-256 over what the figures of ``forces`` in that vintage of ``source``, and those beside, could change by.

    Beside them are populations, outlines and ``partners`` (source and vintage of each extract). Of each file the place,
    size and time of its last change; of each manifest its content too. The same figures copied or checked out anew have
    another fingerprint, and other figures never the same: a change shows, a copy costs a look.
    """
    vintages = store / source / vintage
    held = [vintages / f"force={force}" for force in sorted(set(forces))] or [vintages]
    shipped = [each for kind in ("population", "boundaries") for each in sorted(open_data.glob(f"{kind}-*"))]
    beside = [
        folder
        for name, when in partners
        for folder in (store / "partners" / name / when, open_data / f"partner-{name}-{when}")
    ]
    known = [open_data / f"{source}-{vintage}", store / "population", store / "boundaries"]
    return _over([*held, *known, *shipped, *beside])


def data_fingerprint(store: Path, open_data: Path) -> str:
    """SHA-256 over what any figure held could change by, as ``holding_fingerprint`` over all that is there."""
    return _over([store, open_data])


def _over(folders: Sequence[Path]) -> str:
    digest = sha256()
    for folder in folders:
        digest.update(f"{folder.parent.name}/{folder.name}\n".encode())
        for line in _lines(str(folder), ""):
            digest.update(line)
    return digest.hexdigest()


def _lines(folder: str, within: str) -> Iterator[bytes]:
    """A line for each file below ``folder``, in order of name; what is being built (a leading dot) is not there yet."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        name = f"{within}{entry.name}"
        if entry.is_dir():
            yield from _lines(entry.path, f"{name}/")
            continue
        about = entry.stat()
        yield f"{name} {about.st_size} {about.st_mtime_ns} {about.st_ino}\n".encode()
        if entry.name == MANIFEST:
            yield Path(entry.path).read_bytes()
