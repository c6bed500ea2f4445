"""The page of methods in pieces: what stands under a heading, as headings, paragraphs, lists and tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final, Literal

from analysis.errors import RunError

Kind = Literal["heading", "paragraph", "bullets", "numbered", "table"]
STARTS: Final[tuple[tuple[Kind, re.Pattern[str]], ...]] = (
    ("heading", re.compile(r"###? (.+)")),
    ("table", re.compile(r"(\|.*\|)")),
    ("bullets", re.compile(r"- (.+)")),
    ("numbered", re.compile(r"\d+\. (.+)")),
)
"""How a line of each kind begins; any other is of a paragraph, or goes on with the list above it."""
RULE: Final = re.compile(r"\|[-:| ]+\|")


@dataclass
class Piece:
    """A paragraph or heading (one line), the items of a list, or the rows of a table as written."""

    kind: Kind
    lines: list[str] = field(default_factory=list)

    @property
    def cells(self) -> list[list[str]]:
        """A table's rows in cells, the header first."""
        rows = [line.strip("|").split("|") for line in self.lines if not RULE.fullmatch(line)]
        return [[cell.strip() for cell in row] for row in rows]


def under(page: str, title: str) -> str:
    """What stands under the heading ``title`` up to the next of its level; raises ``RunError`` where there is none."""
    found = re.search(rf"^(##+) {re.escape(title)}\n", page, re.MULTILINE)
    if not found:
        raise RunError.at("docs/methods.md", f'has no heading "{title}"')
    rest = page[found.end() :]
    end = re.search(rf"^#{{2,{len(found[1])}}} ", rest, re.MULTILINE)
    return rest[: end.start()] if end else rest


def pieces(text: str) -> list[Piece]:
    """Cut ``text`` into pieces, in order."""
    found: list[Piece] = []
    apart = True
    for line in text.splitlines():
        if not line.strip():
            apart = True
            continue
        _add(found, line, apart=apart)
        apart = False
    return found


def _add(found: list[Piece], line: str, *, apart: bool) -> None:
    """Put ``line`` where it belongs: to the piece above it, or to a new one."""
    above = found[-1] if found and not apart else None
    kind, words = _kind(line)
    if kind == "paragraph" and above and above.kind in ("paragraph", "bullets", "numbered"):
        above.lines[-1] += f" {words}"
    elif above and kind == above.kind and kind not in ("heading", "paragraph"):
        above.lines.append(words)
    else:
        found.append(Piece(kind, [words]))


def _kind(line: str) -> tuple[Kind, str]:
    for kind, start in STARTS:
        if match := start.fullmatch(line.rstrip()):
            return kind, match[1]
    return "paragraph", line.strip()
