"""Suppression, decided once per edition and audience over the counts cube and every margin that will be published."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from analysis.disclosure.attack import NOTHING, attack, largest, values
from analysis.disclosure.cells import Cell, cell, known_cell, lattice
from analysis.errors import ExhibitError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    import pandas as pd

    from analysis.disclosure.attack import Range
    from analysis.disclosure.cells import Known, Lattice
    from analysis.disclosure.rule import Rule

KNOWN: Final = 1e-4
"""A range narrower than this is a known count."""


@dataclass(frozen=True)
class Decision:
    """Which cells are withheld: ``primary`` for their own small count, ``secondary`` to protect those."""

    rule: Rule
    margins: frozenset[tuple[str, ...]]
    primary: frozenset[Cell]
    secondary: frozenset[Cell]
    cells: frozenset[Cell]
    """Every cell that was decided upon, withheld or not."""
    exposed: frozenset[Cell] = frozenset()
    """Those of ``primary`` that what is known from elsewhere gives away, whatever is withheld here."""

    def withholds(self, coordinates: Mapping[str, object]) -> bool:
        """Whether the cell at ``coordinates`` is withheld; ``ExhibitError`` if it was never decided upon."""
        name = cell(coordinates)
        if tuple(dimension for dimension, _ in name) not in self.margins:
            asked = ", ".join(dimension for dimension, _ in name) or "the grand total"
            raise ExhibitError(
                f"no disclosure decision covers counts by {asked}\n  name that margin when deciding, before any exhibit"
            )
        if name not in self.cells:
            raise ExhibitError(
                f"no disclosure decision covers {dict(name)}\n  coordinates are slugs and codes, not labels"
            )
        return name in self.primary or name in self.secondary


def decide(
    cube: pd.DataFrame,
    margins: Sequence[Sequence[str]],
    rule: Rule,
    *,
    public: Collection[Cell] = (),
    known: Sequence[Known] = (),
    near: Collection[Cell] = (),
) -> Decision:
    """Decide what is withheld of the ``margins`` of ``cube``, a counts frame with any further dimensions as columns.

    Every count from 1 to 4 is withheld, totals too. Then, while an outsider could narrow one of them down further than
    the rule itself does, the smallest published count that gives it away is withheld as well, until none can. Both
    kinds carry the same symbol. ``public`` are cells whose counts are published elsewhere (targets and their
    baselines): an outsider knows them, so they are never what is withheld to protect others. ``known`` are sums of rows
    of the cube that earlier editions published: those that still hold are public too, whatever they sum. ``near`` are
    cells that differ by a small count from one published of other areas: they are withheld as a small count is. Raises
    ``ExhibitError`` for a dimension that the cube does not have.

    A section asks like this, before any exhibit, and hands the answer to ``publish``::

        decision = decide(counts, [("area", "month"), ("area",), ("month",), ()], rule_of(source))
        frame = publish(rows, decision.rule, key=["area", "month"], counts=["count"], decision=decision)
    """
    still = [each for each in known if each.holds(cube)]
    cells = lattice(cube, margins, still)
    given = {known_cell(number): cells.groups[known_cell(number)] for number in range(len(still))}
    told = set(given.values())
    own = {name for name, groups in cells.groups.items() if name not in given and groups in told}
    doubled = {cells.groups[each] for each in own}
    cells = cells.without({name for name, groups in given.items() if groups in doubled})
    outside = frozenset(public) | own | set(given)
    small = {name for name, count in cells.counts.items() if rule.protects(count)}
    primary = frozenset((small | {name for name in near if name in cells.counts}) - outside)
    hidden, exposed = _hidden(cells, primary, rule, outside)
    secondary = _useful(cells, primary, hidden - primary, rule)
    kinds = frozenset(tuple(sorted(margin)) for margin in margins)
    return Decision(rule, kinds, primary, secondary, frozenset(cells.groups) - set(given), exposed)


def _hidden(
    cells: Lattice, primary: frozenset[Cell], rule: Rule, public: frozenset[Cell]
) -> tuple[frozenset[Cell], frozenset[Cell]]:
    """Withhold more until each primary cell is safe; a safe one stays so, since withholding more only widens ranges.

    Returns all that is withheld, and the primary cells that no withholding makes safe.
    """
    hidden, exposed_anyway = set(primary), set()
    reach = {name: (float(cells.counts[name]),) * 2 for name in primary}
    while exposed := _exposed(cells, hidden, reach, rule):
        target = min(exposed, key=lambda name: (cells.counts[name], name))
        while (found := attack(cells, hidden, target, rule.smallest)).width < rule.width - NOTHING:
            through = [name for name in found.through if name not in public] or _beside(cells, found, hidden, public)
            if not through:
                exposed_anyway.add(target)
                del reach[target]
                break
            hidden.add(min(through, key=lambda name: (cells.counts[name], name)))
        else:
            reach[target] = (found.low, found.high)
    return frozenset(hidden), frozenset(exposed_anyway)


def _beside(cells: Lattice, found: Range, hidden: set[Cell], public: frozenset[Cell]) -> list[Cell]:
    """Where only public cells give a count away: what is published inside them, which is all that can be withheld."""
    inside = {group for name in found.through for group in cells.groups[name]}
    return [
        name
        for name, count in cells.counts.items()
        if count and name not in hidden and name not in public and inside.issuperset(cells.groups[name])
    ]


def _useful(cells: Lattice, primary: frozenset[Cell], secondary: frozenset[Cell], rule: Rule) -> frozenset[Cell]:
    """Those of ``secondary`` that leave anything unknown: one that follows from what is published protects nobody.

    The way to the last table passes by cells that later ones give away; publishing them tells an outsider nothing new.
    """
    hidden = primary | secondary
    return frozenset(name for name in secondary if attack(cells, hidden, name, rule.smallest).width > KNOWN)


def _exposed(cells: Lattice, hidden: set[Cell], reach: dict[Cell, tuple[float, float]], rule: Rule) -> list[Cell]:
    """The cells that no table found so far shows to be safe.

    One table that fits all that is published, unlike the truth in many cells at once, shows many of them safe at once:
    ``reach`` keeps the least and the most that each has been in any. Only the rest need an attack of their own.
    """
    left = _unsafe(reach, rule)
    while left:
        before = len(left)
        for sign in (1, -1):
            found = largest(cells, hidden, left, rule.smallest, sign=sign)
            for name, value in zip(left, values(cells, left, found.atoms), strict=True):
                low, high = reach[name]
                reach[name] = (min(low, value), max(high, value))
        left = _unsafe(reach, rule)
        if len(left) == before:
            break
    return left


def _unsafe(reach: dict[Cell, tuple[float, float]], rule: Rule) -> list[Cell]:
    return sorted(name for name, (low, high) in reach.items() if high - low < rule.width - NOTHING)
