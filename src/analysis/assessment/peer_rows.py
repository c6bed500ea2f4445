"""Comparisons with other areas as rows that may be published: a row a category, and a row an area."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from analysis.assessment.naming import category_title, kind_of
from analysis.assessment.published import HIDDEN
from analysis.cannot_say import CannotSay, said
from analysis.disclosure import publish
from analysis.peers import at_risk

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.disclosure import Published
    from analysis.measures import Comparison
    from analysis.peers import ChangeAgainstPeers, PeerComparison, PeerLine, Standing

COUNTED: Final = (
    "rate", "rate_low", "rate_high", "shrunk", "place", "place_low", "place_high", "difference", "difference_low",
    "difference_high", "beside", "outlier",
)  # fmt: skip
"""Columns worked out from the area's own count."""
OTHERS: Final = (
    "line", "kind", "of", "typical", "together", "inner_low", "inner_high", "outer_low", "outer_high", "tau2",
    "tau2_low", "tau2_high", "at_risk", "left_out",
)  # fmt: skip
CHANGED: Final = ("own", "peers", "difference", "difference_low", "difference_high", "p", "tau2", "verdict")


def published_standings(results: Results, found: Mapping[str, PeerComparison | CannotSay]) -> Published:
    """A row a line: the area's rate, what is typical of the others, the difference and the place with intervals."""
    rows = [
        {"category": category_title(line), "line": line, "kind": kind_of(line), **_columns(line, answer)}
        for line, answer in found.items()
    ]
    if results.decision is not None and any(answer == HIDDEN for answer in found.values()):
        # The peers' counts of a hidden line would be what their other lines leave of all crime.
        rows = [{**row, "together": HIDDEN} for row in rows]
    return publish(
        rows, results.context.rule, key=["category"], coordinates={"category": "line"},
        counts={"count": {"window": "latest"}}, derived=dict.fromkeys(COUNTED, ("count",)), plain=OTHERS,
        decision=results.decision,
    )  # fmt: skip


def _columns(line: str, found: PeerComparison | CannotSay) -> dict[str, Any]:
    if isinstance(found, CannotSay):
        return dict.fromkeys(("count", *COUNTED, *OTHERS[2:]), found) | {"at_risk": at_risk(line), "left_out": ""}
    return {
        "count": found.own.area.count,
        **_rates(found.own),
        **_standing(found.standing, found.per),
        "together": found.together,
        "at_risk": at_risk(line),
        "left_out": "; ".join(each.reason for each in found.left_out),
    }


def _rates(line: PeerLine) -> dict[str, Any]:
    return {
        "rate": line.rate.value,
        "rate_low": line.rate.low,
        "rate_high": line.rate.high,
        "shrunk": line.shrunk,
        "place": line.rank.place,
        "place_low": line.rank.low,
        "place_high": line.rank.high,
        "of": line.rank.of,
    }


def _standing(found: Standing | CannotSay, per: float) -> dict[str, Any]:
    columns = (
        "difference", "difference_low", "difference_high", "beside", "outlier", "typical", "inner_low", "inner_high",
        "outer_low", "outer_high", "tau2", "tau2_low", "tau2_high",
    )  # fmt: skip
    if isinstance(found, CannotSay):
        return dict.fromkeys(columns, found)
    percents = (100 * (ratio - 1) for ratio in (found.ratio, found.low, found.high))
    limits = (per * found.typical * limit for limit in (*found.inner, *found.outer))
    spread = (found.spread.tau2, found.spread.low, found.spread.high)
    return dict(
        zip(columns, (*percents, found.beside, found.outlier, per * found.typical, *limits, *spread), strict=True)
    )


def published_areas(context: Context, found: PeerComparison) -> Published:
    """A row an area of one comparison, the own one marked; nothing of it may be withheld (see ``PeerResults``)."""
    typical = found.per * found.standing.typical if said(found.standing) else found.standing
    rows = [
        {
            "area": line.area.name, "own": "yes" if line is found.own else "no", "count": line.area.count,
            "population": line.area.population, **_rates(line), "typical": typical, **_limits(line),
        }
        for line in found.lines
    ]  # fmt: skip
    plain = [name for name in rows[0] if name not in ("area", "count")]
    if context.rule.control == "full":
        # What is withheld was decided over the area's own counts; a comparison with a count to protect was refused.
        return publish(rows, context.rule, key=["area"], plain=["count", *plain])
    return publish(
        rows, context.rule, key=["area"], counts=["count"], plain=[name for name in plain if name != "rate"],
        derived={"rate": ("count",)},
    )  # fmt: skip


def _limits(line: PeerLine) -> dict[str, Any]:
    none = (CannotSay("the counts are too small for limits", "small-counts"),) * 2
    inner, outer = line.inner or none, line.outer or none
    return {"inner_low": inner[0], "inner_high": inner[1], "outer_low": outer[0], "outer_high": outer[1]}


def published_changes_against(
    results: Results, found: Mapping[str, ChangeAgainstPeers | CannotSay], kept: frozenset[str]
) -> Published:
    """A row a line: the area's change on the year, that of the others, and the one difference between them."""
    rows = [
        {
            "category": category_title(line), "line": line, "kind": kind_of(line),
            **_change(answer, results.year_on_year(line)),
            "allowing_for_all": "yes" if line in kept else "no",
        }
        for line, answer in found.items()
    ]  # fmt: skip
    # Refused whole where any count of it is withheld, so that nothing here tells one.
    return publish(
        rows, results.context.rule, key=["category"], plain=["line", "kind", *CHANGED, "allowing_for_all"],
    )  # fmt: skip


def _change(found: ChangeAgainstPeers | CannotSay, alone: Comparison | CannotSay) -> dict[str, Any]:
    """A comparison of changes; ``alone`` refused (the area's own change) refuses both changes, not their difference."""
    if isinstance(found, CannotSay):
        return dict.fromkeys(CHANGED, found)
    percents = (100 * (ratio - 1) for ratio in (found.own, found.peers, found.ratio, found.low, found.high))
    columns = dict(zip(CHANGED, (*percents, found.p, found.tau2, found.verdict), strict=True))
    return columns | {"own": alone, "peers": alone} if isinstance(alone, CannotSay) else columns
