"""Coverage: what was supplied month by month, and how much of it has no location."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from analysis import exhibits, numbers
from analysis.assessment.naming import category_title, kind_of
from analysis.assessment.wording import opening
from analysis.blocks import Paragraph, ref, text
from analysis.cannot_say import said
from analysis.disclosure import OPEN, publish
from analysis.prose import cannot_say_note

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.blocks import Block
    from analysis.disclosure import Published

SLUG: Final = "coverage-by-month"
LOCATED: Final = 15
"""Per cent of records without a location from which on no place is named."""
NOTES: Final = (
    "Whole-row repeats within one file that carry a Crime ID were removed; anti-social behaviour carries none, so "
    "alike rows are separate incidents.",
    "Records that a force placed outside its own area are left out of every district.",
)


def coverage(context: Context, results: Results) -> list[Block]:
    """What is missing in a sentence, then the chart of what was supplied."""
    frame = supplied(results)
    missing = sum(row.words("supply") == "missing" for row in frame)
    unit = "years" if context.annual else "months"
    caption = context.caption(
        SLUG, f"{numbers.sentence_case(numbers.in_words(len(frame) - missing))} of {len(frame)} {unit} are held",
        "Records held, by force and period, and the share of crimes without a location",
        notes=() if context.annual else NOTES,
    )  # fmt: skip
    drawn = exhibits.completeness(frame, caption, threshold=None if context.annual else LOCATED)
    shown: Block = drawn if said(drawn) else cannot_say_note(drawn, "what is held")
    return [Paragraph(spans=text(_missing(missing, unit), ref(SLUG), f"); {_rest(context, results)}")), shown]


def supplied(results: Results) -> Published:
    """One row a force and period up to the edition's end: what was supplied, and how many records."""
    report = results.slices.completeness
    report = report[report["month"] <= results.context.window.end]
    rows = [_row(str(force), month, part) for (force, month), part in report.groupby(["force", "month"], sort=True)]
    frame = pd.DataFrame(rows)
    if results.context.annual:
        frame = frame.drop(columns="unlocated")
    plain = [str(name) for name in frame if name not in ("force", "month")]
    return publish(frame, OPEN, key=["force", "month"], plain=plain)


def _row(force: str, month: object, part: pd.DataFrame) -> dict[str, Any]:
    supply = "present" if (part["status"] == "present").any() else "missing"
    if supply == "present" and (part["status"] == "failed").any():
        supply = "failed"
    total = int((part["rows"] - part["duplicates_removed"]).sum())
    nowhere = int(part["without_location"].sum())
    crimes = part[[kind_of(str(slug)) == "crime" for slug in part["category"]]]
    placed = int((crimes["rows"] - crimes["duplicates_removed"]).sum())
    known = supply != "missing"
    return {
        "force": force.replace("-", " ").capitalize(),
        "month": month,
        "supply": supply,
        "records": total if known else pd.NA,
        "without_location": nowhere if known else pd.NA,
        "duplicates_removed": int(part["duplicates_removed"].sum()),
        "outside": int(part["outside"].sum()),
        "unlocated": 100 * int(crimes["without_location"].sum()) / placed if placed else pd.NA,
    }


def _missing(missing: int, unit: str) -> str:
    if not missing:
        return f"Every {unit.removesuffix('s')} is in the data held ("
    return f"{opening(missing, unit.removesuffix('s') + ' is', unit + ' are')} not in the data held ("


def _rest(context: Context, results: Results) -> str:
    """What else to know: a missing month is no zero, the share without a location, feeds that failed."""
    sentences = ["one that is not held is never a zero.", *_over(results), *_late(results)]
    share = None if context.annual else results.without_location("crime")
    if share is not None:
        sentences.append(
            f"{numbers.percent(100 * share)} of the crime records of the period have no location, so counts of a "
            "district are a little low, and by a share that varies from month to month."
        )
    failed = sorted({category_title(category) for category, _ in results.failed})
    if failed:
        sentences.append(f"A feed failed for {numbers.listed(failed)}.")
    return " ".join(sentences)


def _over(results: Results) -> list[str]:
    """Months in which so many crimes have no location that no place would be named from them."""
    over = (
        []
        if results.context.annual
        else [row for row in supplied(results) if (row.number("unlocated") or 0.0) > LOCATED]
    )
    if not over:
        return []
    months = [numbers.month(row["month"].value) for row in over]
    return [f"More than {LOCATED}% of crimes have no location in {numbers.listed(months)}."]


def _late(results: Results) -> list[str]:
    """Lines that were not counted from the first period on."""
    first = results.counts["month"].min()
    starts = {line: results.series(line).first_valid_index() for line in results.lines}
    late = {line: when for line, when in starts.items() if when is not None and when > first}
    if not results.context.annual or not late:
        return []
    return [f"{numbers.listed([category_title(line) for line in late])} were not counted from the first year on."]
