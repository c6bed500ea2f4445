"""How the members' counts make the county's, and what is left over of the force's record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from analysis import numbers
from analysis.assessment.naming import kind_of
from analysis.blocks import Paragraph, ref, text
from analysis.disclosure import publish
from analysis.exhibits import Field, exhibit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.blocks import Block
    from analysis.disclosure import Published

SLUG: Final = "adding-up"
KINDS: Final = {"crime": "Crime", "apart": "Anti-social behaviour"}


def adding_up(context: Context, county: Results, each: Mapping[str, Results]) -> list[Block]:
    """The sentence and the table; nothing without street-level data that may be added up."""
    if context.slices is None or context.annual or context.rule.control != "markers":
        return []
    frame = reconciled(county, each)
    left = any(row.number("left_over") for row in frame)
    forces = numbers.listed([name.replace("-", " ").title() for name in context.partnership.forces])
    caption = context.caption(
        SLUG, _headline(frame), f"Records of {context.window.named} by where they were placed, police force: {forces}",
        notes=[
            "Whole-row repeats that carry a Crime ID were removed first. No count is rounded.",
            "Left over: records in districts of the force that are no member's." if left else "",
        ],
    )  # fmt: skip
    fields = [
        Field("kind", "Records"),
        Field("members", "Sum of the members", numbers.count),
        Field("county", "Counted as one area", numbers.count),
        Field("nowhere", "Without a location", numbers.count),
        Field("outside", "Placed outside the force's area", numbers.count),
        Field("force", "All the force's records", numbers.count),
        Field("left_over", "Left over", numbers.count),
    ]
    return [Paragraph(spans=text(_sentence(frame, context), " (", ref(SLUG), ").")), exhibit(frame, caption, fields)]


def reconciled(county: Results, each: Mapping[str, Results]) -> Published:
    """A row for crime and one for what is counted apart, from the members' sum to all that the force recorded."""
    rows = [_row(kind, county, each) for kind in KINDS]
    columns = ["members", "county", "nowhere", "outside", "force", "left_over"]
    return publish(rows, county.context.rule, key=["kind"], plain=columns)


def _row(kind: str, county: Results, each: Mapping[str, Results]) -> dict[str, Any]:
    report = county.slices.completeness
    report = report[report["month"].isin(county.context.window.periods)]
    report = report[[(kind_of(str(slug)) == "apart") == (kind == "apart") for slug in report["category"]]]
    force = int((report["rows"] - report["duplicates_removed"]).sum())
    nowhere, outside = int(report["without_location"].sum()), int(report["outside"].sum())
    members = sum(_counted(kind, results) for results in each.values())
    return {
        "kind": KINDS[kind], "members": members, "county": _counted(kind, county), "nowhere": nowhere,
        "outside": outside, "force": force, "left_over": force - nowhere - outside - members,
    }  # fmt: skip


def _counted(kind: str, results: Results) -> int:
    """The records of the period in one area; months that are not held add nothing, as in the force's record."""
    counts = results.counts[results.counts["month"].isin(results.context.window.periods)]
    own = counts[[(kind_of(str(slug)) == "apart") == (kind == "apart") for slug in counts["category"]]]
    return int(own["count"].sum())


def _headline(frame: Published) -> str:
    if all(row.number("members") == row.number("county") for row in frame):
        return "The members' counts add up to the county's exactly"
    return "The members' counts do not add up to the county's"


def _sentence(frame: Published, context: Context) -> str:
    """``Of 47,834 records of the force, 45,779 are in a member partnership; 932 have no location and 1,123 ...``."""
    total = {
        name: sum(int(row.number(name) or 0) for row in frame) for name in ("members", "nowhere", "outside", "force")
    }
    share = numbers.percent(100 * (total["nowhere"] + total["outside"]) / total["force"]) if total["force"] else "none"
    return (
        f"Of the {numbers.count(total['force'])} records of {context.window.named}, {numbers.count(total['members'])} "
        f"are in a member partnership. The force gave no location for {numbers.count(total['nowhere'])} and placed "
        f"{numbers.count(total['outside'])} outside its own area. So {share} of them are in no member's counts, nor in "
        "the county's"
    )
