"""One option's value, out of the words in which it is given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from analysis.errors import did_you_mean
from analysis.methods.dates import stretch, when
from analysis.methods.figures import column, number, several, whole_number

if TYPE_CHECKING:
    from analysis.evaluation.design import Design
    from analysis.methods.option import Option
    from analysis.methods.table import Table
    from analysis.targets import Goal

FLAGS: Final[Mapping[str, bool]] = {"": True, "yes": True, "no": False}
GOALS: Final = ("at most", "at least", "below")


def value(option: Option, text: str, table: Table | None) -> Any:
    """Read ``text`` as what ``option`` is; raises ``ValueError``, in words, or ``MethodError`` for a column."""
    if option.kind == "numbers":
        found = column(table, text, option.names[0]) if table is not None else several(text)
        return np.asarray(found, dtype=np.float64)
    if option.kind == "choice":
        return one_of(text, option.choices)
    if option.kind == "design":
        return design(text)
    if option.kind == "flag":
        return FLAGS[one_of(text, tuple(FLAGS))]
    readers: Mapping[str, Callable[[str], Any]] = {
        "whole number": whole_number, "number": number, "pair": pair, "period": when, "window": stretch, "goal": goal,
    }  # fmt: skip
    return readers.get(option.kind, str)(text)


def pair(text: str) -> tuple[float, float]:
    """Read what stands before and after, ``207, 110``; raises ``ValueError``, in words."""
    found = several(text)
    if len(found) != 2:
        raise ValueError(f'"{text}" is not two numbers, before and after, such as 207, 110')
    return found[0], found[1]


def goal(text: str) -> Goal:
    """Read ``at most 288``, ``below 288`` or ``at least 12``; raises ``ValueError``, in words."""
    from analysis.targets import Goal

    for words in GOALS:
        if text.startswith(f"{words} "):
            level = number(text.removeprefix(words))
            return Goal("at least" if words == "at least" else "at most", level, strict=words == "below")
    raise ValueError(f'"{text}" is not a target such as "at most 288", "below 288" or "at least 12"')


def design(text: str) -> Design:
    """The design of an evaluation by its name; raises ``ValueError``, in words, that names the nearest."""
    from analysis.evaluation.designs import design_named

    return design_named(text)


def one_of(text: str, choices: tuple[str, ...]) -> str:
    """Return ``text``; raises ``ValueError`` that names the nearest where it is none of ``choices``."""
    if text not in choices:
        hint = did_you_mean(text, choices) or "; it is one of " + ", ".join(each for each in choices if each)
        raise ValueError(f'"{text}" is not known{hint}')
    return text
