"""Which districts a set of outlines covers, since maps are drawn of districts that are covered whole."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from analysis import numbers

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


def cover(areas: Collection[str], small: Mapping[str, str]) -> tuple[str, ...]:
    """Say which districts ``areas`` cover, and of which there are outlines missing.

    ``small`` gives the district of every small area that figures are held of.
    """
    of = Counter(small.values())
    held = Counter(small[area] for area in areas if area in small)
    whole = sorted(district for district in held if held[district] == of[district])
    part = [f"{district} {held[district]} of {of[district]}" for district in sorted(set(held) - set(whole))]
    unknown = len(set(areas) - set(small))
    lines = (
        f"every small area of {numbers.listed(whole)}" if whole else "",
        f"not all small areas, so no map from these alone: {numbers.listed(part)}" if part else "",
        f"{unknown} of {len(areas)} are no small areas that figures are held of" if unknown else "",
    )
    return tuple(line for line in lines if line)
