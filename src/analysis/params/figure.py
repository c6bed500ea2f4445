"""Figures as a partnership declares them: a number, or one of the ways of not having one."""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
MONTH = r"^[0-9]{4}-(0[1-9]|1[0-2])$"
EDITION = r"^[0-9]{4}(-[0-9]{2})?$"
HASH = r"^[0-9a-f]{64}$"


class Declared(BaseModel):
    """Base of everything declared: closed (an unknown key is refused) and frozen."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, use_attribute_docstrings=True)


class Unknown(StrEnum):
    """The ways of not having a figure; none of them is zero."""

    NOT_MEASURED = "not measured"
    NOT_YET_KNOWN = "not yet known"
    NOT_PUBLISHED = "not published"
    NOT_SUPPLIED = "not supplied"


WRITTEN_UNKNOWN = {
    "n/a": Unknown.NOT_MEASURED,
    "tbc": Unknown.NOT_YET_KNOWN,
    "tba": Unknown.NOT_YET_KNOWN,
    "to be confirmed": Unknown.NOT_YET_KNOWN,
    **{str(unknown): unknown for unknown in Unknown},
}
"""How people write that they have no figure, in small letters."""

_NUMBER = re.compile(r"[+-]?(\d{1,3}(,\d{3}){1,4}|\d{1,15})(\.\d{1,9})?", re.ASCII)
_WHOLE = re.compile(r"\d{1,4}", re.ASCII)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _unknown(text: str) -> Unknown | None:
    return WRITTEN_UNKNOWN.get(text.lower()) if text else Unknown.NOT_SUPPLIED


def _number(value: Any) -> Any:
    if isinstance(value, Unknown | int | float) and not isinstance(value, bool):
        return value
    if isinstance(value, str):
        text = value.strip()
        if missing := _unknown(text):
            return missing
        if _NUMBER.fullmatch(text):
            return float(text.replace(",", ""))
    raise PydanticCustomError(
        "figure", 'must be a number such as 7,243 or 11.8, or one of "N/A", "TBC", "not published", "not supplied"'
    )


def _date(value: Any) -> Any:
    if isinstance(value, Unknown | dt.date):
        return value
    if isinstance(value, str):
        text = value.strip()
        if missing := _unknown(text):
            return missing
        try:
            if _DATE.fullmatch(text):
                return dt.date.fromisoformat(text)
        except ValueError:
            pass
    raise PydanticCustomError(
        "date", 'must be a day such as 2018-03-31, or one of "TBC", "not published", "not supplied"'
    )


def _day(value: Any) -> Any:
    if isinstance(day := _date(value), dt.date):
        return day
    raise PydanticCustomError("date", "must be a day such as 2018-03-31")


def _whole(value: Any) -> Any:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and _WHOLE.fullmatch(value.strip()):
        return int(value)
    raise PydanticCustomError("figure", "must be a whole number such as 5")


def _ratio(value: Any) -> Any:
    number = _number(value)
    if isinstance(number, Unknown) or not 0 < number < 10:
        raise PydanticCustomError("figure", "must be a number above 0 and below 10, such as 0.7")
    return number


_WAYS = {"enum": ["N/A", "TBC", *(str(unknown) for unknown in Unknown)]}
_FIGURE_SCHEMA = {
    "anyOf": [{"type": "number"}, {"type": "string", "pattern": f"^({_NUMBER.pattern})$"}, _WAYS, {"type": "null"}]
}
_DATE_SCHEMA: dict[str, Any] = {"anyOf": [{"type": "string", "pattern": f"^{_DATE.pattern}$"}, _WAYS, {"type": "null"}]}
_RATIO_SCHEMA: dict[str, Any] = {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 10}
"""What an editor is told: people type a figure with its commas, and YAML sees text."""

Figure = Annotated[
    Annotated[float, Field(allow_inf_nan=False)] | Unknown, BeforeValidator(_number), WithJsonSchema(_FIGURE_SCHEMA)
]
"""A number (``7,243``), or an ``Unknown``: empty is "not supplied", N/A "not measured", TBC "not yet known"."""

When = Annotated[dt.date | Unknown, BeforeValidator(_date), WithJsonSchema(_DATE_SCHEMA)]
"""An ISO date, or an ``Unknown``."""

Day = Annotated[dt.date, BeforeValidator(_day), WithJsonSchema(_DATE_SCHEMA["anyOf"][0])]
"""An ISO date that must be known."""

Ratio = Annotated[float, BeforeValidator(_ratio), WithJsonSchema(_RATIO_SCHEMA)]
"""A positive number near one that figures are multiplied by."""

Whole = Annotated[int, BeforeValidator(_whole)]
"""A whole number of at least nought."""

Year = Annotated[str, Field(pattern=EDITION)]
Id = Annotated[str, Field(pattern=SLUG, max_length=200)]
"""A name in files and addresses; a file system takes 255 bytes, and documents and archives add some to it."""
Words = Annotated[str, Field(min_length=1)]
Month = Annotated[str, Field(pattern=MONTH)]
Country = Literal["england", "wales", "scotland", "northern-ireland", "fictional"]


def known(value: float | dt.date | Unknown) -> bool:
    """Whether a declared figure or date is there."""
    return not isinstance(value, Unknown)
