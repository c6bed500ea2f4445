"""What a method takes, read off the signature and the docstring of its function."""

from __future__ import annotations

import inspect
import re
import types
import typing
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal, Union

import numpy as np
import pandas as pd

from analysis.measures import Window
from analysis.params.recording import RecordingBreak

if TYPE_CHECKING:
    from analysis.methods.method import Method

Kind = Literal[
    "whole number", "number", "text", "choice", "flag", "period", "window", "numbers", "series", "breaks", "pulses",
    "population",
]  # fmt: skip
"""What a parameter is, and so how it is read: see ``analysis.methods.reading``."""

COLUMNS: Final = ("date", "count")
"""Options that name the columns of a series."""
RECORDING: Final = ("country", "force", "category")
"""Options that pick the recording breaks which bear on a series."""
FROM_FILE: Final[tuple[Kind, ...]] = ("series", "population")
"""Kinds that are read from a CSV file alone."""

WORDS: Final = {
    "after": "count in the later period",
    "before": "count in the earlier period",
    "count": "how many were counted",
    "counts": "what was counted",
    "covid": "the month in which Covid restrictions began",
    "dispersion": "variance over mean of the counts; 1 where incidents are independent",
    "end": "the period with which the latest year ends; the last one unless given",
    "expected": "what a model expected",
    "exposure": "years that the count stands for",
    "exposure_after": "how long the later period is, or of how many people",
    "exposure_before": "how long the earlier period is, or of how many people",
    "lags": "how many periods apart at most",
    "level": "level of the interval",
    "p_values": "p values, one for each change that was looked at",
    "per": "of how many people",
    "percent": "the percentage, from 0 to 100",
    "population": "how many people live there",
    "quadratic": "test against mu + alpha mu squared",
    "rate": "share of those marked that may be chance",
    "residuals": "what was counted less what a model expected, in order of time",
    "rule": "what the target asks for",
    "sample_size": "how many people were asked",
    "target": "the target's figure",
    "window": "the stretch to look at, in place of the latest year",
}
"""What parameters mean in all reports, for those of which a docstring says no more."""


@dataclass(frozen=True)
class Option:
    """One parameter. ``names`` are the options that give it, without dashes; the first is its own."""

    parameter: str
    kind: Kind
    names: tuple[str, ...]
    required: bool
    default: Any
    choices: tuple[str, ...]
    meaning: str


def options(method: Method) -> tuple[Option, ...]:
    """The parameters of a method that can be given in words.

    A parameter of a kind that cannot is left out where it has a default; raises ``TypeError`` where it has none, since
    such a function is not for the desk.
    """
    function = method.function
    hints = typing.get_type_hints(function)
    found = []
    for name, parameter in inspect.signature(function).parameters.items():
        kind = kind_of(hints[name])
        if kind is not None:
            found.append(_option(name, kind, parameter, hints[name], method.about))
        elif parameter.default is inspect.Parameter.empty:
            raise TypeError(f"{method.name}: {name} is {hints[name]}, which nobody can type")
    return tuple(found)


def kind_of(hint: Any) -> Kind | None:
    """The kind of a parameter with this type; None where it cannot be given in words."""
    for plain in _alternatives(hint):
        if kind := _kind(plain):
            return kind
    return None


def _alternatives(hint: Any) -> tuple[Any, ...]:
    united = typing.get_origin(hint) in (Union, types.UnionType)
    return typing.get_args(hint) if united else (hint,)


def _kind(hint: Any) -> Kind | None:
    simple: dict[Any, Kind] = {
        bool: "flag", int: "whole number", float: "number", str: "text",
        pd.Series: "series", pd.Period: "period", Window: "window",
    }  # fmt: skip
    if hint in simple:
        return simple[hint]
    origin, inside = typing.get_origin(hint), typing.get_args(hint)
    if origin is Literal:
        return "choice"
    if origin is np.ndarray or (origin is Sequence and inside == (float,)):
        return "numbers"
    if origin in (Sequence, Collection) and inside in ((RecordingBreak,), (pd.Period,)):
        return "breaks" if inside == (RecordingBreak,) else "pulses"
    return "population" if origin is Mapping and inside == (int, float) else None


def _option(name: str, kind: Kind, parameter: inspect.Parameter, hint: Any, about: str) -> Option:
    own = name.replace("_", "-")
    names = {"series": COLUMNS, "breaks": RECORDING, "pulses": RECORDING, "population": ("exposure", own)}
    required = parameter.default is inspect.Parameter.empty and type(None) not in _alternatives(hint)
    return Option(
        parameter=name,
        kind=kind,
        names=names.get(kind, (own,)),
        required=required,
        default=None if parameter.default is inspect.Parameter.empty else parameter.default,
        choices=tuple(str(each) for plain in _alternatives(hint) for each in typing.get_args(plain))
        if kind == "choice"
        else (),
        meaning=meaning(name, about),
    )


def meaning(name: str, about: str) -> str:
    """What the docstring says of a parameter where a clause starts with its name, else the word as reports use it."""
    mark = f"``{name}``"
    clauses = [each for each in re.split(r"(?<=[.;])\s+", about) if each.startswith(mark)]
    said = re.sub(r"^\s*(is|are)\s+", "", clauses[0].removeprefix(mark)) if clauses else WORDS.get(name, "")
    return said.rstrip(".;").replace("``", "")
