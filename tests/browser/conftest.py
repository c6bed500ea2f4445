"""A headless Chromium for the whole run, and pages to look at with it."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

# The pages to look at are made of the same documents and frames that the writers and the drawings are tested with.
sys.path += [str(Path(__file__).parents[1] / "render"), str(Path(__file__).parents[1])]

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium as the system has it; a test that needs it fails in continuous integration and is left out elsewhere."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not found and os.environ.get("CI"):
        pytest.fail("Chromium must be there in continuous integration")
    if not found:
        pytest.skip("install Chromium to look at pages as a reader does")
    with sync_playwright() as player:
        chromium = player.chromium.launch(executable_path=found, args=list(QUIET))
        yield chromium
        chromium.close()
