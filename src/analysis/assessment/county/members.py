"""Each member partnership as its own report has it: the county's data, cut to the member's areas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.assessment.context import Context
from analysis.assessment.naming import category_title, kind_of
from analysis.assessment.results import Results
from analysis.cannot_say import CannotSay
from analysis.disclosure import publish

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.disclosure import Published

RESTRICTED = CannotSay(
    "what is withheld is decided for one partnership at a time, and its members beside the county would tell it",
    "disclosure",
)


def member_results(context: Context) -> dict[str, Results]:
    """The results of each member of the county, by id, in the order declared."""
    return {member: Results(_of_member(context, member)) for member in context.declaration.member_partnerships}


def _of_member(context: Context, member: str) -> Context:
    declared = context.declaration
    own: dict[str, Any] = {
        "id": member, "name": declared.member_partnerships[member], "areas": declared.member_areas[member],
        "peers": (), "partnerships": (),
    }  # fmt: skip
    return Context(
        declared.model_copy(update={"partnership": context.partnership.model_copy(update=own)}), context.slices
    )


def published_rates(county: Results, members: Mapping[str, Results]) -> Published:
    """A row for each line and member, the county's last: ``count``, ``rate`` for 1,000 residents with its interval."""
    rows = [
        _row(results, line)
        for line in county.lines
        for results in (*members.values(), county)
    ]  # fmt: skip
    frame = pd.DataFrame(rows)
    return publish(
        frame, county.context.rule, key=["category", "member"], plain=["line", "kind"], counts=["count"],
        derived=dict.fromkeys(("rate", "rate_low", "rate_high"), ("count",)),
    )  # fmt: skip


def _row(results: Results, line: str) -> dict[str, Any]:
    found = results.profile.line(line)
    rate = found.rate
    values = (rate,) * 3 if isinstance(rate, CannotSay) else (rate.value, rate.low, rate.high)
    return {
        "category": category_title(line), "line": line, "kind": kind_of(line),
        "member": results.context.partnership.name,
        "count": found.latest if found.latest is not None else pd.NA,
        **dict(zip(("rate", "rate_low", "rate_high"), values, strict=True)),
    }  # fmt: skip
