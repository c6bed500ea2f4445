"""What an evaluation has to go on, out of someone's own table: a row for each place and period."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.counts import period_text
from analysis.errors import MethodError, did_you_mean
from analysis.measures import Window
from analysis.measures.series import periods_of
from analysis.methods.breaks import recording
from analysis.methods.counted import counted
from analysis.methods.dates import stretch, when
from analysis.methods.table import Table, raise_all

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.evaluation.setting import Place, Setting
    from analysis.methods.given import Given

DATES = ("start", "until", "first", "implementation-until")


def setting(table: Table, given: Given) -> Setting:
    """Read a setting: the treated place, every other one as comparator, buffers apart, and when it started.

    Raises ``MethodError`` with everything that is wrong: a place that is not in the file, a date that cannot be, a
    series that is none (see ``counted``), places counted over different periods.
    """
    parts = _by_place(table, table.has(given.named("area"), "area"))
    found = _setting(parts, given, given.named("count"))
    untouched, also = (
        tuple(_setting(parts, given, name) for name in given.named(option).split(",") if name)
        for option in ("untouched", "also")
    )
    return replace(found, falsification=untouched, others=also)


def _setting(parts: Mapping[str, Table], given: Given, count: str) -> Setting:
    from analysis.evaluation.setting import Setting

    treated, buffer, control = (_named(parts, given, each) for each in ("treated", "buffer", "buffer-control"))
    places = {name: _place(part, name, given.named("date"), count) for name, part in parts.items()}
    _over_one_span(places, treated)
    dates = _dates(given, places[treated])
    apart = {treated, buffer, control}
    return Setting(
        outcome=count,
        treated=places[treated],
        comparators=tuple(place for name, place in places.items() if name not in apart),
        buffer=places.get(buffer),
        buffer_control=places.get(control),
        breaks=recording(given),
        **dates,
    )


def _by_place(table: Table, column: str) -> dict[str, Table]:
    """The table's rows place by place, in the order in which they first stand."""
    problems = [table.at(line, column, "is empty") for line, cells in table.rows if column not in cells]
    raise_all(problems, table.file)
    names = dict.fromkeys(cells[column] for _, cells in table.rows)
    return {
        name: Table(table.file, table.columns, tuple(row for row in table.rows if row[1][column] == name))
        for name in names
    }


def _named(parts: Mapping[str, Table], given: Given, option: str) -> str:
    name = given.named(option)
    if name and name not in parts:
        raise MethodError(f'--{option}: no row of the file is of "{name}"{did_you_mean(name, parts)}')
    return name


def _place(part: Table, name: str, date: str, count: str) -> Place:
    from analysis.evaluation.setting import Place

    return Place(name, counted(part, date, count))


def _over_one_span(places: Mapping[str, Place], treated: str) -> None:
    """Raise ``MethodError`` naming the places that are not counted over the treated place's periods."""
    index = places[treated].series.index
    other = [name for name, place in places.items() if not place.series.index.equals(index)]
    if other:
        raise MethodError(
            f"{other[0]} has other periods than {treated}\n  Give every place the same rows, with an empty count where "
            "one is not known."
        )


def _dates(given: Given, treated: Place) -> dict[str, Any]:
    found: dict[str, pd.Period] = {}
    problems = []
    for option in (each for each in DATES if given.named(each)):
        try:
            found[option] = _inside(when(given.named(option)), treated)
        except ValueError as error:
            problems.append(f"--{option}: {error}")
    chosen = None
    try:
        chosen = stretch(given.named("chosen")) if given.named("chosen") else None
        if chosen is not None:
            _inside(chosen.start, treated), _inside(chosen.end, treated)
    except ValueError as error:
        problems.append(f"--chosen: {error}")
    raise_all(problems or _out_of_order(found, chosen), "the dates of the evaluation")
    start, through = found["start"], found.get("implementation-until")
    return {
        "start": start,
        "end": found.get("until", treated.series.index[-1]),
        "first": found.get("first"),
        "implementation": None if through is None else Window(start, through),
        "chosen_on": chosen,
    }


def _inside(asked: pd.Period, treated: Place) -> pd.Period:
    index = periods_of(treated.series)
    if asked.freqstr != index.freqstr or not index[0] <= asked <= index[-1]:
        held = f"{period_text(index[0])} to {period_text(index[-1])}"
        raise ValueError(f"{period_text(asked)} is not among the periods of the file, {held}")
    return asked


def _out_of_order(found: Mapping[str, pd.Period], chosen: Window | None) -> list[str]:
    if "start" not in found:
        return ["--start: give the first period in which the initiative could work, such as 2021-12"]
    start, problems = found["start"], []
    if "first" in found and found["first"] >= start:
        problems.append("--first: the time before begins before the start")
    problems += [
        f"--{name}: comes before the start"
        for name in ("until", "implementation-until")
        if found.get(name, start) < start
    ]
    if chosen is not None and chosen.end >= start:
        problems.append("--chosen: a place is chosen by figures from before the start")
    return problems
