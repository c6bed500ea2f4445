"""The area: who lives there, which agencies work there, and what the partnership says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis import exhibits, numbers
from analysis.assessment.context import not_measured, not_there
from analysis.blocks import Bullets, Paragraph, ref, text
from analysis.disclosure import OPEN, publish
from analysis.exhibits import Field

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.blocks import Block
    from analysis.disclosure import Published

SPAN = 10
"""Years over which the change of population is given."""


def area(context: Context, results: Results) -> list[Block]:
    """Population by district, members, context."""
    blocks: list[Block] = []
    if context.slices is not None:
        blocks += _population(context, results)
    if context.edition.area_context:
        blocks += [Paragraph(spans=text(paragraph)) for paragraph in context.edition.area_context]
    elif context.edition.basis != "published document":
        blocks.append(
            not_there(context, "Local context: what the partnership knows of the area that data do not show.")
        )
    members = context.members
    if members:
        blocks.append(Paragraph(spans=text("Members of the partnership:")))
        blocks.append(Bullets(items=tuple(text(member) for member in members)))
    return blocks or [not_there(context, "A description of the area.")]


def _population(context: Context, results: Results) -> list[Block]:
    year = context.edition.population_year
    if year is None or results.population is None:
        return [not_measured("No population is held for the year that this edition declares.")]
    people = numbers.count(results.population)
    caption = context.caption(
        "population",
        f"{people} people lived in {context.partnership.name} in mid-{year}",
        f"Resident population, mid-{year - SPAN} and mid-{year}",
        source=population_source(context),
        notes=[f"No later estimate is held: rates for later periods use mid-{year}."],
    )
    lead = text(
        f"{context.partnership.name} had {people} residents in mid-{year} (", ref("population"), "). ",
        "Visitors, students and those who work there come on top and are not counted.",
    )  # fmt: skip
    frame, summed = _by_district(context, results, year), int(len(context.partnership.areas) > 1)
    return [Paragraph(spans=lead), exhibits.exhibit(frame, caption, _fields(year), total_rows=summed)]


def _by_district(context: Context, results: Results, year: int) -> Published:
    """One row a district: residents of ``year`` and ``SPAN`` years before, where that is held; the sum of several."""
    frame = results.slices.population
    rows = []
    for code in context.partnership.areas:
        found = frame[frame["area"] == code].set_index("year")["population"]
        rows.append(_row(context.name_of(code), found[year], found.get(year - SPAN, pd.NA)))
    if len(rows) > 1:
        known = all(row["before"] is not pd.NA for row in rows)
        before = sum(row["before"] for row in rows) if known else pd.NA
        rows.append(_row(context.partnership.name, sum(row["now"] for row in rows), before))
    return publish(pd.DataFrame(rows), OPEN, key=["area"], plain=["before", "now", "change"])


def _row(area: str, now: float, before: Any) -> dict[str, Any]:
    change = pd.NA if before is pd.NA else 100 * (now / before - 1)
    return {"area": area, "before": before, "now": now, "change": change}


def _fields(year: int) -> list[Field]:
    return [
        Field("area", "Area"),
        Field("before", f"Mid-{year - SPAN}", numbers.count),
        Field("now", f"Mid-{year}", numbers.count),
        Field("change", "Change", exhibits.signed_percent),
    ]


def population_source(context: Context) -> str:
    """The source line of population figures."""
    records = [r for r in context.slices.sources if "opulation" in r.title] if context.slices else []
    if not records:
        return context.data_source
    return f"Source: {records[0].title}, {records[0].publisher}. Licence: {records[0].licence}."
