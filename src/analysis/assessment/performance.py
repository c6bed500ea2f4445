"""Performance against targets, group by group as the partnership tables them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pandas as pd

from analysis import numbers
from analysis.assessment.context import caution, information, not_there
from analysis.blocks import Bullets, Paragraph, ref, text
from analysis.disclosure import target_columns
from analysis.exhibits import targets as targets_exhibit
from analysis.measures import Window, window_total
from analysis.params.figure import Unknown
from analysis.targets import assess_all, period_end

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.blocks import Block
    from analysis.params import Indicator
    from analysis.targets import TargetResult

MONTHS_IN = {"year": 12}
STANDING = ("met", "missed", "on track", "at risk", "too close to call")


def performance(context: Context, results: Results) -> list[Block]:
    """One table a group of indicators, with what may be read from it; a note where none are declared."""
    if not context.edition.indicators:
        return [not_there(context, "Indicators and targets, which only the partnership can set.")]
    found = assessed(context, results)
    blocks: list[Block] = [_lead(found)]
    for group in dict.fromkeys(r.indicator.group for r in found):
        blocks += _group(context, group, [r for r in found if r.indicator.group == group])
    return blocks


def assessed(context: Context, results: Results) -> tuple[TargetResult, ...]:
    """Every indicator assessed; those that name a category are counted from the data."""
    counted = {i.id: count for i in context.edition.indicators if (count := _counted(i, context, results)) is not None}
    return assess_all(context.edition.indicators, counted=counted, on=pd.Period(context.edition.period.end, "M"))


def _counted(indicator: Indicator, context: Context, results: Results) -> float | None:
    """The actual of an indicator that the data measure: over its target period, as far as the edition's period goes."""
    if not indicator.category or context.slices is None:
        return None
    window = _target_window(indicator, context)
    if window is None:
        return None
    return window_total(results.series(indicator.category), window)


def _target_window(indicator: Indicator, context: Context) -> Window | None:
    end = period_end(indicator.target_period)
    if end is None:
        return None
    return Window(end - 11, min(end, context.window.end))


def _lead(found: Sequence[TargetResult]) -> Paragraph:
    standing = {status: sum(r.status == status for r in found) for status in dict.fromkeys(r.status for r in found)}
    parts = [f"{numbers.in_words(count)} {status}" for status, count in standing.items()]
    of = numbers.plural(len(found), "indicator is", "indicators are")
    return Paragraph(
        spans=text(
            f"{numbers.sentence_case(of)} declared: {numbers.listed(parts)}. Which way is better is declared for each; of an "
            "indicator whose direction is ambiguous, a rise is called neither better nor worse."
        )
    )


def slug_of(words: str) -> str:
    """A slug of words: ``Performance 2010/11`` is ``performance-2010-11``."""
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")


def _group(context: Context, group: str, found: Sequence[TargetResult]) -> list[Block]:
    rows = [{**target_columns(r), "baseline_target": r.indicator.baseline_target} for r in found]
    frame = context.declared(rows, key=["id"])
    slug = f"targets-{slug_of(group)}"
    caption = context.caption(
        slug, _headline(found), f"Indicators against their targets: {group}, {context.partnership.name}",
        source=_source(context, found), notes=_sums(found),
    )  # fmt: skip
    return [targets_exhibit(frame, caption), *_remarks(slug, found)]


def _source(context: Context, found: Sequence[TargetResult]) -> str:
    counted = any(r.indicator.category for r in found)
    return f"{context.document_source} {context.data_source}" if counted and context.slices else context.document_source


def _headline(found: Sequence[TargetResult]) -> str:
    standing = [r.status for r in found if r.status in STANDING]
    if not standing:
        return f"{numbers.sentence_case(numbers.plural(len(found), 'indicator'))}, none of which can be judged yet"
    parts = [f"{numbers.in_words(standing.count(s))} {s}" for s in STANDING if s in standing]
    rest = len(found) - len(standing)
    tail = f"; {numbers.in_words(rest)} cannot be judged" if rest else ""
    return f"Of {numbers.plural(len(found), 'indicator')}, {numbers.listed(parts)}{tail}"


def _sums(found: Sequence[TargetResult]) -> list[str]:
    """How each derived total is made up, where every part is known: ``2,883 is the sum of ...``."""
    declared = {r.indicator.id: r.indicator for r in found}
    said = []
    for indicator in declared.values():
        parts = [declared[p] for part in indicator.sum_of.split("+") if (p := part.strip()) in declared]
        if not indicator.sum_of or any(isinstance(p.baseline, Unknown) for p in parts):
            continue
        named = [f"{p.name} {numbers.plain(p.baseline)}" for p in parts if not isinstance(p.baseline, Unknown)]
        whole = "" if isinstance(indicator.baseline, Unknown) else f" {numbers.plain(indicator.baseline)}"
        said.append(f"{indicator.name}{whole} is the sum of {numbers.listed(named)}.")
    return said


def _remarks(slug: str, found: Sequence[TargetResult]) -> list[Block]:
    """What keeps a reader from taking the table at its word: coin tosses, targets past their baseline, slips, notes."""
    blocks: list[Block] = []
    tosses = [r for r in found if r.coin_toss]
    if tosses:
        names = numbers.listed([f"{r.indicator.name} ({numbers.percent(100 * (r.chance or 0), 0)})" for r in tosses])
        blocks.append(
            caution(
                f"With no change at all the target would be met about as often as missed: {names}. Meeting or missing it "
                "says nothing about what was done.",
                title="A coin toss",
            )
        )
    worse = [r for r in found if r.target_worse_than_baseline]
    if worse:
        names = numbers.listed([_target_past(r) for r in worse])
        blocks.append(
            caution(f"The target is on the worse side of its baseline: {names}.", title="Target past its baseline")
        )
    notes = [(r.indicator.name, [n for n in (r.indicator.flag, r.indicator.note) if n]) for r in found]
    if any(said for _, said in notes):
        blocks.append(Paragraph(spans=text("Notes to ", ref(slug), ":")))
        blocks.append(Bullets(items=tuple(text(f"{name}: {' '.join(said)}") for name, said in notes if said)))
    ambiguous = [r.indicator.name for r in found if r.indicator.direction == "ambiguous"]
    if ambiguous:
        blocks.append(
            information(
                f"Neither up nor down is better by itself, because more may be reported or found: {numbers.listed(ambiguous)}."
            )
        )
    return blocks


def _target_past(result: TargetResult) -> str:
    target, baseline = result.indicator.target, result.indicator.baseline
    assert not isinstance(target, Unknown) and not isinstance(baseline, Unknown)
    return f"{result.indicator.name} ({numbers.plain(target)} against {numbers.plain(baseline)})"
