"""Performance against targets, each figure in its own unit, and what chance alone would do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.blocks import Cell
from analysis.disclosure import Published, State, required, shown
from analysis.exhibits.exhibit import exhibit
from analysis.exhibits.field import Field

if TYPE_CHECKING:
    from analysis.disclosure import Row
    from analysis.exhibits.caption import Caption
    from analysis.exhibits.display import Shown

CHANCE: Final = (
    "Chance with no change: how likely the target was to be met if the rate of the baseline had simply gone on. Near "
    "50%, meeting it or missing it by itself says nothing about what was done."
)
ASSUMED: Final = (
    "Where no series shows how much a count swings, it is taken to vary twice as much as chance alone, in the range of "
    "its change too."
)
NOW: Final = (
    "Chance now: how likely an open period is to meet its target, from what was counted so far and the ways in which "
    "the months to come may go."
)
SAID: Final = (State.NOT_MEASURED, State.NOT_YET_KNOWN)
"""Unknowns that stand in a difference too, as N/A and TBC do in the published tables."""
LIMITS: Final = ("at most", "at least", "below")
WITHOUT_FIGURE: Final = ("reduce", "downward or maintain", "maintain")
POINTS: Final = "points: percentage points, the difference between two percentages."


@dataclass(frozen=True)
class FigureField(Field):
    """A declared figure, written in the unit of its row."""

    def cell(self, row: Row) -> Cell:
        """Print the figure with its unit; what is not known in its own words."""
        value = row[self.key]
        if not value.known:
            return Cell(text=shown(value.state), note=value.note)
        return Cell(text=" ".join([_in_unit(value.value, row.words("unit")), *self.symbols(row)]), note=value.note)


@dataclass(frozen=True)
class TargetField(FigureField):
    """A target with its rule: ``at most 288``; where no figure was set, the rule, noting what chance allows."""

    def cell(self, row: Row) -> Cell:
        """Print rule and figure."""
        printed, rule = super().cell(row), row.words("rule")
        if row[self.key].known and rule in LIMITS:
            return Cell(text=f"{rule} {printed.text}", note=printed.note)
        if row[self.key].known or rule not in WITHOUT_FIGURE:
            return printed
        margin = row.number("margin") if "margin" in row else None
        if margin is None:
            return Cell(text=rule, note=f"no figure: {printed.text}")
        clear = "fall down" if row.words("direction") == "higher" else "rise up"
        return Cell(text=rule, note=f"there is no clear {clear} to {numbers.plain(margin)}")


@dataclass(frozen=True)
class DifferenceField(Field):
    """A difference, in per cent or in percentage points as the row says."""

    def cell(self, row: Row) -> Cell:
        """Print the difference with its sign and unit; a dash where none can be given, with the reason as its note."""
        value, unit = row[self.key], row.words(f"{self.key}_unit")
        if not value.known:
            said = value.state in SAID
            return Cell(text=shown(value.state) if said else "–", note="" if said else value.note or str(value.state))
        if unit == "%":
            return Cell(text=numbers.percent(value.value, signed=True))
        return Cell(text=f"{numbers.decimal(value.value, signed=True)} points")


def targets(frame: Published, caption: Caption) -> Shown:
    """Print ``frame``, a row per indicator with the columns of ``disclosure.target_columns``.

    The columns of chances stand only where some indicator has one. Raises ``ExhibitError`` for a frame without rows.
    """
    fields: list[Field] = [
        Field("indicator", "Indicator"),
        FigureField("baseline", _period(frame, "baseline_period", "Baseline"), numbers.plain),
        TargetField("target", _period(frame, "target_period", "Target"), numbers.plain),
        FigureField("actual", _period(frame, "target_period", "Actual"), numbers.plain),
        DifferenceField("change", "Change on baseline", numbers.decimal),
        DifferenceField("from_target", "Difference from target", numbers.decimal),
        Field("status", "Status"),
    ]
    notes = (
        [POINTS]
        if any("points" in r.words(f"{k}_unit") for r in required(frame) for k in ("change", "from_target"))
        else []
    )
    if any(row["baseline_target"].known for row in frame):
        fields.insert(1, FigureField("baseline_target", _period(frame, "baseline_period", "Target"), numbers.plain))
    for key, label, note in (("chance", "Chance with no change", CHANCE), ("chance_now", "Chance now", NOW)):
        if any(key in row and row[key].known for row in frame):
            fields.append(DashField(key, label, numbers.chance))
            notes.append(note)
    if any(row["chance"].known and row.words("unit") == "count" and row.words("swing") == "assumed" for row in frame):
        notes.append(ASSUMED)
    return exhibit(frame, caption.noting(*notes), fields)


@dataclass(frozen=True)
class DashField(Field):
    """A number, or a dash where none can be given."""

    def cell(self, row: Row) -> Cell:
        """Print the number, or a dash with the reason as its note."""
        value = row[self.key]
        if value.known:
            return super().cell(row)
        return Cell(text="–", note="" if value.state is State.NOT_APPLICABLE else value.note)

    def symbols(self, row: Row) -> list[str]:
        """No symbol: a dash says why in its note."""
        return super().symbols(row) if row[self.key].known else []


def _period(frame: Published, column: str, words: str) -> str:
    """``Baseline 2009/10`` where all rows share the period, else the word alone."""
    found = {row.words(column) for row in frame}
    return f"{words} {found.pop()}".strip() if len(found) == 1 else words


def _in_unit(value: float, unit: str) -> str:
    text = numbers.plain(value)
    if unit in ("percent", "percentage change"):
        return numbers.percent(value, signed=unit == "percentage change").replace(".0%", "%")
    return f"£{text}" if unit == "pounds" else text
