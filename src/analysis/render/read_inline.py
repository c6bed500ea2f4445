"""Words of a markdown cell to spans: emphasis, code, links, references, maths and footnotes, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from analysis.blocks import Footnote, Link, Maths, Ref, Text
from analysis.errors import RenderError
from analysis.render.read_maths import spoken

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from markdown_it.tree import SyntaxTreeNode

    from analysis.blocks import Span, Spans

STYLES = {"strong": "strong", "em": "emphasis"}


@dataclass(frozen=True)
class InlineReader:
    """Reads the words of one cell; ``where`` names it in errors, ``footnotes`` maps their ids to their nodes."""

    where: str
    footnotes: Mapping[int, SyntaxTreeNode] = field(default_factory=dict)

    def spans(self, node: SyntaxTreeNode) -> Spans:
        """The spans of ``node``, a paragraph or a heading; ``RenderError`` on what a document cannot hold."""
        found = [span for child in node.children for span in self._read(child)]
        return tuple(joined(roles(found)))

    def words(self, node: SyntaxTreeNode) -> str:
        """The words of ``node`` without any emphasis."""
        return "".join(span.text for span in self.spans(node) if isinstance(span, Text))

    def _read(self, node: SyntaxTreeNode, style: str = "plain") -> Iterator[Span]:
        if node.type in ("inline", "strong", "em"):
            inner = STYLES.get(node.type, "plain") if style == "plain" else style
            for child in node.children:
                yield from self._read(child, inner)
        elif node.type in ("text", "softbreak", "hardbreak", "code_inline"):
            words = " " if node.type.endswith("break") else node.content
            yield Text.model_validate({"text": words, "style": "code" if node.type == "code_inline" else style})
        elif node.type != "footnote_anchor":
            yield self._object(node)

    def _object(self, node: SyntaxTreeNode) -> Span:
        if node.type == "link":
            return self._link(node)
        if node.type == "math_inline":
            return Maths(latex=node.content, alt=spoken(node.content))
        if node.type == "footnote_ref":
            return self._footnote(node.meta["id"])
        raise RenderError.at(
            self.where, f"has {NAMES.get(node.type, node.type)}", "put a picture or a table in an exhibit"
        )

    def _link(self, node: SyntaxTreeNode) -> Link | Ref:
        href, words = str(node.attrs.get("href", "")), self.words(node)
        if not href.startswith("#"):
            return Link(text=words or href, href=href)
        if words:
            do = f"write []({href}): its number, or its title, is put in for you"
            raise RenderError.at(self.where, f'calls its reference to "{href}" "{words}"', do)
        return Ref(slug=href.removeprefix("#"))

    def _footnote(self, number: int) -> Footnote:
        spans = [span for part in self.footnotes[number].children for span in self.spans(part)]
        if wrong := [span.kind for span in spans if not isinstance(span, Text | Link)]:
            raise RenderError.at(self.where, f"has a footnote with a {wrong[0]}", "a footnote holds words and links")
        return Footnote(text=tuple(span for span in spans if isinstance(span, Text | Link)))


NAMES = {"image": "an image", "html_inline": "HTML"}


def roles(spans: list[Span]) -> Iterator[Span]:
    """Turn the MyST role ``{ref}`` before a code span into a reference."""
    for at, span in enumerate(spans):
        after = spans[at + 1] if at + 1 < len(spans) else None
        if isinstance(span, Text) and span.text.endswith("{ref}") and isinstance(after, Text) and after.style == "code":
            yield span.model_copy(update={"text": span.text.removesuffix("{ref}")})
        elif isinstance(span, Text) and span.style == "code" and at and _is_role(spans[at - 1]):
            yield Ref(slug=span.text)
        else:
            yield span


def _is_role(span: Span) -> bool:
    return isinstance(span, Text) and span.style != "code" and span.text.endswith("{ref}")


def joined(spans: Iterator[Span]) -> Iterator[Span]:
    """Join neighbouring text of one style and drop what is empty."""
    held: Text | None = None
    for span in spans:
        if isinstance(span, Text) and held and held.style == span.style:
            held = Text(text=held.text + span.text, style=held.style)
            continue
        if held and held.text:
            yield held
        held = span if isinstance(span, Text) else None
        if not isinstance(span, Text):
            yield span
    if held and held.text:
        yield held
