"""What keeps a reader from taking a table of targets at its word: coin tosses, odd targets, notes, directions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import numbers
from analysis.assessment.context import caution, information
from analysis.blocks import Bullets, Paragraph, ref, text
from analysis.params.figure import Unknown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.blocks import Block
    from analysis.targets import TargetResult


def remarks(slug: str, found: Sequence[TargetResult]) -> list[Block]:
    """The remarks on the table ``slug`` of some indicators; empty where there is nothing to say."""
    return [*_coin_tosses(found), *_past_baseline(found), *_notes(slug, found), *_ambiguous(found)]


def _coin_tosses(found: Sequence[TargetResult]) -> list[Block]:
    tosses = [f"{r.indicator.name} ({numbers.percent(100 * (r.chance or 0), 0)})" for r in found if r.coin_toss]
    if not tosses:
        return []
    words = (
        f"With no change at all the target would be met about as often as missed: {numbers.listed(tosses)}. Meeting or "
        "missing it says nothing about what was done."
    )
    return [caution(words, title="A coin toss")]


def _past_baseline(found: Sequence[TargetResult]) -> list[Block]:
    past = [_target_past(r) for r in found if r.target_worse_than_baseline]
    if not past:
        return []
    words = f"The target is on the worse side of its baseline: {numbers.listed(past)}."
    return [caution(words, title="Target past its baseline")]


def _target_past(result: TargetResult) -> str:
    target, baseline = result.indicator.target, result.indicator.baseline
    assert not isinstance(target, Unknown) and not isinstance(baseline, Unknown)
    return f"{result.indicator.name} ({numbers.plain(target)} against {numbers.plain(baseline)})"


def _notes(slug: str, found: Sequence[TargetResult]) -> list[Block]:
    notes = [(r.indicator.name, [n for n in (r.indicator.flag, r.indicator.note) if n]) for r in found]
    items = [text(f"{name}: {' '.join(words)}") for name, words in notes if words]
    return [Paragraph(spans=text("Notes to ", ref(slug), ":")), Bullets(items=tuple(items))] if items else []


def _ambiguous(found: Sequence[TargetResult]) -> list[Block]:
    names = [r.indicator.name for r in found if r.indicator.direction == "ambiguous"]
    if not names:
        return []
    lead = "Neither up nor down is better by itself, because more may be reported or found"
    return [information(f"{lead}: {numbers.listed(names)}.")]
