"""What partner agencies of the illustration would send: files drawn with a known truth, read by their mappings."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

SEED: Final = 22
FIRST, LAST = "2019-12", "2022-11"
PEAK_DAYS: Final = (4, 5)
PEAK_HOURS: Final = (21, 22, 23)
"""Friday and Saturday, nine in the evening to midnight: where call-outs for assault are planted to peak."""
PEAK_RATIO: Final = 8.0
"""How many times as often an hour of the peak sees a call-out as another hour."""
MIDNIGHT: Final = 0.03
"""Share of fires whose time nobody entered, which the system then writes as 00:00."""
UNKNOWN: Final = 0.06
"""Share of call-outs of which nobody could say since when."""


@dataclass(frozen=True)
class Kind:
    """One kind of incident: records a month, and the factor of its latest twelve months."""

    monthly: float
    latest: float = 1.0


FIRES: Final[Mapping[str, Kind]] = {
    "Primary fire": Kind(9),
    "Secondary fire - deliberate": Kind(17, 0.7),
    "Secondary fire - accidental": Kind(8),
    "Road traffic collision": Kind(7),
    "Hoax call": Kind(3),
}
ASSAULTS: Final[Mapping[str, Kind]] = {
    "Assault - bodily force": Kind(14),
    "Assault - not stated": Kind(4),
    "Assault - weapon": Kind(0.3),
}
COMPLAINTS: Final[Mapping[str, Kind]] = {
    "Fly-tipping": Kind(64, 1.25),
    "Noise": Kind(41),
    "Abandoned vehicle": Kind(12),
    "Graffiti": Kind(9),
    "Dog fouling": Kind(15),
}
NOT_SENT: Final = ("Graffiti", "2020-05")
"""The cell that the council left blank."""


def peak_share() -> float:
    """The share of call-outs that the truth puts in the hours of the peak."""
    inside = len(PEAK_DAYS) * len(PEAK_HOURS)
    return PEAK_RATIO * inside / (PEAK_RATIO * inside + 168 - inside)


def write_partner_files(folder: Path, seed: int = SEED) -> dict[str, Path]:
    """Write the three files into ``folder``, by the id of their mapping; the same bytes each time."""
    texts = {
        "brackenford-fire": (fire_file(np.random.default_rng([seed, 11])), "cp1252"),
        "brackenford-ambulance": (ambulance_file(np.random.default_rng([seed, 12])), "utf-8"),
        "brackenford-council": (council_file(np.random.default_rng([seed, 13])), "utf-8"),
    }
    folder.mkdir(parents=True, exist_ok=True)
    paths = {name: folder / f"{name}.csv" for name in texts}
    for name, (text, encoding) in texts.items():
        paths[name].write_bytes(text.encode(encoding))
    return paths


def fire_file(rng: np.random.Generator) -> str:
    """Calls to the fire service, a row each, exact times."""
    rows = []
    for kind, when in _incidents(FIRES, rng):
        hour = int(rng.choice(24, p=_evening()))
        clock = "00:00" if rng.random() < MIDNIGHT else f"{hour:02d}:{rng.integers(60):02d}"
        rows.append(
            [f"{when:%d/%m/%Y}", clock, kind, "Café on Saltergate – £ damage" if rng.random() < 0.1 else "Street"]
        )
    header = ["Incident number", "Date of call", "Time of call", "Incident type", "Where"]
    return _text(header, [[str(1000 + n), *row] for n, row in enumerate(rows)])


def ambulance_file(rng: np.random.Generator) -> str:
    """Call-outs for assault, a row each: when the patient was last seen well, and when the call came in.

    It happened at some time between the two, any as likely as any other."""
    rows = []
    for kind, when in _incidents(ASSAULTS, rng):
        happened = _hour_of_week(when, rng) + pd.Timedelta(minutes=int(rng.integers(60)))
        length = int(rng.choice([0, 30, 60, 120], p=[0.5, 0.25, 0.15, 0.1]))
        before = int(rng.integers(length + 1))
        start = max(happened - pd.Timedelta(minutes=before), when.to_period("M").start_time)
        end = happened + pd.Timedelta(minutes=length - before)
        seen = f"{start:%Y-%m-%d}" if rng.random() < UNKNOWN else f"{start:%Y-%m-%d %H:%M}"
        district = "Over the border" if rng.random() < 0.02 else "Brackenford"
        rows.append([seen, f"{end:%Y-%m-%d %H:%M}", kind, district, str(rng.integers(16, 70))])
    numbered = [[f"A{n:05d}", *row] for n, row in enumerate(rows)]
    repeats = [numbered[n] for n in range(0, len(numbered), 97)]
    return _text(["Case", "Seen well", "Call received", "Cause", "District", "Age"], [*numbered, *repeats])


def council_file(rng: np.random.Generator) -> str:
    """Complaints to the council, a column a month, with a total row and thousands separators."""
    months = pd.period_range(FIRST, LAST, freq="M")
    counts = {kind: rng.poisson([_mean(each, month) for month in months]) for kind, each in COMPLAINTS.items()}
    blank = months.get_loc(pd.Period(NOT_SENT[1], "M"))
    rows = [["Environment", kind, *(f"{n:,}" for n in found)] for kind, found in counts.items()]
    next(row for row in rows if row[1] == NOT_SENT[0])[2 + int(blank)] = ""  # type: ignore[arg-type]
    counts[NOT_SENT[0]][blank] = 0
    rows.append(["", "All complaints", *(f"{n:,}" for n in sum(counts.values(), np.zeros(len(months), int)))])
    return _text(["Service area", "Complaint", *(f"{month:%b-%y}" for month in months)], rows)


def _incidents(kinds: Mapping[str, Kind], rng: np.random.Generator) -> list[tuple[str, pd.Timestamp]]:
    """Each incident's kind and day, in the order of days."""
    found = []
    for month in pd.period_range(FIRST, LAST, freq="M"):
        for kind, each in kinds.items():
            days = rng.integers(month.days_in_month, size=rng.poisson(_mean(each, month)))
            found += [(kind, month.start_time + pd.Timedelta(days=int(day))) for day in days]
    return sorted(found, key=lambda pair: (pair[1], pair[0]))


def _mean(kind: Kind, month: pd.Period) -> float:
    return kind.monthly * (kind.latest if month > pd.Period(LAST, "M") - 12 else 1.0)


def _hour_of_week(day: pd.Timestamp, rng: np.random.Generator) -> pd.Timestamp:
    """Move a day to an hour near it, within its month: the peak is planted here."""
    weights = np.ones((7, 24))
    weights[np.ix_(PEAK_DAYS, PEAK_HOURS)] = PEAK_RATIO
    at = int(rng.choice(168, p=(weights / weights.sum()).ravel()))
    monday = day.normalize() - pd.Timedelta(days=day.day_of_week)
    moved = monday + pd.Timedelta(hours=at)
    if moved.month != day.month:
        moved += pd.Timedelta(days=7 if moved < day else -7)
    return moved


def _evening() -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Fires through the day: twice as many from four in the afternoon to eleven at night."""
    weights = np.where((np.arange(24) >= 16) & (np.arange(24) < 23), 2.0, 1.0)
    return np.asarray(weights / weights.sum())


def _text(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([header, *rows])
    return out.getvalue()
