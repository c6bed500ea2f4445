"""A lasting jump of the level at another date than the start, which no register names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.evaluation.setting import Setting
from analysis.measures import MONTHS_OF, season_form
from analysis.trends import search_break

NEAR: Final = 6
"""A jump within so many months of the start is how the effect came about: at once, slowly, or not for long."""
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Jump:
    """The likeliest jump: the first period after it, its log ratio, and by how much BIC prefers it to none."""

    at: pd.Period
    size: float
    better_by: float


def undeclared_jump(setting: Setting, *, relative: bool) -> Jump | None:
    """Look for one jump in the log of the treated count (beside that of the comparators where ``relative``).

    Trend, season and the change at the start are allowed for. None where too few periods are known, where none
    describes the series better than no jump (``trends.search_break``), or where it is the change at the start.
    """
    places = (setting.treated, *setting.comparators) if relative else (setting.treated,)
    used = setting.before.union(setting.after)
    for each in places:
        used = each.known(used)
    if not len(used):
        return None
    values = _logs(setting.treated.series, used)
    if relative:
        values = values - np.log(sum(np.exp(_logs(each.series, used)) for each in setting.comparators))
    years = np.array((used.asi8 - used.asi8[0]) * MONTHS_OF[setting.freq] / 12, dtype=np.float64)
    after = (used >= setting.start).astype(np.float64)
    columns = np.column_stack([years, *([after] if 0 < after.sum() < len(after) else []), *_season(used, relative)])
    found = search_break(values, years, columns, kinds=("mean",))
    near = max(1, NEAR // MONTHS_OF[setting.freq])
    if found is None or not found.detected or abs(used[found.at].ordinal - setting.start.ordinal) < near:
        return None
    return Jump(used[found.at], found.size, found.bic[0] - found.bic[1])


def _logs(series: pd.Series, when: pd.PeriodIndex) -> Floats:
    counts: Floats = series.reindex(when).to_numpy(dtype=np.float64)
    return np.asarray(np.log(np.maximum(counts, 0.5)), dtype=np.float64)


def _season(when: pd.PeriodIndex, relative: bool) -> list[Floats]:
    """Two harmonics where nothing else takes the season out, and the months carry them."""
    monthly = when.freqstr == "M" and season_form(when, np.ones(len(when), dtype=np.bool_)) != "none"
    if relative or not monthly:
        return []
    angle = 2 * np.pi * (when.asi8 % 12) / 12
    return [each(k * angle) for k in (1, 2) for each in (np.sin, np.cos)]
