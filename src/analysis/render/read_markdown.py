"""A markdown cell to blocks: headings, paragraphs, lists and quotations; anything else is refused, never dropped."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin

from analysis.blocks import Bullets, Heading, Note, Paragraph
from analysis.errors import RenderError
from analysis.render.read_inline import InlineReader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.blocks import Block, Spans

PARSER: Final = (
    MarkdownIt("commonmark")
    .enable("table")
    .use(footnote_plugin)
    .use(dollarmath_plugin, allow_space=False, allow_digits=False)
)

REFUSED: Final = {
    "table": ("has a table typed by hand", "show a frame as an exhibit, so that its figures come from results"),
    "html_block": ("has HTML", "write it in plain Markdown, or make an exhibit"),
    "fence": ("has a block of code", "a report shows results; describe the method in words"),
    "code_block": ("has a block of code", "take away the spaces at the start of the line"),
    "hr": ("has a horizontal rule", "use a heading to part sections"),
    "math_block": ("has maths on lines of its own", "write short maths inside a sentence: $...$"),
}


def read_markdown(source: str, where: str) -> tuple[Block, ...]:
    """Read one markdown cell; ``where`` names it in errors. Raises ``RenderError`` on what a document cannot hold."""
    tree = SyntaxTreeNode(PARSER.parse(source))
    notes = {node.meta["id"]: node for node in tree.walk() if node.type == "footnote"}
    if lost := re.search(r"\[\^[^\]]+\](?!:)", "".join(n.content for n in tree.walk() if n.type == "text")):
        raise RenderError.at(where, f"has no text for the footnote {lost[0]}", "write it in the same cell")
    inline = InlineReader(where, notes)
    return tuple(block for node in tree.children for block in _blocks(node, inline))


def _blocks(node: SyntaxTreeNode, inline: InlineReader) -> Iterator[Block]:
    if node.type == "heading":
        yield _heading(node, inline)
    elif node.type == "paragraph":
        yield Paragraph(spans=inline.spans(node))
    elif node.type in ("bullet_list", "ordered_list"):
        items = tuple(_only_paragraph(item, inline, "a list item") for item in node.children)
        yield Bullets(ordered=node.type == "ordered_list", items=items)
    elif node.type == "blockquote":
        yield Note(tone="info", spans=_only_paragraph(node, inline, "a quotation"))
    elif node.type != "footnote_block":
        what, do = REFUSED.get(node.type, (f"has a {node.type}", "a document cannot hold one"))
        raise RenderError.at(inline.where, what, do)


def _heading(node: SyntaxTreeNode, inline: InlineReader) -> Heading:
    words, level = inline.words(node).strip(), int(node.tag[1:])
    if level > 3:
        raise RenderError.at(
            inline.where, f'has a heading of level {level}: "{words}"', "headings go three levels deep"
        )
    named = re.search(r"\s*\{#([a-z0-9]+(?:-[a-z0-9]+)*)\}$", words)
    title = words[: named.start()] if named else words
    name = named[1] if named else anchor(title)
    if not name:
        raise RenderError.at(inline.where, f'has a heading without a word: "{words}"')
    return Heading.model_validate({"level": level, "text": title, "id": name})


def anchor(title: str) -> str:
    """The anchor of a heading: its words in small letters with hyphens; accents dropped."""
    plain = unicodedata.normalize("NFKD", title.casefold().replace("'", "").replace("’", ""))
    return "-".join(re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode()))


def _only_paragraph(node: SyntaxTreeNode, inline: InlineReader, what: str) -> Spans:
    if [child.type for child in node.children] != ["paragraph"]:
        raise RenderError.at(
            inline.where, f"has {what} of more than one paragraph", "lists and quotations are one level deep"
        )
    return inline.spans(node.children[0])
