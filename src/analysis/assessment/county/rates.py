"""Members side by side: how many were recorded of each type, and how many for 1,000 residents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.assessment.context import caution, not_measured
from analysis.assessment.county.members import RESTRICTED, published_rates
from analysis.blocks import Cell, Paragraph, ref, text
from analysis.cannot_say import said
from analysis.exhibits import Field, by_member, members
from analysis.prose import cannot_say_note

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.blocks import Block
    from analysis.disclosure import Published, Row

RATES: Final = "member-rates"
COUNTS: Final = "member-counts"
READING: Final = (
    "A rate sets records against those who live there. A place that draws visitors, shoppers or workers has a higher "
    "rate without more risk to residents. The intervals allow for chance alone. Such counts swing by more, so a "
    "difference is less sure than it looks."
)


def rates(context: Context, county: Results, each: Mapping[str, Results]) -> list[Block]:
    """A sentence on all crime, the panels of rates, and the table of counts; a note where there is nothing to count."""
    if context.slices is None:
        return [not_measured("The document publishes no counts by member partnership.")]
    if context.rule.control != "markers":
        return [cannot_say_note(RESTRICTED, "how the members compare")]
    frame = published_rates(county, each)
    name, when = context.partnership.name, context.window.text
    fields = [
        Field("category", "Type"), Field("member", "Member partnership"), Field("count", "Recorded", numbers.count),
        Field("rate", "For 1,000 residents", numbers.decimal, reliability=True),
        Field("rate_low", "95% interval", numbers.decimal, to="rate_high"),
    ]  # fmt: skip
    caption = context.caption(
        RATES,
        _headline(frame, context),
        f"Records for 1,000 residents by type and member partnership of {name}, {when}",
    )
    drawn = members(frame, caption, fields, together=name, unit=f"Records for 1,000 residents, {context.window.named}")
    shown_rates = drawn if said(drawn) else cannot_say_note(drawn, "how the members' rates compare")
    counts = context.caption(
        COUNTS, f"The members' counts beside those of {name}", f"Number recorded by type and member partnership, {when}"
    )
    return [
        _sentence(frame, context), shown_rates, caution(READING, title="Reading the rates"),
        by_member(frame, counts, fields, _count, last=name),
    ]  # fmt: skip


def _count(row: Row) -> Cell:
    return Field("count", "Recorded", numbers.count, reliability=True).cell(row)


def _all_crime(frame: Published, context: Context) -> list[tuple[float, Row]]:
    """The members' rows of all crime with a rate, the highest first."""
    rows = [row for row in frame if row.words("kind") == "total" and row.words("member") != context.partnership.name]
    known = [(rate, row) for row in rows if (rate := row.number("rate")) is not None]
    return sorted(known, key=lambda pair: -pair[0])


def _headline(frame: Published, context: Context) -> str:
    known = _all_crime(frame, context)
    if len(known) < 2:
        return "Rates of each member partnership by type of crime"
    (high, first), (low, last) = known[0], known[-1]
    return (
        f"All recorded crime ran from {numbers.decimal(low)} for 1,000 residents in {last.words('member')} to "
        f"{numbers.decimal(high)} in {first.words('member')}"
    )


def _interval(row: Row) -> str:
    return numbers.interval(row.number("rate_low") or 0, row.number("rate_high") or 0, numbers.decimal)


def _sentence(frame: Published, context: Context) -> Block:
    told = [
        f"{row.words('member')} {numbers.count(row.number('count') or 0)} ({numbers.decimal(rate)} for 1,000 "
        f"residents, 95% interval {_interval(row)})"
        for rate, row in _all_crime(frame, context)
    ]
    if not told:
        return Paragraph(spans=text("No member has a rate of all recorded crime."))
    lead = f"Crimes recorded in {context.window.named}, the highest rate first: {numbers.listed(told)} ("
    return Paragraph(spans=text(lead, ref(RATES), ")."))
