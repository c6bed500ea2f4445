"""What changed in each member: on the year where that can be had, else since the same months before Covid."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from analysis import numbers
from analysis.assessment.context import caution
from analysis.assessment.naming import category_title, kind_of
from analysis.blocks import Cell, Paragraph, ref, text
from analysis.cannot_say import CannotSay, said
from analysis.disclosure import DERIVED, change_columns, publish
from analysis.exhibits import Field, by_member, signed_percent
from analysis.prose import cannot_say_note

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.blocks import Block
    from analysis.disclosure import Published, Row
    from analysis.measures import Comparison

SLUG: Final = "member-changes"
CHANGE: Final = Field("change", "Change", signed_percent, reliability=True)
NONE: Final = CannotSay("no earlier months are held that could be compared", "no-comparison")


def changes(context: Context, county: Results, each: Mapping[str, Results]) -> list[Block]:
    """Whether there can be a trend, the months compared, and the table of changes; nothing without data."""
    if context.slices is None or context.rule.control != "markers":
        return []
    found = {name: _compared(results, county) for name, results in {**each, context.partnership.id: county}.items()}
    answered = [one for lines in found.values() for one in lines.values() if said(one)]
    blocks: list[Block] = _blocks_of_months(county)
    if not answered:
        return [*blocks, cannot_say_note(NONE, "what changed in each member")]
    every = {**each, context.partnership.id: county}
    frame = _published(every, found, county)
    months = answered[0].months_text or "all months"
    caption = context.caption(
        SLUG, _headline(frame, context),
        f"Change in the number recorded by member partnership, {answered[0].after.text} against "
        f"{answered[0].before.text}, with 95% intervals",
        notes=[f"Months compared: {months}.", "Bold: the interval leaves out no change. – cannot be said, or too few."],
    )  # fmt: skip
    fields = [
        Field("category", "Type"), Field("member", "Member partnership"), Field("before", "Before", numbers.count),
        Field("after", "After", numbers.count), CHANGE,
        Field("change_low", "95% interval", signed_percent, to="change_high"), Field("verdict", "What it shows"),
    ]  # fmt: skip
    shown = by_member(frame, caption, fields, _cell, last=context.partnership.name)
    return [
        *blocks,
        Paragraph(spans=text(_clear(frame, context), " (", ref(SLUG), "). ", _by_chance(frame, context))),
        shown,
    ]


def _compared(results: Results, county: Results) -> dict[str, Comparison | CannotSay]:
    """Each line on the year if any line of the county can be had so, else since before Covid."""
    on_the_year = any(said(found) for found in county.on_the_year.values())
    return dict(results.on_the_year if on_the_year else results.since_before_covid)


def _blocks_of_months(county: Results) -> list[Block]:
    """That months are held in stretches with a gap between, so that there is no trend; nothing without a gap."""
    held = county.counts.dropna(subset=["count"])["month"].drop_duplicates().sort_values()
    months = list(held[held <= county.context.window.end])
    starts = [m for m, before in zip(months, [None, *months], strict=False) if before is None or m != before + 1]
    if len(starts) < 2:
        return []
    ends = [m for m, after in zip(months, [*months[1:], None], strict=True) if after is None or after != m + 1]
    spans = numbers.listed([numbers.span(start, end) for start, end in zip(starts, ends, strict=True)])
    return [
        caution(
            f"Figures are held for {spans} alone. Nothing is known of the months between, so there is no trend.",
            title=f"{numbers.sentence_case(numbers.in_words(len(starts)))} stretches of months",
        )
    ]


def _published(
    every: Mapping[str, Results], found: Mapping[str, Mapping[str, Comparison | CannotSay]], county: Results
) -> Published:
    rows: list[dict[str, Any]] = [
        {
            "category": category_title(line), "line": line, "kind": kind_of(line),
            "member": every[name].context.partnership.name, **change_columns(found[name][line]),
        }
        for line in county.lines
        for name in every
    ]  # fmt: skip
    return publish(
        pd.DataFrame(rows), county.context.rule, key=["category", "member"], counts=["before", "after"],
        derived=DERIVED, plain=["line", "kind"],
    )  # fmt: skip


def _cell(row: Row) -> Cell:
    """``−33.1% (−53.2% to −5.1%)``, marked where it rests on few, bold where the interval leaves out no change."""
    change = row["change"]
    if not row["verdict"].known or not change.known:
        return Cell(text="–", note=row["verdict"].note or "too few for a percentage")
    low, high = (signed_percent(row.number(name) or 0) for name in ("change_low", "change_high"))
    return Cell(
        text=" ".join([f"{signed_percent(change.value)} ({low} to {high})", *CHANGE.symbols(row)]),
        strong=row.words("verdict") in ("rose", "fell"),
    )


def _members(frame: Published, context: Context) -> list[Row]:
    return [row for row in frame if row.words("member") != context.partnership.name]


def _headline(frame: Published, context: Context) -> str:
    clear = [row.words("verdict") for row in _members(frame, context) if row.words("verdict") in ("rose", "fell")]
    return (
        f"Of the members' changes, {numbers.plural(clear.count('fell'), 'is a clear fall', 'are clear falls')} and "
        f"{numbers.plural(clear.count('rose'), 'a clear rise', 'clear rises')}"
    )


def _clear(frame: Published, context: Context) -> str:
    """Which lines clearly changed in the same way in every member."""
    rows, parts = _members(frame, context), []
    many = len({row.words("member") for row in rows})
    for verdict in ("fell", "rose"):
        lines = [row.words("category") for row in rows if row.words("verdict") == verdict]
        all_of_them = [name.lower() for name in dict.fromkeys(lines) if lines.count(name) == many]
        if all_of_them:
            parts.append(f"{numbers.listed(all_of_them)} clearly {verdict} in all {numbers.in_words(many)} members")
    return numbers.sentence_case("; ".join(parts)) if parts else "No type clearly changed in every member"


def _by_chance(frame: Published, context: Context) -> str:
    """Of the members' comparisons, as the table's heading counts them: the county's are of the same records."""
    many = sum(row["verdict"].known for row in _members(frame, context))
    return f"Of the members' {many} comparisons, about {numbers.in_words(round(many / 20))} would look clear by chance."
