"""The sentence of a published claim: what it says, its figure, and what keeps a reader from relying on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import numbers
from analysis.blocks import strong, text
from analysis.params.figure import Unknown

if TYPE_CHECKING:
    from analysis.blocks import Spans
    from analysis.params.edition import Claim


def claim_sentence(claim: Claim) -> Spans:
    """``Fall in vandalism and hate crime: −40% (period not published). It joins two outcomes ...``."""
    statement = claim.statement.rstrip(".")
    period = claim.period if claim.period and claim.period != Unknown.NOT_PUBLISHED else "period not published"
    query = f" {numbers.sentence_case(claim.query.strip())}" if claim.query else ""
    return text(f"{statement}: ", strong(claim_figure(claim)), f" ({period}).{query}")


def claim_figure(claim: Claim) -> str:
    """The figure with its unit as published: ``−40%``, ``63 people arrested``, or why there is none."""
    if isinstance(claim.figure, Unknown):
        return str(claim.figure)
    unit = claim.unit.strip()
    if unit.startswith(("percent", "per cent", "%")):
        change = "change" in unit
        rest = unit.removeprefix("percentage").removeprefix("percent").removeprefix("per cent").removeprefix("%")
        of = rest.replace("change", "").strip()
        return f"{numbers.plain(claim.figure, signed=change)}{numbers.PERCENT} {of}".strip()
    return f"{numbers.plain(claim.figure)} {unit}"
