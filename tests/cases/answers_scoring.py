"""A published priority grid, graded by the rule that reports use for one: likelihood times impact."""

from __future__ import annotations

import pandas as pd

from analysis.priorities import Criterion, matrix
from analysis.priorities.combine import as_declared, combined


def fife_grid(case):
    """Each cell of the grid is an issue that one agency scored on impact and on likelihood."""
    rows = [
        ("partnership", f"impact {row.impact} likelihood {row.likelihood}", criterion, getattr(row, criterion))
        for row in case.data.itertuples()
        for criterion in ("impact", "likelihood")
    ]
    levels = case.data["impact"]
    criteria = [
        Criterion(name, levels.min(), levels.max(), likelihood=name == "likelihood")
        for name in ("impact", "likelihood")
    ]
    scored = matrix(pd.DataFrame(rows, columns=["agency", "issue", "criterion", "score"]), criteria)
    found = dict(zip(scored.issues, combined(scored, as_declared(scored, None), "grid")[0].tolist(), strict=True))
    by_row = {
        f"impact{impact}_row": [found[f"impact {impact} likelihood {likelihood}"] for likelihood in (1, 2, 3, 4)]
        for impact in (1, 2, 3, 4)
    }
    return {**by_row, "max": max(found.values())}


ANSWERS = {"scoring-risk-matrix-fife": fife_grid}
