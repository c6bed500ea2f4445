"""Figures as a partnership declares them: a number, or one of the ways of not having one."""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"


class Declared(BaseModel):
    """Base of everything declared: closed (an unknown key is refused) and frozen."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Unknown(StrEnum):
    """The ways of not having a figure; none of them is zero."""

    NOT_MEASURED = "not measured"
    NOT_YET_KNOWN = "not yet known"
    NOT_PUBLISHED = "not published"
    NOT_SUPPLIED = "not supplied"


_WRITTEN = {
    "n/a": Unknown.NOT_MEASURED,
    "tbc": Unknown.NOT_YET_KNOWN,
    "tba": Unknown.NOT_YET_KNOWN,
    "to be confirmed": Unknown.NOT_YET_KNOWN,
    **{str(unknown): unknown for unknown in Unknown},
}


def _number(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    text = value.strip()
    if not text:
        return Unknown.NOT_SUPPLIED
    if known := _WRITTEN.get(text.lower()):
        return known
    if re.fullmatch(r"[+-]?\d{1,3}(,\d{3})*(\.\d+)?|[+-]?\d+(\.\d+)?", text):
        return float(text.replace(",", ""))
    raise ValueError('must be a number such as 7,243 or 11.8, or one of "N/A", "TBC", "not published", "not supplied"')


def _date(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    text = value.strip()
    if not text:
        return Unknown.NOT_SUPPLIED
    if known := _WRITTEN.get(text.lower()):
        return known
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise ValueError(
            'must be a date such as 2018-03-31, or one of "TBC", "not published", "not supplied"'
        ) from None


Figure = Annotated[float | Unknown, BeforeValidator(_number)]
"""A number (``7,243``), or an ``Unknown``: empty is "not supplied", N/A "not measured", TBC "not yet known"."""

When = Annotated[dt.date | Unknown, BeforeValidator(_date)]
"""An ISO date, or an ``Unknown``."""

Id = Annotated[str, Field(pattern=SLUG)]
Words = Annotated[str, Field(min_length=1)]
Month = Annotated[str, Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]


def known(value: float | dt.date | Unknown) -> bool:
    """Whether a declared figure or date is there."""
    return not isinstance(value, Unknown)
