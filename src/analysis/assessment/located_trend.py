"""A trend that holds whether or not one allows for the share of records that have a location."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis.cannot_say import CannotSay, said
from analysis.trends import Trend, trend

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from analysis.params.recording import RecordingBreak

LEAST_SHARE: Final = 0.01
"""A share of records with a location below this is taken as this, so that nothing is divided by nought."""
HANGS: Final = CannotSay(
    "it hangs on the share of records with a location, which moves from month to month", "located-share"
)


def trend_of_located(
    series: pd.Series, located: pd.DataFrame, breaks: Sequence[RecordingBreak], people: Mapping[int, float]
) -> Trend | CannotSay:
    """The trend of ``series``; a refusal where it is another when each count is divided by its share with a location.

    ``located`` has the forces' records ``kept`` and ``placed`` by period (see ``measures.located_shares``), ``people``
    the residents by mid-year.
    """
    found = trend(series, breaks=breaks, population=people)
    if isinstance(found, CannotSay):
        return found
    shares = located.reindex(series.index)
    share = (shares["placed"] / shares["kept"]).clip(lower=LEAST_SHARE)
    allowed = trend((series / share).round().astype("Int64"), breaks=breaks, population=people)
    return found if said(allowed) and allowed.direction == found.direction else HANGS
