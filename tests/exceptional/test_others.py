import numpy as np
import pandas as pd
import pytest

from analysis.exceptional.others import Others, absorbed, others, same_recording

from .months import COVID, NEW_RULE, months, steady, when

PHASED = NEW_RULE.model_copy(update={"start": "2020-10", "end": "2021-02"})


def laid(series, month, breaks=()):
    found = others(series, when(month), breaks)
    assert isinstance(found, Others)
    return found


def test_the_month_itself_is_never_among_the_others():
    found = laid(steady(), "2021-06")
    assert when("2021-06") not in found.when
    assert len(found.counts) == len(found.columns) == len(found.offsets) == 35


def test_months_on_either_side_say_what_to_expect():
    found = laid(steady(), "2021-06")
    assert (found.when.min(), found.when.max()) == (when("2019-12"), when("2022-11"))


def test_days_are_the_exposure():
    assert laid(steady(), "2022-02").offset == pytest.approx(np.log(28))


def test_a_steady_change_is_allowed_for_from_two_years_on():
    short = laid(steady(length=22, first="2021-02"), "2022-06")
    assert laid(steady(), "2022-06").columns.shape[1] == short.columns.shape[1] + 1 + 2
    assert (short.season, laid(steady(), "2022-06").season) == ("one harmonic", "two harmonics")


def test_with_a_median_under_five_no_season_is_taken_out_whatever_an_outlier_does_to_the_mean():
    series = steady(mean=2)
    series.iloc[5] = 900
    assert laid(series, "2022-06").season == "none"


def test_unknown_months_are_left_out():
    series = steady()
    series.iloc[[3, 4]] = pd.NA
    assert len(laid(series, "2022-06").counts) == 33


def test_while_a_rule_is_phased_in_months_belong_to_neither_side():
    index = pd.period_range("2020-01", "2021-12", freq="M")
    before = index[same_recording(index, when("2020-05"), [PHASED])]
    after = index[same_recording(index, when("2021-08"), [PHASED])]
    assert (before.max(), after.min()) == (when("2020-09"), when("2021-03"))
    assert list(index[same_recording(index, when("2020-12"), [PHASED])]) == [when("2020-12")]


def test_a_month_in_the_midst_of_a_change_of_rules_is_refused():
    found = others(steady(), when("2020-12"), [PHASED])
    assert getattr(found, "rule", None) == "too-short"


def test_a_pulse_absorbs_its_own_months_and_no_other():
    found = absorbed(when("2020-01"), when("2021-12"), (COVID,))
    assert found.sum() == 17
    assert not found.flags.writeable
    assert not absorbed(when("2022-01"), when("2022-12"), (COVID,)).any()


def test_a_refusal_names_breaks_only_where_there_are_any():
    few = months([9] * 10)
    assert others(few, when("2020-01"), []).reason == "9 other months with figures are too few to say what is ordinary"
    assert "outside Covid and other breaks" in others(few, when("2020-01"), [COVID]).reason
