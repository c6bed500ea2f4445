"""An answer written down as plain values: what JSON can hold, every field of it."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Collection, Mapping
from typing import Any

import numpy as np
import pandas as pd

from analysis.cannot_say import CannotSay
from analysis.counts import period_text
from analysis.measures import Window

Plain = None | bool | int | float | str | list["Plain"] | dict[str, "Plain"]


def plain(value: Any) -> Plain:
    """Write ``value`` down with plain values alone, so that it is valid JSON always.

    A result is its fields, then its public properties. Periods are text as files have them, a refusal is
    ``{"cannot_say": reason, "rule": rule}``, what is missing or not a number is null, and what has no limit is
    ``"inf"`` or ``"-inf"``.
    """
    if isinstance(value, CannotSay):
        return {"cannot_say": value.reason, "rule": value.rule}
    if isinstance(value, pd.Period):
        return period_text(value)
    if isinstance(value, Window):
        return {"start": plain(value.start), "end": plain(value.end)}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {name: plain(getattr(value, name)) for name in fields(value)}
    if isinstance(value, pd.Series):
        return {str(plain(key)): plain(each) for key, each in value.items()}
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(each) for key, each in value.items()}
    if isinstance(value, str):
        return str(value)
    if isinstance(value, np.ndarray) or (isinstance(value, Collection) and not isinstance(value, bytes)):
        return [plain(each) for each in value]
    return _scalar(value)


def fields(value: Any) -> list[str]:
    """Names of a result's fields, then of its public properties in the order they are written in."""
    properties = [
        name for name, member in vars(type(value)).items() if isinstance(member, property) and not name.startswith("_")
    ]
    return [field.name for field in dataclasses.fields(value)] + properties


def _scalar(value: Any) -> Plain:
    if value is None or value is pd.NA:
        return None
    if isinstance(value, bool | np.bool_):
        return bool(value)
    if isinstance(value, int | np.integer):
        return int(value)
    if isinstance(value, float | np.floating):
        number = float(value)
        return None if math.isnan(number) else number if math.isfinite(number) else "inf" if number > 0 else "-inf"
    return str(value)
