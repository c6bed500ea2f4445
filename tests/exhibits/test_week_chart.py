"""The week as a grid: each cell its number, readable without colour, what is withheld marked and never a number."""

from __future__ import annotations

import re
from itertools import pairwise

import numpy as np
import pandas as pd

from analysis.disclosure import OPEN, RESTRICTED, Published, decide, publish
from analysis.exhibits import Caption, week
from analysis.exhibits.week import DAYS, NOT_KNOWN, hours_words
from analysis.exhibits.week_chart import DARK, SHADES, _luminance

CAPTION = Caption("week", "Fridays stand out", "Calls by day and time, 2022", "Source: calls")


def frame(width: int = 6, *, restricted: bool = False) -> Published:
    rows = [
        {"weekday": day, "hours": hours_words(at, width), "slot": f"{number}-{at}", "count": (number * 7 + at) % 40}
        for number, day in enumerate(DAYS)
        for at in range(0, 24, width)
    ]
    rows.append({"weekday": NOT_KNOWN, "hours": "", "slot": "unknown", "count": 9})
    total = sum(int(str(row["count"])) for row in rows)
    table = pd.DataFrame(rows).assign(status="present")
    rule = RESTRICTED if restricted else OPEN
    decision = decide(table[["slot", "count", "status"]], [["slot"]], rule) if restricted else None
    every = [{**row, "share": 100 * int(str(row["count"])) / total} for row in rows]
    return publish(
        every, rule, key=["weekday", "hours"], coordinates={"slot": "slot"}, counts=["count"],
        derived={"share": ["count"]}, plain=["slot"], decision=decision,
    )  # fmt: skip


def drawn(svg: str) -> list[str]:
    return [text.strip() for text in re.findall(r"<text[^>]*>([^<]*)<", svg)]


def test_each_cell_has_its_number_in_picture_table_and_csv() -> None:
    shown = week(frame(), CAPTION, lead="The fullest is Sunday.")
    assert shown.chart is not None
    counts = [row["count"].value for row in frame() if row.words("weekday") != NOT_KNOWN]
    assert sorted(t for t in drawn(shown.chart.svg) if t.isdigit()) == sorted(str(n) for n in counts)
    assert [cells[2].text for cells in shown.table.rows][:-1] == [str(n) for n in counts]
    assert shown.csv.count("\n") == 7 * 4 + 2
    assert shown.chart.alt == "Grid of days and hours: Calls by day and time, 2022. The fullest is Sunday."


def test_what_is_withheld_is_marked_in_every_face_and_is_no_number() -> None:
    shown = week(frame(restricted=True), CAPTION)
    assert shown.chart is not None
    small = {"1", "2", "3", "4"}
    assert "[c]" in drawn(shown.chart.svg)
    assert not small & set(drawn(shown.chart.svg))
    assert not small & {cells[2].text for cells in shown.table.rows}


def test_hours_of_one_are_named_every_third() -> None:
    shown = week(frame(1), CAPTION)
    assert shown.chart is not None
    hours = [text for text in drawn(shown.chart.svg) if text.endswith(":00")]
    assert hours == [f"{hour:02d}:00" for hour in range(0, 25, 3)]


def test_every_number_stands_out_from_its_shade() -> None:
    for share in np.linspace(0, 1, 101):
        shade = _luminance(SHADES(share))
        contrast = 1.05 / (shade + 0.05) if shade < DARK else (shade + 0.05) / 0.05
        assert contrast >= 4.5, share


def test_shades_only_grow_darker_so_that_they_order_in_grey() -> None:
    shades = [_luminance(SHADES(share)) for share in np.linspace(0, 1, 50)]
    assert all(after < before for before, after in pairwise(shades))
