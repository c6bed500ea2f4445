"""A slice's hash is that of its content as pandas writes it, whatever writes it."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pandas as pd
import pytest

from analysis.counts import counts_frame
from analysis.store import Slices, edition_slices
from analysis.store.slices import FRAMES, _as_csv, _as_text


@pytest.fixture(scope="module")
def rugby(root: Path) -> Slices:
    return edition_slices(
        "police-uk", "2022-11", ["E07000220"], ["E07000218"], ["warwickshire"],
        store=root / "no store", open_data=root / "data" / "open",
    )  # fmt: skip


@pytest.mark.parametrize("name", FRAMES)
def test_the_hash_is_of_what_pandas_writes(rugby: Slices, name: str) -> None:
    frame = getattr(rugby, name)
    written = (frame.assign(month=frame["month"].astype(str)) if "month" in frame else frame).to_csv(index=False)
    assert rugby.hashes()[name] == sha256(written.encode()).hexdigest()


def test_what_needs_quotes_and_what_is_unknown_are_written_alike() -> None:
    frame = counts_frame(
        pd.DataFrame(
            {
                "area": ['a "b", c', "d\ne"], "month": ["2022-01", "2021-12"], "category": ["x", "y"],
                "count": pd.array([pd.NA, 3], dtype="Int64"), "status": ["missing", "present"],
            }
        )
    )  # fmt: skip
    text = _as_text(frame)
    assert _as_csv(text) == text.to_csv(index=False, lineterminator="\n")
    assert _as_csv(text.iloc[:0]) == "area,month,category,count,status\n"


def test_years_keep_their_own_text(root: Path) -> None:
    slices = edition_slices(
        "scotland", "2021-22", ["S12000040"], [], [], store=root / "no store", open_data=root / "data" / "open"
    )
    assert _as_text(slices.counts)["month"].iloc[-1] == "2021/22"
