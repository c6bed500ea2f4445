"""The golden thread drawn: its lanes, its links, its loose ends, and that no word is cut or overlaps."""

from __future__ import annotations

import io
import re
from itertools import pairwise

import pytest
from PIL import Image

from analysis.disclosure import OPEN, Published, publish
from analysis.exhibits import ARROW, JOINT, Caption, golden_thread
from analysis.exhibits.golden_thread_drawing import LANES, MOST_MM, WIDTHS, Box, Outcome, Row, golden_thread_drawing
from analysis.exhibits.lanes import width_mm
from analysis.exhibits.style import INCH, SMALL, WIDTH_MM

CAPTION = Caption("golden-thread", "One thread", "Golden thread of Ashby", "Source: the plan.")
LANE_KEYS = ("national_outcome", "local_outcome", "priority", "action", "indicator", "evaluation")


def row(thread: int, **names: str) -> dict[str, object]:
    made: dict[str, object] = {"thread": thread}
    for lane in LANE_KEYS:
        given = names.get(lane, "")
        ids = JOINT.join(re.sub(r"\W+", "-", name.lower()) for name in given.split(JOINT) if name)
        made |= {lane: given, f"{lane}_id": ids}
    return {**made, "refs": names.get("refs", ""), "links": names.get("links", "")}


def thread(*rows: dict[str, object]) -> Published:
    return publish(list(rows), OPEN, key=["thread"])


WHOLE = row(
    1, national_outcome="Safe lives", local_outcome="Calm places", priority="Neighbourhoods", action="Renew lights",
    refs="N1", indicator="Criminal damage", evaluation="Street Care",
    links=JOINT.join([f"Safe lives{ARROW}Calm places", f"Calm places{ARROW}Neighbourhoods"]),
)  # fmt: skip


def test_every_lane_and_every_name_is_in_the_picture() -> None:
    svg = golden_thread(thread(WHOLE), CAPTION).chart.svg
    for words in (*LANES, "Safe lives", "Calm places", "Neighbourhoods", "One action", "N1", "Street Care"):
        assert words in svg
    assert "stroke-dasharray" not in svg


def test_what_is_missing_is_drawn_dashed_and_named() -> None:
    svg = golden_thread(thread(row(1, priority="Roads")), CAPTION).chart.svg
    assert "stroke-dasharray" in svg
    for words in ("No action", "No indicator", "None is named."):
        assert words in svg


def test_the_words_say_what_serves_what() -> None:
    alt = golden_thread(thread(WHOLE, row(2, indicator="Arson")), CAPTION).chart.alt
    assert "Neighbourhoods serves Calm places; one action, one indicator and one evaluation." in alt
    assert "Without a priority: no actions, one indicator and no evaluations." in alt


def test_an_outcome_is_linked_only_to_what_is_declared_to_serve_it() -> None:
    """Two outcomes stand in one cell: their names alone do not tell which of them the priority serves."""
    both = {**WHOLE, **row(1, local_outcome=f"Calm places{JOINT}Open roads", priority="Neighbourhoods")}
    shown = golden_thread(thread({**both, "links": f"Calm places{ARROW}Neighbourhoods"}), CAPTION)
    assert "Neighbourhoods serves Calm places; no actions" in shown.chart.alt


def test_an_action_of_two_priorities_is_counted_under_both() -> None:
    shared = row(1, priority=f"Homes{JOINT}Roads", action="Patrol", refs="H1")
    alt = golden_thread(thread(shared, row(2, priority="Roads", action="Sign", refs="R1")), CAPTION).chart.alt
    assert "Homes: one action" in alt and "Roads: two actions" in alt


def test_the_table_holds_every_action_that_the_picture_only_counts() -> None:
    rows = [row(n, priority="Roads", action=f"Act {n}", refs=f"R{n}") for n in range(1, 70)]
    shown = golden_thread(thread(*rows), CAPTION)
    assert "69 actions" in shown.chart.svg and "R12" not in shown.chart.svg
    assert len(shown.table.rows) == 69 and "Act 69" in shown.csv


def test_a_plan_with_many_long_indicators_stays_on_a_page() -> None:
    long = "Rate of proven reoffending by young people under supervision in the county, twelve months"
    rows = [row(n, priority=f"Priority {n % 11}", indicator=f"{long} {n}") for n in range(60)]
    shown = golden_thread(thread(*rows), CAPTION)
    assert shown.chart.height_mm <= MOST_MM + 5
    assert "Five indicators" in shown.chart.svg or "Six indicators" in shown.chart.svg


def test_the_lanes_are_as_wide_as_the_page() -> None:
    assert sum(width + gap for width, gap in LANES.values()) == WIDTH_MM


@pytest.mark.parametrize("lane", range(6))
@pytest.mark.parametrize("words", ["Antidisestablishmentarianism and neighbourhoods", "Safer", "a " * 60])
def test_no_line_is_wider_than_its_box(lane: int, words: str) -> None:
    assert all(width_mm(line, SMALL) <= WIDTHS[lane] for line in Box(lane, (words,)).lines)


def test_boxes_of_a_lane_do_not_touch() -> None:
    local = [Outcome(f"Outcome {n} with a name of some length to break", ("Roads",)) for n in range(9)]
    rows = [Row("Roads", ("Sign",), ("R1",), ("Casualties",), ())]
    figure = golden_thread_drawing(rows, [], local, named=True)
    patches = [patch for patch in figure.axes[0].patches if hasattr(patch, "get_boxstyle")]
    boxes = sorted((patch.get_bbox() for patch in patches), key=lambda box: (box.x0, box.y0))
    for above, below in pairwise(boxes):
        if above.x0 == below.x0:
            assert above.y1 < below.y0
    height = figure.get_size_inches()[1] * INCH
    assert all(box.y0 >= 0 and box.y1 <= height for box in boxes)


def test_it_can_be_read_without_colour() -> None:
    """Printed in grey, the lightest ink of words and lines still stands out from the paper."""
    picture = Image.open(io.BytesIO(golden_thread(thread(WHOLE), CAPTION).png())).convert("L")
    assert min(picture.get_flattened_data() if hasattr(picture, "get_flattened_data") else picture.getdata()) < 90
