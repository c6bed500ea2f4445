"""The table of evidence: every quantity of every case, what we get, and whether it agrees."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from .answers import answering, answers, unused
from .case import agrees, read_cases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .case import Case

REQUIRED: Final = (
    "rates",
    "counts",
    "trend",
    "sts",
    "spc",
    "excess",
    "forecast",
    "funnel",
    "target",
    "did",
    "wdd",
    "wdq",
    "eb",
    "its",
    "ci",
    "synth",
    "scoring",
    "hotspot",
)
"""The families of which every quantity is answered, or stands among the known misses with why not."""
MISSES: Final = Path(__file__).with_name("known_misses.csv")


def known_misses() -> dict[tuple[str, str], str]:
    """Why a quantity is missed or not answered, by case and quantity; ``*`` is all that are not answered."""
    with MISSES.open(encoding="utf-8", newline="") as file:
        return {(row["case"], row["quantity"]): row["why"] for row in csv.DictReader(file)}


def shown(value: Any) -> str:
    """A value as the table writes it: seven digits, lists with a blank between."""
    if isinstance(value, list):
        return " ".join(shown(one) for one in value)
    return f"{value:.7g}" if isinstance(value, float | int) and not isinstance(value, bool) else str(value)


def rows(case: Case) -> list[dict[str, str]]:
    """One row for each quantity of ``case``."""
    found, apart, why = answers(case), unused().get(case.id, set()), known_misses()
    return [
        {
            "case": case.id,
            "family": case.family,
            "what": case.told["what"],
            "quantity": name,
            "published": shown(told["value"]),
            "tolerance": shown(told["tol"]),
            "ours": shown(found[name]) if name in found else "",
            "agrees": ("yes" if agrees(told, found[name]) else "no") if name in found else "not answered",
            "origin": case.told["number_origin"],
            "used": "yes" if name in found and name not in apart else "no",
            "why": _why(why, case.id, name, answered=name in found, agreed=name in found and agrees(told, found[name])),
            "source": case.told["source"],
        }
        for name, told in case.quantity.items()
    ]


def _why(why: dict[tuple[str, str], str], case: str, name: str, *, answered: bool, agreed: bool) -> str:
    if agreed:
        return ""
    return why.get((case, name)) or ("" if answered else why.get((case, "*"), ""))


def cases_of(folder: Path) -> Iterator[Case]:
    """The cases that the table holds: those of the required families, and others that anything answers."""
    known = answering()
    return (case for case in read_cases(folder) if case.family in REQUIRED or case.id in known)


def table(folder: Path) -> pd.DataFrame:
    """The whole table, by case, quantities in the case's own order."""
    return pd.DataFrame([row for case in cases_of(folder) for row in rows(case)])
