"""A map as a reader moves it: by button, key and finger, with no network, and the still map without any of that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.browser
WHOLE = "1"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with one map of areas and one of circles."""
    from documents import FRONT

    from analysis.blocks import Document, Heading
    from analysis.cannot_say import said
    from analysis.exhibits import Caption, place_map
    from analysis.render import write_html
    from exhibits.map_frames import CAPTION, COUNTS, chequerboard, open_frame

    drawn = []
    for slug, outlines in (("map-crime", True), ("map-circles", False)):
        caption = Caption(slug, CAPTION.headline, CAPTION.subtitle, CAPTION.source)
        shown = place_map(open_frame(), caption, chequerboard(COUNTS, outlines=outlines), unit="Recorded crime")
        assert said(shown)
        drawn.append(shown)
    document = Document(
        name="maps",
        front=FRONT.model_copy(update={"details": ()}),
        blocks=(Heading(level=1, text="Maps", id="maps"), *drawn),
    )
    path = tmp_path_factory.mktemp("maps") / "maps.html"
    path.write_text(write_html(document), encoding="utf-8")
    return path


@pytest.fixture(params=[1280, 320], ids=lambda width: f"{width}px")
def page(request: pytest.FixtureRequest, browser: Browser, path: Path) -> Iterator[Page]:
    """The page, every address but its own refused; what it asked for in vain is in ``page.asked``."""
    context = browser.new_context(viewport={"width": request.param, "height": 800}, offline=True)
    asked: list[str] = []

    def refuse(route: Route) -> None:
        if route.request.url == path.as_uri() or route.request.url.startswith("data:"):
            route.continue_()
        else:
            asked.append(route.request.url)
            route.abort()

    context.route("**/*", refuse)
    opened = context.new_page()
    opened.on("console", lambda message: asked.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: asked.append(str(error)))
    opened.goto(path.as_uri())
    yield opened
    assert asked == []
    context.close()


def _seen(page: Page, slug: str = "map-crime") -> tuple[float, ...]:
    box = page.locator(f"#{slug} .ground").get_attribute("viewBox") or ""
    return tuple(float(each) for each in box.split())


def _step(page: Page, step: str) -> None:
    page.locator(f"#map-crime button[data-step={step}]").click()


def test_the_whole_map_is_seen_at_first_with_its_controls(page: Page) -> None:
    assert _seen(page)[:2] == (0, 0)
    assert page.locator("#map-crime .pan-controls").is_visible()
    assert page.locator("#map-crime .zoom").inner_text() == "Whole map"


def test_buttons_enlarge_reduce_and_reset_the_map(page: Page) -> None:
    whole = _seen(page)
    _step(page, "in")
    _step(page, "in")
    assert _seen(page)[2:] == pytest.approx((whole[2] / 4, whole[3] / 4))
    assert page.locator("#map-crime .zoom").inner_text() == "4 times as large"
    _step(page, "out")
    assert _seen(page)[2] == pytest.approx(whole[2] / 2)
    _step(page, "reset")
    assert _seen(page) == whole


def test_enlarging_keeps_the_middle_and_never_shows_beyond_the_map(page: Page) -> None:
    whole = _seen(page)
    _step(page, "in")
    x, y, width, height = _seen(page)
    assert (x + width / 2, y + height / 2) == pytest.approx((whole[2] / 2, whole[3] / 2))
    for _ in range(9):
        _step(page, "right")
        _step(page, "down")
    x, y, width, height = _seen(page)
    assert (x + width, y + height) == pytest.approx(whole[2:])


def test_a_map_moves_only_itself(page: Page) -> None:
    before = _seen(page, "map-circles")
    _step(page, "in")
    assert _seen(page, "map-circles") == before


def test_the_keyboard_alone_enlarges_moves_and_resets(page: Page) -> None:
    region = page.locator("#map-crime .pan .scroll")
    region.focus()
    assert region.evaluate("node => getComputedStyle(node).outlineStyle") == "solid", "the focus is seen"
    page.keyboard.press("+")
    before = _seen(page)
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowUp")
    assert _seen(page)[0] < before[0]
    assert _seen(page)[1] < before[1]
    page.keyboard.press("-")
    page.keyboard.press("+")
    page.keyboard.press("Escape")
    assert _seen(page)[:2] == (0, 0)


