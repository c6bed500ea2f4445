"""A declared file as it is written: plain text values, and the line on which each stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from analysis.errors import Problem
from analysis.params.rule_table import RULES

KeyPath = tuple[str | int, ...]
"""Keys and positions (from 0) that lead to a value: ``("priorities", 0, "kind")``."""


@dataclass(frozen=True)
class Written:
    """What stands in one file: mappings, lists and text, nothing typed.

    ``lines`` gives the line (YAML) or row (CSV), from 1, of each path. ``file`` is the path as people are shown it.
    ``spaced`` gives the lists in brackets of which an item without quotes holds a space.
    """

    file: str
    value: Any
    lines: Mapping[KeyPath, int] = field(default_factory=dict)
    kind: Literal["yaml", "csv"] = "yaml"
    spaced: frozenset[KeyPath] = frozenset()

    def line(self, path: KeyPath) -> int:
        """Return the line of ``path``, else of the nearest thing around it that has one."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def at(self, path: KeyPath) -> Any:
        """Return what is written at ``path``, or ``None``."""
        value = self.value
        for step in path:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def problem(self, rule: str, path: KeyPath, message: str) -> Problem:
        """Say what is wrong at ``path``; ``rule`` must be in the table of rules."""
        if rule not in RULES:
            raise KeyError(rule)
        return Problem(self.file, self.line(path), self._key(path), message, rule)

    def _key(self, path: KeyPath) -> str:
        """``priorities[1].kind``, counting entries from 1; for a CSV the column alone, since the row is the line."""
        if self.kind == "csv":
            path = path[1:]
        text = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path)
        return text.removeprefix(".")


def whole_file(file: str, rule: str, message: str, line: int = 0) -> Problem:
    """Say what is wrong with a file, or with one line of it, before it can be read."""
    return Written(file, None, {(): line}).problem(rule, (), message)
