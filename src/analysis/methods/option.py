"""What a method takes, read off the signature and the docstring of its function."""

from __future__ import annotations

import inspect
import re
import typing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from analysis.methods.kind import NEEDS_FILE, Kind, alternatives, kind_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.methods.method import Method

NAMES: Final[Mapping[Kind, tuple[str, ...]]] = {
    "series": ("date", "count"),
    "areas": ("area", "count", "population"),
    "breaks": ("country", "force", "category"),
    "pulses": ("country", "force", "category"),
    "population": ("exposure", "population"),
    "setting": (
        "treated", "start", "until", "first", "implementation-until", "chosen", "buffer", "buffer-control", "untouched",
        "also", "area", "date", "count", "country", "force", "category",
    ),
    "effect": (),
    "scores": ("levels", "weights", "likelihood"),
}  # fmt: skip
"""Options that stand for a parameter of these kinds; any other is given by its own name."""
DEFAULTS: Final[Mapping[str, str]] = {
    "date": "month", "count": "count", "area": "area", "population": "population", "country": "england",
}  # fmt: skip
"""Columns looked for unless others are named, and whose recording breaks count unless told otherwise."""
WORDS: Final = {
    "after": "the figure of the later period",
    "after_size": "how many people were asked in the later survey",
    "ahead": "years ahead that the target covers",
    "buffer": "what was counted where crime might move to",
    "buffer_control": "what was counted in the control of the buffer",
    "control": "what was counted in the control area",
    "before": "the figure of the earlier period",
    "before_size": "how many people were asked in the earlier survey",
    "count": "how many were counted",
    "counts": "what was counted",
    "cut": "how many come first",
    "covid": "the month in which Covid restrictions began",
    "design": "the design whose answer is checked, such as with-comparator",
    "k": "how many of the nearest places count as neighbours",
    "draws": "how many times chance is drawn",
    "permutations": "how many times the figures are shuffled among the places",
    "scale": "log for counts, as given for rates",
    "dispersion": "variance over mean of the counts; 1 where incidents are independent",
    "end": "the period with which the latest year ends; the last one unless given",
    "expected": "what a model expected",
    "exposure": "years that the count stands for",
    "exposure_after": "how long the later period is, or of how many people",
    "exposure_before": "how long the earlier period is, or of how many people",
    "goal": "the target",
    "horizon": "months ahead",
    "lags": "how many periods apart at most",
    "least": "how many agencies must score an issue on each criterion",
    "level": "level of the interval",
    "month": "the month to judge",
    "mean": "incidents a period before the start",
    "months_done": "months of the year that are over",
    "paths": "how many times the months to come are drawn",
    "own": "the area to set beside the others",
    "p_values": "p values, one for each change that was looked at",
    "per": "of how many people",
    "percent": "the percentage, from 0 to 100",
    "period": "the period to judge",
    "periods": "how long the time before and the time after are",
    "periods_after": "periods after the start",
    "periods_before": "periods before the start",
    "population": "how many people live there",
    "quadratic": "test against mu + alpha mu squared",
    "rule": "how criteria are put together",
    "shuffles": "how many times orders are mixed",
    "rate": "share of those marked that may be chance",
    "residuals": "what was counted less what a model expected, in order of time",
    "sizes": "sizes of treated area, control, buffer and buffer control",
    "sample_size": "how many people were asked",
    "seed": "seed of the simulation: the same seed gives the same answer",
    "so_far": "how many were counted in the months that are over",
    "side": "which side of the count",
    "years": "years that the figure before stands for",
    "treated": "what was counted in the treated area",
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

    @property
    def needs_file(self) -> bool:
        """Whether there is nothing to compute from without a file."""
        return self.kind in NEEDS_FILE


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
            found.append(_option(kind, parameter, hints[name], method.about))
        elif parameter.default is inspect.Parameter.empty:
            raise TypeError(f"{method.name}: {name} is {hints[name]}, which nobody can type")
    return tuple(found)


def _option(kind: Kind, parameter: inspect.Parameter, hint: Any, about: str) -> Option:
    allowed, without = alternatives(hint), parameter.default is inspect.Parameter.empty
    choices = [str(each) for plain in allowed for each in typing.get_args(plain)] if kind == "choice" else []
    return Option(
        parameter=parameter.name,
        kind=kind,
        names=NAMES.get(kind, (parameter.name.replace("_", "-"),)),
        required=without and type(None) not in allowed,
        default=None if without else parameter.default,
        choices=tuple(choices),
        meaning=meaning(parameter.name, about),
    )


def meaning(name: str, about: str) -> str:
    """What the docstring says of a parameter where a clause starts with its name, else the word as reports use it."""
    mark = f"``{name}``"
    clauses = [each for each in re.split(r"(?<=[.;])\s+", about) if each.startswith(f"{mark} is ")]
    said = clauses[0].removeprefix(f"{mark} is ") if clauses else WORDS.get(name, "")
    return said.rstrip(".;").replace("``", "")
