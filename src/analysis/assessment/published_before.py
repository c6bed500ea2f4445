"""What the edition before published of the same counts: an outsider has it, so nothing now may be told apart by it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final

import pandas as pd

from analysis.assessment.naming import kind_of
from analysis.counts import period
from analysis.disclosure import Cell, Known, Rule, cell
from analysis.measures import ALL_CRIME, COVID, Window, month_text, same_months_before

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from analysis.assessment.before import Before
    from analysis.assessment.beside_evaluation import Shown
    from analysis.assessment.context import Context

DOCUMENT: Final = "strategic-assessment"
PERIOD: Final = re.compile(r"\d{4}[-/]\d{2}")
PLACES: Final = ("top-places-crime", "top-places-anti-social-behaviour")


@dataclass(frozen=True)
class Told:
    """One count as it was published: of what, over which periods."""

    of: str
    """A line, or a small area with its kind."""
    periods: frozenset[pd.Period]
    count: int


def told_of_lines(before: Before) -> Iterator[Told]:
    """Counts of lines by period, and over the period assessed then and the one before it."""
    frame, window = before.frame(DOCUMENT, "profile"), window_of(before)
    for row in [] if frame is None else frame.to_dict("records"):
        for name, text in row.items():
            over = _over(str(name), window)
            if over and str(text).isdigit():
                yield Told(str(row["line"]), over, int(text))


def told_since_covid(before: Before, known: Collection[pd.Period]) -> Iterator[Told]:
    """Counts of lines over the months that were compared with before Covid; ``known`` are the months that have counts.

    Which months those were is said of lines that were shown whole, and holds of all.
    """
    frame = before.frame(DOCUMENT, "changes-since-before-covid")
    rows = [] if frame is None else frame.to_dict("records")
    words = next((str(row["months"]) for row in rows if row["before"] and row["after"]), "")
    pairs = same_months_before(window_of(before), set(known), COVID)
    kept = [when for when in pairs if _named(month_text(when).split()[0], words)]
    for row in rows:
        for name, over in (("before", [pairs[when] for when in kept]), ("after", kept)):
            if over and str(row[name]).isdigit():
                yield Told(str(row["line"]), frozenset(over), int(row[name]))


def _named(month: str, words: str) -> bool:
    """Whether a comparison of ``all but May``, of ``January and October only``, or of all (no words) has a month."""
    return (month in words) == words.endswith(" only")


def told_of_places(before: Before) -> Iterator[Told]:
    """Counts of small areas over the period assessed then, and the one before it."""
    window = window_of(before)
    for slug in PLACES:
        frame = before.frame(DOCUMENT, slug)
        for row in [] if frame is None else frame.to_dict("records"):
            for name, over in (("before", window.back(1)), ("after", window)):
                if str(row[name]).isdigit():
                    yield Told(f"{row['area']} {row['kind']}", frozenset(over.periods), int(row[name]))


def window_of(before: Before) -> Window:
    """The period that the edition before assessed, in the frequency of its data."""
    start, end = (pd.Period(text, "M") for text in (before.edition.period.start, before.edition.period.end))
    annual = before.edition.data is not None and before.edition.data.source == "scotland"
    return Window(start.asfreq("Y-MAR"), end.asfreq("Y-MAR")) if annual else Window(start, end)


def _over(column: str, window: Window) -> frozenset[pd.Period]:
    named = {"latest": window, "previous": window.back(1)}
    if column in named:
        return frozenset(named[column].periods)
    return frozenset({period(column)}) if PERIOD.fullmatch(column) else frozenset()


def known_lines(counts: pd.DataFrame, context: Context) -> list[Known]:
    """The sums of rows of the partnership's counts that the edition before published."""
    if context.before is None:
        return []
    there = counts.loc[counts["status"] == "present", "month"]
    told = chain(told_of_lines(context.before), told_since_covid(context.before, list(there.unique())))
    return known_told(told, counts)


def known_told(told: Iterable[Told], counts: pd.DataFrame) -> list[Known]:
    """Which rows of the partnership's counts each published count of a line is the sum of."""
    crime = [kind_of(slug) == "crime" for slug in counts["category"]]
    lines = {slug: list(counts["category"] == slug) for slug in counts["category"].unique()} | {ALL_CRIME: crime}
    return _known(told, lines, list(counts["month"]))


def known_shown(shown: Iterable[Shown], cube: pd.DataFrame) -> list[Known]:
    """Which rows each count of an evaluation is the sum of; ``cube`` is of small areas by kind, or of the whole."""
    found = []
    for each in shown:
        inside = cube["month"].isin(each.periods)
        if "kind" in cube and "category" not in cube:
            inside &= cube["kind"].isin(each.categories) & cube["area"].isin(each.areas)
        else:
            inside &= cube["category"].isin(each.categories)
        rows = frozenset(n for n, own in enumerate(inside) if own)
        if rows and each.periods <= set(cube["month"]) and ("category" in cube or each.areas <= set(cube["area"])):
            found.append(Known(rows, each.count))
    return found


def known_places(cube: pd.DataFrame, context: Context) -> list[Known]:
    """The sums of rows, each of a small area, a kind and a month, that the edition before published."""
    if context.before is None:
        return []
    names = cube["area"] + " " + cube["kind"]
    return _known(told_of_places(context.before), {n: list(names == n) for n in names.unique()}, list(cube["month"]))


def _known(told: Iterable[Told], own: Mapping[str, list[bool]], months: list[pd.Period]) -> list[Known]:
    found, held = [], set(months)
    for each in told:
        rows = frozenset(
            n for n, (mine, month) in enumerate(zip(own.get(each.of, ()), months, strict=False))
            if mine and month in each.periods
        )  # fmt: skip
        if rows and each.periods <= held:
            found.append(Known(rows, each.count))
    return found


def near_lines(known: Collection[Known], counts: pd.DataFrame, context: Context, rule: Rule) -> list[Cell]:
    """Counts by line and month that differ by a small one from what was published of other areas.

    The difference is the count of the areas that came or went. Where the areas are the same it is a revision, of which
    nobody can tell whom it is about.
    """
    before = context.before
    if before is None or set(before.declaration.partnership.areas) == set(context.partnership.areas):
        return []
    found = []
    for each in (one for one in known if len(one.rows) == 1):
        (row,) = (counts.iloc[n] for n in each.rows)
        if row["status"] == "present" and rule.protects(abs(int(row["count"]) - each.count)):
            found.append(cell({"category": row["category"], "month": row["month"]}))
    return found
