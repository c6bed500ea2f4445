"""The fan: history and months ahead from one frame, and what it refuses."""

import pandas as pd
import pytest

from analysis import exhibits
from analysis.cannot_say import CannotSay
from analysis.disclosure import OPEN, publish
from analysis.exhibits import Caption

LIMITS = ("low95", "low80", "expected", "high80", "high95")
CAPTION = Caption("outlook-of-burglary", "About 52 may come", "Burglary by month, Brackenford", "Source: made up.")


def frame(past=24, ahead=3, gap=None):
    months = pd.period_range("2020-12", periods=past + ahead, freq="M")
    rows = []
    for place, month in enumerate(months):
        later = place >= past
        known = not later and str(month) != gap
        rows.append(
            {
                "month": month,
                "count": 40 + place % 5 if known else None,
                "status": "present" if known else "not applicable" if later else "missing",
                **{name: 30 + 10 * step if later else None for step, name in enumerate(LIMITS)},
                **{f"{name}_status": "present" if later else "not applicable" for name in LIMITS},
            }
        )
    return publish(rows, OPEN, key=["month"])


def test_the_alternative_says_the_first_and_the_last_month_ahead():
    shown = exhibits.outlook(frame(), CAPTION, unit="Burglaries a month")
    assert "For December 2022 about 50 are expected, 80% interval 40 to 60, 95% interval 30 to 70." in shown.chart.alt
    assert "For February 2023 about 50 are expected" in shown.chart.alt
    assert "The last month recorded, November 2022, had 43." in shown.chart.alt


def test_a_lone_month_ahead_is_said_once_and_drawn():
    shown = exhibits.outlook(frame(ahead=1), CAPTION, unit="Burglaries a month")
    assert shown.chart.alt.count("are expected") == 1
    assert "Expected, Dec 2022" in shown.chart.svg


def test_both_bands_are_named_with_their_limits():
    svg = exhibits.outlook(frame(), CAPTION, unit="Burglaries a month").chart.svg
    for words in ("95% interval", "30 to 70", "80% interval", "40 to 60", "Expected, Feb 2023"):
        assert words in svg


def test_a_long_history_is_drawn_for_its_last_36_months_and_tabled_whole():
    shown = exhibits.outlook(frame(past=60, gap="2021-06"), CAPTION, unit="Burglaries a month")
    assert shown.subtitle.endswith("; the last 36 months recorded are drawn")
    assert len(shown.table.rows) == 63
    assert "June 2021" not in shown.chart.alt
    assert "2021" not in shown.chart.svg and "2023" in shown.chart.svg


def test_a_history_of_36_months_is_drawn_whole():
    assert exhibits.outlook(frame(past=36), CAPTION, unit="Burglaries a month").subtitle == CAPTION.subtitle


def test_table_and_csv_hold_history_and_months_ahead():
    shown = exhibits.outlook(frame(), CAPTION, unit="Burglaries a month")
    assert len(shown.table.rows) == 27
    assert shown.table.rows[-1][0].text == "February 2023"
    assert [cell.text for cell in shown.table.rows[-1][1:]] == ["[z]", "50", "40 to 60", "30 to 70"]
    assert len(shown.csv.splitlines()) == 28


def test_a_missing_month_is_a_gap_in_the_picture():
    shown = exhibits.outlook(frame(gap="2021-06"), CAPTION, unit="Burglaries a month")
    assert "There is no data for June 2021." in shown.chart.alt
    assert "No data" in shown.chart.svg


@pytest.mark.parametrize("given", [frame(ahead=0), frame(past=0)], ids=["nothing ahead", "nothing recorded"])
def test_without_a_past_or_a_month_ahead_there_is_no_picture(given):
    assert isinstance(exhibits.outlook(given, CAPTION, unit="Burglaries a month"), CannotSay)


def test_the_same_frame_gives_the_same_bytes():
    once, twice = (exhibits.outlook(frame(), CAPTION, unit="Burglaries a month").chart.svg for _ in range(2))
    assert once == twice
