"""Changes in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis import numbers
from analysis.cannot_say import CannotSay
from analysis.counts import FREQUENCIES
from analysis.prose import limits

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.measures import Change, Comparison, Dispersion

INDEPENDENT = (
    "This takes incidents to be independent of each other. Crime counts commonly swing with twice that variance: "
    "--dispersion 2 allows for it."
)
SMALL = "Counts this small carry no percentage."


def rate_ratio(found: Change, _: Mapping[str, Any]) -> str:
    """``Fell by 46.9% (95% interval: fall of 58.2% to 32.7%): 110, against 207 before.``."""
    counts = f"{numbers.count(found.after)}, against {numbers.count(found.before)} before"
    said = [f"{_moved(found)}: {counts}.", SMALL if isinstance(found.percent, CannotSay) else ""]
    said.append("" if found.dispersion > 1 else INDEPENDENT)
    return " ".join(each for each in said if each)


def compared(found: Comparison, _: Mapping[str, Any]) -> str:
    """The same of two stretches of a series, with the months compared and the recording breaks they touch."""
    change = found.change
    said = [
        _what_was_compared(found),
        SMALL if isinstance(change.percent, CannotSay) else "",
        f"They are {found.months_text.removesuffix(' only')}: the others have no figures in one of the two."
        if found.months_text
        else "",
        f"The comparison takes in {numbers.listed(found.breaks)}." if found.breaks else "",
        _allowance(found),
    ]
    return " ".join(each for each in said if each)


def _what_was_compared(found: Comparison) -> str:
    """Both counts, of the periods that were matched and never of the whole stretches where some were not."""
    after, before = (numbers.count(each) for each in (found.change.after, found.change.before))
    same = len(found.before.periods) == len(found.matched)
    earlier = found.before.named if same else f"the same {_periods(found)} of {found.before.named}"
    later = found.after.named
    if not found.complete:
        few = numbers.in_words(len(found.matched))
        later = f"the {few} {_periods(found)} of {later} that can be compared"
    return f"{_moved(found.change)} in {later}: {after}, against {before} in {earlier}."


def _periods(found: Comparison) -> str:
    word = FREQUENCIES[found.after.start.freqstr]
    return word if len(found.matched) == 1 else f"{word}s"


def _allowance(found: Comparison) -> str:
    factor, phi = numbers.decimal(found.change.dispersion, 2), numbers.decimal(found.dispersion.phi, 2)
    return (
        f"The interval allows for how much the series usually swings: it takes {factor} times the variance of "
        f"independent incidents (phi {phi}, which is itself an estimate, and months may hang together)."
    )


def usual_swing(found: Dispersion, _: Mapping[str, Any]) -> str:
    """How much the series swings, and what that does to an interval."""
    more = f"{numbers.decimal(found.phi)} times as much variance as independent incidents would"
    wider = numbers.decimal(found.widening() ** 0.5, 2)
    return (
        f"The series swings with {more}, around {found.basis} ({found.df} degrees of freedom). "
        f"Intervals of a change are made {wider} times as wide, which allows too for months that hang together and for "
        f"phi being an estimate."
    )


def _moved(change: Change) -> str:
    """``Fell by 46.9% (...)``; without percentages where the counts are too small for one."""
    percent, span = change.percent, change.percent_limits
    clear = change.verdict != "no clear change"
    lead = numbers.sentence_case(change.verdict)
    if isinstance(percent, CannotSay) or isinstance(span, CannotSay):
        ratios = numbers.interval(change.low, change.high, lambda each: numbers.decimal(each, 2))
        return f"{lead} (rate ratio, {level_words(change.level)}: {ratios})"
    words = f"{level_words(change.level)}: {limits(*span)}"
    if clear:
        return f"{lead} by {numbers.percent(abs(percent))} ({words})"
    return f"{lead} ({numbers.percent(percent, signed=True)}, {words})"


def level_words(level: float) -> str:
    """``95% interval``, ``99.8% interval``."""
    return f"{100 * level:.12g}{numbers.PERCENT} interval"
