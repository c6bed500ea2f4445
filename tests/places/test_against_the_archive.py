"""North West Leicestershire's top ten and Gi*, counted from the raw archive and given by ``esda`` itself."""

from __future__ import annotations

import re
import warnings
import zipfile
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from analysis.measures import Window
from analysis.places import by_place, gi_star, local_moran, moran, nearest, projected, top_places
from analysis.store import edition_slices

pytestmark = pytest.mark.data

OWN = r"North West Leicestershire \d{3}[A-Z]"
WINDOW = Window(pd.Period("2021-12", "M"), pd.Period("2022-11", "M"))
WANTED = ["Crime ID", "Month", "Longitude", "Latitude", "LSOA code", "LSOA name", "Crime type"]


@pytest.fixture(scope="module")
def rows(request: pytest.FixtureRequest) -> pd.DataFrame:
    """Every located row of the district, as published, whole repeats with a Crime ID removed by hand."""
    shared: Path = request.getfixturevalue("shared")
    with zipfile.ZipFile(shared / "data" / "police-uk" / "leicestershire.zip") as archive:
        names = [name for name in archive.namelist() if re.search(r"leicestershire-street\.csv$", name)]
        months = [pd.read_csv(archive.open(name), dtype=str) for name in names]
    once = [month[~(month.duplicated() & month["Crime ID"].notna())] for month in months]
    own = pd.concat(once)[WANTED]
    return own[own["LSOA name"].fillna("").str.fullmatch(OWN)]


@pytest.fixture(scope="module")
def slices(root: Path):
    return edition_slices(
        "police-uk", "2022-11", ["E07000134"], [], ["leicestershire"], store=root / "none", open_data=root / "data/open"
    )


@pytest.fixture(scope="module")
def crime(slices) -> list[str]:
    return sorted(set(slices.counts["category"]) - {"anti-social-behaviour"})


@pytest.fixture(scope="module")
def counted(rows: pd.DataFrame) -> pd.Series:
    """Crimes of the year by small area, in order of code, those with none among them."""
    year = rows[rows["Month"].between("2021-12", "2022-11") & (rows["Crime type"] != "Anti-social behaviour")]
    return year["LSOA code"].value_counts().reindex(sorted(set(rows["LSOA code"])), fill_value=0).astype(float)


def test_the_top_ten_is_that_of_the_raw_archive(slices, crime, counted: pd.Series) -> None:
    found = top_places(slices.counts, crime, window=WINDOW)
    expected = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:10]
    assert [(each.area, each.latest) for each in found.places] == [(area, int(count)) for area, count in expected]


def test_gi_star_and_moran_are_those_of_esda_on_the_raw_archive(slices, crime, rows, counted: pd.Series) -> None:
    """Another projection, another library's neighbours, the raw points: only the method is shared.

    Of one place the eighth and the ninth nearest are as far as two projections differ: it is the only one that may.
    """
    wide = by_place(slices.counts, crime).loc[WINDOW.periods].sum().astype(float)
    areas = slices.areas.set_index("code").reindex(list(wide.index))
    given = (wide.to_numpy(), *projected(areas["longitude"].to_numpy(float), areas["latitude"].to_numpy(float)))
    assert list(wide.index) == list(counted.index)
    logs, ours = np.log1p(counted.to_numpy()), nearest(*given[1:])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import esda
        from libpysal.weights import KNN, W
        from pyproj import Transformer

        points = rows.astype({"Longitude": float, "Latitude": float}).groupby("LSOA code")[["Longitude", "Latitude"]]
        middles = points.mean().round(4).reindex(counted.index)
        grid = Transformer.from_crs("EPSG:4326", "EPSG:27700", always_xy=True)
        near = KNN(np.column_stack(grid.transform(middles["Longitude"], middles["Latitude"])), k=8)
        theirs = esda.G_Local(logs, near, transform="B", star=True, permutations=0)
        same = W(dict(enumerate(map(list, ours))))
        whole, local = esda.Moran(logs, same, permutations=0), esda.Moran_Local(logs, same, permutations=0)
    alike = np.array([set(near.neighbors[place]) == set(ours[place]) for place in range(58)])
    assert alike.sum() >= 57
    np.testing.assert_allclose(np.array(gi_star(*given).z)[alike], theirs.Zs[alike], atol=1e-9)
    assert moran(*given).value == pytest.approx(whole.I, abs=1e-9)
    np.testing.assert_allclose(local_moran(*given).value, local.Is * 58 / 57, atol=1e-9)
