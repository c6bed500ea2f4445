"""The one place that says how much data a statement needs; the table of ``docs/methods.md`` is held to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Least:
    """A statement, the ``least`` it needs of ``unit``, what happens with fewer, and the rule that then refuses it.

    ``rule`` is empty where fewer means another method and no refusal.
    """

    statement: str
    least: float
    unit: str
    otherwise: str
    rule: str = ""


LEAST: Final[dict[str, Least]] = {
    "matched-months": Least(
        "a comparison of two years", 3, "calendar months known in both", "refused", "few-matched-months"
    ),
    "reference-sites": Least(
        "empirical Bayes", 10, "places alike, besides the one picked", "refused", "few-reference-sites"
    ),
    "percentage": Least(
        "a percentage change", 10, "incidents in each period", "counts alone are shown", "small-total"
    ),
    "trend-months": Least("a trend of months", 18, "usable months", "refused", "too-short"),
    "trend-quarters": Least("a trend of quarters", 10, "usable quarters", "refused", "too-short"),
    "trend-years": Least("a trend of financial years", 7, "usable years", "refused", "too-short"),
    "trend-stretch": Least(
        "any trend", 30, "months from the first usable to the last", "refused", "too-short"
    ),
    "interrupted-before": Least(
        "an interrupted series", 24, "usable months before the start", "refused", "too-short"
    ),
    "interrupted-after": Least("an interrupted series", 12, "usable months after it", "refused", "too-short"),
    "interrupted-total": Least(
        "an interrupted series", 10, "incidents before the start, and one after it", "refused", "small-counts"
    ),
    "monthly-mean": Least("a trend of months", 10, "incidents a month on average", "months are summed to quarters"),
    "quarterly-mean": Least("a trend of quarters", 5, "incidents a quarter on average", "refused", "small-counts"),
    "yearly-mean": Least("a trend of financial years", 10, "incidents a year on average", "refused", "small-counts"),
    "second-lags": Least(
        "Ljung-Box at 24 months", 48, "usable months", "it is given at 12 months alone"
    ),
    "break-side": Least(
        "a break found in a series", 6, "usable periods on each side", "no break is looked for there"
    ),
    "month-factors": Least(
        "a level of its own for each month of the year", 48, "usable months, each month of the year twice",
        "two harmonics, which bend",
    ),
    "each-season": Least(
        "a level of its own for each quarter of the year", 2, "usable quarters of each kind", "no season is modelled"
    ),
    "harmonics": Least("two harmonics", 9, "different months of the year", "no season is modelled"),
}  # fmt: skip
"""Each rule by a short name. Numbers are chosen once, by what the simulations behind the methods page bear out."""


def least(name: str) -> float:
    """The least that rule ``name`` asks for; raises ``KeyError`` for an unknown one."""
    return LEAST[name].least


def least_table() -> str:
    """The rules as a Markdown table, as ``docs/methods.md`` has it."""
    rows = [
        f"| {each.statement} | {each.least:,} | {each.unit} | {each.otherwise} | {f'`{each.rule}`' * bool(each.rule)} |"
        for each in LEAST.values()
    ]
    return "\n".join(["| statement | least | of | with fewer | rule |", "|---|---|---|---|---|", *rows]) + "\n"
