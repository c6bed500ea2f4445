"""From what a person gives to what a function takes, and to its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis.cannot_say import CannotSay
from analysis.errors import MethodError
from analysis.measures import pulse_periods
from analysis.measures.series import periods_of
from analysis.methods.areas import areas, own_and_others
from analysis.methods.breaks import recording
from analysis.methods.counted import beside, counted
from analysis.methods.figures import people
from analysis.methods.kind import FROM_FILE, RECORDING
from analysis.methods.option import Option, options
from analysis.methods.scores import scored
from analysis.methods.sense import must_make_sense
from analysis.methods.settings import setting
from analysis.methods.table import raise_all
from analysis.methods.value import value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.methods.given import Given
    from analysis.methods.method import Method
    from analysis.methods.table import Table


def answered(method: Method, given: Given) -> tuple[Any, dict[str, Any]]:
    """The answer of a method, which may be ``CannotSay``, and the arguments that gave it.

    Raises ``MethodError`` for what the method cannot take.
    """
    taken = arguments(method, given)
    try:
        refused = next((each for each in taken.values() if isinstance(each, CannotSay)), None)
        return method.function(**taken) if refused is None else refused, taken
    except ValueError as error:
        raise MethodError(f"csp method run {method.name}: {error}") from error
    except (OverflowError, ZeroDivisionError):
        raise MethodError(
            f"csp method run {method.name}: these numbers are too large or too small to reckon with"
        ) from None


def arguments(method: Method, given: Given) -> dict[str, Any]:
    """Read everything that a method is given; raises ``MethodError`` with all that is wrong with it."""
    taken = options(method)
    given.must_suit(method.name, taken)
    found: dict[str, Any] = {each.parameter: None for each in taken if each.default is None and not each.required}
    found |= _from_words(method, taken, given)
    if given.table is not None:
        found |= _from_table(taken, given, given.table)
    must_make_sense(taken, found, f"csp method run {method.name}")
    return found | _from_register(taken, given, found) | _worked_out(taken, found)


def _worked_out(taken: Sequence[Option], found: dict[str, Any]) -> dict[str, Any]:
    """The effect that a check is of: what its design says of the setting, which may be ``CannotSay``."""
    by_kind = {each.kind: each.parameter for each in taken}
    if "effect" not in by_kind:
        return {}
    return {by_kind["effect"]: found[by_kind["design"]](found[by_kind["setting"]])}


def _from_words(method: Method, taken: Sequence[Option], given: Given) -> dict[str, Any]:
    found: dict[str, Any] = {}
    problems = []
    for each in taken:
        if each.kind in (*FROM_FILE, *RECORDING) or each.names[0] not in given.values:
            continue
        try:
            found[each.parameter] = value(each, given.values[each.names[0]], given.table)
        except ValueError as error:
            problems.append(f"--{each.names[0]}: {error}")
    raise_all(problems, f"csp method run {method.name}")
    return found


def _from_table(taken: Sequence[Option], given: Given, table: Table) -> dict[str, Any]:
    found: dict[str, Any] = {}
    kinds = {each.kind: each.parameter for each in taken}
    if "series" in kinds:
        found[kinds["series"]] = counted(table, given.named("date"), given.named("count"))
    if "setting" in kinds:
        found[kinds["setting"]] = setting(table, given)
    if "scores" in kinds:
        found[kinds["scores"]] = scored(table, given)
    if "areas" in kinds:
        every = areas(table, given)
        if "own area" in kinds:
            found[kinds["own area"]], every = own_and_others(every, given.named("own"))
        found[kinds["areas"]] = every
    for each in taken:
        name = next((given.values[name] for name in each.names if name in given.values), "")
        if each.kind == "beside" and name:
            found[each.parameter] = beside(table, given.named("date"), name, each.names[0])
        if each.kind == "population" and name:
            found[each.parameter] = people(table, given.named("date"), name)
    return found


def _from_register(taken: Sequence[Option], given: Given, found: dict[str, Any]) -> dict[str, Any]:
    series = next((found[each.parameter] for each in taken if each.kind == "series"), None)
    asked = [each for each in taken if each.kind in RECORDING]
    if series is None or not asked:
        return {}
    breaks = recording(given)
    return {
        each.parameter: breaks if each.kind == "breaks" else pulse_periods(breaks, periods_of(series)) for each in asked
    }
