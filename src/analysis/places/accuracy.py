"""What choosing places by one count is worth when judged by another: accuracy and efficiency indices, recapture."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analysis.cannot_say import CannotSay
from analysis.places.neighbours import Floats


@dataclass(frozen=True)
class Accuracy:
    """For the first one, two, ... places by prediction: each list has as many figures as there are places.

    ``hits`` is the share of what came in those places, ``area`` their share of the whole, ``pai`` the one over the
    other, ``pei`` the hits over the most that as many places could have had (never above 1), ``rri`` what was predicted
    in them over what came.
    """

    hits: tuple[float, ...]
    area: tuple[float, ...]
    pai: tuple[float, ...]
    pei: tuple[float, ...]
    rri: tuple[float, ...]


def accuracy(predicted: Floats, observed: Floats, size: Floats | None = None) -> Accuracy | CannotSay:
    """Judge places chosen by ``predicted`` against what was ``observed`` (Chainey and others 2008; Hunt 2016).

    ``predicted`` is what each place was chosen by, such as last year's count; ``observed`` is what came there
    afterwards; ``size`` is the land of each place, all alike unless given. Refuses where nothing came, or nothing was
    predicted. Raises ValueError for figures that cannot be, or not of the same places.
    """
    land = np.ones(len(observed)) if size is None else size
    for values in (predicted, observed, land):
        if not np.isfinite(values).all() or (values < 0).any() or len(values) != len(observed):
            raise ValueError("predicted, observed and size are numbers of at least 0 of the same places")
    if not len(observed) or not observed.sum() or not predicted.sum() or not (land > 0).all():
        return CannotSay("nothing was recorded", "no-records")
    chosen, best = (np.argsort(-values, kind="stable") for values in (predicted, observed))
    hits, area = (_share(values, chosen) for values in (observed, land))
    pai = hits / area
    ideal = _share(observed, best)
    came = np.cumsum(observed[chosen])
    rri = np.divide(np.cumsum(predicted[chosen]), came, out=np.full(len(came), np.inf), where=came > 0)
    return Accuracy(*(tuple(float(each) for each in row) for row in (hits, area, pai, hits / ideal, rri)))


def _share(values: Floats, order: np.ndarray) -> Floats:
    """Running share of the whole, in ``order``."""
    return np.asarray(np.cumsum(values[order]) / values.sum(), dtype=np.float64)
