"""Blocks to HTML, each kind by one function."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from analysis.blocks import Bullets, Definitions, Exhibit, Front, Heading, KeyFigures, Note, Paragraph
from analysis.errors import RenderError
from analysis.render.html_element import Markup, element, joined
from analysis.render.html_exhibit import exhibit

if TYPE_CHECKING:
    from analysis.blocks import Block, Definition, KeyFigure
    from analysis.render.html_inline import Inline

SPOKEN: Final = {
    "info": "Note",
    "caution": "Caution",
    "cannot-say": "We cannot say",
    "not-supplied": "Not supplied by the partnership",
}
"""How each tone of note announces itself, in words and not by colour alone."""


@dataclass(frozen=True)
class Blocks:
    """Writes blocks; ``folder`` is where the exhibits' CSV files lie, relative to the page."""

    inline: Inline
    folder: str

    def written(self, block: Block) -> Markup:
        """One block as HTML."""
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph(spans=spans):
                return element("p", self.inline.spans(spans))
            case Bullets(ordered=ordered, items=items):
                inside = (element("li", self.inline.spans(item)) for item in items)
                return element("ol" if ordered else "ul", *inside, cls="prose")
            case Note():
                return self._note(block)
            case KeyFigures(items=figures):
                return element("ul", *(self._key_figure(item) for item in figures), cls="key-figures")
            case Exhibit(slug=slug):
                return exhibit(block, self.inline.numbering.exhibits[slug], self.folder)
            case Definitions(items=pairs):
                return self.definitions(pairs)
            case Front():
                raise RenderError("a document has one front matter, before its blocks")

    def definitions(self, items: tuple[Definition, ...]) -> Markup:
        """Terms and what they mean, side by side where there is room."""
        pairs = (element("div", element("dt", i.term), element("dd", self.inline.spans(i.spans))) for i in items)
        return element("dl", *pairs, cls="definitions")

    def _heading(self, block: Heading) -> Markup:
        given = self.inline.numbering.sections[block.id]
        number = element("span", given, cls="number") if given else None
        return element(f"h{block.level + 1}", number, " " if given else None, block.text, id=block.id)

    def _note(self, block: Note) -> Markup:
        label = element("strong", SPOKEN[block.tone], cls="tone")
        title = joined([" ", element("strong", block.title, cls="title")]) if block.title else None
        head = element("p", label, title, cls="note-head")
        return element("div", head, element("p", self.inline.spans(block.spans)), cls=f"note {block.tone}", role="note")

    def _key_figure(self, item: KeyFigure) -> Markup:
        value = element("span", item.value, cls="value")
        label = element("span", item.label, cls="label")
        led = joined((self.inline.reference(each) for each in item.refs), ", ")
        see = element("span", "See ", led, cls="see") if item.refs else None
        detail = element("span", item.detail, cls="detail") if item.detail else None
        return element("li", joined([value, label, detail, see], " "))
