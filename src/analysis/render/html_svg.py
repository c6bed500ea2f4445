"""A chart's SVG made fit to stand inside a page: its own names, the page's size, nothing that runs or fetches."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree

from analysis.errors import RenderError
from analysis.render.html_element import Markup

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

SVG: Final = "{http://www.w3.org/2000/svg}"
FORBIDDEN: Final = frozenset({"script", "foreignObject", "iframe", "a", "animate", "set"})
DROPPED: Final = frozenset({"metadata", "title", "desc"})
"""What a drawing program says of itself; the text alternative is the chart's own."""

NAMES: Final = re.compile(r"(url\(\s*['\"]?#)([^)'\"]+)")
EVERYTHING: Final = re.compile(r"\s*\*\s*\{([^{}]*)\}\s*")


def inline_svg(svg: str, prefix: str, alt: str) -> Markup:
    """Return ``svg`` as an ``<svg role="img">`` that says ``alt``, with every id and reference prefixed by ``prefix``.

    Raises ``RenderError`` on SVG that cannot be read, that holds a script, a style sheet of its own (but for rules on
    everything) or an address outside itself.
    """
    try:
        root = ElementTree.fromstring(svg)
    except ElementTree.ParseError as error:
        raise RenderError.at(prefix, f"has a chart whose SVG cannot be read: {error}") from error
    _clean(root, root, prefix)
    _size(root)
    root.attrib |= {"role": "img", "aria-label": alt, "focusable": "false"}
    return Markup(re.sub(r">\s+<(?!/?t)", "><", ElementTree.tostring(root, encoding="unicode")).strip())


def _clean(root: Element, node: Element, prefix: str) -> None:
    for child in list(node):
        name = child.tag.removeprefix(SVG) if isinstance(child.tag, str) else ""
        if name in DROPPED or not name:
            node.remove(child)
        elif name in FORBIDDEN:
            raise RenderError.at(prefix, f"has a chart with a <{name}>, which a page may not hold")
        elif name == "style":
            _hoist(root, child.text or "", prefix)
            node.remove(child)
        else:
            _clean(root, child, prefix)
    node.tag = node.tag.removeprefix(SVG)
    node.attrib = dict(_attribute(name, value, prefix) for name, value in node.attrib.items())


def _hoist(root: Element, sheet: str, prefix: str) -> None:
    """Give what a sheet says of everything to the root, which everything inherits from; a page has one style sheet."""
    found = EVERYTHING.fullmatch(sheet)
    if not found:
        raise RenderError.at(prefix, "has a chart with a style sheet of its own", "set styles on the shapes themselves")
    root.set("style", ";".join(filter(None, [root.get("style", ""), found[1].strip()])))


def _attribute(name: str, value: str, prefix: str) -> tuple[str, str]:
    name = name.rpartition("}")[2]
    if name.startswith("on"):
        raise RenderError.at(prefix, f"has a chart with {name}=, which a page may not hold")
    if name == "id":
        return name, f"{prefix}-{value}"
    if name == "href":
        if not value.startswith(("#", "data:image/png;base64,")):
            raise RenderError.at(prefix, f"has a chart that fetches {value!r}")
        return name, f"#{prefix}-{value[1:]}" if value.startswith("#") else value
    if re.search(r"url\((?!\s*['\"]?#)", value):
        raise RenderError.at(prefix, f"has a chart that fetches {value!r}")
    return name, NAMES.sub(rf"\g<1>{prefix}-\g<2>", value)


def _size(root: Element) -> None:
    """Leave the size to the page's style sheet; keep the shape."""
    width, height = root.attrib.pop("width", ""), root.attrib.pop("height", "")
    if "viewBox" not in root.attrib:
        numbers = [re.match(r"[\d.]+", size) for size in (width, height)]
        root.set("viewBox", "0 0 " + " ".join(found[0] if found else "100" for found in numbers))
    root.attrib.pop("version", None)
