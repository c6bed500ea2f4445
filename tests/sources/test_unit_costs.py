import csv

import pytest

from analysis.errors import SourceError
from analysis.sources.weights import PRICE_YEAR, UNIT_COSTS_SOURCE, read_unit_costs, unit_costs

HEAD = "offence,pounds_2015_16,confirmed\n"


def written(tmp_path, *rows):
    path = tmp_path / "costs.csv"
    path.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_what_was_seen_printed_is_told_from_what_was_not():
    costs = unit_costs()
    assert (costs["Homicide"].pounds, costs["Homicide"].confirmed) == (3217740, True)
    assert not costs["Domestic burglary"].confirmed
    assert (costs["Criminal damage - other"].pounds, PRICE_YEAR) == (1350, "2015-16")
    assert "2015/16" in UNIT_COSTS_SOURCE


@pytest.mark.data
def test_the_table_that_ships_is_the_one_that_was_handed_over(shared):
    path = shared / "data/weights/unit_costs_2018.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        given = {row["offence"]: float(row["pounds_2015_16"]) for row in csv.DictReader(lines)}
    assert given == {name: each.pounds for name, each in unit_costs().items()}


@pytest.mark.parametrize(
    ("row", "said"),
    [("Arson,,yes", "pounds"), ("Arson,0,yes", "above 0"), ("Arson,5,perhaps", "yes or no"), ("Arson,5,", "confirmed")],
)
def test_a_row_that_is_wrong_is_named_with_its_line(tmp_path, row, said):
    with pytest.raises(SourceError, match=said) as caught:
        read_unit_costs(written(tmp_path, "Homicide,5,yes", row))
    assert ":3" in str(caught.value)


def test_an_offence_that_stands_twice_is_an_error(tmp_path):
    with pytest.raises(SourceError, match="twice"):
        read_unit_costs(written(tmp_path, "Arson,5,yes", "Arson,6,no"))
