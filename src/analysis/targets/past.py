"""What stated probabilities were worth once it is known what happened."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from analysis.cannot_say import CannotSay
from analysis.outlook import brier

FEWEST: Final = 10
"""Fewer statements than these say nothing of how such statements fare."""
BINS: Final = 5


@dataclass(frozen=True)
class Bin:
    """Statements of about one probability: how many, their mean, and the share that came true."""

    statements: int
    stated: float
    came_true: float


@dataclass(frozen=True)
class TrackRecord:
    """``score`` is the mean squared error of probabilities (Brier 1950): 0 is perfect, 0.25 always saying one half.

    ``climatology`` is what stating the overall share every time would have scored, ``skill`` is 1 - score / climatology
    (None where all or none came true). ``score`` is ``reliability`` - ``resolution`` + climatology, but for the spread
    within ``bins`` (Murphy 1973).
    """

    score: float
    climatology: float
    skill: float | None
    reliability: float
    resolution: float
    statements: int
    bins: tuple[Bin, ...]


def track_record(stated: Sequence[float], happened: Sequence[bool], *, fewest: int = FEWEST) -> TrackRecord | CannotSay:
    """Score ``stated`` probabilities (0 to 1) against what ``happened``, one each; refused for fewer than ``fewest``.

    Raises ``ValueError`` for lists of unlike length or a probability outside 0 to 1.
    """
    if len(stated) != len(happened):
        raise ValueError(f"{len(stated)} stated probabilities, but {len(happened)} outcomes")
    if any(math.isnan(each) or not 0 <= each <= 1 for each in stated):
        raise ValueError("a probability is a number from 0 to 1")
    if len(stated) < max(fewest, 1):
        return CannotSay(f"only {len(stated)} such statements can be checked so far", "few-statements")
    said, true = np.asarray(stated, dtype=np.float64), np.asarray(happened, dtype=np.float64)
    score, share = brier(stated, happened), float(true.mean())
    climatology = share * (1 - share)
    bins = _bins(said, true)
    weights = np.array([each.statements for each in bins]) / len(said)
    gaps = np.array([(each.stated - each.came_true) ** 2 for each in bins])
    spread = np.array([(each.came_true - share) ** 2 for each in bins])
    skill = 1 - score / climatology if climatology else None
    return TrackRecord(score, climatology, skill, float(weights @ gaps), float(weights @ spread), len(said), bins)


def _bins(said: np.ndarray, true: np.ndarray) -> tuple[Bin, ...]:
    inside = np.minimum((said * BINS).astype(int), BINS - 1)
    groups = [inside == each for each in range(BINS) if (inside == each).any()]
    return tuple(Bin(int(g.sum()), float(said[g].mean()), float(true[g].mean())) for g in groups)
