"""The golden thread, drawn: from national outcomes down to evaluations, a row a priority; loose ends are dashed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.disclosure import Published, required
from analysis.exhibits.exhibit import exhibit
from analysis.exhibits.field import Field
from analysis.exhibits.golden_thread_drawing import MOST_MM, Outcome, Row, golden_thread_drawing, height_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analysis.disclosure import Row as PublishedRow
    from analysis.exhibits.caption import Caption
    from analysis.exhibits.display import Shown

JOINT: Final = "; "
"""Between the names, and between the ids, of one cell."""
LANES: Final = {
    "national_outcome": "National outcome", "local_outcome": "Local outcome", "priority": "Priority",
    "action": "Action", "indicator": "Indicator", "evaluation": "Evaluation",
}  # fmt: skip
"""The columns of the frame that hold names, each beside one of ids (``<lane>_id``), from the top of the thread down."""


def golden_thread(frame: Published, caption: Caption) -> Shown:
    """Draw ``frame``, a row a thread: ``thread`` its number, each of ``LANES`` with its ids, ``refs`` of actions.

    A row of the drawing is a priority. Actions are drawn as a count with their numbers, indicators by name where that
    leaves the drawing on one page and as a count where not; the table names all of them.
    """
    rows = _rows(required(frame))
    national = _outcomes(frame, "national_outcome", "local_outcome")
    local = _outcomes(frame, "local_outcome", "priority")
    named = height_of(rows, national, local, named=True) <= MOST_MM
    figure = golden_thread_drawing(rows, national, local, named=named)
    fields = [Field("thread", "Thread", left=True), *(Field(lane, label) for lane, label in LANES.items())]
    alt = " ".join([f"Golden thread: {caption.subtitle.rstrip('.')}.", *_words(rows, local)])
    return exhibit(frame, caption, fields, figure=figure, alt=alt, print_table=False)


def _each(row: PublishedRow, column: str) -> list[str]:
    return [part for part in row.words(column).split(JOINT) if part]


def _rows(frame: Published) -> list[Row]:
    """A row a priority, in the order of the frame; what serves none stands in a last row."""
    found = [_each(row, "priority_id") for row in frame]
    order = dict.fromkeys([*(keys[0] for keys in found if keys), *(key for keys in found for key in keys)])
    names = {i: n for row in frame for i, n in zip(_each(row, "priority_id"), _each(row, "priority"), strict=True)}
    rows = [_row(_serving(frame, priority), names[priority]) for priority in order]
    rest = _row(frame.where(lambda row: not _each(row, "priority_id")), "")
    return [*rows, rest] if rest.actions or rest.indicators or rest.evaluations else rows


def _serving(frame: Published, priority: str) -> Published:
    return frame.where(lambda row: priority in _each(row, "priority_id"))


def _row(frame: Published, priority: str) -> Row:
    return Row(
        priority=priority,
        actions=_unique(frame, "action"),
        refs=tuple(row.words("refs") for row in frame if row.words("refs")),
        indicators=_unique(frame, "indicator"),
        evaluations=_unique(frame, "evaluation"),
    )


def _unique(frame: Published, lane: str) -> tuple[str, ...]:
    found = {i: n for row in frame for i, n in zip(_each(row, f"{lane}_id"), _each(row, lane), strict=True)}
    return tuple(found.values())


def _outcomes(frame: Published, lane: str, below: str) -> list[Outcome]:
    """Every outcome of a lane with the names of what serves it; links are those of threads that name one of each."""
    leads: dict[str, dict[str, None]] = {}
    for row in frame:
        for upper in _each(row, lane):
            linked = leads.setdefault(upper, {})
            linked.update(dict.fromkeys(name for name in _each(row, below) if _linked(row, upper, name)))
    return [Outcome(name, tuple(found)) for name, found in leads.items()]


def _linked(row: PublishedRow, upper: str, lower: str) -> bool:
    return f"{upper}{ARROW}{lower}" in row.words("links").split(JOINT)


ARROW: Final = " > "
"""Between the two names of a link in the column ``links``, which names those between outcomes and priorities."""


def _words(rows: list[Row], local: list[Outcome]) -> Iterable[str]:
    if not local:
        yield "No outcome is named above the priorities."
    for row in rows:
        above = [each.name for each in local if row.priority in each.leads]
        counts = [
            numbers.plural(len(row.actions), "action"), numbers.plural(len(row.indicators), "indicator"),
            numbers.plural(len(row.evaluations), "evaluation"),
        ]  # fmt: skip
        serves = f" serves {numbers.listed(above)};" if above else ":"
        yield f"{row.priority or 'Without a priority'}{serves} {numbers.listed(counts)}."
