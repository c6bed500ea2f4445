"""How often the comparison with other areas is wrong, where nothing is out of the ordinary.

``python -m benchmarks.peers`` writes ``benchmarks/results/peers.csv``: simulated groups of areas whose true rates vary
by a known spread, the first area among them drawn like the others. Seeded; about four minutes on one core.
"""

from __future__ import annotations

import csv
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

import numpy as np

from analysis.cannot_say import said
from analysis.peers import Area, change_against_peers, ranks, standing

RESULTS = Path(__file__).parent / "results" / "peers.csv"
SEED = 20_210_402
GROUPS, RANKED = 2_000, 200
PEERS = (4, 8, 31)
SPREADS = (0.0, 0.2, 0.4)
MEANS = (20, 200, 5_000)
CHANGES = (0.0, 0.05, 0.15)
"""Standard deviations of areas' own changes on the year."""
Shape = Literal["log-normal", "gamma"]


@dataclass(frozen=True)
class Cell:
    """Shares of simulated groups: outside either limits, a rank interval that holds, a change said where there is none.

    ``change_spread`` goes with the spread: areas that differ more also change more differently.
    """

    peers: int
    shape: Shape
    spread: float
    mean: int
    outside_95: float
    outside_998: float
    ranks_held: float
    change_said: float
    refused: float


def true_rates(random: np.random.Generator, areas: int, shape: Shape, spread: float) -> np.ndarray:
    """Relative true rates with mean 1 and standard deviation ``spread``."""
    if not spread:
        return np.ones(areas)
    if shape == "gamma":
        return random.gamma(spread**-2, spread**2, areas)
    sigma = np.sqrt(np.log1p(spread**2))
    return random.lognormal(-(sigma**2) / 2, sigma, areas)


def one(random: np.random.Generator, peers: int, shape: Shape, spread: float, mean: int, *, ranked: bool):
    """One simulated group: outside 95 %, outside 99.8 %, share of ranks held or None, change said; None if refused."""
    people = random.uniform(40_000, 160_000, peers + 1)
    rates = mean / 100_000 * true_rates(random, peers + 1, shape, spread)
    own = CHANGES[SPREADS.index(spread)]
    counts = random.poisson(rates * people)
    later = random.poisson(rates * people * random.lognormal(0.1, own, peers + 1) if own else rates * people * 1.1)
    areas, after = (
        [Area(str(i), int(count), float(n)) for i, (count, n) in enumerate(zip(each, people, strict=True))]
        for each in (counts, later)
    )
    found = standing(areas[0], areas[1:])
    if not said(found):
        return None
    changed = change_against_peers(areas[0], after[0], list(zip(areas[1:], after[1:], strict=True)))
    said_so = said(changed) and changed.verdict != "no clear difference"
    inside = [low <= found.ratio <= high for low, high in (found.inner, found.outer)]
    return not inside[0], not inside[1], held(areas, rates) if ranked and spread else None, said_so


def held(areas: list[Area], rates: np.ndarray) -> float:
    """Share of areas whose true rank lies in its interval."""
    truth = 1 + (rates[:, None] < rates).sum(axis=1)
    found = ranks(areas, draws=1_000)
    return float(np.mean([each.low <= rank <= each.high for each, rank in zip(found, truth, strict=True)]))


def cell(number: int, peers: int, shape: Shape, spread: float, mean: int) -> Cell:
    """All groups of one cell."""
    random = np.random.default_rng([SEED, number])
    found = [one(random, peers, shape, spread, mean, ranked=i < RANKED) for i in range(GROUPS)]
    answered = [each for each in found if each is not None]
    of_ranks = [each[2] for each in answered if each[2] is not None]
    shares = [float(np.mean([each[i] for each in answered])) for i in (0, 1, 3)]
    return Cell(
        peers, shape, spread, mean, shares[0], shares[1], float(np.mean(of_ranks)) if of_ranks else float("nan"),
        shares[2], 1 - len(answered) / GROUPS,
    )  # fmt: skip


def main() -> None:
    """Write the table."""
    grid = [(p, k, s, m) for p in PEERS for k in ("log-normal", "gamma") for s in SPREADS for m in MEANS]
    grid = [each for each in grid if each[2] or each[1] == "log-normal"]
    with RESULTS.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, fieldnames=list(Cell.__dataclass_fields__), lineterminator="\n")
        writer.writeheader()
        for number, (peers, shape, spread, mean) in enumerate(grid):
            found = cell(number, peers, shape, spread, mean)
            writer.writerow(
                {
                    k: round(v, 4) if isinstance(v, float) and v == v else "" if v != v else v
                    for k, v in asdict(found).items()
                }
            )


if __name__ == "__main__":
    main()
