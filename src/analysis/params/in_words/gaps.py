"""What is not known, what is wrong in the source, what a reader would look for and not find."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.params.edition import Edition
from analysis.params.in_words.indicators import unknown_counts
from analysis.params.in_words.phrases import bullets


def gap_lines(edition: Edition) -> list[str]:
    """Say the unknowns, the flags and the slips, and what was not published."""
    lines: list[str] = []
    if unknowns := unknown_counts(edition):
        lines += ["Not known (none of these is zero):", *bullets(unknowns)]
    if flags := list(_flags(edition)):
        lines += ["Flagged:", *bullets(flags)]
    if edition.not_published:
        lines += ["Not published:", *bullets(f"{one.section}: {one.what}" for one in edition.not_published)]
    return lines


def _flags(edition: Edition) -> Iterator[str]:
    for indicator in edition.indicators:
        if indicator.flag:
            yield f"indicator {indicator.id}: {indicator.flag}"
    for action in edition.actions:
        if action.flag:
            yield f"action {action.id}: {action.flag}"
    for step in edition.timetable:
        if step.flag:
            yield f"timetable, {step.meeting}: {step.flag}"
    for claim in edition.claims:
        if claim.query:
            yield f"claim {claim.id}: {claim.query}"
    for slip in edition.slips:
        yield f"{slip.where}: {slip.what}"
