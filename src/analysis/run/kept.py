"""Slices of data, kept as they were taken: who asks for the same of the same data again gets the same bytes at once."""

from __future__ import annotations

import json
import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from analysis.errors import RunError
from analysis.run.inputs import digest, listing
from analysis.run.replace import writing
from analysis.store.fingerprint import holding_fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from analysis.params.partner import PartnerPin
    from analysis.run.house import House
    from analysis.store import Slices

HASHES: Final = "hashes.json"


@dataclass(frozen=True)
class Wanted:
    """What slices are asked for: of an ``edition`` or an ``evaluation``, of which source, vintage, areas and forces."""

    of: str
    source: str
    vintage: str
    areas: Sequence[str]
    peers: Sequence[str]
    forces: Sequence[str]
    partners: Sequence[PartnerPin] = ()
    until: str = ""
    """The last month wanted; empty for all that are held."""

    def digest(self, house: House) -> str:
        """SHA-256 of what is asked and of all that the answer could change by, but for the package."""
        partners = [(pin.source, pin.vintage) for pin in self.partners]
        held = holding_fingerprint(
            self.source, self.vintage, self.forces, store=house.store, open_data=house.open_data, partners=partners
        )
        pins = [pin.model_dump() for pin in self.partners]
        named = [list(each) for each in (self.areas, self.peers, self.forces)]
        asked = [self.of, self.source, self.vintage, self.until, *named, pins, held]
        return digest(json.dumps(asked).encode())


@dataclass(frozen=True)
class Kept:
    """Slices in a folder of the cache."""

    folder: Path
    hashes: Mapping[str, str]
    """The hash of each slice (``Slices.hashes``)."""
    sums: Mapping[str, str]
    """SHA-256 of each file, by name."""

    def files(self) -> dict[str, bytes]:
        """The files by name; raises ``RunError`` where they are gone, or not as they were kept."""
        try:
            found = {name: (self.folder / name).read_bytes() for name in self.sums}
        except FileNotFoundError as error:
            raise RunError.at(error.filename, "is gone: .csp was emptied during the run", "Run it again.") from None
        for name, content in found.items():
            if digest(content) != self.sums[name]:
                raise RunError.at(self.folder / name, "is damaged", "Delete the folder .csp and run again.")
        return found


def kept(wanted: Wanted, house: House, take: Callable[[], Slices]) -> Kept:
    """The slices ``wanted``, from the cache or by ``take``, whose answer is then kept.

    Raises ``StoreError`` as ``take`` does.
    """
    folder = house.kept / "slices" / wanted.digest(house)
    found = _read(folder)
    if found is None:
        _write(folder, take())
        found = _read(folder)
        assert found
    return found


def _read(folder: Path) -> Kept | None:
    try:
        noted: dict[str, Any] = json.loads((folder / HASHES).read_text(encoding="utf-8"))
        return Kept(folder, noted["hashes"], noted["files"])
    except (FileNotFoundError, ValueError, KeyError):
        return None


def _write(folder: Path, slices: Slices) -> None:
    """Write the slices whole; of two who write the same at once, either will do."""
    with writing(folder), _new_beside(folder) as temporary:
        fresh = Path(temporary) / "slices"
        slices.save(fresh)
        noted = {"hashes": slices.hashes(), "files": listing(fresh)}
        (fresh / HASHES).write_text(json.dumps(noted, indent=1), encoding="utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        with suppress(OSError):
            fresh.rename(folder)


def _new_beside(folder: Path) -> tempfile.TemporaryDirectory[str]:
    """A new folder beside ``folder``."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    return tempfile.TemporaryDirectory(dir=folder.parent, prefix=".new-", ignore_cleanup_errors=True)


def forget_other_packages(house: House) -> None:
    """Take away what was kept by other code than this: it is never asked for again."""
    for folder in house.kept.parent.glob("*"):
        if folder != house.kept:
            shutil.rmtree(folder, ignore_errors=True)
