"""Partner extracts in the store and among the open extracts: counts, weights of time, what is missing; no rows."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from hashlib import sha256
from io import StringIO
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from analysis.counts import counts_frame, period_text
from analysis.errors import StoreError
from analysis.numbers import plural
from analysis.sources.completeness import COMPLETENESS
from analysis.sources.record import SourceRecord
from analysis.store.ingested import Ingested, outcome_of, settle
from analysis.store.manifest import MANIFEST, Manifest, manifest_text, read_manifest
from analysis.store.whole import being_built

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from analysis.sources.partners import Extract

FOLDER: Final = "partners"
PREFIX: Final = "partner-"
FRAMES: Final = ("counts", "weights", "timing", "completeness")
WEIGHT_TYPES: Final = {"weekday": "Int64", "hour": "Int64", "weight": "float64"}
TIMING_TYPES: Final = dict.fromkeys(("exact", "interval", "unknown", "midnight"), "Int64")
REPORT_TYPES: Final = dict.fromkeys(COMPLETENESS[3:7], "Int64")


@dataclass(frozen=True)
class Partner:
    """One extract of a partner agency.

    ``counts``        counts frame
    ``weights``       ``area, month, category, weekday, hour, weight``: expected incidents, Monday 0; empty if untimed
    ``timing``        ``area, month, category, exact, interval, unknown, midnight``: how times are known
    ``completeness``  columns of ``analysis.sources.completeness``, the source in place of the force
    ``about``         its manifest: ``access``, ``simulated``, ``record``, ``ignored`` and so on
    """

    counts: pd.DataFrame
    weights: pd.DataFrame
    timing: pd.DataFrame
    completeness: pd.DataFrame
    about: Mapping[str, Any]

    @property
    def access(self) -> str:
        """``open`` or ``restricted``."""
        return str(self.about["access"])

    @property
    def record(self) -> SourceRecord:
        """What to say of the source."""
        return SourceRecord(**self.about["record"])

    @property
    def title(self) -> str:
        """What the figures are."""
        return str(self.about["title"])

    def files(self) -> dict[str, str]:
        """The text of each file, by name: the frames as CSV, months as text, and the manifest."""
        frames = {f"{name}.csv": _csv(getattr(self, name)) for name in FRAMES}
        return {**frames, MANIFEST: manifest_text(dict(self.about))}

    def of(self, areas: Collection[str], title: str = "") -> Partner:
        """The figures of ``areas`` alone, under another ``title`` if one is given."""
        counts, weights, timing = (
            frame[frame["area"].isin(list(areas))].reset_index(drop=True)
            for frame in (self.counts, self.weights, self.timing)
        )
        about = {**self.about, "title": title or self.title}
        return Partner(counts, weights, timing, self.completeness, about)


def store_extract(
    extract: Extract, weights: pd.DataFrame, timing: pd.DataFrame, target: Path, *, name: str, replace: bool = False
) -> Ingested:
    """Store one extract in ``target`` whole, with the weights of its times; ``name`` is the file's.

    Raises ``StoreError`` where other figures are held there and ``replace`` is not given.
    """
    held = Partner(extract.counts, weights, timing, extract.completeness, {})
    with being_built(target) as folder:
        texts = {each: text for each, text in held.files().items() if each != MANIFEST}
        manifest = _manifest(extract, texts, name)
        for each, text in {**texts, MANIFEST: manifest_text(manifest)}.items():
            (folder / each).write_text(text, encoding="utf-8", newline="\n")
        outcome = outcome_of(target, manifest, replace=replace)
        settle(folder, target, outcome)
    source, present = extract.source, extract.counts["status"] == "present"
    return Ingested(
        source.id, extract.vintage, "", outcome, 1, extract.rows, extract.kept,
        tuple(_remarks(extract, timing, int(present.sum()))), extract.completeness,
    )  # fmt: skip


def _manifest(extract: Extract, texts: Mapping[str, str], name: str) -> Manifest:
    source = extract.source
    record = SourceRecord(
        source.title, source.publisher, source.licence, source.attribution or f"Supplied by {source.publisher}.",
        extract.vintage, f"csp ingest extract {name} --mapping params/sources/{source.id}.yml", extract.sha256,
    )  # fmt: skip
    said = {
        "access": source.access,
        "record": asdict(record),
        "simulated": source.simulated,
        "title": source.title,
        "files": {each: sha256(text.encode()).hexdigest() for each, text in texts.items()},
    }
    mapping = sha256(source.model_dump_json().encode()).hexdigest()
    content = sha256(repr(sorted(said.items())).encode()).hexdigest()
    return {**said, "content": content, "mapping": mapping, "rows": extract.rows, "ignored_columns": extract.ignored}


def _remarks(extract: Extract, timing: pd.DataFrame, cells: int) -> Iterator[str]:
    yield f"{extract.source.title}: {extract.source.access}; {cells:,} counts by area, month and category"
    columns = plural(extract.ignored, "column")
    yield f"{columns} of the file not named in the mapping: not looked at, not kept"
    if extract.beyond:
        yield f"{plural(extract.beyond, 'row')} outside the months declared as complete: set aside"
    for status, word in (("suppressed", "withheld by the publisher"), ("missing", "not in the file")):
        if number := int((extract.counts["status"] == status).sum()):
            yield f"{plural(number, 'count')} {word}: not zero"
    if extract.timed and len(timing):
        sums = timing[["exact", "interval", "unknown", "midnight"]].sum()
        every = int(sums["exact"] + sums["interval"] + sums["unknown"])
        yield f"time of day not known of {int(sums['unknown']):,} of {every:,} incidents"
        if sums["midnight"]:
            stand = plural(int(sums["midnight"]), "incident stands", "incidents stand")
            yield f"{stand} at exactly 00:00, which may mean that nobody said"


def partner_folder(store: Path, source: str, vintage: str) -> Path:
    """Where one vintage of a partner's extract stands in the store."""
    return store / FOLDER / source / vintage


