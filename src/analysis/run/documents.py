"""Which files of ``reports/<partnership>/<edition>/<audience>/`` are those of which document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

KINDS: Final = ("html", "pdf", "ipynb", "failed.ipynb", "failure.log", "json")
"""What a document's own files end in; its data are in a folder of its name."""


def record_name(document: str) -> str:
    """The document's record: what it was made from, and whether it failed."""
    return f"{document}.json"


def log_name(document: str) -> str:
    """The log of a document that failed."""
    return f"{document}.failure.log"


def submission_name(partnership: str, edition: str) -> str:
    """The archive of an edition's documents with all they were made from."""
    return f"submission-{partnership}-{edition}.zip"


def is_submission(name: str) -> bool:
    """Whether ``name``, relative to the folder, is that of an archive handed on."""
    return name.startswith("submission-") and name.endswith(".zip") and "/" not in name


def belongs(name: str, document: str) -> bool:
    """Whether ``name``, relative to the folder, is one of the document's files."""
    return name.startswith(f"data/{document}/") or name in {f"{document}.{kind}" for kind in KINDS}


def held(folder: Path) -> list[str]:
    """The files of ``folder``, relative to it, in order; none where there is no such folder."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
