"""The evaluations that ship, and one made by hand, for all tests of the face."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from made_case import again, case_of

from analysis.run.job import House
from analysis.run.plan import declared

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.assessment.initiative.case import Case


@pytest.fixture(scope="session")
def case(root: Path) -> Callable[[str], Case]:
    """A shipped evaluation by ``partnership/edition``, not yet worked out; a new one each time."""
    house = House(root)
    shipped = declared(house)
    slices = cache(lambda name: case_of(shipped, house, name))

    def made(name: str) -> Case:
        return again(slices(name))

    return made
