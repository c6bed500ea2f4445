"""Error rates drawn: every kind of series in its band, the rule in view, and never an empty picture."""

from __future__ import annotations

import pytest

from analysis.cannot_say import CannotSay, said
from analysis.disclosure import OPEN, Published, publish
from analysis.errors import ExhibitError
from analysis.exhibits import Caption, Shown, error_rates

CAPTION = Caption("errors", "Errors", "Errors of a method", "Source: simulation.")
ROW = {
    "cell": "mean 2, 36 months", "band": "independent", "mean": 2, "months": 36, "false_positives": 3.0, "fp_low": 2.0,
    "fp_high": 4.5, "refused": 1.0, "coverage": 95.0, "cov_low": 94.0, "cov_high": 96.0, "power": 30.0, "width": 41.2,
}  # fmt: skip


def frame(*rows: dict[str, object]) -> Published:
    return publish([{**ROW, **row} for row in rows], OPEN, key=["cell"])


def drawn(*rows: dict[str, object]) -> Shown:
    found = error_rates(frame(*rows), CAPTION, limit=7)
    assert said(found)
    return found


LONG = {"cell": "mean 40, 60 months", "band": "correlated", "mean": 40, "months": 60}


def test_what_lies_clearly_above_the_rule_is_counted_and_the_highest_named() -> None:
    alt = drawn({}, {**LONG, "false_positives": 9.0, "fp_low": 8.0, "fp_high": 10.0}).chart
    assert alt is not None
    assert "Clearly above 7%: one of 2 kinds of series. The highest is 9.0%, for mean 40, 60 months." in alt.alt


def test_a_rate_whose_interval_holds_the_rule_is_not_called_above_it() -> None:
    chart = drawn({}, {**LONG, "false_positives": 7.5, "fp_low": 6.4, "fp_high": 8.8}).chart
    assert chart is not None
    assert "Clearly above 7%: none of 2 kinds of series." in chart.alt


def test_bands_and_the_rule_are_written_in_the_picture() -> None:
    chart = drawn({}, LONG).chart
    assert chart is not None
    for words in ("independent", "correlated", "most allowed: 7%"):
        assert words in chart.svg


def test_open_dots_are_explained_only_where_there_are_two_lengths() -> None:
    assert "Open dot: 36 months; filled dot: 60 months." in drawn({}, LONG).notes[0]
    assert "Open dot" not in drawn({}).notes[0]


def test_a_method_without_an_interval_has_no_coverage_and_no_nought_in_its_place() -> None:
    bare = {"coverage": None, "cov_low": None, "cov_high": None}
    assert [cell.text for cell in drawn(bare).table.rows[0]][4:6] == ["[x]", "[x]"]


def test_more_series_make_a_taller_picture() -> None:
    one, two = drawn({}).chart, drawn({}, LONG).chart
    assert one is not None and two is not None
    assert one.height_mm < two.height_mm


def test_nothing_measured_is_refused() -> None:
    found = error_rates(frame({"false_positives": None}), CAPTION, limit=7)
    assert isinstance(found, CannotSay)
    with pytest.raises(ExhibitError):
        error_rates([ROW], CAPTION, limit=7)  # type: ignore[arg-type]
