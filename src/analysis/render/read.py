"""An executed notebook to one ``Document``: markdown cells and the blocks that code cells emit, in order."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import nbformat
from pydantic import ValidationError

from analysis.blocks import MIME, Definition, Document, Front, Link, Output, text
from analysis.errors import RenderError
from analysis.render.read_markdown import read_markdown
from analysis.render.read_references import check_references

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.blocks import Block

SKIPPED: Final = frozenset({"remove", "parameters", "injected-parameters", "papermill-error-cell-tag"})
"""Tags of cells whose output is no part of the document."""
SHOWN: Final = 16
"""Signs of the key that stand on the first page; it is written in full where there is room."""


def read_document(notebook: nbformat.NotebookNode | Path, name: str, key: str = "") -> Document:
    """Read an executed notebook as the document ``name``, made from the inputs with ``key``.

    With a key its first page says so, and leads to the manifest that lies beside the document.
    Raises ``RenderError`` naming the cell that failed or that shows what a document cannot hold; ``ExhibitError``
    on a repeated slug or anchor and on a reference that leads nowhere.
    """
    node = _opened(notebook) if isinstance(notebook, Path) else notebook
    blocks = [block for place, cell in enumerate(node.cells, 1) for block in _cell_blocks(cell, place)]
    if not blocks or not isinstance(blocks[0], Front) or sum(isinstance(block, Front) for block in blocks) != 1:
        raise RenderError.at(name, "has not exactly one front matter before everything else", "emit one Front, first")
    document = Document(name=name, front=_stamped(blocks[0], name, key), blocks=tuple(blocks[1:]), key=key)
    check_references(document)
    return document


def _stamped(front: Front, name: str, key: str) -> Front:
    """The front matter with what the document was made from, where that is known."""
    if not key:
        return front
    manifest = Link(text=f"{name}.json", href=f"{name}.json")
    made = text(f"inputs {key[:SHOWN]}; how it was made: ", manifest)
    return front.model_copy(update={"details": (*front.details, Definition(term="Made from", spans=made))})


def _opened(path: Path) -> nbformat.NotebookNode:
    try:
        return nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call,no-any-return]
    except (OSError, ValueError) as error:
        raise RenderError.at(path, f"cannot be read as a notebook: {error}") from error


def cell_name(cell: nbformat.NotebookNode, place: int) -> str:
    """Name a cell in a message: its place, counted from 1, and its first line."""
    first = next((line.strip() for line in cell.source.splitlines() if line.strip()), "empty")
    return f"cell {place} ({first[:60]})"


def _cell_blocks(cell: nbformat.NotebookNode, place: int) -> Iterator[Block]:
    where, skipped = cell_name(cell, place), SKIPPED & set(cell.metadata.get("tags", ()))
    for output in cell.get("outputs", ()):
        if output.output_type == "error":
            raise RenderError.at(where, f"failed: {output.ename}: {output.evalue}", "mend the cell and run it again")
    if skipped:
        return
    if cell.cell_type == "markdown":
        yield from read_markdown(cell.source, where)
    for output in cell.get("outputs", ()):
        yield from _output_blocks(output, where)


def _output_blocks(output: nbformat.NotebookNode, where: str) -> tuple[Block, ...]:
    if output.output_type == "stream":
        if output.text.strip():
            raise RenderError.at(
                where, f"prints {output.text.strip()[:80]!r}", f"show it as an exhibit or a note, {OR_TAG}"
            )
        return ()
    if MIME not in output.data:
        raise RenderError.at(where, _bare(output.data), f"make an exhibit or a paragraph of it, {OR_TAG}")
    return _parsed(output.data[MIME], where)


OR_TAG: Final = 'or tag the cell "remove"'


def _parsed(data: Any, where: str) -> tuple[Block, ...]:
    try:
        return Output.model_validate_json(json.dumps(data), strict=True).blocks
    except ValidationError as error:
        first = error.errors()[0]
        at = ".".join(str(part) for part in first["loc"])
        raise RenderError.at(where, f"emits blocks that break the contract at {at}: {first['msg']}") from error


def _bare(data: Any) -> str:
    if "image/png" in data or "image/svg+xml" in data:
        return "shows a bare figure, without a caption, a text alternative or its data"
    if "text/html" in data:
        return "shows a bare frame, without a caption, a source or its data"
    return f"shows a bare value ({str(data.get('text/plain', ''))[:80]})"
