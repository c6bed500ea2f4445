"""CSV as a spreadsheet saves it: rows by their number, empty cells left out, nothing shifted in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from analysis.errors import ParameterError
from analysis.params import load_table
from analysis.params.action import Action
from analysis.params.reading.csv_file import read_csv
from analysis.params.reading.rows import rows_of
from analysis.params.reading.text_file import read_text
from analysis.params.reading.written import Written

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS = ("id", "name", "note")


def read(text: str) -> Written:
    written, problems = read_csv(text, "rows.csv", COLUMNS, ("id",))
    assert problems == []
    assert written is not None
    return written


def refused(text: str) -> list[tuple[int, str, str]]:
    _, problems = read_csv(text, "rows.csv", COLUMNS, ("id",))
    return [(problem.line, problem.key, problem.rule) for problem in problems]


def test_rows_are_read_by_the_names_of_their_columns_in_any_order() -> None:
    assert read("name,id\nA,a\nB,b\n").value == [{"name": "A", "id": "a"}, {"name": "B", "id": "b"}]


def test_empty_cells_are_left_out_and_spaces_around_a_cell_do_not_count() -> None:
    assert read("id, name ,note\na,  ,\n b ,B,\n").value == [{"id": "a"}, {"id": "b", "name": "B"}]


def test_a_row_keeps_its_number_whatever_was_left_out_above_it() -> None:
    written = read('id,name\n\na,"two\nlines"\n,\nb,B\n')
    assert [written.line((place,)) for place in range(2)] == [3, 5]


def test_quoted_cells_may_hold_commas_quotes_and_line_ends() -> None:
    assert read('id,name\na,"one, ""two""\nthree"\n').value == [{"id": "a", "name": 'one, "two"\nthree'}]


def test_cells_beyond_the_header_are_harmless_only_when_empty() -> None:
    assert read("id,name\na,A,,\n").value == [{"id": "a", "name": "A"}]
    assert refused("id,name\na,A,,x\nb,B\nc\n") == [(2, "", "csv-cells"), (4, "", "csv-cells")]


def test_a_wrong_header_is_all_that_is_said_of_a_file() -> None:
    assert refused("ident,name,name\na,A,B\nb\n") == [
        (1, "ident", "unknown-key"),
        (1, "name", "duplicate-column"),
        (1, "id", "missing-key"),
    ]


@pytest.mark.parametrize("separator", [";", "\t"])
def test_other_separators_are_recognised(separator: str) -> None:
    assert refused(f"id{separator}name\na{separator}A\n") == [(1, "", "csv-separator")]


def test_a_header_alone_is_no_rows() -> None:
    assert read("id,name\n").value == []


def test_a_row_that_cannot_be_typed_is_left_out_and_the_others_are_kept() -> None:
    written, _ = read_csv("id,action,due\na,Act,soon\nb,Act,\n", "actions.csv", tuple(Action.model_fields), ())
    assert written is not None
    rows, problems = rows_of(Action, written)
    assert [(place, action.id) for place, action in rows.entries] == [(1, "b")]
    assert not rows.whole
    assert [(problem.line, problem.key, problem.rule) for problem in problems] == [(2, "due", "malformed-date")]
    assert rows.problem("duplicate-id", 1, "id", "stands twice").line == 3


def test_text_is_read_without_its_byte_order_mark_and_with_plain_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_bytes("\ufeffid\r\nÄrea\rb\n".encode())
    assert read_text(path, "rows.csv") == "id\nÄrea\nb\n"


def test_a_table_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    path = tmp_path / "crosswalk.csv"
    path.write_text("measure;why\na;b\n", encoding="utf-8")
    with pytest.raises(ParameterError, match="parted by semicolons"):
        load_table(path)
