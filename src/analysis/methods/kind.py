"""What a parameter is, by its type, and so how it is given."""

from __future__ import annotations

import types
import typing
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final, Literal, Union

import numpy as np
import pandas as pd

Kind = Literal[
    "whole number", "number", "text", "choice", "flag", "period", "window", "goal", "numbers", "pair",
    "series", "beside", "population", "own area", "areas", "breaks", "pulses", "setting", "design", "effect",
    "scores",
]  # fmt: skip
"""``numbers`` is a list, or a column of a file; ``beside`` a column beside the dates and counts of a series;
``pair`` is what was counted before and after.

``setting`` is what an evaluation has to go on, out of a file with a row for each place and period; ``effect`` is worked
out from it by the ``design`` named. ``scores`` are a row for each agency, issue and criterion.
"""

NEEDS_FILE: Final[tuple[Kind, ...]] = ("series", "own area", "areas", "setting", "scores")
"""Kinds that come out of a CSV file, without which there is nothing to compute from."""
FROM_FILE: Final[tuple[Kind, ...]] = (*NEEDS_FILE, "beside", "population", "effect")
"""Kinds that come out of a CSV file alone."""
RECORDING: Final[tuple[Kind, ...]] = ("breaks", "pulses")
"""Kinds that come out of the register of recording breaks."""

SIMPLE: Final[Mapping[Any, Kind]] = {bool: "flag", int: "whole number", float: "number", str: "text"}
OURS: Final[Mapping[str, Kind]] = {
    "Period": "period", "Window": "window", "Goal": "goal", "Area": "own area",
    "Setting": "setting", "Design": "design", "Effect": "effect",
    "Matrix": "scores",
}  # fmt: skip
"""By name, so that a method's types are imported with the method and not for every other one."""
OURS_IN_LISTS: Final[Mapping[str, Kind]] = {"Area": "areas", "RecordingBreak": "breaks", "Period": "pulses"}


def kind_of(hint: Any) -> Kind | None:
    """The kind of a parameter with this type; None where it cannot be given in words."""
    for plain in alternatives(hint):
        if plain is pd.Series:
            return "beside" if type(None) in alternatives(hint) else "series"
        if kind := SIMPLE.get(plain) or OURS.get(_name(plain)) or _compound(plain):
            return kind
    return None


def alternatives(hint: Any) -> tuple[Any, ...]:
    """The types that a union allows, or the one type that it is."""
    united = typing.get_origin(hint) in (Union, types.UnionType)
    return typing.get_args(hint) if united else (hint,)


def _compound(hint: Any) -> Kind | None:
    origin, inside = typing.get_origin(hint), typing.get_args(hint)
    if origin is Literal:
        return "choice"
    if origin is Mapping:
        return "population" if inside == (int, float) else None
    if origin is np.ndarray:
        return "numbers"
    if origin is tuple:
        return "pair" if inside == (float, float) else None
    return _several(inside[0]) if origin in (Sequence, Collection) else None


def _several(item: Any) -> Kind | None:
    if item is float:
        return "numbers"
    return next((OURS_IN_LISTS[name] for name in map(_name, alternatives(item)) if name in OURS_IN_LISTS), None)


def _name(hint: Any) -> str:
    return getattr(hint, "__name__", "")
