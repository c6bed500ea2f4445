"""A fingerprint changes whenever a figure could have, and is had without anything that reads figures."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import analysis.store
from analysis.store.fingerprint import data_fingerprint, holding_fingerprint

FORCES = ["leicestershire"]


def of(store: Path, open_data: Path, forces: list[str] = FORCES, vintage: str = "2022-10") -> str:
    return holding_fingerprint("police-uk", vintage, forces, store=store, open_data=open_data)


def test_it_is_the_same_while_nothing_changes(store: Path, open_data: Path) -> None:
    assert of(store, open_data) == of(store, open_data)
    assert data_fingerprint(store, open_data) == data_fingerprint(store, open_data)


def test_the_order_of_forces_does_not_matter(store: Path, open_data: Path) -> None:
    assert of(store, open_data, ["b", "a"]) == of(store, open_data, ["a", "b", "a"])


@pytest.mark.parametrize("name", ["areas.csv", "completeness.csv", "manifest.json", "month=2022-06/rows.parquet"])
def test_every_file_of_the_force_counts(store: Path, open_data: Path, name: str) -> None:
    before, everything = of(store, open_data), data_fingerprint(store, open_data)
    path = store / "police-uk" / "2022-10" / "force=leicestershire" / name
    path.write_bytes(path.read_bytes() + b"\n")
    assert of(store, open_data) != before
    assert data_fingerprint(store, open_data) != everything


def test_a_file_of_the_same_size_and_time_put_in_the_place_of_another_counts(store: Path, open_data: Path) -> None:
    before = of(store, open_data)
    path = store / "police-uk" / "2022-10" / "force=leicestershire" / "areas.csv"
    about = path.stat()
    other = path.with_name("other")
    other.write_bytes(b"x" * about.st_size)
    os.utime(other, ns=(about.st_atime_ns, about.st_mtime_ns))
    other.replace(path)
    assert of(store, open_data) != before


def test_a_manifest_counts_by_its_content_even_where_nothing_else_tells(store: Path, open_data: Path) -> None:
    before = of(store, open_data)
    path = store / "police-uk" / "2022-10" / "force=leicestershire" / "manifest.json"
    about = path.stat()
    path.write_bytes(path.read_bytes().replace(b"leicestershire", b"leicestershira"))
    os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns))
    assert path.stat().st_size == about.st_size
    assert of(store, open_data) != before


def test_populations_count(store: Path, open_data: Path) -> None:
    before = of(store, open_data)
    (store / "population" / "mid-2020").mkdir()
    (store / "population" / "mid-2020" / "population.csv").write_text("area\n")
    assert of(store, open_data) != before


def test_other_forces_and_vintages_do_not_count(store: Path, open_data: Path) -> None:
    before = of(store, open_data)
    for other in ("2022-10/force=lancashire", "2022-11/force=leicestershire"):
        (store / "police-uk" / other).mkdir(parents=True)
        (store / "police-uk" / other / "manifest.json").write_text("{}")
    assert of(store, open_data) == before
    assert of(store, open_data, [*FORCES, "lancashire"]) != before


def test_what_is_being_built_does_not_count(store: Path, open_data: Path) -> None:
    before, everything = of(store, open_data), data_fingerprint(store, open_data)
    building = store / "police-uk" / "2022-10" / "force=leicestershire" / ".half"
    building.mkdir()
    (building / "rows.parquet").write_bytes(b"half")
    assert (of(store, open_data), data_fingerprint(store, open_data)) == (before, everything)


def test_annual_figures_need_no_force(store: Path, open_data: Path) -> None:
    def annual() -> str:
        return holding_fingerprint("scotland", "2020-21", [], store=store, open_data=open_data)

    before = annual()
    path = store / "scotland" / "2020-21" / "force=scotland" / "areas.csv"
    path.write_bytes(path.read_bytes() + b"\n")
    assert annual() != before


def test_nothing_held_has_a_fingerprint_too(tmp_path: Path) -> None:
    assert of(tmp_path, tmp_path) == of(tmp_path, tmp_path)


def test_neither_polars_nor_pandas_is_imported_for_it() -> None:
    heavy = "{'polars', 'pandas', 'numpy', 'pyarrow'}"
    asked = f"import sys, analysis.store.fingerprint; assert not {heavy} & set(sys.modules), sys.modules.keys()"
    subprocess.run([sys.executable, "-c", asked], check=True)


def test_everything_the_store_gives_is_found_whatever_was_imported_before() -> None:
    modules = sorted(path.stem for path in Path(analysis.store.__file__).parent.glob("[a-z]*.py"))
    asked = (
        "import importlib, inspect, analysis.store as store\n"
        f"for name in {modules}: importlib.import_module('analysis.store.' + name)\n"
        "for name in store.__all__: assert not inspect.ismodule(getattr(store, name)), name\n"
    )
    subprocess.run([sys.executable, "-c", asked], check=True)


def test_what_the_store_does_not_give_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = analysis.store.nothing
