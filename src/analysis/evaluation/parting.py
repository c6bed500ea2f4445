"""When one place parts from others: the step of their ratio, by two models, with what places part by themselves."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from analysis.evaluation.laid_months import LaidMonths
from analysis.evaluation.segmented import several_steps
from analysis.evaluation.segmented_share import SegmentedShare, segmented_share
from analysis.evaluation.stepped_level import stepped_level
from analysis.evaluation.unlike import Unlike, unlike
from analysis.measures import Mixture, least
from analysis.trends import Wandering

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Parting:
    """``secondary`` is the step by ``share``, the regression; ``primary`` by ``level``, or the same where that is None.

    ``columns`` (n by 6, step first) are those of both models; ``counted`` marks the months of the regression, in which
    anything was counted at all; ``unlike`` is in the limits of both.
    """

    primary: Mixture
    secondary: Mixture
    level: Wandering | None
    share: SegmentedShare
    columns: Floats
    counted: npt.NDArray[np.bool_]
    unlike: Unlike


def parting(laid: LaidMonths, others: Floats, many: bool) -> Parting:
    """Find when the first place of ``laid`` parts from ``others`` (n counts, those of all the rest summed).

    ``many`` says that both count enough a month for a model of logs. A ratio needs fewer columns than a count: days a
    month cancel, and so does what two places' seasons share, so that two harmonics are enough for the rest.
    """
    columns = np.column_stack([laid.after, laid.years, laid.waves])
    used = laid.used & ((laid.counts[0] + others) > 0)
    share = segmented_share(laid.counts[0, used], others[used], columns[used], np.flatnonzero(used))
    level = None
    if many:
        logs = np.log(np.maximum(laid.counts[0], 0.5)) - np.log(np.maximum(others, 0.5))
        level = stepped_level(logs, columns)
    parts, weight = apart(laid)
    secondary = _beside(share.step, parts, weight)
    primary = secondary if level is None else _beside(level.effect(0), parts, weight)
    return Parting(primary, secondary, level, share, columns, used, parts)


def apart(laid: LaidMonths) -> tuple[Unlike, float]:
    """How far places step unlike one another, and how many times that variance the ratio has: one, and the others'.

    Learned from the step, at the start, of every place of ``laid`` but the first: each beside its own trend and season.
    """
    counted = laid.counts[1:, laid.used]
    after = laid.after[laid.used]
    enough = [min(each[after].sum(), each[~after].sum()) >= least("interrupted-total") for each in counted]
    columns = np.column_stack([laid.after, laid.years, laid.waves])[laid.used]
    rows = counted[np.array(enough, dtype=np.bool_)]
    steps = several_steps(rows, columns, laid.log_days[laid.used], laid.at) if len(rows) > 1 else []
    part = counted.sum(axis=1) / counted.sum()
    return unlike([float(each.middles[0]) for each in steps], [each.variance for each in steps]), float(1 + part @ part)


def _beside(step: Mixture, parts: Unlike, weight: float) -> Mixture:
    return step.with_variance(parts.beside(step.error**2, weight))
