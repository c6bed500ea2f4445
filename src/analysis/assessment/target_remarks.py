"""What keeps a reader from taking a table of targets at its word: what is still open, chance, odd targets, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.assessment.context import caution, information
from analysis.blocks import Bullets, Paragraph, ref, text
from analysis.cannot_say import CannotSay
from analysis.params.figure import Unknown
from analysis.prose import changed_target_sentence, open_target_sentence, survey_sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analysis.blocks import Block
    from analysis.disclosure import Published
    from analysis.targets import TargetResult

RECORDED: Final = ("located-share", "recording-break")
"""Refusals that lie in how crimes were recorded or located, not in what was declared."""


def remarks(
    slug: str, found: Sequence[TargetResult], frame: Published, unusual: Mapping[str, Sequence[str]]
) -> list[Block]:
    """The remarks on the table ``slug`` of some indicators; empty where there is nothing to say.

    ``frame`` is the published frame of the table; ``unusual`` names, by what passed, the indicators with that in their
    baseline.
    """
    return [
        *_changes(found, frame), *_still_open(found, frame), *_coin_tosses(found), *_hardly_missed(found),
        *_past_baseline(found), *_unusual(unusual), *_samples(found, frame), *_notes(slug, found), *_ambiguous(found),
    ]  # fmt: skip


def _changes(found: Sequence[TargetResult], frame: Published) -> list[Block]:
    """What two counts differ by, with the interval that decides whether it may be called a change."""
    items = [changed_target_sentence(row) for row in frame if "verdict" in row and row["verdict"].known]
    refused = [r for r in found if isinstance(r.evidence, CannotSay) and r.evidence.rule in RECORDED]
    items += [text(f"{r.indicator.name}: whether it changed cannot be said: {_reason(r)}.") for r in refused]
    lead = "Changes on the baseline, and whether chance could explain them:"
    return [Paragraph(spans=text(lead)), Bullets(items=tuple(items))] if items else []


def _reason(result: TargetResult) -> str:
    return result.evidence.reason if isinstance(result.evidence, CannotSay) else ""


def _still_open(found: Sequence[TargetResult], frame: Published) -> list[Block]:
    items = [open_target_sentence(row) for row in frame if "chance_now" in row and row["chance_now"].known]
    refused = [
        text(f"{r.indicator.name}: the chance of meeting the target cannot be given: {r.outlook.reason}.")
        for r in found
        if isinstance(r.outlook, CannotSay)
    ]
    if not items and not refused:
        return []
    lead = "Targets whose period is not over. "
    past = "How such chances come true can be shown once periods for which an edition stated them have ended."
    return [Paragraph(spans=text(f"{lead}{past}" if items else lead.strip())), Bullets(items=(*items, *refused))]


def _coin_tosses(found: Sequence[TargetResult]) -> list[Block]:
    tosses = [f"{r.indicator.name} ({numbers.chance(100 * (r.chance or 0))})" for r in found if r.coin_toss]
    if not tosses:
        return []
    words = (
        f"With no change at all the target would be met about as often as missed: {numbers.listed(tosses)}. Meeting or "
        "missing it by itself says nothing about what was done."
    )
    return [caution(words, title="A coin toss")]


def _hardly_missed(found: Sequence[TargetResult]) -> list[Block]:
    """Targets met unless there is a clear change, where the counts are so small that hardly any change is clear."""
    wide = [_margin_of(r) for r in found if r.hardly_missed]
    if not wide:
        return []
    words = (
        f"Met unless there is a clear change: {numbers.listed(wide)}. The margin of chance is so wide because the "
        "counts are small: meeting such a target shows little."
    )
    return [caution(words, title="A target that can hardly be missed")]


def _margin_of(result: TargetResult) -> str:
    """``Robbery (met up to 104 on 66, +57.6%; with no change, in 98% of years)``."""
    margin, base = result.margin, result.indicator.baseline
    assert margin is not None and not isinstance(base, Unknown)
    side = "up to" if margin > base else "down to"
    apart = numbers.percent(100 * (margin / base - 1), signed=True)
    often = numbers.chance(100 * (result.chance or 0))
    span = f"met {side} {numbers.plain(margin)} on {numbers.plain(base)}, {apart}"
    return f"{result.indicator.name} ({span}; with no change, {often} of years)"


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


def _unusual(unusual: Mapping[str, Sequence[str]]) -> list[Block]:
    return [
        caution(
            f"The baseline takes in months of {name}: {numbers.listed(list(names))}. A target set on such a baseline "
            "may be met or missed only because those months are over.",
            title="Baseline of an unusual year",
        )
        for name, names in unusual.items()
    ]


def _samples(found: Sequence[TargetResult], frame: Published) -> list[Block]:
    items = [survey_sentence(row) for row in frame if "actual_low" in row and row["actual_low"].known]
    without = [
        r.indicator.name
        for r in found
        if r.indicator.unit == "percent" and isinstance(r.interval, CannotSay) and r.interval.rule == "no-sample-size"
    ]
    if without:
        items.append(text(f"No range can be given for {numbers.listed(without)}: of how many people is not known."))
    lead = "Percentages of a limited number of people move by chance:"
    return [Paragraph(spans=text(lead)), Bullets(items=tuple(items))] if items else []


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
