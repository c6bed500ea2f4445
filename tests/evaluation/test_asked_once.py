from dataclasses import replace

import pandas as pd
import pytest

from analysis.evaluation.asked_once import asked_once
from analysis.evaluation.design import Design
from analysis.evaluation.effect import Effect
from analysis.evaluation.setting import Place, Setting
from analysis.measures import Window

MONTHS = pd.period_range("2020-01", periods=24, freq="M")


def place(name, first=7):
    return Place(name, pd.Series([first, *[10] * 23], index=MONTHS, dtype="Int64"))


@pytest.fixture
def counted():
    asked = []

    def run(setting):
        asked.append(setting)
        return Effect.of_ratio("d", setting.treated.total(setting.after), 1.0, 0.9, 1.1)

    return asked_once(Design("d", "D", 2, "n", run)), asked


def setting(**more):
    return Setting("incidents", place("here"), MONTHS[12], MONTHS[-1], (place("there"),), **more)


def test_the_same_question_is_worked_out_once(counted):
    design, asked = counted
    assert design(setting()) == design(setting())
    assert len(asked) == 1


@pytest.mark.parametrize(
    "other",
    [
        lambda s: replace(s, treated=place("here", 8)),
        lambda s: replace(s, treated=Place("here", s.treated.series.where(MONTHS[3] != MONTHS))),
        lambda s: replace(s, treated=Place("here", s.treated.series.set_axis(MONTHS - 1))),
        lambda s: replace(s, treated=replace(s.treated, people=5.0)),
        lambda s: replace(s, treated=replace(s.treated, members=2)),
        lambda s: replace(s, comparators=()),
        lambda s: replace(s, first=MONTHS[2]),
        lambda s: replace(s, implementation=Window(MONTHS[12], MONTHS[13])),
        lambda s: replace(s, buffer=place("there")),
    ],
)
def test_any_difference_makes_another_question(counted, other):
    design, asked = counted
    design(setting())
    design(other(setting()))
    assert len(asked) == 2
