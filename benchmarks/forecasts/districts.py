"""Every district and category of the open extracts, tried at each origin that its 41 months or fewer allow."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.measures import breaks_for, street_lines
from analysis.measures import series as series_of
from analysis.outlook import NAIVE, naive_scale
from analysis.outlook.history import History, history
from analysis.outlook.models import MEAN
from analysis.outlook.origins import Tried, actuals, origins
from analysis.outlook.outlook import trial
from analysis.params import Catalogue
from analysis.params.recording import RecordingBreak
from analysis.run.job import House
from analysis.store import edition_slices

Floats = npt.NDArray[np.float64]
EDITIONS = ("north-west-leicestershire/2022", "west-lancashire/2022")
HORIZON = 6
SIMULATED = {True: "gamma-Poisson", False: "state space"}
"""What ``simulate`` draws from, for few counts and for many."""
WHOLE = {True: "gamma-Poisson", False: MEAN}
"""With 24 months before each origin; nothing is chosen on the months it is scored on."""


@dataclass(frozen=True)
class Trial:
    """One series: scaled errors of ours and of seasonal naive by target month and horizon, inside or not, seconds."""

    name: str
    few: bool
    model: str
    first_targets: pd.PeriodIndex
    error: Floats
    naive: Floats
    in80: Floats
    in95: Floats
    seconds: float


def trials(catalogue: Catalogue, house: House, *, masked: bool) -> list[Trial]:
    """Every series tried; ``masked`` leaves Covid months out and asks 12 months before, else 24 as recorded."""
    found = [_tried(name, each, breaks, masked=masked) for name, each, breaks in every_series(catalogue, house)]
    return [each for each in found if each is not None]


def every_series(catalogue: Catalogue, house: House) -> Iterator[tuple[str, pd.Series, Sequence[RecordingBreak]]]:
    """Each district and category by name, with its counts and the breaks that bear on it."""
    for name in EDITIONS:
        partnership_id, edition_name = name.split("/")
        partnership, data = catalogue.partnership(partnership_id), catalogue.edition(partnership_id, edition_name).data
        slices = edition_slices(
            data.source, data.vintage, partnership.areas, partnership.peers, partnership.forces,
            store=house.root / "no-store", open_data=house.open_data,
        )  # fmt: skip
        counts = slices.districts
        for area in sorted(set(counts["area"])):
            for line, slugs in street_lines(sorted(set(counts["category"]))).items():
                breaks = breaks_for(catalogue.breaks, country="england", categories=slugs)
                yield f"{area}/{line}", series_of(counts, slugs, [area]), breaks


def _tried(name: str, counted: pd.Series, breaks: Sequence[RecordingBreak], *, masked: bool) -> Trial | None:
    began = time.perf_counter()
    past = history(counted, HORIZON, breaks if masked else ())
    at = [each for each in origins(past, 12 if masked else 24) if not masked or _carries(past, each)]
    actual = actuals(past, at, HORIZON)
    scale = naive_scale(past.counts)
    if not at or not np.isfinite(actual).any() or not scale > 0:
        return None
    model = (SIMULATED if masked else WHOLE)[past.few]
    found = trial(past, at, actual, 0, only=(NAIVE, model))
    months = pd.PeriodIndex([past.months[each] for each in at])
    ours, other = found[model], found[NAIVE]
    return Trial(
        name, past.few, model, months, np.abs(actual - ours.median) / scale, np.abs(actual - other.median) / scale,
        _inside(ours, ours.low80, ours.high80), _inside(ours, ours.low95, ours.high95), time.perf_counter() - began,
    )  # fmt: skip


def _carries(past: History, origin: int) -> bool:
    cut = past.until(origin, HORIZON)
    return bool(cut.usable.sum() - cut.columns.shape[1] - 1 >= 8) and np.nansum(cut.counts) != 0


def _inside(found: Tried, low: Floats, high: Floats) -> Floats:
    held = (found.actual >= low) & (found.actual <= high)
    return np.where(np.isfinite(found.actual), held.astype(float), np.nan)
