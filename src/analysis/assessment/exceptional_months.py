"""Every month of every line that may be looked at, against what the other months lead one to expect."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

import pandas as pd

from analysis.assessment.events import events_in
from analysis.assessment.naming import category_title
from analysis.cannot_say import CannotSay, said
from analysis.disclosure import publish
from analysis.exceptional import Findings, exceptional_month, findings, together
from analysis.prose.exceptional import MAYBE, verdict_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.assessment.results import Results
    from analysis.disclosure import Published
    from analysis.exceptional import Exceptional

Group = Literal["calendar", "period", "earlier"]
GROUPS: Final[tuple[Group, ...]] = ("calendar", "period", "earlier")
"""Months of the period with an event in the calendar, its other months, and all before it. Each group has a discovery
rate of its own: which month belongs where was laid down before any count was looked at."""
AMONG: Final[dict[Group, str]] = {"calendar": "with a declared event", "period": "without a declared event"}
"""The months among which alone one stands out that would not among all months of the period."""
COLUMNS: Final = ("expected", "low", "high", "ratio", "p", "verdict")
LEAST_SHARE: Final = 0.01
HANGS: Final = CannotSay(
    "whether it is exceptional hangs on the share of records with a location, which moves from month to month",
    "located-share",
)


@dataclass(frozen=True)
class Found:
    """What was found in the period and before it, and the lines left out because a month of theirs is withheld."""

    period: Findings
    earlier: Findings
    withheld: tuple[str, ...]
    among: Mapping[tuple[str, pd.Period], str]
    """Months that stand out in their group and would not among all of the period, with the group's words."""


def exceptional_found(results: Results) -> Found:
    """Look at every month of every line; ``Results.exceptional`` holds the answer."""
    withheld = tuple(line for line in results.lines if results.any_withheld(line))
    grouped: dict[Group, dict[tuple[str, pd.Period], Exceptional | CannotSay]] = {group: {} for group in GROUPS}
    for line in results.lines:
        for month in [] if line in withheld else _months(results, line):
            grouped[_group(results, month)][line, month] = _tested(results, line, month)
    parts = {group: findings(tested) for group, tested in grouped.items()}
    of_all = findings({**grouped["calendar"], **grouped["period"]}).standing_out
    among = {key: words for group, words in AMONG.items() for key in parts[group].found if key not in of_all}
    return Found(together(parts["calendar"], parts["period"]), parts["earlier"], withheld, among)


def _months(results: Results, line: str) -> list[pd.Period]:
    """Every month of the period, and every earlier one that has a figure."""
    series, window = results.series(line), results.context.window
    earlier = [when for when in series.dropna().index if when < window.start]
    return [*window.periods, *earlier]


def _group(results: Results, month: pd.Period) -> Group:
    if month < results.context.window.start:
        return "earlier"
    return "calendar" if events_in(results.context, [month]) else "period"


def _tested(results: Results, line: str, month: pd.Period) -> Exceptional | CannotSay:
    """One month; refused where allowing for the share of records with a location makes it ordinary."""
    if results.context.annual:
        return CannotSay("these figures do not come by month", "not-monthly")
    series, breaks = results.series(line), results.breaks_of(line)
    found = exceptional_month(series, month, breaks=breaks)
    if isinstance(found, CannotSay) or found.verdict == "ordinary":
        return found
    located = results.located(line).reindex(series.index)
    share = (located["placed"] / located["kept"]).clip(lower=LEAST_SHARE)
    if share[series.notna()].isna().any():
        return found
    allowed = exceptional_month(series, month, breaks=breaks, exposure=share.fillna(1.0))
    return found if said(allowed) and allowed.verdict == found.verdict else HANGS


def published_exceptional(results: Results, line: str = "", *, earlier: bool = True) -> Published:
    """The months outside their limits in the period, and those before it that stand out; of ``line`` alone if named.

    Without ``earlier`` those of the period alone.

    Those of the period lead, what stands out before what may be chance, the rarest first; then earlier ones in order.
    """
    found = results.exceptional
    period = [
        (key, each, key in found.period.standing_out)
        for key, each in sorted(found.period.answered.items(), key=lambda item: (item[1].p, item[0]))
        if each.verdict != "ordinary"
    ]
    before = [(key, each, True) for key, each in sorted(found.earlier.found.items(), key=lambda i: (i[0][1], i[0][0]))]
    rows = [
        _row(results, key[0], each, stands=stands)
        for key, each, stands in [*sorted(period, key=lambda entry: not entry[2]), *(before if earlier else [])]
        if not line or key[0] == line
    ]
    columns = ["category", "line", "month", "observed", *COLUMNS, "part", "among", "events", "breaks", "explanation"]
    return publish(
        pd.DataFrame(rows, columns=columns), results.context.rule, key=["category", "month"],
        coordinates={"category": "line", "month": "month"}, counts=["observed"],
        derived=dict.fromkeys(COLUMNS, ("observed",)), decision=results.decision,
        plain=["line", "part", "among", "events", "breaks", "explanation"],
    )  # fmt: skip


def _row(results: Results, line: str, each: Exceptional, *, stands: bool) -> dict[str, Any]:
    events = "; ".join(event.name for event in events_in(results.context, [each.month]))
    breaks = "; ".join(each.explained)
    among = results.exceptional.among.get((line, each.month), "")
    return {
        "category": category_title(line),
        "line": line,
        "month": each.month,
        "observed": each.observed,
        "expected": each.expected,
        "low": each.low,
        "high": each.high,
        "ratio": each.ratio,
        "p": each.p,
        "verdict": verdict_words(among, explained=bool(breaks)) if stands else MAYBE,
        "among": among,
        "part": "earlier" if each.month < results.context.window.start else "period",
        "events": events,
        "breaks": breaks,
        "explanation": "; ".join(part for part in (events, breaks) if part) or "nothing",
    }
