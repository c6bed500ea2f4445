"""Indicators in words: which way is better, what the target is, what is not known of them."""

from __future__ import annotations

from analysis.params.edition import Edition
from analysis.params.figure import Unknown, known
from analysis.params.in_words.phrases import bullets, counted, figure_words
from analysis.params.indicator import Indicator

_BETTER = {
    "lower": "lower is better",
    "higher": "higher is better",
    "ambiguous": "neither way is called better",
}


def indicator_lines(edition: Edition) -> list[str]:
    """Say each indicator in a line, then which targets have no baseline."""
    if not edition.indicators:
        return ["Indicators and targets: not supplied."]
    with_target = [one for one in edition.indicators if known(one.target)]
    heading = f"Indicators: {len(edition.indicators)}, of which {len(with_target)} with a target."
    lines = [heading, *bullets(_indicator(one) for one in edition.indicators)]
    if alone := [one.name for one in with_target if not known(one.baseline)]:
        lines += [f"Targets without a baseline: {len(alone)}.", *bullets(alone)]
    return lines


def _indicator(one: Indicator) -> str:
    parts = [f"{one.name} [{one.unit}; {_BETTER[one.direction]}]"]
    parts += _dated("baseline", one.baseline, one.baseline_period)
    parts += _target(one)
    parts += _dated("actual", one.actual, one.part_year)
    if one.sum_of:
        parts.append(f"the sum of {one.sum_of.replace('+', ' + ')}")
    if one.category:
        parts.append(f"counted from the data as {one.category}")
    if one.comparable == "no":
        parts.append("baseline and actual are not comparable")
    return "; ".join(parts)


def _dated(name: str, value: float | Unknown, period: str) -> list[str]:
    return [f"{name} {figure_words(value)}" + (f" ({period})" if period else "")]


def _target(one: Indicator) -> list[str]:
    if one.rule == "none" and not known(one.target):
        return ["no target"] if one.target is Unknown.NOT_SUPPLIED else [f"target {one.target}"]
    figure = f" {figure_words(one.target)}" if known(one.target) else ""
    if one.target not in (Unknown.NOT_SUPPLIED, Unknown.NOT_YET_KNOWN) and not figure:
        figure = f", figure {one.target}"
    period = f" ({one.target_period})" if one.target_period else ""
    return [f"target: {one.rule}{figure}{period}" if one.rule != "none" else f"target{figure}{period}, no rule"]


def unknown_counts(edition: Edition) -> list[str]:
    """Say how often each way of not knowing stands in the indicators' baselines, targets and actuals."""
    columns = ("baseline", "target", "actual")
    values = [getattr(one, column) for one in edition.indicators for column in columns]
    counts = [(str(way), sum(1 for value in values if value is way)) for way in Unknown]
    return [f"{way}: {counted(count, 'figure')} of an indicator" for way, count in counts if count]
