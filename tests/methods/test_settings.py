"""A setting out of someone's own table: every place one series, everything that is wrong told at once."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.errors import MethodError
from analysis.measures import Window
from analysis.methods.given import Given
from analysis.methods.settings import setting
from analysis.methods.table import table

MONTHS = pd.period_range("2020-01", "2021-12", freq="M")
PLACES = ("Here", "There", "Beside", "Far")


def rows(*, gaps: tuple[tuple[str, str], ...] = (), places: tuple[str, ...] = PLACES) -> str:
    """A file of four places over two years, damage and fires."""
    lines = ["area,month,count,fires"]
    for number, place in enumerate(places):
        for step, when in enumerate(MONTHS):
            count = "" if (place, str(when)) in gaps else str(20 + 3 * number + step % 5)
            lines.append(f"{place},{when},{count},{step % 3}")
    return "\n".join(lines)


def read(text: str, **options: str):
    values = {"treated": "Here", "start": "2021-03", "country": "none"}
    values |= {name.replace("_", "-"): value for name, value in options.items()}
    return setting(table(text, "crimes.csv"), Given(values))


def test_every_other_place_is_a_comparator():
    found = read(rows())
    assert found.treated.name == "Here"
    assert [place.name for place in found.comparators] == ["There", "Beside", "Far"]
    assert (found.start, found.end) == (pd.Period("2021-03", "M"), pd.Period("2021-12", "M"))
    assert found.treated.series.tolist()[:6] == [20, 21, 22, 23, 24, 20]
    assert found.first is None and found.implementation is None and found.chosen_on is None


def test_buffers_are_no_comparators():
    found = read(rows(), buffer="Beside", buffer_control="Far")
    assert [place.name for place in found.comparators] == ["There"]
    assert (found.buffer.name, found.buffer_control.name) == ("Beside", "Far")


def test_windows_are_read_and_leave_periods_out():
    found = read(rows(), until="2021-10", implementation_until="2021-04", first="2020-04", chosen="2020-10 to 2020-12")
    assert found.implementation == Window(pd.Period("2021-03", "M"), pd.Period("2021-04", "M"))
    assert list(found.after) == list(pd.period_range("2021-05", "2021-10", freq="M"))
    left = [*pd.period_range("2020-04", "2020-09", freq="M"), *pd.period_range("2021-01", "2021-02", freq="M")]
    assert list(found.before) == left


def test_a_gap_stays_a_gap():
    found = read(rows(gaps=(("Here", "2020-05"),)))
    assert pd.isna(found.treated.series[pd.Period("2020-05", "M")])


def test_other_outcomes_stand_beside_the_first():
    found = read(rows(), untouched="fires", also="fires")
    assert [each.outcome for each in found.falsification] == ["fires"]
    assert found.others[0].treated.series.tolist()[:4] == [0, 1, 2, 0]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"treated": "Heer"}, r'--treated: no row of the file is of "Heer"; did you mean "Here"'),
        ({"buffer": "Nowhere"}, r'--buffer: no row of the file is of "Nowhere"'),
        ({"start": "2023-01"}, r"--start: 2023-01 is not among the periods of the file, 2020-01 to 2021-12"),
        ({"start": ""}, r"--start: give the first period"),
        ({"start": "soon"}, r'--start: "soon" is not a month'),
        ({"until": "2021-01"}, r"--until: comes before the start"),
        ({"first": "2021-03"}, r"--first: the time before begins before the start"),
        ({"chosen": "2021-01 to 2021-04"}, r"--chosen: a place is chosen by figures from before the start"),
        ({"untouched": "theft"}, r'has no column "theft"'),
        ({"country": "france"}, r'--country: "france" is not known'),
    ],
)
def test_what_is_wrong_is_said(options: dict[str, str], message: str):
    with pytest.raises(MethodError, match=message):
        read(rows(), **options)


def test_places_counted_over_other_periods_are_named():
    lines = rows().splitlines()
    with pytest.raises(MethodError, match="Far has other periods than Here"):
        read("\n".join(lines[:-1]))


def test_a_bad_cell_is_named_by_its_line():
    text = rows().replace("There,2020-02,24,1", "There,2020-02,many,1")
    with pytest.raises(MethodError, match=r"crimes\.csv:27 count"):
        read(text)
