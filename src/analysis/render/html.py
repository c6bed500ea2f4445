"""A document to one HTML file that works offline and meets WCAG 2.2 AA."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.render.html_blocks import Blocks
from analysis.render.html_element import element
from analysis.render.html_front import contents, foot, mark, masthead, opening
from analysis.render.html_inline import Inline
from analysis.render.html_page import page
from analysis.render.number import number

if TYPE_CHECKING:
    from analysis.blocks import Document


def write_html(document: Document) -> str:
    """Write ``document`` as one page; exhibits link to ``data/<name>/<slug>.csv`` beside it.

    The same document is the same bytes. Raises ``RenderError`` on a chart or maths that cannot be shown, and
    ``ExhibitError`` on a reference that leads nowhere.
    """
    front, numbering = document.front, number(document)
    blocks = Blocks(Inline(numbering), f"data/{document.name}")
    text = [opening(front, blocks), *map(blocks.written, document.blocks)]
    main = element("main", *text, blocks.inline.endnotes(), id="main", tabindex=-1)
    layout = element("div", contents(document, numbering), main, cls="layout leaflet" if front.leaflet else "layout")
    title = " – ".join(filter(None, (front.title, front.partnership, front.period, front.mark)))
    body = (mark(front), masthead(front), layout, foot(front, document.key))
    printed = ". ".join(filter(None, (front.mark, front.footer)))
    return page(title, body, ["report"], front.language, document.key, printed)
