import pandas as pd
import pytest

from analysis import measures


def month(text):
    return pd.Period(text, freq="M")


def year(end):
    return pd.Period(str(end), freq="Y-MAR")


def test_the_latest_year_is_twelve_whole_months():
    window = measures.latest_year(month("2022-11"))
    assert (str(window.start), len(window.periods)) == ("2021-12", 12)
    assert window.text == "year ending November 2022"


def test_the_previous_year_ends_where_the_latest_begins():
    window = measures.previous_year(month("2022-11"))
    assert window.end + 1 == measures.latest_year(month("2022-11")).start
    assert window.text == "year ending November 2021"


def test_a_financial_year_is_named_as_one():
    assert measures.latest_year(year(2022)).text == "2021/22"
    assert measures.previous_year(year(2022)).text == "2020/21"
    assert measures.Window(year(2014), year(2022)).text == "2013/14 to 2021/22"


def test_four_quarters_make_a_year():
    window = measures.latest_year(pd.Period("2022Q4", freq="Q-MAR"))
    assert (len(window.periods), len(window.months)) == (4, 12)
    assert window.text == "year ending March 2022"


def test_a_part_of_a_year_names_both_ends():
    assert measures.Window(month("2022-01"), month("2022-11")).text == "January to November 2022"
    assert measures.Window(month("2022-06"), month("2022-06")).text == "June 2022"


@pytest.mark.parametrize(
    ("when", "named"), [("2022-03", "2021/22"), ("2022-04", "2022/23"), ("2020-12", "2020/21"), ("2021-01", "2020/21")]
)
def test_a_financial_year_runs_from_april_to_march(when, named):
    assert measures.Window(*[measures.financial_year(month(when))] * 2).text == named


def test_each_month_is_matched_with_the_latest_of_its_name_before_the_break():
    known = [*pd.period_range("2018-10", "2019-02", freq="M"), *pd.period_range("2019-12", "2022-11", freq="M")]
    window = measures.latest_year(month("2022-11"))
    matched = measures.same_months_before(window, known, month("2020-03"))
    assert {str(a): str(b) for a, b in matched.items()} == {
        "2021-12": "2019-12", "2022-01": "2020-01", "2022-02": "2020-02", "2022-10": "2018-10", "2022-11": "2018-11",
    }  # fmt: skip


def test_a_year_that_reaches_into_the_break_is_not_before_it():
    matched = measures.same_months_before(measures.latest_year(year(2022)), [year(2019), year(2020)], month("2020-03"))
    assert matched == {year(2022): year(2019)}
