"""What is withheld of a restricted source, decided once over every margin that the report publishes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from analysis.assessment.counted_targets import baseline_window
from analysis.assessment.naming import kind_of
from analysis.assessment.published_before import known_lines, known_places, known_shown, known_told, near_lines
from analysis.counts import total
from analysis.disclosure import Decision, Known, cell, decide
from analysis.measures import ALL_CRIME, series, window_total
from analysis.params.figure import known
from analysis.sources import ANTI_SOCIAL_BEHAVIOUR

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    import pandas as pd

    from analysis.assessment.beside_evaluation import Shown
    from analysis.assessment.context import Context
    from analysis.assessment.published_before import Told
    from analysis.disclosure import Cell

SERIES: Final = tuple((what, over) for what in ("category", "kind") for over in ("window", "month", "covid"))
"""Counts by category, and summed to crime and what stands apart, by period compared and by month."""
PLACES: Final = (("area", "kind", "window"), ("kind", "window"))
"""Counts by small area, and their sum."""

Pairs = tuple[tuple["pd.Period", "pd.Period"], ...]
"""Each month compared with its earlier one, as a comparison matches them."""


def decide_lines(
    counts: pd.DataFrame, context: Context, covid: Pairs, beside: Collection[Told] = (), shown: Collection[Shown] = ()
) -> Decision:
    """What is withheld of counts by line, month and period compared, named as published rows name them.

    ``counts`` is the partnership's counts frame, one area; ``covid`` the pairs of months of the comparison with before
    Covid; ``beside`` and ``shown`` are what performance reports and evaluations publish of the same counts.
    """
    cube = _cube(counts, context, covid)
    earlier = known_lines(cube, context)
    whole = [each for each in shown if each.areas in (set(context.partnership.areas), _small_areas(context))]
    told = [*_baselines(cube, context), *earlier, *known_told(beside, cube), *known_shown(whole, cube)]
    decision = decide(
        cube, SERIES, context.rule, public=_public(counts, context, {each.of for each in beside}), known=told,
        near=near_lines(earlier, cube, context, context.rule),
    )  # fmt: skip
    return _by_line(_with_empty(decision, cube, SERIES))


def decide_places(counts: pd.DataFrame, context: Context, shown: Collection[Shown] = ()) -> Decision:
    """What is withheld of counts by small area.

    Decided apart from the lines: the two tables share only their totals, and margins that agree in their totals tell
    nothing of each other's cells (any row sums and column sums with one total can stand together). Places that are
    evaluated are sums of areas: their totals, in ``shown``, are known.
    """
    cube = _cube(counts[counts["month"] <= context.window.end], context, ())
    evaluated = _of_kinds(shown, counts)
    by = ["area", "kind", "window", *(["month"] if context.before or evaluated else [])]
    summed = total(cube, by)
    told = [*known_places(summed, context), *known_shown(evaluated, summed)]
    return _with_empty(decide(summed, PLACES, context.rule, known=told), cube, PLACES)


def _small_areas(context: Context) -> set[str]:
    return set() if context.slices is None else set(context.slices.counts["area"])


def _of_kinds(shown: Collection[Shown], counts: pd.DataFrame) -> list[Shown]:
    """Those that count all categories of one kind, as small areas do, named by the kind."""
    kinds: dict[frozenset[str], str] = {}
    for kind in ("crime", "apart"):
        slugs = (slug for slug in counts["category"].unique() if (kind_of(slug) == "crime") == (kind == "crime"))
        kinds[frozenset(slugs)] = kind
    return [replace(each, categories=frozenset({kinds[each.categories]})) for each in shown if each.categories in kinds]


def _public(counts: pd.DataFrame, context: Context, beside: Collection[str]) -> list[Cell]:
    """Counts that the edition's own targets publish: declared baselines, and actuals that are not small themselves.

    Not the actual of a line of which a performance report published a part, in ``beside``: the rest may be small.
    """
    found = []
    for each in context.edition.indicators:
        count = window_total(series(counts, each.category), context.window) if each.category else None
        if count is not None and not context.rule.protects(count) and each.category not in beside:
            found.append(cell({"category": each.category, "window": "latest"}))
        declared = each.baseline_period == context.window.back(1).text and known(each.baseline)
        if each.category and declared:
            found.append(cell({"category": each.category, "window": "previous"}))
    return found


def _baselines(cube: pd.DataFrame, context: Context) -> list[Known]:
    """What the edition's own targets declare of a year that is counted here, of whichever months."""
    found = []
    for each in context.edition.indicators:
        window = baseline_window(each, context)
        if each.category and window is not None and known(each.baseline):
            inside = (cube["category"] == each.category) & cube["month"].isin(window.periods)
            found.append(Known(frozenset(n for n, own in enumerate(inside) if own), round(float(each.baseline))))
    return found


def _cube(counts: pd.DataFrame, context: Context, covid: Pairs) -> pd.DataFrame:
    """A counts frame with the coarser dimensions that are published beside its own."""
    window = context.window
    return counts.assign(
        window=_labels(counts["month"], latest=window.periods, previous=window.back(1).periods),
        covid=_labels(counts["month"], latest=[a for a, _ in covid], previous=[b for _, b in covid]),
        kind=["crime" if kind_of(slug) == "crime" else "apart" for slug in counts["category"]],
    )


def _with_empty(decision: Decision, cube: pd.DataFrame, margins: Sequence[Sequence[str]]) -> Decision:
    """Add the cells of periods that the data do not reach: nothing is counted in them, so nothing is withheld."""
    empty = {
        cell({**dict(zip(others, found, strict=True)), over: side})
        for margin in margins
        for over in set(margin) & {"window", "covid"}
        for others in [[dimension for dimension in margin if dimension != over]]
        for found in cube[others].drop_duplicates().itertuples(index=False)
        for side in ("latest", "previous")
    }
    return replace(decision, cells=decision.cells | empty)


def _labels(months: pd.Series, *, latest: Collection[pd.Period], previous: Collection[pd.Period]) -> list[str]:
    known = {**dict.fromkeys(previous, "previous"), **dict.fromkeys(latest, "latest")}
    return [known.get(month, "other") for month in months]


def _by_line(decision: Decision) -> Decision:
    """Name the cells of all crime by their line, as published rows do."""
    return replace(
        decision,
        primary=_renamed(decision.primary),
        exposed=_renamed(decision.exposed),
        secondary=_renamed(decision.secondary),
        cells=_renamed(decision.cells),
    )


def _renamed(cells: Collection[Cell]) -> frozenset[Cell]:
    return frozenset(_line(dict(each)) if "kind" in dict(each) else each for each in cells)


def _line(coordinates: Mapping[str, str]) -> Cell:
    line = ALL_CRIME if coordinates["kind"] == "crime" else ANTI_SOCIAL_BEHAVIOUR
    rest = {dimension: value for dimension, value in coordinates.items() if dimension != "kind"}
    return cell({"category": line, **rest})
