"""Two renderings of one document compared by what a reader sees."""

from __future__ import annotations

import difflib
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any, Final

import nbformat

from analysis.errors import CspError
from analysis.render.read import read_document
from analysis.run.verification.numbers_compared import Difference
from analysis.run.verification.opened import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

UNREAD: Final = frozenset({"style", "script"})
ENDS: Final = frozenset(
    {"p", "li", "td", "th", "h1", "h2", "h3", "h4", "dt", "dd", "text", "caption", "title", "tr", "div"}
)
"""Elements whose end is the end of a line."""
SPOKEN: Final = ("alt", "aria-label", "href", "title")
"""Attributes that are read too."""
DRAWN: Final = frozenset({"svg", "png"})
MOST: Final = 50
"""Lines of one document told of; a document made otherwise differs in all."""


class _Lines(HTMLParser):
    """The words of a page, a line an element."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.line: list[str] = []
        self.unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Read what the element says in its attributes."""
        self.unread += tag in UNREAD
        self.line += [value for name, value in attrs if name in SPOKEN and value]

    def handle_endtag(self, tag: str) -> None:
        """End the line where the element does."""
        self.unread -= tag in UNREAD
        if tag in ENDS:
            self.end()

    def handle_data(self, data: str) -> None:
        """Read the words."""
        if not self.unread:
            self.line.append(data)

    def end(self) -> None:
        """Keep the line if there is anything on it."""
        if words := " ".join(" ".join(self.line).split()):
            self.lines.append(words)
        self.line = []


def page_lines(content: bytes) -> list[str]:
    """What an HTML page says, line by line: its words, text alternatives and links."""
    reader = _Lines()
    reader.feed(text_of(content).read())
    reader.close()
    reader.end()
    return reader.lines


def notebook_lines(content: bytes, name: str) -> list[str]:
    """What an executed notebook says: its cells, then the blocks of its document without their drawings."""
    try:
        node = nbformat.read(text_of(content), as_version=4)  # type: ignore[no-untyped-call]
        document = read_document(node, name)
    except (CspError, ValueError) as error:
        return [f"cannot be read as a document: {error}"]
    cells = [line for cell in node.cells for line in str(cell.source).splitlines()]
    blocks = (document.front, *document.blocks)
    return cells + [line for block in blocks for line in _leaves(block.model_dump(mode="json"))]


def _leaves(value: Any, path: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for key, part in value.items():
            if key not in DRAWN:
                yield from _leaves(part, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for part in value:
            yield from _leaves(part, path)
    else:
        yield from (f"{path}: {line}" for line in str(value).splitlines())


def compare_lines(where: str, archived: list[str], anew: list[str]) -> list[Difference]:
    """Each stretch of lines that differs, ``row`` the line of the archived document at which it starts."""
    matcher = difflib.SequenceMatcher(a=archived, b=anew, autojunk=False)
    changed = [found for found in matcher.get_opcodes() if found[0] != "equal"]
    return [
        Difference(where, a + 1, "words", " / ".join(archived[a:b])[:300], " / ".join(anew[c:d])[:300])
        for _, a, b, c, d in changed[:MOST]
    ]
