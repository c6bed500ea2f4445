"""A map that a reader may enlarge and move; without the page's script, and on paper, it is the still map."""

from __future__ import annotations

from typing import Final

from analysis.render.html_element import Markup, element
from analysis.render.html_table import scroller

STEPS: Final = {
    "in": ("+", "Zoom in"),
    "out": ("−", "Zoom out"),
    "left": ("←", "Move left"),
    "right": ("→", "Move right"),
    "up": ("↑", "Move up"),
    "down": ("↓", "Move down"),
    "reset": ("", "Reset"),
}
"""What each button does, with its sign; all of it by mouse, finger or keyboard."""
KEYS: Final = "Arrow keys move an enlarged map, plus and minus enlarge and reduce it, Escape resets it."


def pannable(picture: Markup, size: str, name: str) -> Markup:
    """The ``picture`` of a map with its buttons, which the script brings out; ``name`` is said of both."""
    buttons = (
        element("button", element("span", sign, aria_hidden="true") if sign else words, type="button", data_step=step,
                aria_label=f"{words}: {name}", title=words)
        for step, (sign, words) in STEPS.items()
    )  # fmt: skip
    said = element("span", "Whole map", cls="zoom", role="status")
    row = element("div", *buttons, said, cls="pan-buttons", role="group", aria_label=f"Map controls: {name}")
    controls = element("div", row, element("p", KEYS, cls="spoken"), cls="pan-controls", hidden=True)
    drawn = element("div", picture, style=size, cls="picture")
    return element("div", controls, scroller(drawn, f"{name}, map", "chart"), cls="pan")
