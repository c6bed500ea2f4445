"""Scores of agencies in words: the order, how sure it is, and whether they agree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis import numbers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.priorities import Agreement, Ranking


def order(found: Ranking, _: Mapping[str, Any]) -> str:
    """The first few with the chance of each, what follows, and what could not be ranked."""
    first = [_line(each.issue, each.chance) for each in found.lines if each.place <= found.cut]
    rest = [_line(each.issue, each.chance) for each in found.lines if each.place > found.cut]
    said = [f"First by score: {numbers.listed(first)}."]
    said += [f"Then {numbers.listed(rest)}."] if rest else []
    said += [f"Not ranked: {numbers.listed([f'{name} ({why.reason})' for name, why in found.cannot.items()])}."] * bool(
        found.cannot
    )
    cut = numbers.in_words(found.cut)
    said.append(f"In brackets: the chance of being among the first {cut} if others scored. Scores set no priority.")
    return " ".join(said)


def _line(issue: str, chance: float | None) -> str:
    return f"{issue} ({'cannot say' if chance is None else numbers.chance(100 * chance)})"


def agreed(found: Agreement, _: Mapping[str, Any]) -> str:
    """Kendall's W, what it goes from and to, and how often chance alone would give as much."""
    p = "under 0.001" if found.p < 0.001 else numbers.decimal(found.p, 3)
    left = f" Left out, their order being incomplete: {numbers.listed(found.left_out)}." if found.left_out else ""
    who = numbers.plural(len(found.agencies), "agency", "agencies")
    return (
        f"Kendall's W is {numbers.decimal(found.w, 2)} over {who} and {numbers.plural(found.issues, 'issue')} (0: no "
        f"agreement, 1: one order for all); p is {p}.{left}"
    )
