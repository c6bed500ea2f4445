"""The content of one published file, to be scanned without a second copy in memory."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

EDGE: Final = 4096


@dataclass(frozen=True)
class Content:
    """What a reader needs of a file: ``scan`` for Polars (its path or bytes), its edges and the hash of all of it."""

    scan: Path | bytes
    head: bytes
    tail: bytes
    sha256: str


def of_bytes(data: bytes) -> Content:
    """Return the content of a file held in memory, as a member of an archive is."""
    return Content(data, data[:EDGE], data[-EDGE:], hashlib.sha256(data).hexdigest())


def of_file(path: Path) -> Content:
    """Return the content of a file on disk: read once in pieces for the hash, left there for the scan."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        file.seek(0)
        head = file.read(EDGE)
        file.seek(-min(EDGE, file.seek(0, os.SEEK_END)), os.SEEK_END)
        return Content(path, head, file.read(), digest)
