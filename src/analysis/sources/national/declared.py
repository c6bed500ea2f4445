"""What the fictional partnerships declare: the register of areas, and a folder of ``params/`` each."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import polars as pl

from analysis.sources.districts import REGISTER
from analysis.sources.national.size import EDITION, LAST, Size

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from analysis.sources.national.places import District, Force

PEERS: Final = 5
POPULATION_YEAR: Final = 2024

PARTNERSHIP: Final = """\
# SIMULATED: {name}, its force and its figures are invented by csp simulate national; none of it is real.
format: 1
id: {id}
name: {quoted}
body: {body}
country: fictional
illustrative: true
areas: [{code}]
peers: [{peers}]
forces: [{force}]
"""

EDITION_FILE: Final = """\
# SIMULATED: every figure is invented by csp simulate national.
format: 1
edition: "{year}"
basis: illustration
period:
  start: {start}
  end: {end}
data:
  source: simulated
  vintage: {end}
population_year: {population_year}
status: draft
produced: {after}-01-31
area_context:
  - {name} is a fictional district of a nation simulated to try the reports at full size. Nothing in it is real.
"""


def write_register(path: Path, nation: Sequence[Force]) -> None:
    """Write the fictional districts and forces as ``areas.csv``, the register of areas."""
    rows = [
        *((d.code, d.name, "district", "fictional", d.force, None) for force in nation for d in force.districts),
        *((force.slug, force.name, "force", "fictional", force.slug, None) for force in nation),
    ]
    pl.DataFrame(rows, schema=dict.fromkeys(REGISTER, pl.String), orient="row").write_csv(path, quote_style="necessary")


def write_partnerships(params: Path, nation: Sequence[Force], size: Size) -> None:
    """Write a folder for each district's partnership, with an edition of the latest twelve months."""
    start, end = size.every_month[-EDITION], LAST
    for force in nation:
        for district, peers in _with_peers(force):
            text = PARTNERSHIP.format(
                name=district.name,
                id=district.slug,
                quoted=_quoted(district.name),
                body=_quoted(f"{district.name} Community Safety Partnership (fictional)"),
                code=district.code,
                peers=", ".join(peer.code for peer in peers),
                force=force.slug,
            )
            folder = params / district.slug
            edition = EDITION_FILE.format(
                year=end[:4],
                start=start,
                end=end,
                population_year=POPULATION_YEAR,
                after=int(end[:4]) + 1,
                name=district.name,
            )
            _write(folder / "partnership.yml", text)
            _write(folder / end[:4] / "edition.yml", edition)


def _with_peers(force: Force) -> Iterator[tuple[District, list[District]]]:
    """Each district with the nearest others of its force: an area is set beside those whose files are the same."""
    for own in force.districts:
        others = [one for one in force.districts if one is not own]
        yield own, sorted(others, key=lambda one: _apart(own, one))[:PEERS]


def _apart(one: District, other: District) -> float:
    return (one.longitude - other.longitude) ** 2 + (one.latitude - other.latitude) ** 2


def _quoted(words: str) -> str:
    """``words`` as YAML that nothing in it can break: a JSON string is one."""
    return json.dumps(words, ensure_ascii=False)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
