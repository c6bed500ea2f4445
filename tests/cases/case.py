"""Published and independently computed answers, and whether ours agree: nothing is widened."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


@dataclass(frozen=True)
class Case:
    """One case: ``quantity`` as ``case.json`` has it, ``data`` its (first) table."""

    folder: Path
    told: Mapping[str, Any]

    @property
    def id(self) -> str:
        return str(self.told["id"])

    @property
    def family(self) -> str:
        """The first word of its id: ``rates``, ``counts``, ``trend`` ..."""
        return self.id.split("-")[0]

    @property
    def quantity(self) -> Mapping[str, Mapping[str, Any]]:
        """What is to be reproduced, by name: ``value``, ``tol`` (absolute) and sometimes ``origin``."""
        found: Mapping[str, Mapping[str, Any]] = self.told["quantity"]
        return found

    @property
    def files(self) -> list[str]:
        named = self.told["data"]
        return [named] if isinstance(named, str) else list(named)

    @cached_property
    def data(self) -> pd.DataFrame:
        return self.table(self.files[0])

    def table(self, name: str) -> pd.DataFrame:
        """Another of the case's tables, by its file's name."""
        return pd.read_csv(self.folder / name)


def read_cases(folder: Path) -> Iterator[Case]:
    """Every case in ``folder``, by name."""
    for told in sorted(folder.glob("*/case.json")):
        yield Case(told.parent, json.loads(told.read_text(encoding="utf-8")))


def agrees(told: Mapping[str, Any], answer: Any) -> bool:
    """Whether an answer is within the absolute tolerance that the case states; words must match, lists throughout."""
    value, tolerance = told["value"], told["tol"]
    if value == "inf":
        return bool(answer in ("inf", float("inf")))
    if isinstance(value, str):
        return bool(answer == value)
    if isinstance(value, list):
        same = isinstance(answer, list) and len(value) == len(answer)
        return same and all(abs(one - other) <= tolerance for one, other in zip(value, answer, strict=True))
    return not isinstance(answer, str | list) and bool(abs(value - answer) <= tolerance)
