"""The shipped editions, each written once for all tests of the sections."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from written_edition import edition_of

from analysis.run.job import House
from analysis.run.plan import declared

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from written_edition import Written

    from analysis.params import Catalogue


@pytest.fixture(scope="session")
def house(root: Path) -> House:
    """The repository's own folders."""
    return House(root)


@pytest.fixture(scope="session")
def shipped(house: House) -> Catalogue:
    """Everything that ships declared."""
    return declared(house)


@pytest.fixture(scope="session")
def written(shipped: Catalogue, house: House) -> Callable[[str], Written]:
    """An edition by ``partnership/edition``, written when first asked for and kept."""
    return cache(lambda name: edition_of(shipped, house, name))


@pytest.fixture(scope="session")
def leicestershire(written: Callable[[str], Written]) -> Written:
    """North West Leicestershire 2022: open data by month, two years and more."""
    return written("north-west-leicestershire/2022")


@pytest.fixture(scope="session")
def warwickshire(written: Callable[[str], Written]) -> Written:
    """Warwickshire 2022: eleven months, no year before."""
    return written("warwickshire/2022")


@pytest.fixture(scope="session")
def lothian(written: Callable[[str], Written]) -> Written:
    """West Lothian 2021/22: open data by financial year."""
    return written("west-lothian/2021-22")


@pytest.fixture(scope="session")
def illustration(written: Callable[[str], Written]) -> Written:
    """Brackenford 2022: fictional, restricted data."""
    return written("illustration/2022")


@pytest.fixture(scope="session")
def agreement(written: Callable[[str], Written]) -> Written:
    """Warwickshire 2011/12: the figures of a published document alone."""
    return written("warwickshire/2011-12")
