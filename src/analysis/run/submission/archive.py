"""Write an archive whose bytes depend on its contents alone, with a manifest of them."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Final

from analysis.run.inputs import digest

if TYPE_CHECKING:
    from collections.abc import Mapping

MANIFEST: Final = "manifest-sha256.txt"
"""Lists every other file; ``sha256sum -c`` reads it."""
NO_TIME: Final = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can hold: an archive does not tell when it was packed."""
UNIX: Final = 3
READABLE: Final = 0o100644 << 16


def manifest(files: Mapping[str, bytes]) -> bytes:
    """A line for each of ``files``: SHA-256, two spaces, name; sorted by name."""
    return "".join(f"{digest(files[name])}  {name}\n" for name in sorted(files)).encode()


def packed(files: Mapping[str, bytes]) -> bytes:
    """A zip file of ``files`` and their manifest, sorted by name; the same files are the same bytes."""
    whole = {**files, MANIFEST: manifest(files)}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(whole):
            info = zipfile.ZipInfo(name, NO_TIME)
            info.create_system, info.external_attr = UNIX, READABLE
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, whole[name])
    return out.getvalue()
