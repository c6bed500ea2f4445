"""How many people live in the areas of an edition; none is made up where one area has no figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.assessment.context import Context


def residents(context: Context, areas: Sequence[str]) -> float | None:
    """Residents of ``areas`` together in the edition's population year; none where one has no figure."""
    slices, year = context.slices, context.edition.population_year
    if slices is None or year is None:
        return None
    frame = slices.population
    found = frame[frame["area"].isin(list(areas)) & (frame["year"] == year)]
    return float(found["population"].sum()) if set(found["area"]) == set(areas) else None


def residents_by_year(context: Context) -> dict[int, float]:
    """People of the partnership's area by mid-year, for the years that every one of its districts has."""
    slices, areas = context.slices, context.partnership.areas
    if slices is None:
        return {}
    own = slices.population[slices.population["area"].isin(list(areas))]
    by_year = own.groupby("year")["population"].agg(["sum", "size"])
    return {int(str(y)): float(people) for y, people in by_year.loc[by_year["size"] == len(areas), "sum"].items()}
