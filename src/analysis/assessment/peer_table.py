"""Every category beside other areas, in one table, with what it must not be taken for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.assessment.context import caution, information
from analysis.assessment.naming import APART, TOTALS, category_words
from analysis.assessment.peer_charts import TYPICAL
from analysis.blocks import Heading, ref
from analysis.cannot_say import CannotSay
from analysis.exhibits import Field, exhibit, signed_percent
from analysis.peers import LEAST_FOR_VERDICT, MISLEADING
from analysis.prose import cannot_say_note

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.blocks import Block
    from analysis.disclosure import Published

STANDINGS: Final = "rates-beside-other-areas"
SUMMED: Final = [line for line in APART if line.startswith("all-")]
"""Totals among what is counted apart: they are no types of their own."""
SHRUNK: Final = (
    "The shrunken rate is drawn towards the rate of all areas together, because a small count may be high or low by "
    "chance: the fewer records, the further it is drawn."
)
SWING: Final = (
    "The interval of a rate allows for chance in counting alone; those of the difference and of the place also allow "
    "for how much each area's counts usually swing."
)


def table_blocks(context: Context, frame: Published) -> list[Block]:
    """The table of ``frame`` with its cautions; why there are no verdicts where there are too few areas."""
    judged = [row for row in frame if row["outlier"].known]
    caption = context.caption(
        STANDINGS, _summed(frame), f"Rates per 1,000 residents by type, {context.partnership.name} and "
        f"{context.partnership.peer_group}, {context.window.text}", notes=[TYPICAL, SHRUNK, SWING, _left_out(frame)],
    )  # fmt: skip
    heading = Heading(level=2, text="Every category beside other areas", id="beside-every-category")
    printed = exhibit(frame, caption, _fields(frame, bool(judged)))
    few = [] if judged else [cannot_say_note(_few(context), "whether any category is unusual here")]
    return [heading, printed, *few, _wrong_people(frame), information(_many(frame))]


def _few(context: Context) -> CannotSay:
    return CannotSay(
        f"the {context.partnership.peer_group} are fewer than {LEAST_FOR_VERDICT}, too few to tell an unusual area "
        "from an ordinary one; the table gives places and differences, no verdicts",
        "few-peers-for-verdict",
    )


def _fields(frame: Published, judged: bool) -> list[Field]:
    of = max(int(row.number("of") or 0) for row in frame)
    fields = [
        Field("category", "Type"),
        Field("rate", "Rate", numbers.decimal, group="This area", reliability=True),
        Field("rate_low", "95% interval", numbers.decimal, to="rate_high", group="This area"),
        Field("shrunk", "Shrunken", numbers.decimal, group="This area"),
        Field("typical", "Typical", numbers.decimal, group="The others"),
        Field("difference", "Difference", signed_percent, group="This area against typical"),
        Field(
            "difference_low", "95% interval", signed_percent, to="difference_high", group="This area against typical"
        ),
        Field("place", "Place", numbers.count, group=f"Place of {of}, 1 the highest"),
        Field("place_low", "95% interval", numbers.count, to="place_high", group=f"Place of {of}, 1 the highest"),
    ]
    return [*fields, Field("outlier", "Within the limits", _within)] if judged else fields


def _summed(frame: Published) -> str:
    sides = [row.words("beside") for row in frame if row.words("line") not in (*TOTALS, *SUMMED)]
    above, below = (numbers.in_words(sides.count(side)) if side in sides else "none" for side in ("above", "below"))
    of = numbers.plural(len(sides), "type")
    return (
        f"Of {of}, totals apart, {above} stood above what is typical of the others and {below} below, each taken alone"
    )


def _left_out(frame: Published) -> str:
    reasons = dict.fromkeys(row.words("left_out") for row in frame if row.words("left_out"))
    return f"Areas that could not be used: {'; '.join(reasons)}." if reasons else ""


def _wrong_people(frame: Published) -> Block:
    """The warning where residents are the wrong people to divide by, worst first."""
    rows = [row for row in frame if row.words("at_risk")]
    rows.sort(key=lambda row: row.words("line") not in MISLEADING)
    by_risk: dict[str, list[str]] = {}
    for row in rows:
        by_risk.setdefault(row.words("at_risk"), []).append(category_words(row.words("line")))
    named = "; ".join(f"{numbers.listed(lines)} ({risk})" for risk, lines in by_risk.items())
    return caution(
        ref(STANDINGS), f" divides by residents. For these types others are at risk: {named}. A town centre, a retail "
        "park or a festival gives an area a high rate that its residents do not live with.",
        title="Residents are not all who are at risk",
    )  # fmt: skip


def _many(frame: Published) -> str:
    known = sum(row["difference"].known for row in frame)
    by_chance = f"Of {known} differences about one in twenty would look clear by chance alone."
    return f"{by_chance} Nothing here says why areas differ."


def _within(outlier: str) -> str:
    return "yes" if outlier == "within" else outlier
