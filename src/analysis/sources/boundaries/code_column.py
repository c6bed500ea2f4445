"""Which property of the features holds the areas' codes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from analysis import numbers
from analysis.errors import SourceError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from analysis.sources.boundaries.geojson import Feature


def codes(path: Path, features: Sequence[Feature], known: Collection[str], asked: str = "") -> tuple[str, list[str]]:
    """The column of codes and the code of each feature.

    ``known`` are the codes that figures are held of, or that are in the register. Without a column ``asked`` for it is
    the one column that holds some of them. Raises ``SourceError`` where there is none such or more than one, where a
    code is repeated or left out, and where none is known.
    """
    columns = list(dict.fromkeys(name for feature in features for name in feature.properties))
    column = _asked(path, columns, asked) if asked else _found(path, features, columns, known)
    values = [_code(path, feature, column) for feature in features]
    twice = [code for code, times in Counter(values).items() if times > 1]
    if twice:
        places = [str(feature.number) for feature, code in zip(features, values, strict=True) if code == twice[0]]
        raise SourceError.at(
            f"{path.name}, column {column}", f"has {twice[0]} more than once (features {numbers.listed(places)})",
            "Each area has one feature; put its parts together as one MultiPolygon.",
        )  # fmt: skip
    if not set(values) & set(known):
        raise SourceError.at(
            f"{path.name}, column {column}", f"has no code that is known here ({values[0]} and so on)",
            "Codes are those of the figures held (csp list) or of params/areas.csv, such as E01025913.",
        )  # fmt: skip
    return column, values


def _asked(path: Path, columns: Sequence[str], asked: str) -> str:
    if asked not in columns:
        has = f"It has {numbers.listed(columns)}." if columns else "Its features have no properties."
        raise SourceError.at(f"--code {asked}", f"{path.name} has no such column{did_you_mean(asked, columns)}", has)
    return asked


def _found(path: Path, features: Sequence[Feature], columns: Sequence[str], known: Collection[str]) -> str:
    """The one column with known codes; one that says the same of many features (their district) is no code of them."""
    held = set(known)
    given = {name: [feature.properties.get(name) for feature in features] for name in columns}
    values = {name: [each for each in column if isinstance(each, str)] for name, column in given.items()}
    likely = [name for name in columns if held.intersection(values[name])]
    single = [name for name in likely if len(set(values[name])) == len(values[name])] if len(likely) > 1 else likely
    if len(single) == 1:
        return single[0]
    if single or likely:
        found = f"has known codes in more than one column ({numbers.listed(single or likely)})"
        raise SourceError.at(path.name, found, "Name the column of the areas' own codes with --code.")
    there = f"Its columns are {numbers.listed(columns)}. " if columns else ""
    raise SourceError.at(
        path.name, "has no column with a code that is known here",
        f"{there}Codes are those of the figures held (csp list) or of params/areas.csv, such as E01025913.",
    )  # fmt: skip


def _code(path: Path, feature: Feature, column: str) -> str:
    value = feature.properties.get(column)
    if not isinstance(value, str) or not value.strip():
        raise SourceError.at(f"{path.name}, {feature.named()}", f"has no code in column {column}")
    return value.strip()
