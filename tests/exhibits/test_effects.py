"""Effects one under another: what is filled, what is shaded, what is only described, what cannot be said."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd
import pytest

from analysis.cannot_say import CannotSay, said
from analysis.disclosure import DERIVED_EFFECT, OPEN, Published, effect_columns, publish
from analysis.evaluation.effect import Effect
from analysis.exhibits import Caption, course, effects, probability, side_by_side
from analysis.exhibits.marks import Mark
from analysis.params.recording import RecordingBreak

CAPTION = Caption("designs", "Two of three", "Vandalism by design", "Source: the plan.")
FELL = Effect.of_ratio("a", 80, 0.8, 0.7, 0.9, p=0.001, error=0.06)
UNCLEAR = Effect.of_ratio("b", 80, 0.95, 0.8, 1.1, p=0.4, error=0.08)
DESCRIBED = Effect.of_ratio("c", 80, 0.9, math.nan, math.nan, described="there are too few places to rank it among")
REFUSED = CannotSay("the figures are of years", "too-few")


def frame(found: dict[str, Effect | CannotSay], **more: list[str]) -> Published:
    rows: list[dict[str, Any]] = [
        {"name": name, **effect_columns(effect, 100), **{key: values[n] for key, values in more.items()}}
        for n, (name, effect) in enumerate(found.items())
    ]
    return publish(rows, OPEN, key=["name"], counts=["before", "observed"], derived=DERIVED_EFFECT, plain=list(more))


def test_only_an_interval_that_leaves_out_no_effect_is_called_clear() -> None:
    alt = effects(frame({"Panel": FELL, "Series": UNCLEAR}), CAPTION).chart.alt
    assert "do not include no difference: Panel −20.0% (−30.0% to −10.0%)." in alt
    assert "Others: Series −5.0% (−20.0% to +10.0%)." in alt


def test_what_is_described_only_has_no_interval_and_says_so() -> None:
    shown = effects(frame({"Panel": FELL, "Synthetic": DESCRIBED}), CAPTION)
    assert "−10.0%, described only" in shown.chart.svg
    assert shown.table.rows[1][4].text == "cannot say"
    assert shown.table.rows[1][4].note == "there are too few places to rank it among"


def test_a_refusal_keeps_its_place_with_its_reason() -> None:
    shown = effects(frame({"Panel": FELL, "Series": REFUSED}), CAPTION)
    assert shown.table.rows[1][3].note == "the figures are of years"
    assert "No answer: Series." in shown.chart.alt


def test_where_nothing_can_be_said_there_is_no_picture() -> None:
    found = effects(frame({"Series": REFUSED}), CAPTION)
    assert not said(found)
    assert found.rule == "no-effect-shown"


def test_the_one_asked_for_is_picked_out_in_words_as_well() -> None:
    shown = effects(
        frame({"Panel": FELL, "Series": UNCLEAR}, picked=["yes", "no"]), CAPTION, picked="the design asked for"
    )
    assert "Picked out as the design asked for: Panel." in shown.chart.alt
    assert any("Shaded: the design asked for." in note for note in shown.notes)


def test_nothing_is_said_to_be_shaded_where_nothing_is() -> None:
    shown = effects(frame({"Panel": FELL}, picked=["no"]), CAPTION, picked="the design asked for")
    assert not any("Shaded" in note for note in shown.notes)


def test_rows_that_are_not_drawn_stay_in_table_and_csv() -> None:
    shown = effects(frame({"Panel": FELL, "Series": UNCLEAR}, drawn=["yes", "no"]), CAPTION)
    assert "Series" not in shown.chart.svg
    assert "Series" in shown.csv
    assert len(shown.table.rows) == 2


def test_limits_beyond_the_picture_do_not_break_it() -> None:
    wild = Effect.of_ratio("d", 0, 0.0, 0.0, math.inf, expected=3.0, p=0.2)
    shown = effects(frame({"Panel": FELL, "Wild": wild}), CAPTION)
    assert "nan" not in shown.chart.svg.lower()
    assert "no limit" in shown.table.rows[1][4].text


def test_table_chart_and_csv_have_the_same_figures() -> None:
    shown = effects(frame({"Panel": FELL}), CAPTION)
    cells = [cell.text for cell in shown.table.rows[0]]
    assert cells[1:5] == ["80", "100", "−20.0%", "−30.0% to −10.0%"]
    assert "Panel,100,80,100,-20,-30,-10" in shown.csv


@pytest.mark.parametrize(("p", "words"), [(0.0342, "0.034"), (0.0004, "under 0.001"), (1.0, "1.000")])
def test_a_probability_is_never_written_as_nought(p: float, words: str) -> None:
    assert probability(p) == words


def months(counts: list[int | None], expected: list[float | None]) -> Published:
    rows = []
    for n, (count, expects) in enumerate(zip(counts, expected, strict=True)):
        limits = {"expected": expects, "low": None, "high": None}
        states = {
            f"{name}_status": "present" if value is not None else "not applicable" for name, value in limits.items()
        }
        rows.append({"month": pd.Period("2021-01", "M") + n, "count": count, **limits, **states})
    derived = dict.fromkeys(("expected", "low", "high"), ("count",))
    return publish(pd.DataFrame(rows), OPEN, key=["month"], counts=["count"], derived=derived)


def test_a_course_names_both_lines_and_counts_how_often_one_lies_below() -> None:
    shown = course(months([9, 8, 7, 6], [None, None, 8.0, 5.0]), CAPTION, unit="Count a month")
    assert ">Counted<" in shown.chart.svg
    assert ">Expected<" in shown.chart.svg
    assert "Of two periods with an expected count, one lies below it." in shown.chart.alt


def test_a_course_without_anything_expected_shows_the_counts_alone() -> None:
    shown = course(months([9, 8, 7, 6], [None] * 4), CAPTION, unit="Count a month")
    assert ">Expected<" not in shown.chart.svg
    assert [column.key for column in shown.table.columns] == ["month", "count"]


def test_a_missing_month_in_a_course_is_a_gap_and_no_zero() -> None:
    shown = course(months([9, None, 7, 6], [None] * 4), CAPTION, unit="Count a month")
    assert "There is no data for February 2021." in shown.chart.alt
    assert shown.table.rows[1][1].text == "[x]"


def test_the_start_is_marked_and_said() -> None:
    start = Mark("Initiative starts", pd.Period("2021-03", "M"), pd.Period("2021-03", "M"), "step")
    shown = course(months([9, 8, 7, 6], [None] * 4), CAPTION, unit="Count a month", marks=[start])
    assert "Marked: Initiative starts (March 2021)." in shown.chart.alt
    assert "Initiative starts" in shown.chart.svg


def test_a_course_of_which_no_period_is_known_is_refused() -> None:
    assert not said(course(months([None, None], [None, None]), CAPTION, unit="Count"))


def beside(names: tuple[str, ...] = ("Here", "There")) -> Published:
    rows = [
        {
            "name": name,
            "month": pd.Period(str(2004 + n), "Y-MAR"),
            "index": 100.0 + 5 * n * (1 if name == "Here" else -1),
        }
        for name in names
        for n in range(5)
    ]
    return publish(rows, OPEN, key=["name", "month"], plain=["index"])


def test_two_places_stand_side_by_side_each_with_its_course_in_words() -> None:
    shown = side_by_side(beside(), CAPTION, first="There")
    assert "There starts at 100% in 2003/04 and ends at 80% in 2007/08" in shown.chart.alt
    assert shown.chart.alt.index("There starts") < shown.chart.alt.index("Here starts")


def test_one_place_has_nothing_beside_it() -> None:
    assert not said(side_by_side(beside(("Here",)), CAPTION, first="Here"))


def test_lines_stop_where_recording_changed() -> None:
    step = RecordingBreak(
        id="standard", name="New standard", start="2005-04", end="2005-04", kind="step", countries=["scotland"],
        effect="More was recorded.", source="The standard.",
    )  # fmt: skip
    whole = side_by_side(beside(), CAPTION, first="Here")
    cut = side_by_side(beside(), CAPTION, first="Here", breaks=[step])
    assert "New standard" in cut.chart.alt
    assert cut.chart.svg.count("<path") > whole.chart.svg.count("<path")


def test_a_dot_without_a_line_is_explained_only_where_there_is_one() -> None:
    with_one = effects(frame({"Panel": FELL, "Synthetic": DESCRIBED}), CAPTION)
    without = effects(frame({"Panel": FELL, "Series": UNCLEAR}), CAPTION)
    assert any("Dot without a line" in note for note in with_one.notes)
    assert not any("Dot without a line" in note for note in without.notes)


def test_a_line_at_a_figure_is_named_in_note_and_text_alternative() -> None:
    shown = effects(frame({"Panel": FELL, "Series": UNCLEAR}), CAPTION, mark=(-30.0, "the known truth"))
    assert "Dashed line: the known truth, −30.0%." in shown.notes
    assert "A dashed line marks the known truth, −30.0%." in shown.chart.alt


def test_a_side_that_an_interval_reaches_has_a_tick() -> None:
    narrow = Effect.of_ratio("d", 80, 0.95, 0.7, 1.12, p=0.4, error=0.08)
    svg = effects(frame({"Panel": FELL, "Series": narrow}), CAPTION).chart.svg
    assert ">+25%<" in svg
    assert ">−25%<" in svg


def test_periods_before_and_from_the_start_on_are_counted_apart() -> None:
    shown = course(months([30, 10, 10, 12], [20.0] * 4), CAPTION, unit="Count a month", start=pd.Period("2021-03", "M"))
    assert "Before the start, of two periods with an expected count, one lies below it." in shown.chart.alt
    assert "From the start on, of two periods with an expected count, two lie below it." in shown.chart.alt
