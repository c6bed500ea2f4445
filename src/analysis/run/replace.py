"""Put files where people look whole, by rename, so that they outlast a writer that is killed and power that fails."""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

from analysis.errors import RunError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

AT_ONCE: Final = 8
"""Files brought to the disk at a time: it takes many in one go, each by itself is a wait."""
LEVELS: Final = 3
"""Folders above one replaced that may be new too: edition, partnership, ``reports/``."""
WHY: Final = {
    errno.ENOSPC: ("the disk is full", "Make room"),
    errno.EDQUOT: ("the disk space allowed to this user is used up", "Make room"),
    errno.EROFS: ("it lies on a disk that is read-only", "Make it writable"),
    errno.EACCES: ("this user may not write there", "Make it writable"),
    errno.EPERM: ("this user may not write there", "Make it writable"),
}


AGAIN: Final = "then run it again: it goes on from there. What stood there before is there still, whole."


@contextmanager
def writing(path: Path, then: str = AGAIN) -> Iterator[None]:
    """Say why ``path`` cannot be written where a person can mend that, and what to do; raises ``RunError``."""
    try:
        yield
    except OSError as error:
        if error.errno not in WHY:
            raise
        what, first = WHY[error.errno]
        raise RunError.at(path, f"cannot be written: {what}", f"{first}, {then}") from error


def replace_folder(folder: Path, files: Mapping[str, bytes], kept: Collection[str] = ()) -> None:
    """Make ``folder`` hold exactly ``files``, and of what it holds already the files ``kept``, by relative name.

    Whoever looks sees the old folder or the new one, never a mixture, and so does who looks after the power failed: all
    is on the disk before its name is. For one writer at a time (``publish.alone``): what another that was killed has
    left half done beside it is put right. Raises ``RunError`` for a disk that is full or read-only; the old one stays.
    """
    fresh, old = (folder.with_name(f".{folder.name}.{name}") for name in ("new", "old"))
    with writing(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        _bring_back(old, folder)
        _take_away(fresh)
        try:
            fresh.mkdir()
            _fill(fresh, files, folder, kept)
            if folder.exists():
                folder.rename(old)
            fresh.rename(folder)
            _names_to_disk(folder)
        finally:
            _bring_back(old, folder)
            _take_away(fresh)


def replace_file(path: Path, content: bytes) -> None:
    """Write one file whole, by rename; for one writer at a time. Raises ``RunError`` as ``replace_folder`` does."""
    fresh = path.with_name(f".{path.name}.new")
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            _write(fresh, content)
            fresh.replace(path)
            _names_to_disk(path)
        finally:
            _take_away(fresh)


def put_right(reports: Path) -> None:
    """Bring back or take away whatever a writer that was killed has left half done anywhere in ``reports``."""
    for old in list(reports.glob("*/*/.*.old")):
        _bring_back(old, old.with_name(old.name[1:].removesuffix(".old")))
    for fresh in [found for depth in ("", "*/*/", "*/*/*/") for found in reports.glob(f"{depth}.*.new")]:
        _take_away(fresh)


def _bring_back(old: Path, folder: Path) -> None:
    """Put a folder that was set aside back where nothing has come in its place, else take it away."""
    if old.exists() and not folder.exists():
        old.rename(folder)
    _take_away(old)


def _take_away(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()


def _fill(fresh: Path, files: Mapping[str, bytes], folder: Path, kept: Collection[str]) -> None:
    """Write ``files`` into ``fresh``, and give what is ``kept`` of ``folder`` a second name there."""
    # Imported here, since most of those who write one small file have much less to do than to import it.
    from concurrent.futures import ThreadPoolExecutor

    for parent in {(fresh / name).parent for name in [*files, *kept]}:
        parent.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(AT_ONCE) as together:
        list(together.map(_write, [fresh / name for name in files], files.values()))
        for name in kept:
            _keep(folder / name, fresh / name)
        list(together.map(_to_disk, [fresh, *(path for path in fresh.rglob("*") if path.is_dir())]))


def _keep(path: Path, fresh: Path) -> None:
    try:
        fresh.hardlink_to(path)
    except OSError:  # a file system that knows one name a file
        _write(fresh, path.read_bytes())


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _names_to_disk(path: Path) -> None:
    for parent in list(path.parents)[:LEVELS]:
        _to_disk(parent)


def _to_disk(folder: Path) -> None:
    """Bring the names in ``folder`` to the disk, where its file system knows how."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
