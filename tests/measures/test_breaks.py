import pandas as pd
import pytest

from analysis import measures


def month(text):
    return pd.Period(text, freq="M")


def test_a_break_bears_on_its_own_country_force_and_categories(covid, step):
    def named(**where):
        return [each.id for each in measures.breaks_for([covid, step], **where)]

    assert named(country="england", force="loamshire", categories=["drugs"]) == ["covid", "new-rules"]
    assert named(country="england", force="loamshire", categories=["robbery"]) == ["covid"]
    assert named(country="england", force="elsewhere", categories=["drugs"]) == ["covid"]
    assert named(country="scotland", force="loamshire", categories=["drugs"]) == []


def test_a_total_is_touched_by_a_break_in_any_of_its_parts(covid, step):
    found = measures.breaks_for([step], country="england", force="loamshire", categories=["robbery", "drugs"])
    assert found == (step,)


def test_seventeen_months_belong_to_covid(covid):
    absorbed = measures.pulse_periods([covid], pd.period_range("2019-12", "2022-11", freq="M"))
    assert (len(absorbed), str(absorbed[0]), str(absorbed[-1])) == (17, "2020-03", "2021-07")


def test_a_year_with_one_month_of_covid_is_not_absorbed_but_one_with_four_is(covid):
    absorbed = measures.pulse_periods([covid], pd.period_range("2019", "2023", freq="Y-MAR"))
    assert [each.year for each in absorbed] == [2021, 2022]


def test_a_step_lies_between_two_periods_only_when_it_takes_effect_there(step):
    assert measures.step_between([step], month("2021-03"), month("2021-05")) == step
    assert measures.step_between([step], month("2021-04"), month("2022-05")) is None
    assert measures.step_between([step], month("2020-01"), month("2021-03")) is None


def test_a_change_that_was_phased_in_is_clean_only_after_its_end(step):
    phased = step.model_copy(update={"end": "2021-09"})
    assert str(measures.clean_from(step)) == "2021-04"
    assert str(measures.clean_from(phased)) == "2021-10"
    assert measures.step_between([phased], month("2021-06"), month("2022-05")) == phased


def test_a_pulse_is_no_step_and_a_step_no_pulse(covid, step):
    assert measures.step_between([covid], month("2019-01"), month("2022-01")) is None
    assert measures.touched([step], pd.period_range("2021-01", "2021-12", freq="M")) == ()
    assert measures.touched([covid], pd.period_range("2021-07", "2021-12", freq="M")) == (covid,)


@pytest.mark.parametrize("freq", ["M", "Q-MAR", "Y-MAR"])
@pytest.mark.parametrize(("start", "end"), [("2020-03", "2021-06"), ("2019-12", "2019-12"), ("2020-01", "2020-03")])
def test_a_pulse_absorbs_what_has_a_quarter_of_its_months_in_it(covid, freq, start, end):
    """Counted month by month."""
    pulse = covid.model_copy(update={"start": start, "end": end})
    periods = pd.period_range("2018-04", "2023-03", freq="M").asfreq(freq).unique()
    inside = pd.period_range(start, end, freq="M")
    want = []
    for each in periods:
        months = pd.period_range(each.asfreq("M", how="S"), each.asfreq("M", how="E"), freq="M")
        if months.isin(inside).mean() >= 0.25:
            want.append(each)
    assert list(measures.pulse_periods([pulse], periods)) == want