def test_arrows_move_the_page_and_not_the_map_while_all_of_it_is_seen(page: Page) -> None:
    page.locator("#map-crime .pan .scroll").focus()
    before = _seen(page)
    page.keyboard.press("ArrowLeft")
    assert _seen(page) == before


def test_buttons_are_reached_and_pressed_by_the_keyboard(page: Page) -> None:
    page.locator("#map-crime button[data-step=in]").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.step") == "out"
    assert page.locator("#map-crime .zoom").inner_text() == "2 times as large"


def test_a_finger_or_a_mouse_drags_an_enlarged_map(page: Page) -> None:
    _step(page, "in")
    page.locator("#map-crime .picture").scroll_into_view_if_needed()
    box = page.locator("#map-crime .picture").bounding_box()
    assert box
    at = (box["x"] + 100, box["y"] + box["height"] / 2)
    before = _seen(page)
    page.mouse.move(*at)
    page.mouse.down()
    page.mouse.move(at[0] + 30, at[1] + 20)
    page.mouse.up()
    assert _seen(page)[0] < before[0]
    assert _seen(page)[1] < before[1]
    page.mouse.move(*at)
    moved = _seen(page)
    page.mouse.move(at[0] + 30, at[1])
    assert _seen(page) == moved, "let go"


def test_numbers_keep_their_size_and_their_discs_on_a_grown_map(page: Page) -> None:
    def sizes() -> dict[str, float]:
        place = page.locator("#map-crime [id$='-pan-keep-place-1']")
        disc, number = (page.locator(f"#map-crime [id$='-pan-{what}-1']").bounding_box() for what in ("disc", "number"))
        whole = place.bounding_box()
        assert disc and number and whole
        return {"disc": disc["width"], "off": disc["x"] + disc["width"] / 2 - number["x"] - number["width"] / 2}

    before = sizes()
    _step(page, "in")
    _step(page, "in")
    after = sizes()
    assert after["disc"] == pytest.approx(before["disc"], rel=0.05)
    assert after["off"] == pytest.approx(before["off"], abs=0.5)


def test_the_scale_bar_is_hidden_while_it_would_be_wrong(page: Page) -> None:
    bar = page.locator("#map-crime [id$='-pan-scale-words']")
    assert bar.is_visible()
    _step(page, "in")
    assert not bar.is_visible()
    _step(page, "reset")
    assert bar.is_visible()


def test_axe_finds_nothing_wrong_with_a_whole_or_a_grown_map(page: Page) -> None:
    whole = Axe().run(page)
    assert whole.violations_count == 0, whole.generate_report()
    _step(page, "in")
    grown = Axe().run(page)
    assert grown.violations_count == 0, grown.generate_report()


def test_paper_has_the_still_map_and_the_screen_keeps_what_was_seen(page: Page) -> None:
    whole = _seen(page)
    _step(page, "in")
    seen = _seen(page)
    page.evaluate(
        "addEventListener('afterprint', () => 0); addEventListener('beforeprint', () => "
        "{ window.printed = document.querySelector('#map-crime .ground').getAttribute('viewBox') })"
    )
    page.pdf()
    assert tuple(float(each) for each in page.evaluate("window.printed").split()) == whole
    assert _seen(page) == seen
    page.emulate_media(media="print")
    assert not page.locator("#map-crime .pan-controls").is_visible()


def test_nothing_moves_by_itself(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    _step(page, "in")
    moving = page.evaluate("document.getAnimations().length")
    assert moving == 0


def test_without_scripts_the_map_is_still_and_has_no_buttons(browser: Browser, path: Path) -> None:
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto(path.as_uri())
    assert not page.locator("#map-crime .pan-controls").is_visible()
    assert page.locator("#map-crime .ground").is_visible()
    context.close()
