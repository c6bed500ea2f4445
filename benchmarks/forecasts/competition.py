"""Set A of the M3 competition: ours among what was submitted and what R's forecast package gives."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.outlook import mase, naive_scale
from analysis.outlook.accuracy import chosen
from analysis.outlook.history import history
from analysis.outlook.models import models
from analysis.outlook.origins import actuals, origins
from analysis.outlook.outlook import trial

HORIZON = 18
DRAWS = 4000
CHOSEN = "ours: chosen by past accuracy"


def competition(folder: Path) -> pd.DataFrame:
    """MASE and seconds of each method, the means over the series, best first; ours by name, others as submitted."""
    scores = [pd.read_csv(folder / "scores_by_series.csv")[["id", "method", "mase"]].assign(ours=False, seconds=np.nan)]
    rows = [row for name, each in pd.read_csv(folder / "series.csv").groupby("id") for row in _ours(str(name), each)]
    whole = pd.concat([*scores, pd.DataFrame(rows)])
    means = whole.groupby(["method", "ours"], as_index=False)[["mase", "in80", "in95", "seconds"]].mean()
    return means.sort_values("mase", ignore_index=True)


def _ours(name: str, each: pd.DataFrame) -> list[dict[str, object]]:
    known, came = (each.loc[each.split == part, "y"].to_numpy(dtype=float) for part in ("train", "test"))
    index = pd.period_range(each["ym"].iloc[0], periods=len(known), freq="M")
    past = history(pd.Series(known, index=index).astype("Int64"), HORIZON)
    scale, rows = naive_scale(known), {}
    for model, fit in models(past).items():
        began = time.perf_counter()
        paths = fit(past)(past, DRAWS, np.random.default_rng(0))
        low95, low80, middle, high80, high95 = np.quantile(paths, (0.025, 0.1, 0.5, 0.9, 0.975), axis=0)
        rows[model] = {
            "id": name, "method": f"ours: {model}", "ours": True, "mase": mase(came, middle, scale),
            "in80": np.mean((came >= low80) & (came <= high80)), "in95": np.mean((came >= low95) & (came <= high95)),
            "seconds": time.perf_counter() - began,
        }  # fmt: skip
    began = time.perf_counter()
    at = origins(past)
    best = chosen(trial(past, at, actuals(past, at, HORIZON), seed=0), HORIZON)
    return [*rows.values(), {**rows[best], "method": CHOSEN, "seconds": time.perf_counter() - began}]
