"""Share of harm beside share of records, and harm on the year: ranges over what one record of a category may weigh.

A category of street-level data mixes offences of very different weight, so no share has one value: it is lowest where
this category weighs least and all others most, highest the other way round. Harm is a sum of weights times counts.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scipy import stats

from analysis.cannot_say import CannotSay
from analysis.measures.change import Verdict, verdict_of
from analysis.measures.ratio import LEVEL
from analysis.sources.weights import HarmWeight


@dataclass(frozen=True)
class HarmShare:
    """One category: its records, their share of all records, and its share of harm (shares from 0 to 1).

    ``low`` to ``high`` rests on the likely range of weights; ``least`` to ``most`` holds whatever the mix of offences.
    ``days_low`` to ``days_high`` are the days of imprisonment that the records stand for.
    """

    category: str
    count: int
    share: float
    low: float
    high: float
    least: float
    most: float
    days_low: float
    days_high: float


@dataclass(frozen=True)
class HarmChange:
    """Harm of a period over that of the one before, as a ratio.

    ``low`` to ``high``: if each category's records weigh the same in both periods, whatever they weigh; with chance
    added, ``wide_low`` to ``wide_high``; ``moved_low`` to ``moved_high``: if the mix of offences within categories may
    also have moved over its whole likely range, chance included.
    """

    low: float
    high: float
    wide_low: float
    wide_high: float
    moved_low: float
    moved_high: float
    level: float

    @property
    def verdict(self) -> Verdict:
        """Decided by the widest range: harm rose only where it did so whatever the mix and by more than chance."""
        return verdict_of(self.moved_low, self.moved_high)

    @property
    def same_mix_verdict(self) -> Verdict:
        """The same if the mix of offences within each category stayed as it was."""
        return verdict_of(self.wide_low, self.wide_high)


def harm_shares(counts: Mapping[str, int], weights: Sequence[HarmWeight]) -> tuple[HarmShare, ...] | CannotSay:
    """Shares of harm by category, most harmful first (by the middle of the range); every category needs a weight.

    Refused where nothing was recorded or a category has no weight, as anti-social behaviour and Scottish crimes have
    none. Raises ``ValueError`` for a negative count.
    """
    refusal = _refusal(counts, weights)
    if refusal is not None:
        return refusal
    by = {each.category: each for each in weights}
    total = sum(counts.values())
    if not total:
        return CannotSay("nothing was recorded", "no-records")
    found = [_share(by[category], counts, by, total) for category in counts]
    return tuple(sorted(found, key=lambda each: (-(each.low + each.high), each.category)))


def _refusal(counts: Mapping[str, int], weights: Sequence[HarmWeight]) -> CannotSay | None:
    if any(count < 0 or count != int(count) for count in counts.values()):
        raise ValueError("a count is a whole number of at least 0")
    if lacking := sorted(set(counts) - {each.category for each in weights}):
        return CannotSay(f"the index gives {lacking[0].replace('-', ' ')} no weight", "no-harm-weight")
    return None


def _share(own: HarmWeight, counts: Mapping[str, int], by: Mapping[str, HarmWeight], total: int) -> HarmShare:
    count = counts[own.category]

    def against(mine: float, others: str) -> float:
        rest = sum(counts[name] * getattr(by[name], others) for name in counts if name != own.category)
        return count * mine / (count * mine + rest) if count else 0.0

    return HarmShare(
        own.category, count, count / total, against(own.low, "high"), against(own.high, "low"),
        against(own.least, "most"), against(own.most, "least"), count * own.low, count * own.high,
    )  # fmt: skip


def harm_change(
    before: Mapping[str, int],
    after: Mapping[str, int],
    weights: Sequence[HarmWeight],
    *,
    dispersion: Mapping[str, float] | None = None,
    level: float = LEVEL,
) -> HarmChange | CannotSay:
    """Harm of ``after`` over that of ``before``, both counts by category over periods of the same length.

    ``dispersion`` is the variance over mean of each category's counts (1 where not given). Refused where a category
    has no weight, the two hold other categories, or nothing was recorded in either.
    """
    refusal = _not_comparable(before, after, weights)
    if refusal is not None:
        return refusal
    by = {each.category: each for each in weights}
    low, high = (_extreme(before, after, by, highest=side) for side in (False, True))
    z = float(stats.norm.ppf((1 + level) / 2))
    swing = dispersion or {}
    ratios = [_ratio(before, after, chosen) for chosen in (low, high)]
    errors = [_error(before, after, chosen, swing) for chosen in (low, high)]
    lightest, heaviest = ({name: getattr(by[name], end) for name in before} for end in ("low", "high"))
    moved = (_sum(after, lightest) / _sum(before, heaviest), _sum(after, heaviest) / _sum(before, lightest))
    worst = max(errors)
    return HarmChange(
        ratios[0], ratios[1], ratios[0] * math.exp(-z * errors[0]), ratios[1] * math.exp(z * errors[1]),
        moved[0] * math.exp(-z * worst), moved[1] * math.exp(z * worst), level,
    )  # fmt: skip


def _not_comparable(
    before: Mapping[str, int], after: Mapping[str, int], weights: Sequence[HarmWeight]
) -> CannotSay | None:
    for counts in (before, after):
        refusal = _refusal(counts, weights)
        if refusal is not None:
            return refusal
    if set(before) != set(after):
        return CannotSay("the two periods do not have the same categories", "not-comparable")
    if not sum(before.values()) or not sum(after.values()):
        return CannotSay("nothing was recorded in one of the periods", "no-records")
    return None


def _extreme(
    before: Mapping[str, int], after: Mapping[str, int], by: Mapping[str, HarmWeight], *, highest: bool
) -> dict[str, float]:
    """The weights within their ranges, the same in both periods, that make the ratio of harm highest (or lowest).

    The ratio is highest where categories that grew by more than it weigh most and the others least (Dinkelbach 1967).
    """
    weights = {name: by[name].low for name in before}
    while True:
        ratio = _ratio(before, after, weights)
        grew = {name: (after[name] > ratio * before[name]) == highest for name in before}
        found = {name: by[name].high if grew[name] else by[name].low for name in before}
        better = _ratio(before, after, found)
        if (better <= ratio * (1 + 1e-12)) if highest else (better >= ratio * (1 - 1e-12)):
            return weights
        weights = found


def _ratio(before: Mapping[str, int], after: Mapping[str, int], weights: Mapping[str, float]) -> float:
    return _sum(after, weights) / _sum(before, weights)


def _sum(counts: Mapping[str, int], weights: Mapping[str, float]) -> float:
    return sum(counts[name] * weights[name] for name in counts)


def _error(
    before: Mapping[str, int], after: Mapping[str, int], weights: Mapping[str, float], swing: Mapping[str, float]
) -> float:
    """Standard error of the log ratio of two weighted sums, at its widest: as if all categories swung together."""

    def relative(counts: Mapping[str, int]) -> float:
        spread = sum(math.sqrt(max(1.0, swing.get(name, 1.0)) * counts[name]) * weights[name] for name in counts)
        return spread / _sum(counts, weights)

    return math.hypot(relative(before), relative(after))
