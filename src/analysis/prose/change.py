"""The sentence of a change: both counts, the percentage, its interval, and what limits it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.blocks import ref, text
from analysis.disclosure import State
from analysis.prose.interval import bracket, moved

if TYPE_CHECKING:
    from analysis.blocks import Ref, Spans
    from analysis.disclosure import Row

HIDDEN: Final = (State.SUPPRESSED, State.WITHHELD)


def change_sentence(row: Row, what: str, *, after: str, before: str, see: str = "", brief: bool = False) -> Spans:
    """``Burglary rose by 35.1% in the year ending November 2022: 358, against 265 in ... (95% interval: ...)``.

    ``row`` has the columns of ``disclosure.change_columns``; ``what`` starts with a small letter unless it is a name;
    ``after`` and ``before`` name the periods, with their article if they have one; ``see`` is the slug of the exhibit
    to refer to; ``brief`` leaves out what limits the comparison, for where that has been said. Counts too small for a
    percentage are given as counts; a refusal gives its reason; a withheld figure is said to be withheld.
    """
    verdict = row["verdict"]
    if verdict.state in HIDDEN:
        return text(f"Figures of {what} are withheld to protect people, so no comparison can be given.")
    if not verdict.known:
        return text(f"We cannot say whether {what} changed: {verdict.note}.")
    counts = [numbers.count(row.number(name) or 0) for name in ("after", "before")]
    lead = f"{change_headline(row, what, after=after)}: {counts[0]}, against {counts[1]} in {before}"
    return text(lead, *_inside(bracket(row), see), ".", "" if brief else _limits(row))


def change_headline(row: Row, what: str, *, after: str) -> str:
    """The same in a headline: ``Burglary rose by 35.1% in the year ending November 2022``."""
    verdict, first = row["verdict"], numbers.sentence_case(what)
    if not verdict.known:
        return f"{first}: no comparison can be given for {after}"
    if verdict.value not in ("rose", "fell"):
        return f"No clear change in {what} in {after}"
    return f"{first} {moved(row)} in {after}"


def _inside(words: str, see: str) -> tuple[str | Ref, ...]:
    """What stands in brackets: the interval, the exhibit, or both."""
    if not see:
        return (f" ({words})",) if words else ()
    return (f" ({words}; " if words else " (", ref(see), ")")


def _limits(row: Row) -> str:
    """What keeps the comparison from being taken at its word."""
    small = "Counts this small carry no percentage." if row.number("change") is None else ""
    months, breaks = row.words("months"), row.words("breaks")
    compared = f"Not every month has figures in both periods, so it compares {months}." if months else ""
    touched = f"The comparison takes in {breaks}." if breaks else ""
    return "".join(f" {sentence}" for sentence in (small, compared, touched) if sentence)
