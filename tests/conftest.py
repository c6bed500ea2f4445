"""What every test may ask for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's own folder."""
    return Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of raw archives and published cases; the checks that need it are left out where it is not."""
    named = os.environ.get("CSP_TEST_DATA")
    if not named:
        if os.environ.get("CI"):
            pytest.fail("CSP_TEST_DATA must name the folder of raw archives in continuous integration")
        pytest.skip("set CSP_TEST_DATA to the folder of raw archives to run this")
    return Path(named).resolve()
