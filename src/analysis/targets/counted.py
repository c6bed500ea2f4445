"""What the data say of an indicator that they count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pandas as pd

from analysis.cannot_say import CannotSay
from analysis.measures import Comparison, Window, pulse_periods, series_dispersion
from analysis.measures.series import periods_of
from analysis.params.figure import Unknown
from analysis.params.recording import RecordingBreak


@dataclass(frozen=True)
class Counted:
    """One indicator as the data count it.

    ``actual`` is the count of the target's period as far as the data go, or why there is none. ``series`` holds the
    monthly counts behind it (nullable, gaps as gaps) and ``period`` the whole months of the target's period: without
    them an open period cannot be judged. ``breaks`` are the recording breaks that bear on the series, and
    ``on_the_year`` compares it with the same months a year earlier: where that is refused because of how crimes were
    recorded or located, the change on the baseline is refused too. ``masked`` says that months of the series are
    withheld: then there is no ``series``, and its swing is told only where ``on_the_year``, printed anyway, tells it.
    """

    actual: float | Unknown | CannotSay
    series: pd.Series | None = None
    period: Window | None = None
    breaks: Sequence[RecordingBreak] = field(default=())
    on_the_year: Comparison | CannotSay | None = None
    masked: bool = False

    @property
    def refused(self) -> CannotSay | None:
        """Why no change may be read from the counts although both are known, if so."""
        found = self.on_the_year
        return found if isinstance(found, CannotSay) and found.rule in ("located-share", "recording-break") else None

    @property
    def swing(self) -> float | None:
        """How much the series swings, widened for having been estimated; None where too little of it is known."""
        if isinstance(self.on_the_year, Comparison):
            return self.on_the_year.dispersion.widening()
        if self.series is None:
            return None
        found = series_dispersion(self.series, pulse_periods(self.breaks, periods_of(self.series)))
        return None if isinstance(found, CannotSay) else found.widening()
