"""Rounds of scoring made for tests: a table of scores from plain lists."""

from __future__ import annotations

import pandas as pd

from analysis.priorities import Criterion, Matrix, matrix

CRITERIA = (Criterion("harm", 1, 5, 2.0), Criterion("likelihood", 1, 5, 1.0, likelihood=True))


def rows(scores: dict[str, dict[str, list[float | None]]]) -> pd.DataFrame:
    """Rows of ``{agency: {issue: [score on each criterion of CRITERIA]}}``."""
    return pd.DataFrame(
        [
            (agency, issue, criterion.name, score)
            for agency, issues in scores.items()
            for issue, given in issues.items()
            for criterion, score in zip(CRITERIA, given, strict=True)
        ],
        columns=["agency", "issue", "criterion", "score"],
    )


def of(scores: dict[str, dict[str, list[float | None]]]) -> Matrix:
    """The matrix of such a table."""
    return matrix(rows(scores), CRITERIA)


def agreed(agencies: int = 6, issues: int = 8) -> dict[str, dict[str, list[float | None]]]:
    """Agencies that see ``issues`` alike but for a level here and there, the first issue the highest."""
    return {
        f"agency-{a}": {
            f"issue-{i}": [_level(5 - 4 * i / (issues - 1) + ((a + i + c) % 3 - 1) * 0.4) for c in range(2)]
            for i in range(issues)
        }
        for a in range(agencies)
    }


def _level(value: float) -> float:
    return float(min(max(round(value), 1), 5))
