"""What a crime costs society, by offence: Home Office Research Report 99, England and Wales, prices of 2015/16."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from analysis.errors import SourceError

HERE: Final = Path(__file__).parent
PRICE_YEAR: Final = "2015-16"
UNIT_COSTS_SOURCE: Final = (
    "Source of the unit costs: Heeks, Reed, Tafsiri and Prince (2018), The economic and social costs of crime, second "
    "edition, Home Office Research Report 99; crimes against individuals in England and Wales, 2015/16 prices."
)
COVERS: Final = ("England", "Wales")


@dataclass(frozen=True)
class UnitCost:
    """Pounds per crime in prices of ``PRICE_YEAR``; ``confirmed`` where the figure was seen printed elsewhere."""

    offence: str
    pounds: float
    confirmed: bool


@cache
def unit_costs() -> Mapping[str, UnitCost]:
    """The unit costs that ship, by offence."""
    return read_unit_costs(HERE / "unit_costs_2018.csv")


def read_unit_costs(path: Path) -> Mapping[str, UnitCost]:
    """Read a table with ``offence``, ``pounds_2015_16`` and ``confirmed``; raises ``SourceError`` where it is wrong."""
    found: dict[str, UnitCost] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines), 2):
            each = _unit_cost(row, f"{path}:{number}")
            if each.offence in found:
                raise SourceError.at(f"{path}:{number}", f"names {each.offence} twice")
            found[each.offence] = each
    return found


def _unit_cost(row: Mapping[str, str], where: str) -> UnitCost:
    try:
        pounds, confirmed = float(row["pounds_2015_16"]), row["confirmed"].split()[0]
        offence = row["offence"]
    except (KeyError, ValueError, IndexError) as error:
        raise SourceError.at(where, "needs an offence, its pounds, and whether they are confirmed") from error
    if not pounds > 0 or confirmed not in {"yes", "no"}:
        raise SourceError.at(where, "needs pounds above 0, and yes or no under confirmed")
    return UnitCost(offence, pounds, confirmed == "yes")
