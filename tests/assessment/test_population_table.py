"""Who lives in the area."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.blocks import Exhibit

if TYPE_CHECKING:
    from written_edition import Written


def population(edition: Written) -> Exhibit:
    (table,) = [block for block in edition.section("area") if isinstance(block, Exhibit)]
    return table


def test_the_residents_of_several_districts_end_in_their_sum(warwickshire: Written) -> None:
    shown = population(warwickshire)
    rows = [[cell.text for cell in row] for row in shown.table.rows]
    assert shown.table.total_rows == 1
    assert rows[-1] == ["Warwickshire", "544,166", "583,786", "+7.3%"]
    assert shown.headline == "583,786 people lived in Warwickshire in mid-2020"


def test_one_district_has_no_sum(leicestershire: Written) -> None:
    shown = population(leicestershire)
    assert (len(shown.table.rows), shown.table.total_rows) == (1, 0)
