"""What may be used before and after: not a pulse, not months of putting in place or choosing, not older recording."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from analysis.evaluation.setting import Place, Setting
from analysis.measures import Window
from analysis.params.recording import RecordingBreak

MONTHS = pd.period_range("2018-01", "2021-12", freq="M")


def month(text: str) -> pd.Period:
    return pd.Period(text, "M")


def place(name: str = "Here", counts: list[int | None] | None = None) -> Place:
    return Place(name, pd.Series(counts or [10] * len(MONTHS), index=MONTHS, dtype="Int64"))


def setting(**more) -> Setting:
    return Setting("incidents", place(), month("2021-01"), month("2021-12"), **more)


def change(kind: str, start: str, end: str) -> RecordingBreak:
    return RecordingBreak(
        id="x", name="New rules", start=start, end=end, kind=kind, countries=("england",), effect="any", source="any"
    )


def test_everything_known_counts_unless_something_speaks_against_it():
    found = setting()
    assert list(found.before) == list(MONTHS[:36])
    assert list(found.after) == list(MONTHS[36:])
    assert found.step is None and found.freq == "M" and found.a_year == 12


def test_the_first_period_asked_for_bounds_the_time_before():
    assert setting(first=month("2019-06")).before[0] == month("2019-06")


def test_months_of_putting_in_place_belong_to_neither_side():
    found = setting(implementation=Window(month("2021-01"), month("2021-03")))
    assert found.after[0] == month("2021-04") and found.before[-1] == month("2020-12")
    early = setting(implementation=Window(month("2020-11"), month("2021-02")))
    assert early.before[-1] == month("2020-10") and early.after[0] == month("2021-03")


def test_months_by_which_the_place_was_chosen_are_left_out_of_the_time_before():
    found = setting(chosen_on=Window(month("2020-01"), month("2020-12")))
    assert found.before[-1] == month("2019-12")
    assert len(found.after) == 12


def test_a_pulse_is_on_neither_side():
    found = setting(breaks=(change("pulse", "2020-03", "2021-07"),))
    assert found.before[-1] == month("2020-02")
    assert list(found.after) == list(pd.period_range("2021-08", "2021-12", freq="M"))


def test_what_was_recorded_by_older_rules_is_no_time_before():
    found = setting(breaks=(change("step", "2019-04", "2019-04"),))
    assert found.before[0] == month("2019-04")
    assert found.step is None


def test_a_step_at_the_very_start_leaves_no_time_before_that_compares():
    found = setting(breaks=(change("step", "2021-01", "2021-01"),))
    assert len(found.before) == 0


def test_a_step_after_the_start_is_told():
    assert setting(breaks=(change("step", "2021-06", "2021-06"),)).step.name == "New rules"


def test_a_placebo_place_has_no_buffer_and_was_chosen_for_nothing():
    found = setting(
        comparators=(place("There"),), buffer=place("Beside"), buffer_control=place("Far"),
        chosen_on=Window(month("2020-01"), month("2020-12")), falsification=(setting(),), others=(setting(),),
    ).with_treated(place("There"), (place("Elsewhere"),))  # fmt: skip
    assert (found.treated.name, [each.name for each in found.comparators]) == ("There", ["Elsewhere"])
    assert found.buffer is None and found.buffer_control is None and found.chosen_on is None
    assert found.falsification == () and found.others == ()


def test_a_total_of_what_is_not_known_is_not_given():
    gap = place(counts=[None if when == month("2020-05") else 10 for when in MONTHS])
    assert gap.total(MONTHS[:12]) == 120
    assert list(gap.known(MONTHS[24:36])) == [when for when in MONTHS[24:36] if when != month("2020-05")]
    with pytest.raises(ValueError, match="Here has periods without a count"):
        gap.total(MONTHS[24:36])


def test_what_cannot_be_is_an_error():
    with pytest.raises(ValueError, match="cannot end before"):
        replace(setting(), end=month("2020-12"))
    years = Place("There", pd.Series([1, 2], index=pd.period_range("2018", "2019", freq="Y-MAR"), dtype="Int64"))
    with pytest.raises(ValueError, match="of months, of quarters, or of financial years"):
        setting(comparators=(years,))
    with pytest.raises(ValueError, match="a count is a whole number"):
        place(counts=[-1] * len(MONTHS))


def test_counts_are_those_of_the_periods_asked_for_and_unknown_outside_the_series():
    one = place(counts=[1, None, *range(3, len(MONTHS) + 1)])
    asked = pd.PeriodIndex(["2017-12", "2018-01", "2018-02", "2018-03", "2022-01"], freq="M")
    pd.testing.assert_series_equal(
        pd.Series(one.counts(asked), index=asked), one.series.reindex(asked).astype("Float64").astype(float),
        check_names=False,
    )  # fmt: skip


def test_periods_of_another_kind_have_no_count():
    quarters = pd.period_range("2018-01", periods=4, freq="Q-MAR")
    assert pd.isna(place().counts(quarters)).all()
