"""A folder to put on a public web site: public documents that were made whole, their tables, and a page of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from analysis.errors import RunError
from analysis.render.portfolio import write_portfolio
from analysis.run.documents import record_name
from analysis.run.inputs import digest
from analysis.run.manifest import as_file
from analysis.run.portfolio import entry_of
from analysis.run.replace import replace_folder
from analysis.run.standing import read_record

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from analysis.render.portfolio import Entry

LIST: Final = "site.json"
"""Hashes of all files of the folder, by which it is known for one that was made here."""
PUBLIC: Final = "public"


def write_site(reports: Path, folder: Path) -> int:
    """Make ``folder`` hold every public document of ``reports`` that did not fail, and nothing else; returns how many.

    Only files that a document's own record lists are taken, each held to its hash; archives are left out, since they
    hold what documents were made from. Raises ``RunError`` where a file is not as it was made, where there is no public
    document, or where ``folder`` holds what was not put there by this.
    """
    _ours(folder)
    files: dict[str, bytes] = {}
    entries: list[Entry] = []
    for within, record in _public(reports):
        files |= _files(reports / within, within.as_posix(), record)
        entries.append(entry_of(reports, reports / within, record, public=True))
    if not entries:
        raise RunError.at(reports, "holds no public document", "Run: make reports")
    files["index.html"] = write_portfolio(entries, public=True).encode()
    files[LIST] = as_file({"files": {name: digest(content) for name, content in sorted(files.items())}})
    replace_folder(folder, files)
    return len(entries)


def _ours(folder: Path) -> None:
    if folder.exists() and not (folder.is_dir() and ((folder / LIST).is_file() or not any(folder.iterdir()))):
        raise RunError.at(folder, "holds what csp site did not put there", "Name a new folder, or empty this one.")


def _public(reports: Path) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """The records of documents that anyone may read: by the folder they are in, and by what they say themselves."""
    for path in sorted(reports.glob(f"*/*/{PUBLIC}/[!.]*.json")):
        record = read_record(path)
        if record and record["audience"] == PUBLIC and record["failure"] is None:
            yield path.parent.relative_to(reports), record


def _files(folder: Path, within: str, record: Mapping[str, Any]) -> dict[str, bytes]:
    found = {}
    for name, noted in record["files"].items():
        content = (folder / name).read_bytes() if (folder / name).is_file() else b""
        if digest(content) != noted["sha256"]:
            raise RunError.at(folder / name, "is not as it was made", "Delete it, then run: make reports")
        found[f"{within}/{name}"] = content
    own = record_name(record["document"])
    return {**found, f"{within}/{own}": (folder / own).read_bytes()}
