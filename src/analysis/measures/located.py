"""Whether a change could be one of location: an area is given only the records that have a place.

Street-level records without a location belong to no district, and their share moves from month to month. If forces
place more of their records than a year before, every district seems to rise. The comparison is worked through again
with each period's count divided by the share of records that had a place; a verdict that this changes is not said.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd

from analysis.cannot_say import CannotSay
from analysis.measures.change import Change, change
from analysis.measures.comparison import Comparison


@dataclass(frozen=True)
class Located:
    """Share of records with a location in the periods compared, and the change allowing for it."""

    before: float
    after: float
    allowed: Change


def located_shares(report: pd.DataFrame, categories: list[str]) -> pd.DataFrame:
    """Records kept and records with a place, by period.

    ``report`` is a completeness report of the forces; returns ``kept`` and ``placed`` indexed by ``month`` over
    ``categories``. Periods without records are left out.
    """
    rows = report[report["category"].isin(categories)]
    kept = rows["rows"] - rows["duplicates_removed"]
    summed = pd.DataFrame({"month": rows["month"], "kept": kept, "placed": kept - rows["without_location"]})
    found = summed.groupby("month").sum()
    return found[found["kept"] > 0]


def allowing_for_location(found: Comparison, shares: pd.DataFrame) -> Located | None:
    """The change of ``found`` with both counts divided by their share of records with a place; None where unknown."""
    later, earlier = ([pair[side] for pair in found.matched] for side in (0, 1))
    if not set(later) | set(earlier) <= set(shares.index):
        return None
    sums = [shares.loc[months].sum() for months in (earlier, later)]
    before, after = (float(each["placed"] / each["kept"]) for each in sums)
    if before <= 0 or after <= 0:
        return None
    known = found.change
    allowed = change(
        known.before, known.after, exposure_before=before, exposure_after=after, dispersion=known.dispersion
    )
    return Located(before, after, allowed)


def unless_location(found: Comparison | CannotSay, shares: pd.DataFrame) -> Comparison | CannotSay:
    """``found``, or a refusal where allowing for the share of records with a place changes its verdict."""
    if isinstance(found, CannotSay):
        return found
    located = allowing_for_location(found, shares)
    if located is None:
        return found
    if located.allowed.verdict == found.change.verdict:
        return replace(found, located=(located.before, located.after))
    return CannotSay(
        f"the share of records with a location went from {located.before:.0%} to {located.after:.0%}, the count from "
        f"{found.change.before:,} to {found.change.after:,}; allowing for that share there is "
        f"{_verdict(located.allowed)} ({_limits(located.allowed)})",
        "located-share",
    )


def _verdict(allowed: Change) -> str:
    return {"rose": "a rise", "fell": "a fall"}.get(allowed.verdict, "no clear change")


def _limits(allowed: Change) -> str:
    low, high = (_percent(100 * (limit - 1)) for limit in (allowed.low, allowed.high))
    return f"95% interval: {low} to {high}".replace("-", "−")


def _percent(value: float) -> str:
    """A limit; one that is not zero but rounds to it says on which side it lies, as in every table."""
    if round(value, 1) or not value:
        return f"{value:+.1f}%"
    return "under +0.1%" if value > 0 else "above -0.1%"
