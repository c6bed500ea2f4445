"""The slices of one edition: every figure its report may use, and nothing else."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Final

import pandas as pd
import polars as pl

from analysis.counts import COLUMNS, period_text, periods
from analysis.errors import StoreError
from analysis.sources.record import SourceRecord
from analysis.store.partner_store import Partner, read_partner

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PARTNERS: Final = "partners"
FRAMES: Final = ("counts", "districts", "unlocated", "completeness", "population", "areas")
OPTIONAL: Final = ("boundaries", "points")
"""Frames that an edition may lack: without rows they are no file and have no hash."""


@dataclass(frozen=True)
class Slices:
    """Figures of one edition, as pandas frames.

    ``counts``        counts frame of the edition's own areas: small areas (street-level) or councils (annual)
    ``districts``     counts frame summed to districts or councils, own areas and peers
    ``unlocated``     counts frame of what the forces published without a location
    ``completeness``  ``force, month, category, rows, without_location, duplicates_removed, outside, status``
    ``population``    ``area, year, population, basis`` of own areas, peers and own small areas
    ``areas``         ``code, name, kind, parent, longitude, latitude`` of the same
    ``sources``       what to say of each source, file by file
    ``boundaries``    ``area, geometry`` of all own small areas (``analysis.sources.boundaries``), or no rows
    ``points``        ``area, point, longitude, latitude, month, category, count`` of own small areas, or no rows
    ``partners``      extracts of partner agencies that the edition takes besides, by the id of their mapping
    """

    counts: pd.DataFrame
    districts: pd.DataFrame
    unlocated: pd.DataFrame
    completeness: pd.DataFrame
    population: pd.DataFrame
    areas: pd.DataFrame
    sources: tuple[SourceRecord, ...]
    boundaries: pd.DataFrame = field(default_factory=pd.DataFrame)
    points: pd.DataFrame = field(default_factory=pd.DataFrame)
    partners: Mapping[str, Partner] = field(default_factory=dict)

    @property
    def frames(self) -> dict[str, pd.DataFrame]:
        """Every frame that there is, by name."""
        return {name: getattr(self, name) for name in FRAMES} | {
            name: getattr(self, name) for name in OPTIONAL if not getattr(self, name).empty
        }

    def save(self, folder: Path) -> None:
        """Write the slices to ``folder``, one Parquet file a frame and ``sources.json``; the same bytes every time."""
        folder.mkdir(parents=True, exist_ok=True)
        for name, frame in self.frames.items():
            _as_text(frame).to_parquet(folder / f"{name}.parquet", index=False)
        for name, text in {"sources.json": self._sources_text(), **self._partner_texts()}.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8", newline="\n")

    @classmethod
    def load(cls, folder: Path) -> Slices:
        """Read what ``save`` wrote, exactly; raises ``StoreError`` where a file is not there."""
        try:
            there = [*FRAMES, *(name for name in OPTIONAL if (folder / f"{name}.parquet").is_file())]
            frames = {name: _from_text(pd.read_parquet(folder / f"{name}.parquet")) for name in there}
            records = json.loads((folder / "sources.json").read_text(encoding="utf-8"))
        except FileNotFoundError as error:
            raise StoreError.at(folder, f"does not hold the slices of an edition ({error.filename})") from error
        partners = {at.name: read_partner(at) for at in sorted((folder / PARTNERS).glob("*"))}
        return cls(**frames, sources=tuple(SourceRecord(**record) for record in records), partners=partners)

    def until(self, month: str) -> Slices:
        """The same without any figure of a month after ``month`` (``2022-09``), or all where none is named.

        Populations are those of mid-years up to its year; partner extracts, which carry no vintage of that day, go.
        """
        if not month:
            return self
        year = int(month[:4])
        return replace(
            self,
            counts=_until(self.counts, month),
            districts=_until(self.districts, month),
            unlocated=_until(self.unlocated, month),
            completeness=_until(self.completeness, month),
            population=self.population[self.population["year"] <= year].reset_index(drop=True),
            partners={},
        )

    def hashes(self) -> dict[str, str]:
        """Return the sha256 of each frame's content and of the sources, by name: what an edition is pinned to."""
        texts = {name: _as_csv(_as_text(frame)) for name, frame in self.frames.items()}
        texts["sources"] = self._sources_text()
        texts |= {name.rpartition(".")[0]: text for name, text in self._partner_texts().items()}
        return {name: sha256(text.encode()).hexdigest() for name, text in texts.items()}

    def _partner_texts(self) -> dict[str, str]:
        """The files of the partner extracts, by their names in the folder of the slices."""
        return {
            f"{PARTNERS}/{source}/{name}": text
            for source, partner in self.partners.items()
            for name, text in partner.files().items()
        }

    def _sources_text(self) -> str:
        return (
            json.dumps([asdict(record) for record in self.sources], indent=1, sort_keys=True, ensure_ascii=False) + "\n"
        )


def _until(frame: pd.DataFrame, month: str) -> pd.DataFrame:
    """Periods that are over when ``month`` is: a year that is not is none that was known."""
    ends = pd.PeriodIndex(frame["month"]).asfreq("M", how="E")
    return frame[ends <= pd.Period(month, "M")].reset_index(drop=True)


def _as_text(frame: pd.DataFrame) -> pd.DataFrame:
    if "month" not in frame:
        return frame
    at, distinct = pd.factorize(frame["month"])
    texts = pd.Series([period_text(when) for when in distinct], dtype="str")
    return frame.assign(month=texts.take(at).set_axis(frame.index))


def _as_csv(frame: pd.DataFrame) -> str:
    """The frame as pandas writes it; Polars writes the large ones, which hold codes and whole numbers, the same way."""
    if tuple(frame.columns) != COLUMNS or frame.empty:
        return frame.to_csv(index=False, lineterminator="\n")
    return pl.from_pandas(frame).write_csv(quote_style="necessary")


def _from_text(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.assign(month=periods(frame["month"])) if "month" in frame else frame
