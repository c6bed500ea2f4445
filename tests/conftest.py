"""What every test may ask for."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Generator

NEVER_SKIPPED = ("data", "browser")
"""Marks of tests that continuous integration has everything for, so that a skip there is a failure."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail a skipped test that continuous integration must run (``CI=true``); an expected failure is no skip."""
    report = yield
    marked = any(item.get_closest_marker(name) for name in NEVER_SKIPPED)
    if report.skipped and not hasattr(report, "wasxfail") and marked and os.environ.get("CI"):
        why = call.excinfo.exconly() if call.excinfo else "skipped"
        report.outcome, report.longrepr = "failed", f"{item.nodeid} must run in continuous integration: {why}"
    return report


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
