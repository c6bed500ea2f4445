"""Sentences about a percentage published without counts: consistent with this or that, and never more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.cannot_say import CannotSay, said

if TYPE_CHECKING:
    from analysis.evaluation.published_change import PublishedChange, WiderChange

SETTLES: Final = (
    "What would settle it: the count of each month or year of both periods, and of at least two years before them, "
    "there and in places without the initiative."
)

ONE_YEAR: Final = (
    "Of one year of one place against the year before there is no interval here, so how far the two differ shows "
    "nothing by itself."
)


def chance_sentence(found: PublishedChange) -> str:
    """Below which counts the published percentage is consistent with chance alone, by how much counts swing."""
    known = [(times, count) for times, count in found.needed if said(count)]
    if not known:
        return "Without counts it is consistent with no change at all."
    (_, least), *more = known
    times = numbers.listed([numbers.in_words(int(each)) for each, _ in more], "or")
    counts = numbers.listed([numbers.count(each) for _, each in more], "or")
    swing = f", or fewer than {counts} where counts swing {times} times as much as that" if more else ""
    return (
        f"With fewer than {numbers.count(least)} before and incidents independent of one another{swing}, it is "
        "consistent with chance alone; with as many or more it is not."
    )


def other_causes(percent: float, *, same_season: bool) -> str:
    """What else the percentage is consistent with, whatever the counts."""
    came, spell, moved = ("fall", "bad", "fall") if percent < 0 else ("rise", "quiet", "rise")
    causes = [f"a {came} that comes by itself after a {spell} spell", "a change in what is recorded"]
    causes += [] if same_season else ["the season"]
    return f"It is also consistent with {numbers.listed([*causes, f'a {moved} everywhere'], 'or')}."


def wider_sentence(found: WiderChange | CannotSay, *, what: str, before: str, after: str) -> str:
    """What the others did in the same time; empty where that is not known."""
    if isinstance(found, CannotSay):
        return ""
    others = numbers.plural(found.places, "other area")
    return (
        f"In {others} together, {what} {_went(found)} from {before} to {after} "
        f"({numbers.count(found.before)} to {numbers.count(found.after)})."
    )


def own_sentence(own: WiderChange | CannotSay, *, place: str, left_out: int) -> str:
    """What ``place`` did itself in that time, and what that cannot say; empty where it is not known.

    ``left_out`` is how many areas that border it are kept out of the others.
    """
    if isinstance(own, CannotSay):
        return ""
    bordering = numbers.plural(left_out, "area that borders it is", "areas that border it are")
    border = f"; the {bordering} not among the others" if left_out else ""
    return f"{place}'s own {_went(own)} ({numbers.count(own.before)} to {numbers.count(own.after)}){border}. {ONE_YEAR}"


def _went(found: WiderChange) -> str:
    if found.after == found.before:
        return "stayed the same"
    return f"{'rose' if found.after > found.before else 'fell'} by {numbers.percent(abs(found.percent))}"
