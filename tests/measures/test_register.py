"""The register that ships: what stands in it, and that nothing is compared across any of it."""

import numpy as np
import pandas as pd
import pytest
import yaml

from analysis import measures, trends
from analysis.cannot_say import CannotSay
from analysis.counts import counts_frame
from analysis.params.recording import RecordingRegister

CRIME, VIOLENCE, ASB = "burglary", "violence-and-sexual-offences", "anti-social-behaviour"


@pytest.fixture(scope="session")
def register(root):
    told = yaml.safe_load((root / "params" / "recording_breaks.yml").read_text(encoding="utf-8"))
    return RecordingRegister.model_validate(told).breaks


def bearing(register, country, category):
    return [each.id for each in measures.breaks_for(register, country=country, categories=[category])]


def test_each_country_has_its_covid_months_as_a_pulse(register):
    pulses = {country: each for each in register if each.kind == "pulse" for country in each.countries}
    assert set(pulses) == {"england", "wales", "scotland"}
    assert (pulses["england"].start, pulses["england"].end) == ("2020-03", "2021-07")


def test_a_change_bears_on_its_own_categories_alone(register):
    assert "inspection-2014" in bearing(register, "england", VIOLENCE)
    assert {"malicious-communications-2015", "stalking-harassment-2018"} <= set(bearing(register, "england", VIOLENCE))
    assert bearing(register, "england", CRIME) == ["covid-england", "crime-recording-standard-2002"]
    assert "asb-definition-2011" in bearing(register, "wales", ASB)
    assert bearing(register, "scotland", "all-crimes") == [
        "covid-scotland", "scottish-recording-standard", "police-scotland",
    ]  # fmt: skip


def test_every_change_says_what_it_did_and_where_that_is_published(register):
    assert len({each.id for each in register}) == len(register) >= 10
    assert all(len(each.effect) > 30 and len(each.source) > 20 for each in register)


STEPS = [
    ("england", VIOLENCE, "2014-04", "2016-12"),
    ("england", VIOLENCE, "2015-04", "2015-04"),
    ("england", VIOLENCE, "2018-04", "2018-04"),
    ("england", ASB, "2011-04", "2011-04"),
    ("england", CRIME, "2002-04", "2002-04"),
    ("scotland", "all-crimes", "2004-04", "2004-04"),
    ("scotland", "all-crimes", "2013-04", "2013-04"),
]


@pytest.mark.parametrize(("country", "category", "start", "end"), STEPS)
def test_no_comparison_crosses_a_step_of_the_register(register, country, category, start, end):
    breaks = measures.breaks_for(register, country=country, categories=[category])
    first, last = pd.Period(start, "M") - 14, pd.Period(end, "M") + 6
    when = pd.period_range(first, last, freq="M")
    series = pd.Series(np.full(len(when), 50), index=when, dtype="Int64")
    year = measures.year_on_year(series, breaks=breaks)
    assert isinstance(year, CannotSay) and year.rule == "recording-break"
    before = measures.before_covid(series, covid=pd.Period(start, "M"), breaks=breaks)
    assert isinstance(before, CannotSay) and before.rule == "recording-break"
    frame = counts_frame(
        pd.DataFrame({"area": "a", "month": when, "category": category, "count": 50, "status": "present"})
    )
    line = measures.profile(frame, {category: (category,)}, breaks=register, country=country).lines[0]
    assert isinstance(line.change, CannotSay) and line.change.rule == "recording-break"


@pytest.mark.parametrize(("country", "category", "start", "end"), STEPS)
def test_no_trend_crosses_a_step_of_the_register(register, country, category, start, end):
    breaks = [each for each in measures.breaks_for(register, country=country, categories=[category])
              if (each.start, each.end) == (start, end)]  # fmt: skip
    clean = pd.Period(end, "M") + (0 if start == end else 1)
    when = pd.period_range(clean - 40, clean + 59, freq="M")
    counts = np.where(when < clean, 200, 80) + np.tile([2, -1, 0, 1, -2], 20)
    found = trends.trend(pd.Series(counts, index=when, dtype="Int64"), breaks=breaks)
    assert found.first == clean
    assert found.since == breaks[0].name
    assert found.direction == "no clear trend"
