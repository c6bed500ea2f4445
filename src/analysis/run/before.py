"""What the edition before published, as it travels with the jobs of the next."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from analysis.errors import RunError
from analysis.run.inputs import digest, listing_digest
from analysis.run.keep import DECLARED, MANIFEST
from analysis.run.standing import read_record

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from analysis.params.edition import Edition
    from analysis.run.house import House

FOLDER: Final = "published/"
"""Where a job's folder holds it."""
SLICE: Final = "published"
"""Its name among the hashes of a job's data."""


@dataclass(frozen=True, order=True)
class _Kept:
    end: str
    restricted: bool
    folder: Path


def published_before(partnership: str, edition: Edition, house: House) -> dict[str, bytes]:
    """Files of the latest published edition that ends before ``edition``, by their name in a job's folder.

    A public edition is given what was public alone, a restricted one either. Raises ``RunError`` where a kept file is
    not as its manifest has it.
    """
    found = max(_ending_before(partnership, edition, house), default=None)
    if found is None:
        return {}
    listed: dict[str, str] = (read_record(found.folder / MANIFEST) or {})["files"]
    files = {name: (found.folder / name).read_bytes() for name in listed if (found.folder / name).is_file()}
    if wrong := [name for name in listed if name not in files or digest(files[name]) != listed[name]]:
        raise RunError.at(found.folder / wrong[0], "is not what was published", "Bring it back from version control.")
    return {f"{FOLDER}{name}": content for name, content in files.items()}


def before_slice(files: Mapping[str, bytes]) -> dict[str, str]:
    """The hash of all that was published before among a job's ``files``; nothing where there is none."""
    own = {name: digest(content) for name, content in sorted(files.items()) if name.startswith(FOLDER)}
    return {SLICE: listing_digest(own)} if own else {}


def _ending_before(partnership: str, edition: Edition, house: House) -> Iterator[_Kept]:
    audiences = ["public", "restricted"] if edition.audience == "restricted" else ["public"]
    for audience in audiences:
        for manifest in sorted(house.published.glob(f"{partnership}/[!.]*/{audience}/{MANIFEST}")):
            end = _end(manifest.with_name(DECLARED))
            if end < edition.period.end:
                yield _Kept(end, audience == "restricted", manifest.parent)


def _end(declared: Path) -> str:
    try:
        return str(json.loads(declared.read_text(encoding="utf-8"))["edition"]["period"]["end"])
    except (FileNotFoundError, ValueError, KeyError, TypeError) as error:
        raise RunError.at(declared, "cannot be read", "Bring it back from version control.") from error
