"""A method in full, as the page of methods has it: written once, shown here as blocks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from analysis.assessment.methodology.page import pieces, under
from analysis.assessment.methodology.shown import FORECASTS_SOURCE, PAGE_SOURCE, not_measured, published
from analysis.assessment.methodology.study import slug_of
from analysis.blocks import Bullets, Heading, Paragraph, Text, strong, text
from analysis.exhibits import Caption, Field, exhibit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.assessment.methodology.evidence import Evidence
    from analysis.assessment.methodology.page import Piece
    from analysis.blocks import Block, Spans

MARKED: Final = re.compile(r"(`[^`]+`|\*\*[^*]+\*\*)")
CAPTION: Final = "Table: "
"""How the line begins that says what the table after it shows: a headline, and a statistical title if it goes on."""


def detail(evidence: Evidence, title: str) -> list[Block]:
    """What stands under ``title`` on the page of methods, under a heading of its own."""
    heading = Heading(level=2, text="In detail", id=f"detail-{slug_of(title)}")
    return [heading, *_blocks(evidence, title)]


def told(evidence: Evidence, title: str) -> list[Block]:
    """The same without the heading, for a section that has one."""
    return list(_blocks(evidence, title))


def forecasts(evidence: Evidence) -> list[Block]:
    """What outlooks have been worth, as the page of that benchmark has it."""
    if not evidence.forecasts:
        return [not_measured("What outlooks have been worth is not among this version's evidence.")]
    return list(_shown(evidence.forecasts.partition("\n")[2], "Forecasts", FORECASTS_SOURCE))


def _blocks(evidence: Evidence, title: str) -> Iterator[Block]:
    return _shown(under(evidence.methods, title), title, PAGE_SOURCE)


def _shown(page: str, title: str, source: str) -> Iterator[Block]:
    of, shows = title, ""
    for number, piece in enumerate(pieces(page)):
        if piece.kind == "paragraph" and piece.lines[0].startswith(CAPTION):
            shows = _plain(piece.lines[0].removeprefix(CAPTION))
        elif piece.kind == "heading":
            of = _plain(piece.lines[0])
            yield Heading(level=3, text=of, id=f"detail-{slug_of(title)}-{slug_of(of)}")
        elif piece.kind == "table":
            headline, _, subtitle = shows.partition(". ")
            words = headline or of, subtitle or _subtitle(piece, of, title)
            yield _table(piece, Caption(f"{slug_of(title)}-{number}", *words, source))
            shows = ""
        elif piece.kind == "paragraph":
            yield Paragraph(spans=spans(piece.lines[0]))
        else:
            yield Bullets(ordered=piece.kind == "numbered", items=tuple(spans(line) for line in piece.lines))


def spans(line: str) -> Spans:
    """Words with what is marked as code or as strong."""
    return text(*(_span(part) for part in MARKED.split(_tidy(line)) if part))


def _span(part: str) -> str | Text:
    if part.startswith("`"):
        return Text(text=part.strip("`"), style="code")
    return strong(part.strip("*").replace("`", "")) if part.startswith("**") else part


def _tidy(words: str) -> str:
    return re.sub(r"(?<=\d) %", "%", words)


def _subtitle(piece: Piece, of: str, title: str) -> str:
    """What a table shows that has no line to say so: the headings it stands under, and its first column."""
    return f"{title if of == title else f'{title}: {of}'}, by {_plain(piece.cells[0][0])}"


def _table(piece: Piece, caption: Caption) -> Block:
    header, *body = piece.cells
    rows = [{"row": n, **{f"c{k}": _plain(cell) for k, cell in enumerate(row)}} for n, row in enumerate(body)]
    fields = [Field(f"c{k}", label[:1].upper() + _plain(label[1:])) for k, label in enumerate(header)]
    return exhibit(published(rows, "row"), caption, fields)


def _plain(cell: str) -> str:
    return _tidy(cell.replace("`", "").replace("**", ""))
