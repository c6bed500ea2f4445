"""Notes on categories and months that stopped: real editions, and one whose feed failed."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

from analysis.assessment.interrupted import interruption_blocks
from analysis.counts import counts_frame

if TYPE_CHECKING:
    from analysis.blocks import Block

NORMAL = [40, 38, 45, 41, 39, 44, 37, 42, 40, 43, 36, 41]


def words(block: Block) -> str:
    return "".join(getattr(span, "text", "") for span in getattr(block, "spans", ()))


def edition(own: dict[str, list[int]], peer: dict[str, list[int]] | None = None, *, annual: bool = False) -> Any:
    """Just what the notes ask of an edition: its own counts, those of one peer, and names."""

    def frame(area: str, given: dict[str, list[int]]) -> pd.DataFrame:
        rows = [
            (area, month, category, count, "present")
            for category, counts in given.items()
            for month, count in zip(pd.period_range("2021-01", periods=len(counts), freq="M"), counts, strict=True)
        ]
        return counts_frame(pd.DataFrame(rows, columns=["area", "month", "category", "count", "status"]))

    context = SimpleNamespace(
        annual=annual, partnership=SimpleNamespace(peers=("E07000999",)), name_of={"E07000999": "Loamshire"}.get
    )
    results = SimpleNamespace(
        counts=frame("own", own), slices=SimpleNamespace(districts=frame("E07000999", peer or {"drugs": NORMAL}))
    )
    return context, results


def test_where_all_is_well_there_is_nothing_to_say() -> None:
    assert interruption_blocks(*edition({"burglary": NORMAL})) == []


def test_a_month_near_zero_is_a_caution_without_its_count() -> None:
    (note,) = interruption_blocks(*edition({"burglary": [*NORMAL[:5], 1, *NORMAL[6:]]}))
    assert words(note).startswith("Burglary is near zero in June 2021 and normal around it.")
    assert "40" not in words(note)


def test_categories_that_begin_together_are_named_together() -> None:
    late = [0, 0, 0, 0, *NORMAL[4:]]
    (note,) = interruption_blocks(*edition({"burglary": NORMAL, "drugs": late, "robbery": late}))
    assert "What is there from May 2021 on: Drugs; Robbery." in words(note)


def test_a_category_renamed_is_said_to_be_perhaps_the_same() -> None:
    given = {"burglary": [*NORMAL[:6], *[0] * 6], "robbery": [*[0] * 6, *NORMAL[6:]]}
    (note,) = interruption_blocks(*edition(given))
    assert "What is there up to June 2021 only: Burglary (perhaps the same as Robbery)." in words(note)


def test_a_neighbour_that_hardly_had_records_is_named() -> None:
    (note,) = interruption_blocks(*edition({"burglary": NORMAL}, {"drugs": [*NORMAL[:2], 0, *NORMAL[3:]]}))
    assert words(note).startswith("Loamshire (March 2021: one category) had almost no records with a location")


@pytest.mark.parametrize("annual", [True])
def test_neighbours_by_financial_year_are_not_searched(annual: bool) -> None:
    assert (
        interruption_blocks(*edition({"burglary": NORMAL}, {"drugs": [*NORMAL[:2], 0, *NORMAL[3:]]}, annual=annual))
        == []
    )
