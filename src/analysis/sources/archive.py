"""Where street files are: an archive as downloaded, the folder it unpacks to, or loose CSVs."""

from __future__ import annotations

import re
import zipfile
import zlib
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

from analysis.errors import SourceError
from analysis.sources.content import Content, of_bytes, of_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

STREET: Final = re.compile(r"(?P<month>\d{4}-(?:0[1-9]|1[0-2]))-(?P<force>[a-z]+(?:-[a-z]+)*)-street\.csv")
LAYOUT: Final = "an archive of data.police.uk holds files such as 2022-11/2022-11-leicestershire-street.csv"


@dataclass(frozen=True, order=True)
class StreetFile:
    """One month of one force as published; ``read`` gives its content and raises ``SourceError`` if it is damaged."""

    force: str
    month: str
    where: str
    read: Callable[[], Content] = field(compare=False, repr=False)


def street_files(path: Path) -> tuple[StreetFile, ...]:
    """Find the street-level files in ``path`` (a zip, a folder or one CSV), sorted by force and month.

    Outcome and stop-and-search files beside them are passed over. Raises ``SourceError`` where ``path`` is none of
    these, holds no street file, or holds the same month of the same force twice.
    """
    if not path.exists():
        raise SourceError.at(path, "is not there", "give an archive, a folder or a CSV of data.police.uk")
    if path.is_dir():
        found = [_loose(file) for file in sorted(path.rglob("*-street.csv")) if STREET.fullmatch(file.name)]
    elif path.suffix.lower() == ".csv":
        found = [_loose(path)]
    else:
        found = _zipped(path)
    if not found:
        raise SourceError.at(path, "holds no street-level file", LAYOUT)
    return _each_once(found)


def _named(name: str, where: str, read: Callable[[], Content]) -> StreetFile:
    match = STREET.fullmatch(name)
    if match is None:
        raise SourceError.at(
            where, "does not name its month and force", "a street file is named 2022-11-leicestershire-street.csv"
        )
    return StreetFile(match["force"], match["month"], where, read)


def _loose(file: Path) -> StreetFile:
    return _named(file.name, str(file), lambda: of_file(file))


def _zipped(path: Path) -> list[StreetFile]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = [member for member in archive.namelist() if "__MACOSX" not in Path(member).parts]
    except (zipfile.BadZipFile, OSError) as error:
        raise SourceError.at(path, f"cannot be opened as a zip archive ({error})", "download it again") from error
    names = {member: Path(member).name for member in members}
    return [
        _named(name, f"{path}/{member}", _member(path, member))
        for member, name in names.items()
        if STREET.fullmatch(name)
    ]


def _member(path: Path, member: str) -> Callable[[], Content]:
    def read() -> Content:
        try:
            with zipfile.ZipFile(path) as archive:
                return of_bytes(archive.read(member))
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, OSError) as error:
            raise SourceError.at(f"{path}/{member}", f"is damaged ({error})", "download the archive again") from error

    return read


def _each_once(found: Iterable[StreetFile]) -> tuple[StreetFile, ...]:
    files = tuple(sorted(found))
    for one, other in pairwise(files):
        if (one.force, one.month) == (other.force, other.month):
            raise SourceError.at(
                other.where,
                f"is {one.force} in {one.month} a second time; the first is {one.where}",
                "keep one of the two",
            )
    return files
