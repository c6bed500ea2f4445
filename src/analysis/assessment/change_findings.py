"""What the summary says of change: the totals and the clearest categories, as key figures and as findings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import exhibits, numbers
from analysis.assessment.both_changes import NOT_CLEAR, STANDING, both_changes
from analysis.assessment.changes import ON_THE_YEAR, SINCE_BEFORE_COVID
from analysis.assessment.lone_month import deciding_month
from analysis.assessment.naming import category_title, category_words
from analysis.assessment.published import is_clear, published_profile
from analysis.blocks import KeyFigure, ref, text
from analysis.cannot_say import said
from analysis.disclosure import State, shown
from analysis.prose import bracket, change_sentence, moved

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.assessment.both_changes import BothChanges
    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.blocks import Block, Spans
    from analysis.disclosure import Row

FIGURES: Final = 4
"""How many key figures stand side by side."""
CHANGED: Final = 4
"""Categories named in the summary for their change."""


def key_figures(results: Results) -> Block:
    """The count of the period for the leading lines, each with its two changes."""
    latest = {row.words("line"): row["latest"] for row in published_profile(results)}
    rows = both_changes(results)
    return exhibits.key_figures(
        *(
            KeyFigure(
                label=category_title(line),
                value=numbers.count(latest[line].number or 0) if latest[line].known else shown(latest[line].state),
                detail=f"On the year: {_short(both.year)}. {_since(results)}: {_short(both.covid)}.",
                ref=ON_THE_YEAR if both.year["verdict"].known else "profile",
                also=(SINCE_BEFORE_COVID,) if both.covid["verdict"].known else (),
            )
            for line, both in list(rows.items())[:FIGURES]
        )
    )


def _since(results: Results) -> str:
    """``Since before Covid``, with how many months that rests on where it is not the whole year."""
    months = months_before_covid(results)
    return f"Since before Covid ({numbers.in_words(months)} months)" if months else "Since before Covid"


def months_before_covid(results: Results) -> int:
    """How many months of the period can be set beside the same months before Covid; 0 where all of them can."""
    if results.context.annual:
        return 0
    found = next((c for c in results.since_before_covid.values() if said(c)), None)
    return len(found.matched) if found is not None and found.left_out else 0


def _short(row: Row) -> str:
    if not row["verdict"].known:
        return "cannot say"
    if not row["change"].known:
        return "too few for a percentage"
    change, low, high = (
        exhibits.signed_percent(row.number(name) or 0.0) for name in ("change", "change_low", "change_high")
    )
    unclear = "" if is_clear(row) else "no clear change, "
    return f"{unclear}{change} ({low} to {high})"


def change_findings(context: Context, results: Results) -> list[Spans]:
    """A finding for each total and what is counted apart, then for the categories that changed most surely."""
    rows = both_changes(results)
    standing = [line for line in rows if line in STANDING]
    clear = [line for line, both in rows.items() if line not in STANDING and both.rank < NOT_CLEAR]
    return [_finding(context, results, line, rows) for line in [*standing, *clear[:CHANGED]]]


def _finding(context: Context, results: Results, line: str, rows: Mapping[str, BothChanges]) -> Spans:
    """One line's change on the year, then since before Covid, each with its exhibit."""
    both = rows[line]
    words, window, before = category_words(line), context.window, before_covid_words(context, results)
    if not both.year["verdict"].known and both.covid["verdict"].known:
        months = window.named if context.annual else f"the months of {window.named} that can be compared"
        since = change_sentence(both.covid, words, after=months, before=before, see=SINCE_BEFORE_COVID, brief=True)
        return (*_unsaid_alone(rows, both.year, words), *since)
    before_year, see = window.back(1).named, _see_year(rows)
    first = change_sentence(both.year, words, after=window.named, before=before_year, see=see, brief=True)
    alone = _alone(results, line)
    if not both.covid["verdict"].known:
        compared = _see_covid(rows) or "profile"
        return (*first, *text(f"{alone} Set against {before}, we cannot say (", ref(compared), ")."))
    return (*first, *text(f"{alone} Set against {before}, {_beside(both.covid)} (", ref(SINCE_BEFORE_COVID), ")."))


def _unsaid_alone(rows: Mapping[str, BothChanges], year: Row, words: str) -> Spans:
    """Why this line alone cannot be compared on the year; nothing where no line can, which is said once elsewhere."""
    if not _see_year(rows) or year["verdict"].state is not State.CANNOT_SAY:
        return ()
    return text(f"We cannot say whether {words} changed on the year: {year['verdict'].note} (", ref(ON_THE_YEAR), "). ")


def before_covid_words(context: Context, results: Results) -> str:
    """What the period is set beside: of annual figures one financial year."""
    if not context.annual:
        months = months_before_covid(results)
        return f"the same {numbers.in_words(months)} months before Covid" if months else "the same months before Covid"
    found = next((c for c in results.since_before_covid.values() if said(c)), None)
    return f"{found.before.text if found else 'before Covid'}, the last year wholly before Covid"


def _see_year(rows: Mapping[str, BothChanges]) -> str:
    """The chart of changes on the year, which is there where any of them may be told; else nothing."""
    return ON_THE_YEAR if any(both.year["verdict"].known for both in rows.values()) else ""


def _see_covid(rows: Mapping[str, BothChanges]) -> str:
    """The chart of changes since before Covid, as ``_see_year``."""
    return SINCE_BEFORE_COVID if any(both.covid["verdict"].known for both in rows.values()) else ""


def _beside(row: Row) -> str:
    inside = bracket(row)
    lead = f"it {moved(row)}" if is_clear(row) else "there is no clear change"
    return f"{lead}, {inside}" if inside else lead


def _alone(results: Results, line: str) -> str:
    """The month that decides the year, where one does."""
    found = deciding_month(results, line)
    return f" One month decides it: {numbers.month(found.month)} has {numbers.count(found.count)}." if found else ""
