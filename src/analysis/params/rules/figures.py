"""Figures that cannot be: percentages out of range, negative counts, samples of nobody."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from analysis.errors import Problem
from analysis.params.figure import Unknown
from analysis.params.reading.files import EditionFiles
from analysis.params.rules.known import Known

Value = float | Unknown
Check = Callable[[Value], tuple[str, str] | None]
"""Returns rule and message for a figure that cannot be, ``None`` for one that can or is unknown."""


def plain(value: float) -> str:
    """Write a figure as people do: 2,883 or 11.8."""
    return f"{value:,.10g}" if abs(value) < 1e10 else f"{value:,.0f}"


def percentage(value: Value) -> tuple[str, str] | None:
    """A percentage lies between 0 and 100."""
    if isinstance(value, Unknown) or 0 <= value <= 100:
        return None
    return "percent-range", f"{plain(value)} is not a percentage between 0 and 100"


def change(value: Value) -> tuple[str, str] | None:
    """A percentage change is not below -100."""
    if isinstance(value, Unknown) or value >= -100:
        return None
    return "change-range", f"{plain(value)} is below -100: nothing can fall by more than all of it"


def amount(value: Value) -> tuple[str, str] | None:
    """A count or a rate is not negative."""
    if isinstance(value, Unknown) or value >= 0:
        return None
    return "negative-count", f"{plain(value)} is below zero"


def sample(value: Value) -> tuple[str, str] | None:
    """A sample size is a whole number above zero."""
    if isinstance(value, Unknown) or (value > 0 and value == int(value)):
        return None
    return "sample-size", f"{plain(value)} is not a whole number above zero"


_BY_UNIT: dict[str, Check] = {
    "count": amount,
    "percent": percentage,
    "percentage change": change,
    "rate per 1,000": amount,
    "rate per 100,000": amount,
}
_OF_OUTCOME: dict[str, Check] = {
    "months_before": amount,
    "months_after": amount,
    "before": amount,
    "after": amount,
    "change_percent": change,
    "level_percent": percentage,
    "denominator": sample,
}


def indicator_figures(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """The figures of an indicator are possible in its unit; only a percentage has a sample size."""
    for place, indicator in files.indicators.entries:
        for column in ("baseline", "baseline_target", "target", "actual"):
            if found := _BY_UNIT.get(indicator.unit, _anything)(getattr(indicator, column)):
                yield files.indicators.problem(found[0], place, column, found[1])
        for column in ("sample_size", "baseline_sample_size"):
            people = getattr(indicator, column)
            if found := sample(people):
                yield files.indicators.problem(found[0], place, column, found[1])
            elif not isinstance(people, Unknown) and indicator.unit != "percent":
                message = f'belongs to a percentage, but the unit is "{indicator.unit}"'
                yield files.indicators.problem("sample-size", place, column, message)


def _anything(_: Value) -> None:
    return None


def survey_figures(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """A survey's percentage, its sample, and the people who came to a consultation are possible."""
    edition = files.main.value
    for place, survey in enumerate(edition.surveys):
        if found := percentage(survey.percent):
            yield files.main.problem(found[0], ("surveys", place, "percent"), found[1])
        if found := sample(survey.sample_size):
            yield files.main.problem(found[0], ("surveys", place, "sample_size"), found[1])
    for place, consultation in enumerate(edition.consultations):
        if found := amount(consultation.people):
            yield files.main.problem(found[0], ("consultations", place, "people"), found[1])


def outcome_figures(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """The figures of an initiative are possible, and counts come in pairs with the months they cover."""
    for place, initiative in enumerate(files.main.value.initiatives):
        for n, outcome in enumerate(initiative.outcomes):
            path = ("initiatives", place, "outcomes", n)
            for key, check in _OF_OUTCOME.items():
                if found := check(getattr(outcome, key)):
                    yield files.main.problem(found[0], (*path, key), found[1])
            given = {key: not isinstance(getattr(outcome, key), Unknown) for key in _OF_OUTCOME}
            yield from _pairs(files, path, given)


def _pairs(files: EditionFiles, path: tuple[str | int, ...], given: dict[str, bool]) -> Iterator[Problem]:
    for one, other in (("before", "after"), ("after", "before")):
        if given[one] and not given[other]:
            message = f"is missing, but {one} is given: publish both or neither"
            yield files.main.problem("before-and-after", (*path, other), message)
    for months in ("months_before", "months_after"):
        if given["before"] and given["after"] and not given[months]:
            message = "is missing: say how many months the count covers"
            yield files.main.problem("months-of-counts", (*path, months), message)
