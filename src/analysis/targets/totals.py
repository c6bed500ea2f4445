"""Totals that are the sum of other indicators."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from analysis.params.figure import Unknown
from analysis.params.indicator import Indicator


@dataclass(frozen=True)
class Sum:
    """A total from its parts: ``parts`` as (id, figure), ``value`` their sum, ``agrees`` with the total as published.

    ``value`` is an ``Unknown`` when any part is (unknown is not zero), and then ``agrees`` is None; so it is where no
    total was published.
    """

    parts: tuple[tuple[str, float | Unknown], ...]
    value: float | Unknown
    agrees: bool | None


def derived(indicator: Indicator, others: Mapping[str, Indicator]) -> tuple[Sum, Sum] | None:
    """Baseline and actual of a ``sum_of`` indicator from its parts, or None if it is no sum.

    Raises ``KeyError`` for a part that is not declared (the loader has refused it before).
    """
    if not indicator.sum_of:
        return None
    parts = [others[each.strip()] for each in indicator.sum_of.split("+")]
    return (
        _sum({each.id: each.baseline for each in parts}, indicator.baseline),
        _sum({each.id: each.actual for each in parts}, indicator.actual),
    )


def _sum(parts: Mapping[str, float | Unknown], published: float | Unknown) -> Sum:
    unknown = [each for each in parts.values() if isinstance(each, Unknown)]
    value = unknown[0] if unknown else float(sum(each for each in parts.values() if not isinstance(each, Unknown)))
    compared = not isinstance(value, Unknown) and not isinstance(published, Unknown)
    return Sum(tuple(parts.items()), value, value == published if compared else None)
