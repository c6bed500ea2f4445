"""Plans made before: where nothing that a plan rests on has changed, the plan has not, and need not be made again."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from analysis.run.inputs import Inputs, digest
from analysis.run.replace import replace_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from analysis.run.house import House
    from analysis.run.planned import Makeable


def remembered(house: House, fingerprint: str, choice: Sequence[str]) -> list[Inputs] | None:
    """Inputs of every report of the plan for ``choice``, if it was made from just what ``fingerprint`` is of."""
    try:
        found: list[dict[str, Any]] = json.loads(_path(house, fingerprint, choice).read_text(encoding="utf-8"))
        return [Inputs(**inputs) for inputs in found]
    except (FileNotFoundError, ValueError, TypeError):
        return None


def remember(house: House, fingerprint: str, choice: Sequence[str], plan: Sequence[Makeable]) -> None:
    """Keep a plan; ``fingerprint`` must be the same before and after it was made."""
    content = json.dumps([asdict(one.inputs) for one in plan])
    replace_file(_path(house, fingerprint, choice), content.encode())


def _path(house: House, fingerprint: str, choice: Sequence[str]) -> Path:
    return house.kept / "plans" / f"{digest(json.dumps([fingerprint, *choice]).encode())}.json"
