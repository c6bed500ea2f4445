"""Read an archive that somebody handed over, trusting nothing in it; nothing of it is written anywhere."""

from __future__ import annotations

import io
import re
import stat
import zipfile
import zlib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from analysis.errors import RunError
from analysis.run.inputs import digest
from analysis.run.submission.archive import MANIFEST

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

LARGEST: Final = 1 << 30
"""Bytes that an archive may hold unpacked: a submission has some tens of millions."""
LINE: Final = re.compile(r"(?P<hash>[0-9a-f]{64})  (?P<name>.+)")
PARTS: Final = (MANIFEST, "dictionary.csv", "checks.csv", "plans.json", "environment.json", "requirements.lock")
"""What every submission has."""


def opened(path: Path) -> dict[str, bytes]:
    """The files of the archive at ``path``, by name.

    Raises ``RunError`` for what is no archive, is cut short or damaged, names a file outside itself, a link or a file
    twice, would fill the memory, or lacks a part of a submission.
    """
    if not path.is_file():
        raise RunError.at(path, "is not there", "Name the archive that make submission wrote.")
    try:
        with zipfile.ZipFile(path) as archive:
            _refuse_unsafe(path, archive.infolist())
            files = {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()}
    except zipfile.BadZipFile as error:
        raise RunError.at(path, _no_archive(path, error), "Get it again from whoever made it.") from error
    except (zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise RunError.at(path, f"is damaged: {error}", "Get it again from whoever made it.") from error
    if gone := [name for name in PARTS if name not in files]:
        raise RunError.at(path, f"is no submission: it lacks {', '.join(gone)}", "Make one with: make submission")
    return files


def _no_archive(path: Path, error: zipfile.BadZipFile) -> str:
    with path.open("rb") as file:
        begins = file.read(2) == b"PK"
    return f"is cut short or damaged ({error})" if begins else "is not an archive"


def _refuse_unsafe(path: Path, members: Sequence[zipfile.ZipInfo]) -> None:
    names = [member.filename for member in members]
    for member in members:
        if why := _unsafe(member):
            raise RunError.at(path, f"holds {member.filename!r}, {why}: nothing was unpacked")
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise RunError.at(path, f"holds {twice[0]!r} more than once: nothing was unpacked")
    if sum(member.file_size for member in members) > LARGEST:
        raise RunError.at(path, f"would unpack to more than {LARGEST >> 20} MB: nothing was unpacked")


def _unsafe(member: zipfile.ZipInfo) -> str:
    """Why a file of this name may not be in an archive; empty where it may."""
    name = PurePosixPath(member.filename)
    if name.is_absolute() or "\\" in member.filename or ":" in member.filename or not member.filename.isprintable():
        return "which is no name within an archive"
    if ".." in name.parts:
        return "which leads out of the archive"
    return "which is a link" if stat.S_ISLNK(member.external_attr >> 16) else ""


def not_as_listed(files: Mapping[str, bytes]) -> list[str]:
    """What the manifest says otherwise, a sentence each: files changed, lost or added. Empty where all is as listed."""
    listed = {}
    for line in files[MANIFEST].decode(errors="replace").splitlines():
        found = LINE.fullmatch(line)
        if found is None:
            return [f"{MANIFEST} has a line that names no file: {line[:80]!r}"]
        listed[found["name"]] = found["hash"]
    return unlike(listed, {name: digest(content) for name, content in files.items() if name != MANIFEST})


def unlike(listed: Mapping[str, str], there: Mapping[str, str]) -> list[str]:
    """What of ``there`` is not as ``listed``, a sentence each; both are SHA-256 by name."""
    return [
        *(
            f"{name} was changed: its SHA-256 is not the one listed"
            for name in sorted(listed)
            if there.get(name, listed[name]) != listed[name]
        ),
        *(f"{name} is listed and not there" for name in sorted(listed.keys() - there.keys())),
        *(f"{name} is there and not listed" for name in sorted(there.keys() - listed.keys())),
    ]


def text_of(content: bytes) -> io.StringIO:
    """UTF-8 text to read by line; what is no text is kept visible."""
    return io.StringIO(content.decode("utf-8", errors="replace"))
