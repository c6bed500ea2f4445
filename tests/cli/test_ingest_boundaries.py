"""``csp ingest boundaries``: what is said of outlines that came in, and of those that did not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.run.job import House


def _file(folder: Path, *codes: str, **more: str) -> Path:
    features: list[dict[str, Any]] = []
    for n, code in enumerate(codes):
        west, south = -1.5 + n * 0.01, 52.7
        ring = [[west, south], [west + 0.01, south], [west + 0.01, south + 0.01], [west, south]]
        geometry = {"type": "Polygon", "coordinates": [ring]}
        features.append({"type": "Feature", "properties": {"code": code, **more}, "geometry": geometry})
    path = folder / "LSOA Outlines.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


def test_outlines_are_stored_under_the_name_of_their_file(csp: Callable, place: House, tmp_path: Path) -> None:
    said = csp("ingest", "boundaries", _file(tmp_path, "E07000134"))
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("boundaries lsoa-outlines: new; 1 file, 1 of 1 rows kept\n  codes are in column code\n")
    assert (place.store / "boundaries" / "lsoa-outlines" / "manifest.json").is_file()


def test_list_says_which_outlines_are_held_and_where_from(csp: Callable, tmp_path: Path) -> None:
    csp("ingest", "boundaries", _file(tmp_path, "E07000134"), "--name", "ours")
    words = [line.split() for line in csp("list").out.splitlines()]
    assert words[words.index(["boundaries", "areas", "from"]) + 1 :] == [
        ["ours", "1", "store"], ["illustration", "230", "open"],
    ]  # fmt: skip


def test_the_attribution_given_is_kept_with_them(csp: Callable, place: House, tmp_path: Path) -> None:
    csp("ingest", "boundaries", _file(tmp_path, "E07000134"), "--name", "mine", "--attribution", "Contains OS data")
    manifest = json.loads((place.store / "boundaries" / "mine" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["record"]["attribution"] == "Contains OS data"


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ([], "has no column with a code that is known here"),
        (["--code", "cod"], '--code cod: LSOA Outlines.geojson has no such column; did you mean "code"?'),
        (["--name", "My Outlines"], '--name "My Outlines": is not a name'),
    ],
)
def test_what_is_wrong_is_said_once_and_nothing_is_stored(
    csp: Callable, place: House, tmp_path: Path, options: list[str], says: str
) -> None:
    said = csp("ingest", "boundaries", _file(tmp_path, "Q1"), *options)
    assert said.code == 1
    assert said.err.startswith(("LSOA Outlines.geojson", "--"))
    assert says in said.err
    assert "Traceback" not in said.err
    assert not list(place.store.glob("boundaries/*"))


def test_a_file_that_is_not_there_is_said_so(csp: Callable, tmp_path: Path) -> None:
    said = csp("ingest", "boundaries", tmp_path / "gone.geojson")
    assert said.code == 1
    assert "gone.geojson" in said.err
