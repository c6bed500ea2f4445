"""An area beside others, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis import numbers
from analysis.cannot_say import CannotSay
from analysis.cli.method_words.changes import level_words
from analysis.cli.method_words.levels import of_size
from analysis.prose.peers import ordinal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.peers import PeerComparison, Standing

INDEPENDENT = (
    "This takes incidents to be independent of each other. Crime counts commonly swing with twice that variance, and "
    "the intervals are then too narrow."
)


def peers(found: PeerComparison, _: Mapping[str, Any]) -> str:
    """Its rate, what is typical of the others, its rank with its interval, and what may be said of it."""
    own = found.own
    write = of_size(own.rate.value, own.rate.low, own.rate.high)
    span = numbers.interval(own.rate.low, own.rate.high, write)
    per = f"per {numbers.plain(found.per)} people"
    said = [f"{own.area.name}: {write(own.rate.value)} {per} ({level_words(own.rate.level)}: {span})."]
    if isinstance(found.standing, CannotSay):
        said.append(f"We cannot say how it stands: {found.standing.reason}.")
    else:
        said.append(_beside(found.standing, found.per, own.rate.level))
    places = f"{ordinal(own.rank.low)} to {ordinal(own.rank.high)}"
    said.append(f"By rate it is {ordinal(own.rank.place)} of {own.rank.of}, and may truly be {places}.")
    said.append(INDEPENDENT)
    return " ".join(said)


def _beside(found: Standing, per: float, level: float) -> str:
    typical = f"what is typical of the others ({numbers.decimal(found.typical * per)})"
    ratios = numbers.interval(found.low, found.high, lambda each: numbers.decimal(each, 2))
    ratio = f"{numbers.decimal(found.ratio, 2)} times, {level_words(level)}: {ratios}"
    lead = "not clearly different from" if found.beside == "near" else f"{found.beside}"
    verdict = found.outlier.reason if isinstance(found.outlier, CannotSay) else ""
    said = f"That is {lead} {typical} ({ratio})."
    if verdict:
        return f"{said} Whether it is unusual cannot be said: {verdict}."
    return (
        f"{said} It is {found.outlier} the limits of the funnel."
        if found.outlier == "within"
        else (f"{said} It is {found.outlier}, by the limits of the funnel.")
    )
