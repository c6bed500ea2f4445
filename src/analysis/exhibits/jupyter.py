"""Blocks as plain HTML for JupyterLab alone; documents are written by ``render``, from the blocks themselves."""

from __future__ import annotations

import base64
from html import escape
from typing import TYPE_CHECKING

from analysis.blocks import Bullets, Definitions, Exhibit, Front, Heading, KeyFigures, Note, Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from analysis.blocks import Block, Cell, Span, Table


def html_of(blocks: Sequence[Block], png: Callable[[Exhibit], bytes]) -> str:
    """Write ``blocks`` as HTML; ``png`` gives the picture of an exhibit, or nothing."""
    return "\n".join(_block(block, png) for block in blocks)


def _block(block: Block, png: Callable[[Exhibit], bytes]) -> str:
    match block:
        case Front():
            return f"<h1>{escape(block.title)}: {escape(block.partnership)}</h1><p>{escape(block.statement)}</p>"
        case Heading():
            return f"<h{block.level + 1}>{escape(block.text)}</h{block.level + 1}>"
        case Paragraph():
            return f"<p>{_spans(block.spans)}</p>"
        case Bullets():
            items = "".join(f"<li>{_spans(item)}</li>" for item in block.items)
            return f"<ol>{items}</ol>" if block.ordered else f"<ul>{items}</ul>"
        case Note():
            return f"<blockquote><b>{escape(block.title or block.tone)}</b> {_spans(block.spans)}</blockquote>"
        case KeyFigures():
            figures = (
                f"<td><big>{escape(i.value)}</big><br>{escape(i.label)}<br>{escape(i.detail)}</td>" for i in block.items
            )
            return f"<table><tr>{''.join(figures)}</tr></table>"
        case Definitions():
            return (
                "<dl>" + "".join(f"<dt>{escape(i.term)}</dt><dd>{_spans(i.spans)}</dd>" for i in block.items) + "</dl>"
            )
        case Exhibit():
            return _exhibit(block, png(block))


def _exhibit(exhibit: Exhibit, png: bytes) -> str:
    parts = [f"<p><b>{escape(exhibit.headline)}</b><br>{escape(exhibit.subtitle)} <code>{exhibit.slug}</code></p>"]
    if png and exhibit.chart:
        data = base64.b64encode(png).decode("ascii")
        parts.append(f'<img src="data:image/png;base64,{data}" alt="{escape(exhibit.chart.alt)}">')
    rows = _table(exhibit.table)
    parts.append(f"<details><summary>Table</summary>{rows}</details>" if exhibit.chart else rows)
    parts += [f"<p><small>{escape(line)}</small></p>" for line in (*exhibit.symbols, *exhibit.notes, exhibit.source)]
    return "\n".join(parts)


def _table(table: Table) -> str:
    head = "".join(f"<th>{escape(column.label)}</th>" for column in table.columns)
    rows = "".join("<tr>" + "".join(_cell(cell) for cell in row) + "</tr>" for row in table.rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _cell(cell: Cell) -> str:
    return f'<td title="{escape(cell.note)}">{escape(cell.text)}</td>'


def _spans(spans: Sequence[Span]) -> str:
    return "".join(_span(span) for span in spans)


def _span(span: Span) -> str:
    match span.kind:
        case "text":
            tag = {"strong": "b", "emphasis": "i", "code": "code"}.get(span.style)
            return f"<{tag}>{escape(span.text)}</{tag}>" if tag else escape(span.text)
        case "link":
            return f'<a href="{escape(span.href)}">{escape(span.text)}</a>'
        case "ref":
            return f"<code>{escape(span.slug)}</code>"
        case "maths":
            return f"<i>{escape(span.alt)}</i>"
        case "footnote":
            return f"<sup>({escape(' '.join(part.text for part in span.text))})</sup>"
