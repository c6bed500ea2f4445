"""Spans to HTML: emphasis, links, numbered references, maths as MathML, footnotes gathered for the end."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree

from latex2mathml.converter import convert

from analysis.blocks import Footnote, Link, Maths, Ref, Text
from analysis.errors import RenderError
from analysis.render.html_element import Markup, element, joined

if TYPE_CHECKING:
    from analysis.blocks import Span, Spans
    from analysis.render.number import Numbering

STYLES: Final = {"strong": "strong", "emphasis": "em", "code": "code"}

PARTS: Final = {"mfrac": 2, "msub": 2, "msup": 2, "msubsup": 3}
"""How many parts each kind of MathML must have; what is unfinished in LaTeX has fewer."""


@dataclass(frozen=True)
class Inline:
    """Writes spans, and keeps the footnotes met on the way; one per document."""

    numbering: Numbering
    footnotes: list[Footnote] = field(default_factory=list)

    def spans(self, spans: Spans) -> Markup:
        """The spans as HTML."""
        return joined(self._span(span) for span in spans)

    def _span(self, span: Span) -> str:
        match span:
            case Text(text=words, style=style):
                return element(STYLES[style], words) if style in STYLES else words
            case Link(text=words, href=href):
                return element("a", words, href=href)
            case Ref(slug=slug):
                return self.reference(slug)
            case Maths(latex=latex, alt=alt):
                return maths(latex, alt)
            case Footnote():
                return self._footnote(span)

    def reference(self, target: str) -> Markup:
        """A link to an exhibit or a section that says its number, with its title for those who hover."""
        anchor = self.numbering.anchor_of(target)
        label = self.numbering.label_of(target)
        return element("a", label, href=f"#{anchor}", cls="ref", title=self.numbering.titles[anchor])

    def _footnote(self, footnote: Footnote) -> Markup:
        self.footnotes.append(footnote)
        place = len(self.footnotes)
        link = element("a", str(place), href=f"#note-{place}", aria_label=f"Footnote {place}", role="doc-noteref")
        return element("sup", link, id=f"note-{place}-from", cls="noteref")

    def endnotes(self) -> Markup:
        """The footnotes met so far, each with a way back to where it was called; empty if there are none."""
        items = [self._endnote(place, footnote) for place, footnote in enumerate(self.footnotes, 1)]
        title = element("h2", "Footnotes", id="footnotes")
        return element("section", title, element("ol", *items), cls="endnotes") if items else Markup()

    def _endnote(self, place: int, footnote: Footnote) -> Markup:
        back = element("a", "↑", href=f"#note-{place}-from", aria_label=f"Back to where footnote {place} is called")
        return element("li", self.spans(footnote.text), " ", back, id=f"note-{place}")


def maths(latex: str, alt: str) -> Markup:
    """LaTeX as MathML that says ``alt``; raises ``RenderError`` if it cannot be read."""
    try:
        tree = ElementTree.fromstring(convert(latex))
    except Exception as error:
        # latex2mathml raises many kinds, some plain IndexError, for LaTeX it cannot read
        raise RenderError.at(f"maths ${latex}$", f"cannot be read: {type(error).__name__} {error}") from error
    for node in tree.iter():
        node.tag = node.tag.rpartition("}")[2]
        if (node.text or "").startswith("\\") or len(node) < PARTS.get(node.tag, 0):
            raise RenderError.at(
                f"maths ${latex}$", f"has something unknown or unfinished in it: {node.text or node.tag}"
            )
    tree.set("alttext", alt)
    tree.set("aria-label", alt)
    return Markup(ElementTree.tostring(tree, encoding="unicode"))
