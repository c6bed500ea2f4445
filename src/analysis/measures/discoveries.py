"""Which of many changes stand out when all of them were looked at."""

from __future__ import annotations

from collections.abc import Sequence


def discoveries(p_values: Sequence[float], rate: float = 0.05) -> tuple[bool, ...]:
    """Mark the changes that stand out at a false discovery ``rate``, in the order given (Benjamini and Hochberg 1995).

    For tables of many areas or categories: among those marked, about one in twenty is expected to be chance.
    Raises ``ValueError`` for a p value or a rate that is not between 0 and 1.
    """
    if not (0 < rate < 1 and all(0 <= p <= 1 for p in p_values)):
        raise ValueError("discoveries need p values and a rate between 0 and 1")
    ranked = sorted(p_values)
    passed = [p for rank, p in enumerate(ranked, start=1) if p <= rate * rank / len(ranked)]
    return tuple(bool(passed) and p <= passed[-1] for p in p_values)
