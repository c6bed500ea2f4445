"""The scoring matrix: what agencies gave each issue on each criterion, as means with a number in every cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from analysis import numbers
from analysis.disclosure import Published, required
from analysis.exhibits.exhibit import exhibit
from analysis.exhibits.field import Field
from analysis.exhibits.scores_chart import Score, scores_chart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.disclosure import Row
    from analysis.exhibits.caption import Caption
    from analysis.exhibits.display import Shown


class Scale(NamedTuple):
    """A criterion: the column of its means, its name and its levels; ``apart`` where it weighs nothing."""

    column: str
    name: str
    low: float
    high: float
    apart: bool = False


def scores(frame: Published, caption: Caption, scales: Sequence[Scale]) -> Shown:
    """Draw ``frame``, a row per ``issue`` in its order, a column of means for each of ``scales``, those apart last."""
    rows = required(frame)
    cells = [[_score(row, scale) for scale in scales] for row in rows]
    names = [row.words("issue") for row in rows]
    figure = scores_chart(names, [scale.name for scale in scales], cells, sum(scale.apart for scale in scales))
    fields = [
        Field("issue", "Issue"),
        *(Field(scale.column, scale.name, _mean) for scale in scales),
        Field("agencies", "Agencies that scored all of it", numbers.count),
    ]
    hatched = any(score.value is None for line in cells for score in line)
    said = caption.noting("Darker: nearer to the highest level.", "Hatched: no agency scored it." if hatched else "")
    alt = _alt(names, cells, scales, caption.subtitle)
    return exhibit(frame, said, fields, figure=figure, alt=alt, print_table=False)


def _score(row: Row, scale: Scale) -> Score:
    value = row.number(scale.column)
    return Score(value, 0.0 if value is None else (value - scale.low) / (scale.high - scale.low))


def _mean(value: float) -> str:
    return numbers.decimal(value, 1)


def _alt(names: list[str], cells: list[list[Score]], scales: Sequence[Scale], subtitle: str) -> str:
    """The highest issue of each criterion; every number stands in the table."""
    highest = []
    for n, scale in enumerate(scales):
        known = [(line[n].value, name) for name, line in zip(names, cells, strict=True) if line[n].value is not None]
        if known and not scale.apart:
            value, name = max(known, key=lambda pair: pair[0] or 0)
            highest.append(f"{scale.name}: {name}, {_mean(value or 0)}")
    return f"Table of shaded cells: {subtitle.rstrip('.')}. Highest by criterion: {'; '.join(highest)}."
