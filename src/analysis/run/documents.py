"""Which files of ``reports/<partnership>/<edition>/<audience>/`` are those of which document."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from analysis.errors import RunError, did_you_mean
from analysis.run.inputs import ASSESSMENT, METHODOLOGY

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FACES: Final = ("html", "pdf", "ipynb", "failed.ipynb", "failure.log", "json")
"""What a document's own files end in; its data are in a folder of its name."""
KINDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "assessment": ASSESSMENT,
        "initiative": "initiative-",
        "performance": "performance-",
        "leaflet": "leaflet",
        "county": "county-overview",
        "methodology": METHODOLOGY,
    }
)
"""The kinds of document, each with its document's name, or with what the name starts with where there are several."""


def kind_of(document: str) -> str:
    """The kind that a document is of; empty for a name that no kind has."""
    several = (kind for kind, name in KINDS.items() if name.endswith("-") and document.startswith(name))
    return next((kind for kind, name in KINDS.items() if name == document), next(several, ""))


def chosen_kind(name: str) -> str:
    """The kind named, or empty for all; raises ``RunError`` with the nearest choice for a name that no kind has."""
    if name and name not in KINDS:
        hint = did_you_mean(name, KINDS) or f": they are {', '.join(KINDS)}"
        raise RunError.at(f'kind "{name}"', f"is no kind of document{hint}", "docs/documents.md says what each is.")
    return name


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
    return name.startswith(f"data/{document}/") or name in {f"{document}.{face}" for face in FACES}


def held(folder: Path) -> list[str]:
    """The files of ``folder``, relative to it, in order; none where there is no such folder."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
