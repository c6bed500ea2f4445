"""Figures by the groups of a characteristic, under the disclosure control of where they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from analysis import numbers
from analysis.assessment.context import caution
from analysis.cannot_say import CannotSay
from analysis.disclosure import OPEN, RESTRICTED, Decision, cell, decide, publish
from analysis.exhibits import Field, exhibit
from analysis.params.figure import Unknown
from analysis.targets import proportion

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.blocks import Block
    from analysis.disclosure import Published, Rule
    from analysis.params.equality import Breakdown

REST: Final = "In none of these groups, or not known"
"""The row of those who are in the total and in no group."""
PERCENT: Final = ("percent", "low", "high")


def breakdown_block(context: Context, characteristic: str, one: Breakdown) -> Block:
    """The exhibit of one breakdown, or a note where the total itself is withheld."""
    if _rule(one).control == "full" and isinstance(one.of, float) and RESTRICTED.protects(int(one.of)):
        return caution(f"{one.what}, by {characteristic.lower()}: withheld, since the total is too small to publish.")
    frame = published(one)
    fields = [
        Field("group", characteristic), Field("count", "Number", numbers.count, reliability=True),
        *([Field("of", "Of", numbers.count)] if "of" in frame.columns else []),
        Field("percent", "Per cent", numbers.percent), Field("low", "95% interval", numbers.percent, to="high"),
    ]  # fmt: skip
    when = f", {one.period}" if one.period else ""
    total = f" of {numbers.count(one.of)} in all" if isinstance(one.of, float) else ""
    caption = context.caption(
        f"equality-{one.id}", f"{one.what}, by {characteristic.lower()}",
        f"Number{total} and per cent by group{when}, {context.partnership.name}",
        source=f"Source: {one.source}. Declared by the partnership.",
        notes=["The interval allows for chance alone: not for who was left out, nor for how people were reached."],
    )  # fmt: skip
    return exhibit(frame, caption, fields)


def published(one: Breakdown) -> Published:
    """The groups with their counts and shares; under full control small counts, and what gives them away, withheld."""
    rows = _rows(one)
    decision = _decision(one, rows) if _rule(one).control == "full" else None
    parts = ("count", "of") if isinstance(one.of, Unknown) else ("count",)
    counts = {"count": {"answer": "yes"}, "of": {}} if len(parts) == 2 else {"count": {}}
    shown = [{name: value for name, value in row.items() if name != "of" or len(parts) == 2} for row in rows]
    return publish(
        shown, _rule(one), key=["group"], counts=counts, derived=dict.fromkeys(PERCENT, parts), decision=decision,
    )  # fmt: skip


def _rule(one: Breakdown) -> Rule:
    return OPEN if one.access == "open" else RESTRICTED


def _rows(one: Breakdown) -> list[dict[str, Any]]:
    groups = [(group.name, group.count, group.of if isinstance(one.of, Unknown) else one.of) for group in one.groups]
    known = [count for _, count, _ in groups if not isinstance(count, Unknown)]
    if not isinstance(one.of, Unknown) and len(known) == len(groups) and sum(known) < one.of:
        groups.append((REST, one.of - sum(known), one.of))
    return [
        {"group": name, "count": _whole(count), "of": _whole(of), **_share(count, of)} for name, count, of in groups
    ]


def _whole(figure: float | Unknown) -> int | Unknown:
    return figure if isinstance(figure, Unknown) else int(figure)


def _share(count: float | Unknown, of: float | Unknown) -> dict[str, Any]:
    """The percentage with its interval; what is not known of either figure is not known of these."""
    if isinstance(count, Unknown) or isinstance(of, Unknown) or not of:
        gone = next(
            (each for each in (count, of) if isinstance(each, Unknown)), CannotSay("nobody is in it", "no-people")
        )
        return dict.fromkeys(PERCENT, gone)
    found = proportion(100 * count / of, of)
    if isinstance(found, CannotSay):
        return dict.fromkeys(PERCENT, found)
    return {"percent": found.percent, "low": found.low, "high": found.high}


def _decision(one: Breakdown, rows: list[dict[str, Any]]) -> Decision:
    """What is withheld of the groups, as if every sum of them were known.

    Where groups have totals of their own, those who are not counted are protected as those who are.
    """
    if not isinstance(one.of, Unknown):
        cube = pd.DataFrame([_atom(row["count"], group=row["group"]) for row in rows])
        return decide(cube, [("group",), ()], RESTRICTED, public=[cell({})])
    atoms = []
    for row in rows:
        yes, of = row["count"], row["of"]
        no = of - yes if not isinstance(yes, Unknown) and not isinstance(of, Unknown) else Unknown.NOT_SUPPLIED
        atoms += [_atom(yes, group=row["group"], answer="yes"), _atom(no, group=row["group"], answer="no")]
    return decide(pd.DataFrame(atoms), [("group", "answer"), ("group",), ("answer",), ()], RESTRICTED)


def _atom(count: int | Unknown, **where: str) -> dict[str, Any]:
    missing = isinstance(count, Unknown)
    return {**where, "count": 0 if missing else count, "status": "missing" if missing else "present"}
