"""Which published cases bear on which method: by the first words of their names."""

from __future__ import annotations

from typing import Final

TOPICS: Final = {
    "change": ("Change between two counts", ("rates-pct", "rates-ratio", "rates-unequal", "rates-etest")),
    "rates": ("Rates", ("rates-byar", "rates-single")),
    "many": ("Many comparisons at once", ("counts-fdr",)),
    "trend": ("Trend", ("counts-", "trend-", "sts-")),
    "exceptional": ("Exceptional months", ("spc-", "excess-")),
    "outlook": ("The months ahead", ("forecast-",)),
    "targets": ("Targets", ("target-",)),
    "peers": ("Comparison with other areas", ("funnel-",)),
    "initiatives": ("Initiatives", ("its-", "wdd-", "wdq-", "did-", "eb-", "synth-", "ci-")),
    "places": ("Places", ("hotspot-",)),
    "scoring": ("Scoring of priorities", ("scoring-",)),
}
"""Topic to its title and to how the names of its cases begin; the longest beginning that fits decides."""


def topic_of(case: str) -> str:
    """The topic that a case belongs to; raises ``KeyError`` for a name that begins like none."""
    fitting = {start: topic for topic, (_, starts) in TOPICS.items() for start in starts if case.startswith(start)}
    return fitting[max(fitting, key=len, default="")]
