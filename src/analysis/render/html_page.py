"""The shell of every page: one file, no address outside it, and a policy that holds the browser to that."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Final

from analysis.render.html_element import Markup, element, joined
from analysis.render.html_fonts import font_faces

if TYPE_CHECKING:
    from collections.abc import Sequence

ASSETS: Final = Path(__file__).parent / "assets"


def page(
    title: str,
    body: Sequence[Markup | None],
    sheets: Sequence[str],
    language: str = "en-GB",
    key: str = "",
    printed: str = "",
) -> str:
    """Write a page: ``body`` holds its landmarks, ``sheets`` names style sheets in ``assets`` without their ending.

    The style sheets, the fonts and the one small script are written into the page; a Content-Security-Policy allows
    nothing else to run or to be fetched. ``key`` is that of the inputs the page was made from; ``printed`` stands at
    the head of every sheet of paper.
    """
    skip = element("a", "Skip to the text", href="#main", cls="skip")
    script = asset("page.js")
    written = element("body", skip, *body, element("script", Markup(script)))
    style = "".join(asset(f"{sheet}.css") for sheet in ("page", *sheets))
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_policy(script)),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="inputs-key", content=key) if key else None,
        element("title", title),
        element("style", Markup(font_faces(title + written) + style)),
    )
    whole = element("html", joined([head, written], "\n"), lang=language, style=_printed(printed))
    return f"<!DOCTYPE html>\n{whole}\n"


def asset(name: str) -> str:
    """The text of a file in ``assets``, with its comments and the spaces at line ends taken out."""
    lines = (line.strip() for line in (ASSETS / name).read_text(encoding="utf-8").splitlines())
    return "\n".join(line for line in lines if line and not line.startswith(("/*", "//")))


def _printed(words: str) -> str | None:
    """``words`` as a CSS string that the style sheet for paper reads; each odd character by its number."""
    safe = "".join(sign if sign.isalnum() or sign in " ,;.-–" else f"\\{ord(sign):x} " for sign in words)
    return f'--printed:"{safe}"' if words else None


def _policy(script: str) -> str:
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    fetched = "img-src data:; font-src data:; style-src 'unsafe-inline'"
    return f"default-src 'none'; base-uri 'none'; form-action 'none'; {fetched}; script-src 'sha256-{digest}'"
