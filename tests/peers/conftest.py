from __future__ import annotations

import pytest

from analysis.peers import Area


def areas(*counts: int, population: float = 100_000.0, dispersion: float = 1.0) -> list[Area]:
    """Areas named ``0``, ``1`` ... with these counts and one population."""
    return [Area(str(i), count, population, dispersion) for i, count in enumerate(counts)]


@pytest.fixture
def leicestershire() -> list[Area]:
    """All recorded crime in the year ending November 2022: North West Leicestershire, then the eight others."""
    counts = {
        "North West Leicestershire": (8_408, 104_809), "Leicester": (48_788, 354_224), "Rutland": (1_889, 40_476),
        "Blaby": (6_876, 101_950), "Charnwood": (14_817, 188_416), "Harborough": (5_190, 95_537),
        "Hinckley and Bosworth": (7_620, 113_666), "Melton": (3_805, 51_394), "Oadby and Wigston": (3_939, 57_313),
    }  # fmt: skip
    return [Area(name, count, people) for name, (count, people) in counts.items()]
