import re

import pandas as pd
import pytest

from analysis.cannot_say import CannotSay
from analysis.disclosure import OPEN, publish
from analysis.errors import ExhibitError
from analysis.exhibits.control_chart import control_chart
from analysis.params.recording import RecordingBreak

from .frames import HOSTILE, caption

COVID = RecordingBreak.model_validate(
    {
        "id": "covid", "name": "Covid restrictions", "start": "2020-03", "end": "2021-07", "kind": "pulse",
        "countries": ["england"], "effect": "Movement changed.", "source": "made up",
    }
)  # fmt: skip


def frame(values, *, signals=None, status="missing", first="2020-01", mean=10.0):
    """Rows of a chart with mean 10 and limits 4 and 16 unless told; ``signals`` by position."""
    periods = pd.period_range(first, periods=len(values), freq="M")
    rows = [
        {
            "month": when, "count": value, "status": status if value is None else "present", "value": value,
            "value_status": status if value is None else "present", "centre": mean, "low": 4.0, "high": 16.0,
            "used": "yes" if value is not None else "no", "signal": (signals or {}).get(i, ""),
        }
        for i, (when, value) in enumerate(zip(periods, values, strict=True))
    ]  # fmt: skip
    return publish(rows, OPEN, key=["month"], counts=["count"])


def drawn(*args, breaks=(), unit="Burglaries a month", **more):
    return control_chart(frame(*args, **more), caption("control-chart"), unit=unit, breaks=breaks)


def texts(shown):
    return re.findall(r"<text[^>]*>([^<]*)</text>", shown.chart.svg)


def test_mean_and_limits_are_named_with_their_values():
    assert {"Mean 10", "Upper limit 16", "Lower limit 4"} <= set(texts(drawn([9, 11] * 12)))


def test_a_month_outside_the_limits_is_named_on_the_chart_and_in_words():
    shown = drawn([*[9, 11] * 12, 30], signals={24: "outside"})
    assert "Jan 2022" in texts(shown)
    assert "Outside the limits: January 2022." in shown.chart.alt


def test_with_many_months_outside_none_is_named_on_the_chart_but_all_in_words():
    shown = drawn([30] * 24, signals=dict.fromkeys(range(8), "outside"))
    assert "Mar 2020" not in texts(shown)
    assert "January 2020, February 2020, March 2020" in shown.chart.alt


def test_below_a_mean_of_ten_mean_and_limits_keep_a_decimal():
    assert "Mean 9.4" in texts(drawn([9, 10] * 12, mean=9.4))
    assert "The mean is 9.4 a month." in drawn([9, 10] * 12, mean=9.4).chart.alt


def test_names_of_months_that_would_lie_over_each_other_are_left_to_the_note():
    shown = drawn([*[10] * 20, 30, 30, 30, *[10] * 20], signals=dict.fromkeys((20, 21, 22), "outside"))
    assert [name for name in ("Sep 2021", "Oct 2021", "Nov 2021") if name in texts(shown)] == ["Nov 2021"]
    assert "Outside the limits: September 2021, October 2021 and November 2021." in shown.notes


def test_names_of_months_far_apart_are_all_written():
    shown = drawn([30, *[10] * 20, 30, *[10] * 20, 30], signals=dict.fromkeys((0, 21, 42), "outside"))
    assert {"Jan 2020", "Oct 2021", "Jul 2023"} <= set(texts(shown))


def test_a_steady_process_is_said_to_be_within_its_limits():
    assert "No month is outside the limits." in drawn([9, 11] * 12).chart.alt


def test_runs_are_counted_in_words():
    shown = drawn([9, 11] * 12, signals=dict.fromkeys(range(5, 13), "shift"))
    assert "8 months are part of a run of seven or more on one side of the mean." in shown.chart.alt


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("missing", "There is no data for March 2020."),
        ("failed", "The data feed failed for March 2020."),
        ("suppressed", "Withheld to protect people: March 2020."),
    ],
)
def test_a_gap_is_named_and_never_drawn_as_zero(status, said):
    shown = drawn([9, 11, None, *[10] * 20], status=status)
    assert said in shown.chart.alt
    assert "No month is outside" in shown.chart.alt


def test_breaks_are_drawn_and_named():
    shown = drawn([9, 11] * 18, breaks=[COVID])
    assert any("Covid restrictions" in text for text in texts(shown))
    assert "Marked: Covid restrictions (March 2020 to July 2021)." in shown.chart.alt


def test_what_comes_from_data_is_never_markup():
    assert "<b>" not in drawn([9, 11] * 12, unit=HOSTILE).chart.svg


def test_the_same_frame_gives_the_same_bytes():
    assert drawn([9, 11] * 12).chart.svg == drawn([9, 11] * 12).chart.svg


def test_without_a_known_month_there_is_no_chart():
    assert isinstance(drawn([None] * 5), CannotSay)


def test_a_bare_frame_is_refused():
    with pytest.raises(ExhibitError, match="takes a published frame"):
        control_chart(pd.DataFrame({"month": []}), caption(), unit="Burglaries")
