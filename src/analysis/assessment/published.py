"""The data's counts and changes as frames that may be published, under the edition's disclosure decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

import pandas as pd

from analysis.assessment.naming import category_title, kind_of
from analysis.cannot_say import CannotSay, said
from analysis.disclosure import CHANGE, DERIVED, Published, change_columns, publish

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analysis.assessment.results import Results
    from analysis.disclosure import Row
    from analysis.measures import Comparison, ProfileLine

Over = Literal["window", "covid"]
"""What a change is over: the period and the one before, or the same months before Covid."""
CLEAR: Final = ("rose", "fell")
HIDDEN: Final = CannotSay("some of its periods are withheld to protect people", "disclosure")
UNDECIDED: Final = CannotSay(
    "the months that could be compared are not those that disclosure was decided on", "disclosure"
)


def published_profile(results: Results) -> Published:
    """The profile, one row per line: ``previous``, ``latest``, the change between, ``rate``, the range of peers."""
    rows = [_profile_row(line, results) for line in results.profile.lines]
    frame = pd.DataFrame(rows)
    return publish(
        frame, results.context.rule, key=["category"], coordinates={"category": "line"},
        counts={name: {"window": name} for name in ("previous", "latest")},
        derived=dict.fromkeys(CHANGE, ("previous", "latest")) | {"rate": ("latest",)},
        plain=[name for name in ("line", "kind", "peer_low", "peer_high") if name in frame.columns],
        decision=results.decision,
    )  # fmt: skip


def _profile_row(line: ProfileLine, results: Results) -> dict[str, Any]:
    rates = results.peer_rates(line.category)
    change = change_columns(_comparable(results, line.category, results.on_the_year[line.category], "window"))
    return {
        "category": category_title(line.category),
        "line": line.category,
        "kind": kind_of(line.category),
        "previous": line.previous if line.previous is not None else pd.NA,
        "latest": line.latest if line.latest is not None else pd.NA,
        **{name: change[name] for name in CHANGE},
        "rate": line.rate if isinstance(line.rate, CannotSay) else line.rate.value,
        **({"peer_low": min(rates), "peer_high": max(rates)} if rates else {}),
    }


def published_months(results: Results, lines: Sequence[str]) -> Published:
    """Counts by month of the given lines, long: ``category``, ``line``, ``month``, ``count``."""
    rows = [
        {"category": category_title(line), "line": line, "month": when, "count": count}
        for line in lines
        for when, count in results.series(line).items()
    ]
    frame = pd.DataFrame(rows)
    frame["status"] = [
        "present" if pd.notna(count) else "failed" if (line, when) in results.failed else "missing"
        for line, when, count in zip(frame["line"], frame["month"], frame["count"], strict=True)
    ]
    return publish(
        frame, results.context.rule, key=["category", "month"], coordinates={"category": "line", "month": "month"},
        counts=["count"], plain=["line"], decision=results.decision,
    )  # fmt: skip


def published_changes(results: Results, found: Mapping[str, Comparison | CannotSay], over: Over) -> Published:
    """Comparisons by line, with the columns of ``disclosure.change_columns``, ``category``, ``line`` and ``kind``."""
    rows = [
        {
            "category": category_title(line),
            "line": line,
            "kind": kind_of(line),
            **change_columns(_comparable(results, line, answer, over)),
        }
        for line, answer in found.items()
    ]
    return publish(
        pd.DataFrame(rows), results.context.rule, key=["category"], coordinates={"category": "line"},
        counts={"before": {over: "previous"}, "after": {over: "latest"}},
        derived=DERIVED, plain=["line", "kind"], decision=results.decision,
    )  # fmt: skip


def changes_on_the_year(results: Results) -> Published:
    """Every line of the profile against the same period a year earlier."""
    return published_changes(results, results.on_the_year, "window")


def changes_since_before_covid(results: Results) -> Published:
    """Every line of the profile against the same months before Covid."""
    return published_changes(results, results.since_before_covid, "covid")


def change_of(results: Results, line: str, over: Over) -> Row:
    """The change of one line, whether it stands in the profile or not."""
    found = results.year_on_year(line) if over == "window" else results.before_covid(line)
    return published_changes(results, {line: found}, over).rows[0]


def is_clear(row: Row) -> bool:
    """Whether a published change is called a rise or a fall."""
    return row.words("verdict") in CLEAR


def _comparable(results: Results, line: str, found: Comparison | CannotSay, over: Over) -> Comparison | CannotSay:
    """What may be said of a comparison under full control; open data's stands as it is.

    A comparison of other months than those that disclosure was decided on is refused, and where either count is
    withheld so are the reasons for a refusal, which may tell the count.
    """
    if results.decision is None:
        return found
    if any(results.decision.withholds({"category": line, over: side}) for side in ("previous", "latest")):
        return HIDDEN if isinstance(found, CannotSay) else found
    return found if not said(found) or found.matched == results.decided_on(over) else UNDECIDED
