"""The first screen of a page: whose document it is, of what period, what it is not, and its contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.render.html_element import Markup, element, joined

if TYPE_CHECKING:
    from analysis.blocks import Document, Front
    from analysis.render.html_blocks import Blocks
    from analysis.render.number import Numbering


def mark(front: Front) -> Markup | None:
    """The word across the page that stays in view while it scrolls, or nothing."""
    if not front.mark:
        return None
    words = element("p", element("strong", front.mark), " ", front.footer)
    return element("aside", words, cls="mark", aria_label="Status of this document")


def masthead(front: Front) -> Markup:
    """The partnership, the title, the period, and who may read it."""
    chips = [front.period, f"Edition {front.edition}", front.status, f"{front.audience.capitalize()} version"]
    parts = (
        element("p", front.partnership, cls="partnership"),
        element("h1", front.title),
        element("p", front.subtitle, cls="subtitle") if front.subtitle else None,
        element("ul", *(element("li", chip[0].upper() + chip[1:]) for chip in chips if chip), cls="chips"),
    )
    return element("header", element("div", *parts, cls="inner"), cls=f"masthead {front.audience}")


def opening(front: Front, blocks: Blocks) -> Markup:
    """What the document is and is not, and the front matter's details."""
    statement = element("p", front.statement, cls="statement")
    return joined([statement, blocks.definitions(front.details) if front.details else None])


def contents(document: Document, numbering: Numbering) -> Markup | None:
    """Links to every section and subsection, open beside the text where there is room; nothing in a leaflet."""
    if document.front.leaflet:
        return None
    chapters: list[tuple[Markup, list[Markup]]] = []
    for block in document.blocks:
        if block.kind == "heading" and block.level < 3:
            number = element("span", numbering.sections[block.id], cls="number")
            link = element("a", number, " ", element("span", block.text), href=f"#{block.id}")
            if block.level == 1 or not chapters:
                chapters.append((link, []))
            else:
                chapters[-1][1].append(element("li", link))
    if not chapters:
        return None
    items = (element("li", link, element("ol", *inner) if inner else None) for link, inner in chapters)
    folded = element("details", element("summary", "Contents"), element("ol", *items), open=True)
    return element("nav", folded, aria_label="Contents", cls="contents")


def foot(front: Front, key: str) -> Markup:
    """The statement in a few words, and the key of the inputs the page was made from."""
    inputs = element("p", "Made from inputs ", element("code", key)) if key else None
    statement = element("p", joined([element("strong", front.mark) if front.mark else None, front.footer], " "))
    return element("footer", element("div", statement, inputs, cls="inner"))
