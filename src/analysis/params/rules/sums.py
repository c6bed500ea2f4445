"""Indicators that are the sum of others: the parts are there and add up."""

from __future__ import annotations

from collections.abc import Iterator
from math import isclose

from analysis.errors import Problem
from analysis.params.figure import Unknown
from analysis.params.indicator import Indicator
from analysis.params.reading.files import EditionFiles
from analysis.params.rules.figures import plain
from analysis.params.rules.known import Known
from analysis.params.rules.names import not_one_of

_ADDABLE = ("count", "pounds")
_PERIODS = {"baseline": "baseline_period", "actual": "target_period"}
"""Figures that add up, and the period that the parts must share; targets are set, not added up."""


def sums(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """Each sum names other indicators of its unit and adds up, or says in its flag that it was printed wrong."""
    by_id = {indicator.id: indicator for indicator in files.indicators.values}
    for place, indicator in files.indicators.entries:
        if indicator.sum_of and files.indicators.whole:
            for rule, column, message in _wrong(indicator, by_id):
                yield files.indicators.problem(rule, place, column, message)


def _wrong(total: Indicator, by_id: dict[str, Indicator]) -> Iterator[tuple[str, str, str]]:
    names = [name.strip() for name in total.sum_of.split("+")]
    for name in names:
        if name not in by_id:
            yield "unknown-indicator", "sum_of", not_one_of(name, by_id, "an indicator in indicators.csv")
        elif name == total.id or names.count(name) > 1:
            yield "sum-of-parts", "sum_of", f'"{name}" is the sum itself or stands twice'
            return
    parts = [by_id[name] for name in names if name in by_id]
    if others := sorted({part.unit for part in parts if part.unit != total.unit} | {total.unit} - set(_ADDABLE)):
        yield "sum-of-parts", "sum_of", f"only counts or pounds of one unit add up, not {', '.join(others)}"
    elif len(parts) == len(names) and not total.flag:
        yield from _not_adding_up(total, parts)


def _not_adding_up(total: Indicator, parts: list[Indicator]) -> Iterator[tuple[str, str, str]]:
    for column, period in _PERIODS.items():
        printed = getattr(total, column)
        figures = [getattr(part, column) for part in parts]
        same_period = {getattr(part, period) for part in parts} == {getattr(total, period)}
        if not same_period or any(isinstance(figure, Unknown) for figure in (printed, *figures)):
            continue
        if not isclose(added := sum(figures), printed, abs_tol=1e-9):
            sum_text = " + ".join(plain(figure) for figure in figures)
            message = f"is {plain(printed)}, but {sum_text} = {plain(added)}: if it was printed so, say that in flag"
            yield "sum-of-parts", column, message
