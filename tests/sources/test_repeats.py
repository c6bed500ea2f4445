"""Which rows that come back are one record, and which are two incidents."""

from __future__ import annotations

from collections.abc import Callable

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from analysis.sources.archive import StreetFile
from analysis.sources.repeats import alike_without_id, whole_repeats, without
from analysis.sources.street import COLUMNS, read_street

Csv = Callable[..., bytes]
FileOf = Callable[[bytes], StreetFile]


def read(file_of: FileOf, data: bytes) -> pl.DataFrame:
    file = file_of(data)
    return read_street(file, file.read())


THEFT = {"Crime ID": "abc", "Crime type": "Other theft", "Last outcome category": "Under investigation"}


def published(csv: Csv, file_of: FileOf, *rows: dict[str, str]) -> pl.DataFrame:
    return read(file_of, csv(*rows))


def without_whole_repeats(rows: pl.DataFrame) -> pl.DataFrame:
    return without(rows, whole_repeats(rows))


def test_a_whole_row_repeat_with_a_crime_id_is_removed_once(csv: Csv, file_of: FileOf) -> None:
    rows = published(csv, file_of, THEFT, {}, THEFT, THEFT)
    assert without_whole_repeats(rows)["Crime ID"].to_list() == ["abc", None]


def test_anti_social_behaviour_that_looks_alike_is_all_kept(csv: Csv, file_of: FileOf) -> None:
    rows = published(csv, file_of, {}, {}, {})
    assert without_whole_repeats(rows).height == 3
    assert alike_without_id(rows) == 2


def test_an_id_that_comes_back_with_other_particulars_is_kept(csv: Csv, file_of: FileOf) -> None:
    rows = published(csv, file_of, THEFT, {**THEFT, "Last outcome category": "Local resolution"})
    assert without_whole_repeats(rows).height == 2


def test_what_is_kept_stands_in_its_order(csv: Csv, file_of: FileOf) -> None:
    rows = published(csv, file_of, {"Context": "1"}, THEFT, {"Context": "2"}, THEFT, {"Context": "3"})
    assert without_whole_repeats(rows)["Context"].to_list() == ["1", None, "2", "3"]


def test_a_file_without_repeats_is_untouched(csv: Csv, file_of: FileOf) -> None:
    rows = published(csv, file_of, THEFT, {**THEFT, "Crime ID": "abd"}, {})
    assert without_whole_repeats(rows).equals(rows)
    assert alike_without_id(rows) == 0


@given(st.lists(st.tuples(st.sampled_from(["", "a", "b"]), st.sampled_from(["x", "y"])), max_size=12))
def test_removal_agrees_with_a_plain_reading_of_the_rule(pairs: list[tuple[str, str]]) -> None:
    rows = pl.DataFrame(
        [dict.fromkeys(COLUMNS) | {"Crime ID": crime or None, "Context": context} for crime, context in pairs],
        schema=dict.fromkeys(COLUMNS, pl.String),
    )
    kept: list[tuple[str, str]] = []
    for pair in pairs:
        if not pair[0] or pair not in kept:
            kept.append(pair)
    result = without_whole_repeats(rows).select(pl.col("Crime ID").fill_null(""), "Context").rows()
    assert result == kept
