"""Repeat locations: how much of recorded crime stands at the same published map points."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.blocks import Paragraph, ref, text
from analysis.cannot_say import said
from analysis.disclosure import publish
from analysis.exhibits import Field, exhibit

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.blocks import Block
    from analysis.places import Band, Repeats

REPEATS: Final = "repeat-locations"
POINT: Final = (
    "A map point stands for the addresses around it, to which the publisher moves records so that no home is shown. So "
    "records at one point are not of one address, one home or one victim."
)


def point_blocks(context: Context, results: Results) -> list[Block]:
    """Records at map points with one, a few and many of them; nothing where no points are held."""
    found = results.places.repeated
    if not said(found):
        return []
    rows = [
        {
            "band": _band(each), "points": each.points, "records": each.records,
            "share": 100 * each.records / found.records,
        }
        for each in found.bands
    ]  # fmt: skip
    frame = publish(rows, results.context.rule, key=["band"], plain=["points", "records", "share"])
    fields = [
        Field("band", "Records at a point"), Field("points", "Map points", numbers.count),
        Field("records", "Records", numbers.count), Field("share", "Share of records", numbers.percent),
    ]  # fmt: skip
    caption = context.caption(
        REPEATS,
        f"Map points with five records or more hold {numbers.percent(100 * found.share(5), 0)} of recorded crime",
        f"Recorded crime by number at the same published map point, {context.partnership.name}, {found.window.text}",
        notes=[POINT],
    )  # fmt: skip
    return [Paragraph(spans=text(_sentence(results, found), " (", ref(REPEATS), ").")), exhibit(frame, caption, fields)]


def _band(each: Band) -> str:
    if each.most is None:
        return f"{each.least} or more"
    return str(each.least) if each.least == each.most else f"{each.least} to {each.most}"


def _sentence(results: Results, found: Repeats) -> str:
    names = results.slices.areas.set_index("code")["name"]
    where = f"“{found.busiest}” in {names.get(found.area, found.area)}"
    repeat = numbers.percent(100 * found.share(2))
    return (
        f"{repeat} of recorded crime stands at map points with two records or more. The point with most, {where}, has "
        f"{numbers.count(found.most)}"
    )
