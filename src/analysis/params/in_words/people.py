"""Surveys, consultations, claims and events."""

from __future__ import annotations

from analysis.params.edition import Edition
from analysis.params.in_words.phrases import bullets, figure_words


def evidence_lines(edition: Edition) -> list[str]:
    """Say what else is declared: what people said, what was stated, what was going on."""
    lines: list[str] = []
    if edition.surveys:
        said = (
            f"{s.question}: {figure_words(s.percent)}% (asked: {figure_words(s.sample_size)}; reached: {s.reached})"
            for s in edition.surveys
        )
        lines += ["Surveys:", *bullets(said)]
    if edition.consultations:
        asked = (f"{c.what}: people {figure_words(c.people)}" for c in edition.consultations)
        lines += ["Consultations:", *bullets(asked)]
    if edition.claims:
        claims = (f"{c.statement} [{figure_words(c.figure)} {c.unit}]" for c in edition.claims)
        lines += ["Figures stated without a table:", *bullets(claims)]
    if edition.events:
        events = (f"{e.name} ({e.start} to {e.end}){f'. {e.published}' * bool(e.published)}" for e in edition.events)
        lines += ["Events:", *bullets(events)]
    return lines
