"""Every face of every exhibit of a restricted report withholds the same, and each says that it is restricted."""

from __future__ import annotations

import csv
import html
import io
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

# The editions that ship are written as the tests of sections write them.
sys.path.append(str(Path(__file__).parents[1] / "assessment"))

from attacked import KEPT, document_of, files_of
from written_edition import Written, changed, edition_of

from analysis.render.html import write_html
from analysis.render.pdf import write_pdf
from analysis.run.house import House
from analysis.run.plan import declared

if TYPE_CHECKING:
    import pandas as pd

    from analysis.blocks import Exhibit

MARK = "RESTRICTED, ILLUSTRATIVE"
WITHHELD = "[c]"


@pytest.fixture(scope="module")
def restricted(root: Path) -> Written:
    """The illustration for its members alone, with six types of crime."""
    house = House(root)

    def keep(frame: pd.DataFrame) -> pd.DataFrame:
        return frame[frame["category"].isin(KEPT)].copy()

    shipped = edition_of(declared(house), house, "illustration/2022")
    return changed(shipped, keep, edition={"audience": "restricted", "initiatives": ()})


@pytest.fixture(scope="module")
def page(restricted: Written) -> str:
    return write_html(document_of(restricted))


def table_rows(exhibit: Exhibit) -> list[list[str]]:
    return [[cell.text for cell in row] for row in exhibit.table.rows]


def test_a_table_withholds_just_what_its_csv_withholds(restricted: Written) -> None:
    compared = 0
    for slug, exhibit in restricted.exhibits.items():
        rows = list(csv.DictReader(io.StringIO(exhibit.csv)))
        keys = [column.key for column in exhibit.table.columns]
        for shown, row in zip(table_rows(exhibit), rows, strict=False):
            for key, text in zip(keys, shown, strict=True):
                hidden = WITHHELD in row.get(f"{key}_note", "")
                assert (text == WITHHELD) == hidden, (slug, key, text)
                assert not hidden or not row[key], (slug, key)
                compared += hidden
    assert compared > 30


def test_the_web_page_shows_each_table_as_it_was_made(restricted: Written, page: str) -> None:
    hidden = 0
    for slug, exhibit in restricted.exhibits.items():
        inside = page[page.index(f'<figure id="{slug}"') :].split("</figure>")[0]
        for row, shown in zip(
            table_rows(exhibit),
            re.findall(r"<tr>(?:(?!</tr>).)*</tr>", inside, re.S)[-len(table_rows(exhibit)) :],
            strict=True,
        ):
            cells = [
                html.unescape(re.sub(r"<[^>]+>", "", cell))
                for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", shown, re.S)
            ]
            assert [WITHHELD in cell for cell in cells] == [text == WITHHELD for text in row], (slug, row, cells)
            hidden += row.count(WITHHELD)
    assert hidden > 30


def test_no_chart_writes_a_number_that_its_table_withholds(restricted: Written) -> None:
    """A label or an alternative text names a month and a count only where the table shows that count."""
    months = "January|February|March|April|May|June|July|August|September|October|November|December"
    named = 0
    for slug, exhibit in restricted.exhibits.items():
        if exhibit.chart is None or not slug.startswith("course-of-"):
            continue
        rows = {row["month"]: row["count"] for row in csv.DictReader(io.StringIO(exhibit.csv))}
        texts = [exhibit.chart.alt, *re.findall(r"<(?:text|title|desc)[^>]*>([^<]*)<", exhibit.chart.svg)]
        for text in texts:
            for count, month, year in re.findall(rf"(?<![\d,.])(\d[\d,]*) in ({months}) (\d{{4}})", text):
                key = f"{year}-{months.split('|').index(month) + 1:02d}"
                assert rows.get(key) == count.replace(",", ""), (slug, text)
                named += 1
    assert named > 3


def test_every_page_and_every_table_says_that_it_is_restricted(restricted: Written, page: str, tmp_path: Path) -> None:
    assert f"<strong>{MARK}</strong>" in page and f"{MARK}</title>" in page
    (tmp_path / "a.pdf").write_bytes(write_pdf(document_of(restricted)))
    text = subprocess.run(
        ["pdftotext", "-layout", "a.pdf", "-"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    pages = [each for each in text.stdout.split("\f") if each.strip()]
    assert len(pages) > 10
    assert [number for number, each in enumerate(pages, 1) if MARK not in each] == []
    for name, content in files_of(restricted).items():
        if name.endswith(".csv"):
            rows = list(csv.reader(io.StringIO(content.decode())))
            assert rows[0][0] == "mark" and {row[0] for row in rows[1:]} <= {MARK}, name
    assert text.stdout.count(WITHHELD) > 10
