"""Every column of every exhibit's data is described, or there is no archive."""

from __future__ import annotations

import csv
import os
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from analysis.blocks import Cell, Column, Document, Exhibit, Front, Table
from analysis.errors import RunError
from analysis.render import read_document
from analysis.run.submission.columns import kind_of, listed, meaning
from analysis.run.submission.dictionary import check_results, dictionary

if TYPE_CHECKING:
    from collections.abc import Mapping

FRONT = Front(
    title="T", subtitle="", partnership="p", edition="e", period="2022", audience="public", status="draft",
    statement="A test", footer="A test",
)  # fmt: skip


def document(data: str, labels: Mapping[str, str] = {}, name: str = "strategic-assessment") -> Document:
    """A document of one exhibit with these data, whose table prints these columns."""
    columns = tuple(Column(key=key, label=label) for key, label in labels.items()) or (Column(key="x", label="X"),)
    table = Table(columns=columns, rows=(tuple(Cell(text="1") for _ in columns),))
    shown = Exhibit(slug="one", headline="H", subtitle="Things counted", table=table, source="S", csv=data)
    return Document(name=name, front=FRONT, blocks=(shown,))


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(data.decode().splitlines()))


def test_each_column_has_its_meaning_unit_type_and_what_stands_over_it() -> None:
    found = rows(dictionary([document("colour,count,2022-11\nred,4,5\n", {"colour": "Colour of the door"})]))
    assert [(row["column"], row["label"], row["meaning"], row["unit"], row["type"]) for row in found] == [
        ("colour", "Colour of the door", "Colour of the door", "", "text"),
        ("count", "", "Number recorded", "records", "whole number"),
        ("2022-11", "", "The row's figure in 2022-11", "", "whole number"),
    ]
    assert {(row["document"], row["exhibit"], row["about"]) for row in found} == {
        ("strategic-assessment", "one", "Things counted"),
    }  # fmt: skip


def test_a_column_that_nobody_has_described_fails_by_name_with_all_others_like_it() -> None:
    with pytest.raises(RunError) as caught:
        dictionary([document("count,zork,zork_note,blorb_low\n1,2,3,4\n")])
    said = str(caught.value)
    assert said.startswith("the data dictionary: has no words for ")
    for name in ("zork", "zork_note", "blorb_low"):
        assert f"{name} (strategic-assessment, one)" in said
    assert "count (" not in said
    assert "columns.csv" in said


def test_what_a_name_says_of_another_column_is_put_in_words() -> None:
    labels = {"speed": "Speed", "won": "Won, %"}
    assert meaning("speed_note", labels).words.endswith("how to read the one there is: Speed")
    assert meaning("speed_low95", labels).words == "Lower limit of the 95 % interval of: Speed"
    assert meaning("speed_high", labels).words == "Upper limit of the interval of: Speed"
    assert meaning("won", labels).unit == meaning("won_low", labels).unit == "per cent"
    assert meaning("acf_3", {}).words == "Correlation of the model's residuals with those 3 periods before"


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        (["1", "-2", ""], "whole number"),
        (["1", "2.5", "1e-05"], "number"),
        (["2022-11", "2022-12"], "year and month"),
        (["2022-11", "2022-13"], "text"),
        (["2021/22"], "financial year"),
        (["2022-11-05"], "date"),
        (["a", "1"], "text"),
        (["", ""], "empty"),
        ([], "empty"),
    ],
)
def test_the_type_is_that_of_all_values_that_there_are(values: list[str], kind: str) -> None:
    assert kind_of(values) == kind


def test_the_list_of_columns_is_whole_sorts_no_name_twice_and_leaves_no_meaning_out() -> None:
    text = files("analysis.exhibits").joinpath("columns.csv").read_text(encoding="utf-8")
    header, *lines = list(csv.reader(text.splitlines()))
    assert header == ["column", "meaning", "unit"]
    assert {len(line) for line in lines} == {3}
    assert len({line[0] for line in lines}) == len(lines) == len(listed())
    assert all(line[1] for line in lines)


def test_results_of_checks_are_gathered_from_every_document_that_has_any() -> None:
    checked = document("check,question,outcome,words\nPlacebo,Is it?,passed,None.\n", name="initiative-a")
    none = document("count\n1\n")
    assert rows(check_results([none, checked])) == [
        {"document": "initiative-a", "exhibit": "one", "check": "Placebo", "outcome": "passed", "words": "None."}
    ]
    assert rows(check_results([none])) == []


BUILT = sorted(
    path for path in Path(os.environ.get("CSP_REPORTS", "none")).rglob("*.ipynb") if ".failed." not in path.name
)


@pytest.mark.skipif(not BUILT, reason="set CSP_REPORTS to a folder of reports to look at all their columns")
def test_every_column_of_every_document_that_was_built_is_described() -> None:
    documents = [read_document(path, path.stem) for path in BUILT]
    assert all(row["meaning"] and row["type"] for row in rows(dictionary(documents)))
