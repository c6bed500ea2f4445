"""The largest counts as big numbers, and what was recorded most as bars: all from the assessment's own profile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import exhibits, numbers
from analysis.assessment.both_changes import STANDING
from analysis.assessment.published import published_profile
from analysis.blocks import KeyFigure
from analysis.cannot_say import said
from analysis.disclosure import publish, shown
from analysis.prose import cannot_say_note

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.blocks import Block
    from analysis.disclosure import Published, Row

MOST: Final = "recorded-most"
BARS: Final = 6
TOTAL: Final = "Crimes recorded"


def counted(context: Context, results: Results) -> list[Block]:
    """Three numbers, each for 1,000 residents too, then the bars."""
    rows = {row.words("line"): row for row in published_profile(results)}
    leading = [rows[line] for line in sorted(STANDING, key=STANDING.__getitem__) if line in rows]
    first = _most(results)
    largest = [rows[str(each["line"].value)] for each in first][:1]
    figures = [_figure(row, "" if row in leading else "the type recorded most") for row in [*leading, *largest]]
    return [exhibits.key_figures(*figures), _bars(context, first)]


def _figure(row: Row, what: str) -> KeyFigure:
    label = TOTAL if row.words("kind") == "total" else row.words("category")
    rate = row.number("rate")
    each = f"{numbers.count(rate)} for every 1,000 people" if rate is not None else "too few to give a rate"
    value = numbers.count(row.number("latest") or 0) if row["latest"].known else shown(row["latest"].state)
    return KeyFigure(label=label, value=value, detail=", ".join(part for part in (what, each) if part), ref="")


def _most(results: Results) -> Published:
    """The categories of crime with most records, a row each; those that are withheld cannot be among them."""
    known = [row for row in published_profile(results) if row.words("kind") == "crime" and row["latest"].known]
    ordered = sorted(known, key=lambda row: -(row.number("latest") or 0))[:BARS]
    rows = [
        {"place": row.words("category"), "line": row.words("line"), "after": row["latest"].value} for row in ordered
    ]
    return publish(
        rows, results.context.rule, key=["place"], coordinates={"category": "line"},
        counts={"after": {"window": "latest"}}, plain=["line"], decision=results.decision,
    )  # fmt: skip


def _bars(context: Context, frame: Published) -> Block:
    question = "what was recorded most"
    caption = context.caption(
        MOST, f"{frame.rows[0].words('place')} is the type recorded most",
        f"Number recorded, {context.partnership.name}, {context.window.text}", source=context.data_source,
    )  # fmt: skip
    drawn = exhibits.ranked(
        frame, caption, unit="Number recorded", after=context.window.text, label="Type of crime",
    )  # fmt: skip
    return drawn if said(drawn) else cannot_say_note(drawn, question)
