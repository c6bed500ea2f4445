"""The further documents that an edition asks for, and the priorities of a county's members."""

from __future__ import annotations

from analysis.params.county import MemberPriority
from analysis.params.edition import Edition
from analysis.params.in_words.phrases import bullets
from analysis.params.month import month_words
from analysis.params.performance import Performance


def document_lines(edition: Edition) -> list[str]:
    """Say which documents are made besides the assessment, and what members of a county name."""
    lines: list[str] = []
    asked = [_report(each) for each in edition.performance]
    if edition.leaflet:
        asked.append(f"a leaflet for residents, {edition.leaflet.title}")
    if asked:
        lines += ["Made besides the assessment:", *bullets(asked)]
    if edition.member_priorities:
        named = [_named(each) for each in edition.member_priorities]
        lines += ["Priorities that members name, and the county's that each belongs to:", *bullets(named)]
    return lines


def _named(each: MemberPriority) -> str:
    return f"{each.member}: {each.name} ({each.serves or 'of none'})"


def _report(asked: Performance) -> str:
    over = "one month" if asked.months == 1 else f"{asked.months} months"
    return f"a performance report over {over} to {month_words(asked.month)}, of nothing known later"
