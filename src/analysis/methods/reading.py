"""From what a person gives to what a function takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from analysis.errors import MethodError, did_you_mean
from analysis.measures import breaks_for, pulse_periods
from analysis.measures.series import periods_of
from analysis.methods.counted import counted
from analysis.methods.dates import stretch, when
from analysis.methods.figures import column, number, people, several, whole_number
from analysis.methods.option import FROM_FILE, Option, options
from analysis.methods.table import Table, raise_all
from analysis.sources.categories import NAMES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.methods.given import Given
    from analysis.methods.method import Method
    from analysis.params.recording import RecordingBreak

COUNTRIES: Final = ("england", "wales", "scotland", "none")
"""Whose recording breaks are taken into account; the first unless told otherwise."""
FLAGS: Final[Mapping[str, bool]] = {"": True, "yes": True, "no": False}


def arguments(method: Method, given: Given) -> dict[str, Any]:
    """Read everything that a method is given; raises ``MethodError`` with all that is wrong with it."""
    taken = options(method)
    given.must_suit(method.name, taken)
    found, problems = _options(taken, given)
    raise_all(problems, f"csp method run {method.name}")
    series = next((found[each.parameter] for each in taken if each.kind == "series"), None)
    for each in taken:
        if each.kind in ("breaks", "pulses") and series is not None:
            chosen = recording(given)
            found[each.parameter] = chosen if each.kind == "breaks" else pulse_periods(chosen, periods_of(series))
    return found


def answered(method: Method, given: Given) -> tuple[Any, dict[str, Any]]:
    """The answer of a method, which may be ``CannotSay``, and the arguments that gave it.

    Raises ``MethodError`` for what the method cannot take.
    """
    taken = arguments(method, given)
    try:
        return method.function(**taken), taken
    except ValueError as error:
        raise MethodError(f"csp method run {method.name}: {error}") from error


def recording(given: Given) -> tuple[RecordingBreak, ...]:
    """The recording breaks that bear on a series, as reports pick them: by country, force and category.

    All kinds of break of the country when no category is named, since an unknown series may be any. Raises
    ``MethodError`` for a country or category that does not exist.
    """
    country = _one_of(given.values.get("country", COUNTRIES[0]), COUNTRIES, "country")
    category = given.values.get("category", "")
    if category:
        _one_of(category, tuple(sorted(NAMES)), "category")
    if country == "none":
        return ()
    categories = [category] if category else []
    return breaks_for(given.register(), country=country, force=given.values.get("force", ""), categories=categories)


def _options(taken: tuple[Option, ...], given: Given) -> tuple[dict[str, Any], list[str]]:
    found: dict[str, Any] = {}
    problems = []
    for each in taken:
        if each.kind in FROM_FILE and given.table is not None:
            _from_file(each, given, given.table, found)
        elif (name := next((name for name in each.names if name in given.values), "")) and each.kind not in FROM_FILE:
            if each.kind in ("breaks", "pulses"):
                continue
            try:
                found[each.parameter] = _value(each, given.values[name], given.table)
            except ValueError as error:
                problems.append(f"--{name}: {error}")
    return found, problems


def _from_file(option: Option, given: Given, table: Table, found: dict[str, Any]) -> None:
    date, count = given.values.get("date", "month"), given.values.get("count", "count")
    if option.kind == "series":
        found[option.parameter] = counted(table, date, count)
    elif name := next((given.values[each] for each in option.names if each in given.values), ""):
        found[option.parameter] = people(table, date, name)


def _value(option: Option, text: str, table: Table | None) -> Any:
    if option.kind == "numbers":
        return _numbers(option, text, table)
    if option.kind == "choice":
        return _choice(text, option.choices)
    if option.kind == "flag":
        return FLAGS[_choice(text, tuple(FLAGS))]
    read = {"whole number": whole_number, "number": number, "period": when, "window": stretch}
    return read[option.kind](text) if option.kind in read else text


def _numbers(option: Option, text: str, table: Table | None) -> Any:
    """A list, as a sequence or an array: whichever the function has in its signature takes both."""
    import numpy as np

    found = column(table, text, option.names[0]) if table is not None else several(text)
    return np.asarray(found, dtype=np.float64)


def _choice(text: str, choices: tuple[str, ...]) -> str:
    if text not in choices:
        hint = did_you_mean(text, choices) or "; it is one of " + ", ".join(each for each in choices if each)
        raise ValueError(f'"{text}" is not known{hint}')
    return text


def _one_of(text: str, choices: tuple[str, ...], option: str) -> str:
    try:
        return _choice(text, choices)
    except ValueError as error:
        raise MethodError(f"--{option}: {error}") from None