def partner_holding(source: str, vintage: str, store: Path, open_data: Path) -> Path | None:
    """The folder of that vintage: the store's, else the open extract's, else None."""
    candidates = (partner_folder(store, source, vintage), open_data / f"{PREFIX}{source}-{vintage}")
    return next((folder for folder in candidates if read_manifest(folder) is not None), None)


def held_partners(store: Path, open_data: Path) -> dict[str, dict[str, Path]]:
    """Every partner extract that is held: source to vintage to its folder, the store's before the open one."""
    found: dict[str, dict[str, Path]] = {}
    shipped = [(at.name.removeprefix(PREFIX)[:-8], at.name[-7:], at) for at in open_data.glob(f"{PREFIX}*")]
    stored = [(at.parent.name, at.name, at) for at in (store / FOLDER).glob("*/*")]
    for source, vintage, folder in sorted([*shipped, *stored], key=lambda each: (each[0], each[1])):
        if not folder.name.startswith(".") and read_manifest(folder) is not None:
            found.setdefault(source, {})[vintage] = partner_holding(source, vintage, store, open_data) or folder
    return found


def read_partner(folder: Path) -> Partner:
    """Read one extract as stored; raises ``StoreError`` where it is not whole."""
    about = read_manifest(folder)
    if about is None:
        raise StoreError.at(folder, "has no manifest", "ingest it again: csp ingest extract")
    try:
        frames = {name: (folder / f"{name}.csv").read_text(encoding="utf-8") for name in FRAMES}
    except FileNotFoundError as error:
        raise StoreError.at(
            folder, f"is not whole ({error.filename})", "ingest it again: csp ingest extract"
        ) from error
    return Partner(
        counts_frame(_frame(frames["counts"], {"count": "Int64"})),
        _frame(frames["weights"], WEIGHT_TYPES),
        _frame(frames["timing"], TIMING_TYPES),
        _frame(frames["completeness"], REPORT_TYPES),
        about,
    )


def _csv(frame: pd.DataFrame) -> str:
    texts = [period_text(each) if isinstance(each, pd.Period) else each for each in frame["month"]]
    return frame.assign(month=texts).to_csv(index=False, lineterminator="\n", float_format="%.6g")


def _frame(text: str, types: Mapping[str, str]) -> pd.DataFrame:
    frame = pd.read_csv(StringIO(text), dtype=str, keep_default_na=False)
    numbers = {name: pd.to_numeric(frame[name].replace("", None)).astype(kind) for name, kind in types.items()}  # type: ignore[call-overload]
    months = pd.PeriodIndex(frame["month"], freq="M")
    return frame.assign(**numbers, month=months)
