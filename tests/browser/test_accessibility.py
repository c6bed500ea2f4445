"""Every page as a reader meets it: nothing for axe to find, nothing fetched, nothing off the side of a small screen."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.browser

WIDTHS = (1280, 320)
REPORTS = sorted(Path(os.environ["CSP_REPORTS"]).rglob("*.html")) if "CSP_REPORTS" in os.environ else []
MADE = ("document", "portfolio")
PAGES = [*MADE, *(str(path) for path in REPORTS)]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The pages that the writers make of the documents in ``tests/render``."""
    from documents import DOCUMENT
    from entries import ENTRIES

    from analysis.render import write_html, write_portfolio

    folder = tmp_path_factory.mktemp("pages")
    for name, text in (("document", write_html(DOCUMENT)), ("portfolio", write_portfolio(ENTRIES))):
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in MADE}


@pytest.fixture(scope="module", params=WIDTHS, ids=lambda width: f"{width}px")
def width(request: pytest.FixtureRequest) -> int:
    """A desk's screen, and a phone's or a desk's at four times the size."""
    return int(request.param)


@pytest.fixture(scope="module")
def fetched(width: int) -> list[str]:
    """Addresses outside the page that it asked for."""
    return []


@pytest.fixture(scope="module", params=PAGES)
def page(
    request: pytest.FixtureRequest, browser: Browser, made: dict[str, Path], width: int, fetched: list[str]
) -> Iterator[Page]:
    """One page, opened from its file, with every other address refused and written down."""
    path = made.get(request.param, Path(request.param)).resolve()

    def refuse(route: Route) -> None:
        if route.request.url != path.as_uri() and not route.request.url.startswith("data:"):
            fetched.append(route.request.url)
            route.abort()
        else:
            route.continue_()

    fetched.clear()
    context = browser.new_context(viewport={"width": width, "height": 800})
    context.route("**/*", refuse)
    opened = context.new_page()
    opened.on("console", lambda message: fetched.append(message.text) if message.type == "error" else None)
    opened.goto(path.as_uri())
    yield opened
    context.close()


def test_axe_finds_nothing_wrong_with_a_page_whose_data_is_unfolded(page: Page) -> None:
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    found = Axe().run(page)
    page.reload()
    assert found.violations_count == 0, found.generate_report()


def test_a_page_fetches_nothing_and_its_browser_has_nothing_to_complain_of(page: Page, fetched: list[str]) -> None:
    page.wait_for_load_state("networkidle")
    assert fetched == []


def test_a_page_never_scrolls_sideways(page: Page, width: int) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_fonts_of_a_page_are_its_own(page: Page) -> None:
    states = page.evaluate("document.fonts.ready.then(all => [...all].map(face => face.status))")
    assert "error" not in states
    assert "loaded" in states


def test_the_first_stop_of_the_keyboard_skips_to_the_text(page: Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_every_link_inside_a_page_leads_somewhere(page: Page) -> None:
    lost = page.evaluate(
        "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href').slice(1))"
        ".filter(id => !document.getElementById(id))"
    )
    assert lost == []


def test_no_name_stands_twice_in_a_page(page: Page) -> None:
    names = page.evaluate("[...document.querySelectorAll('[id]')].map(node => node.id)")
    assert len(names) == len(set(names))


def test_whatever_scrolls_by_itself_takes_the_keyboard(page: Page) -> None:
    page.wait_for_timeout(100)
    shut_out = page.evaluate(
        "[...document.querySelectorAll('.scroll')].filter(r => r.scrollWidth > r.clientWidth && r.tabIndex !== 0)"
        ".map(r => r.getAttribute('aria-label'))"
    )
    assert shut_out == []
