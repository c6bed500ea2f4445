"""What may be published, decided once per edition and audience, before any exhibit.

The rule is a property of the source. Open data is marked for reliability and nothing is withheld. Restricted data is
under full control: ``decide`` finds which cells of the counts cube and its margins are withheld so that no outsider can
recover a protected count, and ``publish`` blanks those and everything worked out from them. Exhibits and prose take
``Published`` frames only.
"""

from analysis.disclosure.attack import Range, attack
from analysis.disclosure.cells import Cell, Known, Lattice, cell, lattice
from analysis.disclosure.columns import CHANGE, DERIVED, change_columns, widen
from analysis.disclosure.decide import Decision, decide
from analysis.disclosure.effect_columns import DERIVED_EFFECT, EFFECT, effect_columns
from analysis.disclosure.publish import publish
from analysis.disclosure.published import Published, Row, Value, required
from analysis.disclosure.rule import OPEN, RESTRICTED, Rule, rule_of
from analysis.disclosure.state import LEGEND, LOW, PART_YEAR, SYMBOLS, WORDS, State, shown
from analysis.disclosure.target_columns import target_columns, target_rows

__all__ = [
    "CHANGE",
    "DERIVED",
    "DERIVED_EFFECT",
    "EFFECT",
    "LEGEND",
    "LOW",
    "OPEN",
    "PART_YEAR",
    "RESTRICTED",
    "SYMBOLS",
    "WORDS",
    "Cell",
    "Decision",
    "Known",
    "Lattice",
    "Published",
    "Range",
    "Row",
    "Rule",
    "State",
    "Value",
    "attack",
    "cell",
    "change_columns",
    "decide",
    "effect_columns",
    "lattice",
    "publish",
    "required",
    "rule_of",
    "shown",
    "target_columns",
    "target_rows",
    "widen",
]
