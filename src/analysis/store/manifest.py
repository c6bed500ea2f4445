"""Manifests: what a folder of the store or of the open extracts was made from, as JSON that never varies."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from analysis.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

MANIFEST: Final = "manifest.json"
Manifest = dict[str, Any]


def write_manifest(folder: Path, content: Manifest) -> None:
    """Write ``content`` as the manifest of ``folder``, keys sorted."""
    (folder / MANIFEST).write_text(manifest_text(content), encoding="utf-8", newline="\n")


def manifest_text(content: Manifest) -> str:
    """``content`` as a manifest has it."""
    return json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def read_manifest(folder: Path) -> Manifest | None:
    """Read the manifest of ``folder``, None where there is none; raises ``StoreError`` if it is damaged."""
    path = folder / MANIFEST
    if not path.is_file():
        return None
    try:
        content: Manifest = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise StoreError.at(path, f"is damaged ({error})", "remove its folder and ingest again") from error
    return content


def file_sha256(path: Path) -> str:
    """Return the sha256 of a file, read in pieces."""
    digest = sha256()
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()


def listing_sha256(named: Iterable[tuple[str, str]]) -> str:
    """Return one sha256 for many (name, sha256) pairs, in whatever order they come."""
    return sha256("".join(f"{digest}  {name}\n" for name, digest in sorted(named)).encode()).hexdigest()
