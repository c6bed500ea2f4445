"""Areas out of someone's own table: the one asked about, and those that it is set beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.errors import MethodError, did_you_mean
from analysis.methods.counted import count_in
from analysis.methods.figures import number
from analysis.methods.table import raise_all

if TYPE_CHECKING:
    from analysis.methods.given import Given
    from analysis.methods.table import Table
    from analysis.peers import Area


def areas(table: Table, given: Given) -> list[Area]:
    """One area a row; raises ``MethodError`` with every row whose name, count or population is missing or wrong."""
    from analysis.peers import Area

    names = [table.has(given.named(each), each) for each in ("area", "count", "population")]
    found, problems = [], []
    for line, cells in table.rows:
        if empty := [each for each in names if each not in cells]:
            problems.append(table.at(line, empty[0], "is empty"))
            continue
        try:
            found.append(Area(cells[names[0]], count_in(cells[names[1]]), number(cells[names[2]])))
        except ValueError as error:
            problems.append(table.at(line, names[0], str(error)))
    raise_all(problems, table.file)
    return found


def own_and_others(every: list[Area], name: str) -> tuple[Area, list[Area]]:
    """The area of this name, and the others; raises ``MethodError`` where it is not there, or there twice."""
    own = [each for each in every if each.name == name]
    if len(own) != 1:
        known = [each.name for each in every]
        if own:
            raise MethodError(f'--own: "{name}" stands in {len(own)} rows of the file: give each area one row')
        raise MethodError(f'--own: no row of the file is named "{name}"{did_you_mean(name, known)}')
    return own[0], [each for each in every if each.name != name]
