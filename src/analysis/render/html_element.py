"""HTML elements made by calls, so that text is always escaped and a tag is never a piece of a string."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

VOID: Final = frozenset({"br", "img", "link", "meta"})


class Markup(str):
    """HTML that is ready to be written; any other string is text and will be escaped."""

    __slots__ = ()


def element(tag: str, *children: str | None, **attributes: str | int | bool | None) -> Markup:
    """Write one element: ``element("p", "5 < 6", cls="small")`` is ``<p class="small">5 &lt; 6</p>``.

    A child that is not ``Markup`` is escaped; ``None`` is nothing. ``cls`` stands for ``class`` and ``_`` for a hyphen
    in attributes' names; an attribute that is ``None`` or ``False`` is left out, and ``True`` is written bare.
    """
    opened = f"<{tag}{''.join(_attribute(*pair) for pair in attributes.items())}>"
    return Markup(opened if tag in VOID else f"{opened}{joined(children)}</{tag}>")


def joined(children: Iterable[str | None], between: str = "") -> Markup:
    """Join text and markup, escaping the text."""
    return Markup(between.join(written(child) for child in children if child is not None))


def written(child: str) -> str:
    """The markup itself, or the text escaped."""
    return child if isinstance(child, Markup) else escape(child, quote=False)


def _attribute(name: str, value: str | int | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = "class" if name == "cls" else name.strip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'
