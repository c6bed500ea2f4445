"""Is P(among the first five) what it says? Rounds of scoring with a known truth, drawn and ranked.

python benchmarks/scoring.py [ROUNDS]

Each round draws true scores of ten issues, agencies that see them with views and moods of their own, and levels from 1
to 5 of six criteria. The truth is what a very large number of such agencies would say on average.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from scipy import stats

from analysis.cannot_say import said
from analysis.priorities import Criterion, matrix, ranking

ISSUES, CRITERIA, CUT, LEVELS = 10, 6, 5, np.arange(1, 6)
BANDS = (0, 0.05, 0.2, 0.4, 0.6, 0.8, 0.95, 1.0001)


@dataclass(frozen=True)
class World:
    """How far issues differ, how many agencies score, how much they disagree, what share of scores is missing."""

    name: str
    spread: float
    agencies: int
    disagree: float
    missing: float = 0.0


WORLDS = (
    World("ten agencies, issues far apart", 1.0, 10, 0.6),
    World("ten agencies, issues close", 0.3, 10, 0.6),
    World("six agencies, one score in ten missing", 0.6, 6, 0.6, 0.1),
    World("four agencies that disagree", 0.6, 4, 1.0),
)
SEVERITY, OF_CRITERION, MOOD = 0.4, 0.5, 0.7


def one_round(world: World, random: np.random.Generator) -> list[tuple[float, bool]]:
    """P of each issue, and whether it truly is among the first."""
    means = 3 + random.normal(0, world.spread, ISSUES)[:, None] + random.normal(0, OF_CRITERION, (ISSUES, CRITERIA))
    weights = random.uniform(0.75, 1.25, CRITERIA)
    truth = expected(means, np.hypot(np.hypot(SEVERITY, world.disagree), MOOD)) @ (weights / weights.sum())
    shape = (world.agencies, ISSUES, CRITERIA)
    seen = (
        means
        + random.normal(0, SEVERITY, shape[:1])[:, None, None]
        + random.normal(0, world.disagree, shape[:2])[:, :, None]
        + random.normal(0, MOOD, shape)
    )
    levels = np.clip(np.rint(seen), LEVELS[0], LEVELS[-1])
    levels[random.random(shape) < world.missing] = np.nan
    found = ranking(scored(levels), cut=CUT, draws=1000, least=2)
    if not said(found):
        return []
    first = {f"i{n}" for n in np.argsort(-truth)[:CUT]}
    return [(line.chance, line.issue in first) for line in found.lines if line.chance is not None]


def expected(means: np.ndarray, deviation: float) -> np.ndarray:
    """The mean level that agencies give: a normal view, rounded to the levels there are."""
    edges = (LEVELS[:-1] + 0.5 - means[..., None]) / deviation
    return LEVELS[0] + stats.norm.sf(edges).sum(axis=-1)


def scored(levels: np.ndarray):
    """The matrix of these levels."""
    rows = [
        (f"a{a:02d}", f"i{i}", f"c{c}", levels[a, i, c])
        for a in range(levels.shape[0]) for i in range(ISSUES) for c in range(CRITERIA)
    ]  # fmt: skip
    frame = pd.DataFrame(rows, columns=["agency", "issue", "criterion", "score"])
    return matrix(frame, [Criterion(f"c{c}", LEVELS[0], LEVELS[-1]) for c in range(CRITERIA)])


def reliability(world: World, rounds: int, seed: int = 20_101_001) -> pd.DataFrame:
    """P said against how often it was so, by band of P."""
    random = np.random.default_rng(seed)
    found = pd.DataFrame([pair for _ in range(rounds) for pair in one_round(world, random)], columns=["p", "first"])
    band = np.digitize(found["p"], BANDS)
    table = found.groupby(band).agg(said=("p", "mean"), was=("first", "mean"), issues=("p", "size"))
    table["brier"] = ((found["p"] - found["first"]) ** 2).mean()
    table["brier if told nothing"] = (CUT / ISSUES - found["first"]).pow(2).mean()
    return table


def main(rounds: int) -> None:
    """Print the figures of every world, and write them to ``benchmarks/results/scoring.csv``."""
    tables = []
    for world in WORLDS:
        print(f"\n{world.name}, {rounds} rounds")
        tables.append(reliability(world, rounds).round(3))
        print(tables[-1].to_string(index=False))
        tables[-1].insert(0, "world", world.name)
    target = Path(__file__).with_name("results") / "scoring.csv"
    pd.concat(tables).to_csv(target, index=False, lineterminator="\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 400)
