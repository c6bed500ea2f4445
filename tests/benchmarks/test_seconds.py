"""What the page on seconds says is what was taken: medians, and ratios within a round."""

import pandas as pd
import pytest
from initiatives.seconds import WHOLE, Taken, Timed, round_of, text

from analysis.evaluation.designs import DESIGNS
from analysis.evaluation.setting import Place, Setting

YEARS = pd.period_range("2004-03", periods=9, freq="Y-MAR")


def test_a_ratio_is_to_the_unit_of_its_own_round_so_that_a_slow_machine_slows_both() -> None:
    slow, fast = ({("d", "power"): Taken(seconds, 1.0)} for seconds in (40.0, 10.0))
    found = Timed("name", "of", [4.0, 1.0], [slow, fast])
    assert found.ratio(("d", "power")) == 10
    assert found.seconds(("d", "power")) == 25


@pytest.fixture(scope="module")
def round_():
    places = [
        Place(str(number), pd.Series([300 + (7 * number * year) % 31 for year in range(9)], index=YEARS, dtype="Int64"))
        for number in range(3)
    ]
    return round_of(Setting("vandalism", places[0], YEARS[6], YEARS[-1], tuple(places[1:])), "before-after")


def test_every_design_is_timed_and_the_whole_takes_no_more_than_its_parts(round_) -> None:
    assert {name for name, _ in round_} == {*(each.name for each in DESIGNS), "other choices", WHOLE}
    parts = sum(each.processor for key, each in round_.items() if key != (WHOLE, WHOLE))
    assert 0 < round_[WHOLE, WHOLE].processor < 2 * parts


def test_a_design_that_refuses_says_so_in_its_line(round_) -> None:
    page = text([Timed("a/b", "before-after, two comparators", [0.001], [round_])], (0.1, 0.2))
    line = next(each for each in page.splitlines() if each.startswith("| interrupted-series "))
    assert line.split(" | ")[3] == "refused"
    assert "| before-after |" in page
