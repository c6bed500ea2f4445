"""Categories that vanished, appeared or nearly stopped: named, so that none of it is read as a fall or a rise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.assessment.context import caution, information
from analysis.assessment.naming import category_title
from analysis.measures import interruptions

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.blocks import Block
    from analysis.measures import Interruption

WORDS: Final = {"appeared": "is there from {when} on", "vanished": "is there up to {when} only"}


def interruption_blocks(context: Context, results: Results) -> list[Block]:
    """Notes on what begins, ends or is near zero in the partnership's figures, and in those of its peers.

    No count is told, so that nothing withheld can be worked out.
    """
    own = interruptions(results.counts)
    blocks: list[Block] = []
    if near := [each for each in own if each.kind == "near zero"]:
        blocks.append(caution(f"{_months(near)} A feed that failed looks like this; a fall is not shown by it.",
                              title="Near zero among normal periods"))  # fmt: skip
    if others := [each for each in own if each.kind != "near zero"]:
        blocks.append(information(_begun(others), title="Categories that begin or end"))
    if peers := _peers(context, results):
        blocks.append(caution(peers, title="Neighbouring areas with almost no records"))
    return blocks


def _months(found: Iterable[Interruption]) -> str:
    return " ".join(
        f"{category_title(each.category)} is near zero in {numbers.month(each.period)} and normal around it."
        for each in found
    )


def _begun(found: Iterable[Interruption]) -> str:
    """One sentence for each period and kind, since a new way of counting touches many categories at once."""
    groups: dict[tuple[pd.Period, str], list[str]] = {}
    for each in found:
        renamed = f" (perhaps the same as {category_title(each.other)})" if each.other else ""
        groups.setdefault((each.period, each.kind), []).append(category_title(each.category) + renamed)
    told = [
        f"{WORDS[kind].format(when=numbers.month(period))}: {'; '.join(sorted(names))}."
        for (period, kind), names in sorted(groups.items())
    ]
    return "A change across such a date may be one of counting alone. " + " ".join(map(_sentence, told))


def _sentence(told: str) -> str:
    return f"What {told}"


def _peers(context: Context, results: Results) -> str:
    """The neighbouring areas and periods in which several categories are near zero at once."""
    if context.annual:
        return ""
    districts, found = results.slices.districts, []
    for area in context.partnership.peers:
        near = [each.period for each in interruptions(districts[districts["area"] == area]) if each.kind == "near zero"]
        months = numbers.listed([numbers.month(when) for when in sorted(set(near))])
        if near:
            kinds = numbers.plural(len(near), "category", "categories")
            found.append(f"{context.name_of(area)} ({months}: {kinds})")
    if not found:
        return ""
    return (
        f"{numbers.listed(found)} had almost no records with a location where there are usually many. "
        "Set beside that time, their change is one of recording."
    )
