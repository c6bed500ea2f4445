"""Which district an LSOA belongs to, by its name: always the whole name, since names nest.

"Leicester" stands inside "North West Leicestershire" and "Warwick" inside "North Warwickshire", so a district is what
comes before the three digits and the letter, never a substring. LSOAs of 2011 bear the district names of their time;
the register is of 2021, so districts merged since are mapped to what they became.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import polars as pl

from analysis.errors import SourceError

if TYPE_CHECKING:
    from pathlib import Path

LSOA_NAME: Final = r"^(.+) \d{3}[A-Z]$"
REGISTER: Final = ("code", "name", "kind", "country", "force", "county")
ABOVE_DISTRICT: Final = ("county", "metropolitan-county", "force")

MERGED: Final = {
    "North Northamptonshire": ("Corby", "East Northamptonshire", "Kettering", "Wellingborough"),
    "West Northamptonshire": ("Daventry", "Northampton", "South Northamptonshire"),
    "Buckinghamshire": ("Aylesbury Vale", "Chiltern", "South Bucks", "Wycombe"),
    "Dorset": ("East Dorset", "North Dorset", "Purbeck", "West Dorset", "Weymouth and Portland"),
    "Bournemouth, Christchurch and Poole": ("Bournemouth", "Christchurch", "Poole"),
    "East Suffolk": ("Suffolk Coastal", "Waveney"),
    "West Suffolk": ("Forest Heath", "St Edmundsbury"),
    "Somerset West and Taunton": ("Taunton Deane", "West Somerset"),
    "Folkestone and Hythe": ("Shepway",),
}
"""Districts of 2021 and the districts of 2011 they were made of, or whose name they changed."""


def district_of(lsoa_name: pl.Expr) -> pl.Expr:
    """Return the district part of an LSOA name, null where the name is not one."""
    return lsoa_name.str.extract(LSOA_NAME, 1)


def is_in_district(lsoa_name: str, district: str) -> bool:
    """Whether an LSOA name is exactly ``<district> 001A``, for any number and letter."""
    return re.fullmatch(rf"{re.escape(district)} \d{{3}}[A-Z]", lsoa_name) is not None


def read_register(path: Path) -> pl.DataFrame:
    """Read the register of areas (``params/areas.csv``); raises ``SourceError`` if it is not one."""
    try:
        register = pl.read_csv(path, infer_schema=False).fill_null("")
    except (OSError, pl.exceptions.PolarsError) as error:
        raise SourceError.at(path, f"cannot be read as the register of areas ({error})") from error
    if tuple(register.columns) != REGISTER:
        raise SourceError.at(path, f"has columns {register.columns}, the register has {list(REGISTER)}")
    return register


def home_districts(register: pl.DataFrame, force: str) -> pl.DataFrame:
    """List the districts that ``force`` polices, with every name their LSOAs bear.

    Returns columns ``district_name, code, name, kind, county``; empty for a force the register gives no district.
    """
    own = register.filter((pl.col("force") == force) & ~pl.col("kind").is_in(ABOVE_DISTRICT))
    rows = [
        (lsoa_prefix, row["code"], row["name"], row["kind"], row["county"])
        for row in own.iter_rows(named=True)
        for lsoa_prefix in (re.sub(r", (City|County) of$", "", row["name"]), *MERGED.get(row["name"], ()))
    ]
    return pl.DataFrame(
        rows,
        schema=["district_name", "code", "name", "kind", "county"],
        schema_overrides=dict.fromkeys(["district_name", "code", "name", "kind", "county"], pl.String),
        orient="row",
    )
