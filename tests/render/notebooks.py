"""Executed notebooks as nbclient leaves them, short to write."""

from __future__ import annotations

import json
from typing import Any

import nbformat
from documents import FRONT

from analysis.blocks import MIME, Block, Output


def emitted(*blocks: Block) -> nbformat.NotebookNode:
    """A cell's output that carries ``blocks``, with what JupyterLab shows beside them."""
    data = json.loads(Output(blocks=blocks).model_dump_json())
    return output("display_data", data={MIME: data, "text/html": "<p>shown</p>", "text/plain": "shown"})


def output(kind: str, **fields: Any) -> nbformat.NotebookNode:
    """One output of nbformat 4."""
    return nbformat.v4.new_output(kind, **fields)  # type: ignore[no-untyped-call]


def code(
    *outputs: nbformat.NotebookNode, source: str = "chapter.show()", tags: tuple[str, ...] = ()
) -> nbformat.NotebookNode:
    """A code cell that has run."""
    cell = nbformat.v4.new_code_cell(source, outputs=list(outputs))  # type: ignore[no-untyped-call]
    cell.metadata["tags"] = list(tags)
    return cell


def markdown(source: str) -> nbformat.NotebookNode:
    """A markdown cell."""
    return nbformat.v4.new_markdown_cell(source)  # type: ignore[no-untyped-call]


def notebook(*cells: nbformat.NotebookNode, front: bool = True) -> nbformat.NotebookNode:
    """A notebook whose first cell emits the front matter."""
    first = [code(emitted(FRONT.model_copy(update={"details": ()})), source="front()")] if front else []
    for place, cell in enumerate([*first, *cells]):
        cell["id"] = f"cell-{place}"
    return nbformat.v4.new_notebook(cells=[*first, *cells])  # type: ignore[no-untyped-call]
