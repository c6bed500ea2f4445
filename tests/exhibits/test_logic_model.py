"""A logic model drawn: its boxes, its gaps, its words."""

from __future__ import annotations

import re

import pytest

from analysis.disclosure import OPEN, Published, publish
from analysis.exhibits import ASSUMPTIONS, STEPS, Caption, logic_model
from analysis.exhibits.lanes import width_mm
from analysis.exhibits.logic_model_drawing import GAP_MM, PAD_MM, Step, logic_model_drawing, wrapped
from analysis.exhibits.style import INCH, SMALL, WIDTH_MM
from analysis.params.figure import Unknown

CAPTION = Caption(
    "logic-model", "From what goes in to what comes of it", "Logic model of the unit", "Source: the plan."
)
KEYS = ("inputs", "activities", "outputs", "short", "medium", "long", "assumptions")
LONG = "Members who know fire prevention, crime prevention, road safety, antisocial behaviour and performance"


def model(**steps: tuple[str, ...]) -> Published:
    """A frame with a word for every step, those given replaced; an empty one is not published."""
    names = dict(zip(KEYS, (*STEPS, ASSUMPTIONS), strict=True))
    rows = [
        {"step": names[key], "number": str(number), "what": what}
        for key in names
        for number, what in enumerate(steps.get(key, (f"Some {key}",)) or (Unknown.NOT_PUBLISHED,), 1)
    ]
    return publish(rows, OPEN, key=["step", "number"])


def test_every_step_is_named_in_the_picture_in_order() -> None:
    svg = logic_model(model(), CAPTION).chart.svg
    found = [svg.index(name.split("-")[0]) for name in STEPS]
    assert found == sorted(found)


def test_a_gap_is_drawn_and_called_not_published() -> None:
    shown = logic_model(model(outputs=()), CAPTION)
    assert "Not published" in shown.chart.svg
    assert "Outputs: Not published." in shown.chart.alt


def test_a_gap_is_dashed_and_what_is_known_is_not() -> None:
    assert "stroke-dasharray" not in logic_model(model(), CAPTION).chart.svg
    assert "stroke-dasharray" in logic_model(model(medium=()), CAPTION).chart.svg


def test_the_text_equivalent_has_every_word_of_the_picture() -> None:
    shown = logic_model(model(inputs=(LONG, "A van"), assumptions=("Damage invites more of it",)), CAPTION)
    for words in (LONG, "A van", "Damage invites more of it"):
        assert words in shown.chart.alt
        assert any(words == cell.text for row in shown.table.rows for cell in row)
        assert words in shown.csv


def test_a_gap_is_no_word_in_the_csv_but_a_reason_beside_it() -> None:
    lines = logic_model(model(outputs=()), CAPTION).csv.splitlines()
    assert "Outputs,1,,not published" in lines


def test_the_assumptions_stand_below_all_boxes() -> None:
    svg = logic_model(model(), CAPTION).chart.svg
    assert svg.rindex("Assumptions") > max(svg.rindex(name.split("-")[0]) for name in STEPS)


def test_no_line_of_a_box_is_wider_than_the_box() -> None:
    room = (WIDTH_MM - 5 * GAP_MM) / 6 - 2 * PAD_MM
    assert all(width_mm(line, SMALL) <= room for line in wrapped(LONG, room))
    assert " ".join(wrapped(LONG, room)) == LONG


def test_a_word_wider_than_the_room_keeps_a_line_to_itself() -> None:
    assert wrapped("a Llanfairpwllgwyngyllgogerychwyrndrobwll b", 10) == [
        "a",
        "Llanfairpwllgwyngyllgogerychwyrndrobwll",
        "b",
    ]


def test_the_picture_is_as_wide_as_the_text_and_grows_with_its_fullest_column() -> None:
    short = logic_model_drawing([Step(name, ("One",)) for name in STEPS], Step(ASSUMPTIONS, ("None",)))
    tall = logic_model_drawing([Step(name, (LONG, LONG, LONG)) for name in STEPS], Step(ASSUMPTIONS, ("None",)))
    assert short.get_size_inches()[0] * INCH == pytest.approx(WIDTH_MM)
    assert tall.get_size_inches()[1] > 2 * short.get_size_inches()[1]


def test_text_stays_text_of_a_size_that_can_be_read() -> None:
    svg = logic_model(model(), CAPTION).chart.svg
    sizes = [float(size) for size in re.findall(r"font(?:-size)?:[^;\"]*?([\d.]+)px", svg)]
    assert sizes and min(sizes) >= 8


def test_the_arrows_lead_from_step_to_step() -> None:
    figure = logic_model_drawing([Step(name, ("One",)) for name in STEPS], Step(ASSUMPTIONS, ("None",)))
    arrows = [each for each in figure.axes[0].texts if getattr(each, "arrow_patch", None) is not None]
    assert len(arrows) == len(STEPS) - 1
