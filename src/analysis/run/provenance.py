"""What the process that made a report knows of how: where, from which sources and seeds, and what leads to what."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any, Final

import pikepdf

from analysis.blocks import MIME, Bullets, Exhibit, Heading, KeyFigures, Note, Paragraph, Ref, Text
from analysis.render.number import SECTION, number
from analysis.run.inputs import digest
from analysis.run.made_on import made_on
from analysis.run.seeds import seeds
from analysis.run.submission.dictionary import checks_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nbformat import NotebookNode

    from analysis.blocks import Block, Document, Spans
    from analysis.render.number import Numbering
    from analysis.run.job import Job

SUMMARIES: Final = frozenset({"summary", "in-short"})
"""The sections that say a document in short."""


def provenance(document: Document, job: Job, notebook: NotebookNode, pdf: bytes) -> dict[str, Any]:
    """Plain values for the manifest of ``document``, made by ``job`` of the executed ``notebook``."""
    return {
        "platform": dict(made_on()),
        "seeds": dict(seeds()),
        "sources": sources(job),
        "exhibits": exhibits(document, notebook),
        "summary": summary(document),
        "checks": [dict(zip(("exhibit", "check", "outcome"), row[:3], strict=True)) for row in checks_of(document)],
        "pages": _pages(pdf),
    }


def sources(job: Job) -> list[dict[str, Any]]:
    """The sources behind the job's data, each once: title, publisher, vintage and hash of what was published."""
    listed = [json.loads(job.files[name]) for name in sorted(job.files) if name.endswith("slices/sources.json")]
    told = {json.dumps(source, sort_keys=True): source for sources in listed for source in sources}
    return [told[name] for name in sorted(told)]


def exhibits(document: Document, notebook: NotebookNode) -> dict[str, dict[str, Any]]:
    """Each exhibit by its slug: number, title, file of data with its hash and rows, and the notebook's cell."""
    numbering, cells = number(document), cells_of(notebook)
    return {
        block.slug: {
            "number": numbering.exhibits[block.slug],
            "title": block.headline,
            "subtitle": block.subtitle,
            "csv": f"data/{document.name}/{block.slug}.csv",
            "sha256": digest(block.csv.encode()),
            "rows": max(0, sum(1 for _ in csv.reader(io.StringIO(block.csv))) - 1),
            "cell": cells.get(block.slug, ""),
        }
        for block in document.blocks
        if isinstance(block, Exhibit)
    }


def cells_of(notebook: NotebookNode) -> dict[str, str]:
    """Which cell showed which exhibit: the id of the cell by the slug."""
    return {
        block["slug"]: str(cell.get("id", ""))
        for cell in notebook.cells
        for output in cell.get("outputs", ())
        for block in output.get("data", {}).get(MIME, {}).get("blocks", ())
        if block["kind"] == "exhibit"
    }


def summary(document: Document) -> list[dict[str, Any]]:
    """Each statement of the document's section in short, as it is read, with the exhibits that it leads to.

    A statement that leads to a section leads to every exhibit in it.
    """
    numbering, within = number(document), _sections(document)
    return [
        {"text": words, "exhibits": [slug for target in targets for slug in within.get(target, [target])]}
        for block in _in_short(document)
        for words, targets in _statements(block, numbering)
    ]


def _sections(document: Document) -> dict[str, list[str]]:
    """The exhibits in each section, those of its parts among them, by what a reference to it says."""
    found: dict[str, list[str]] = {}
    above: dict[int, str] = {}
    for block in document.blocks:
        if isinstance(block, Heading):
            above = {level: name for level, name in above.items() if level < block.level}
            above[block.level] = f"{SECTION}{block.id}"
            found[above[block.level]] = []
        elif isinstance(block, Exhibit):
            for name in above.values():
                found[name].append(block.slug)
    return found


def _in_short(document: Document) -> Iterator[Block]:
    """The blocks of the section in short."""
    within = False
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 1:
            within = block.id in SUMMARIES
        elif within:
            yield block


def _statements(block: Block, numbering: Numbering) -> Iterator[tuple[str, list[str]]]:
    match block:
        case Paragraph(spans=spans) | Note(spans=spans):
            yield _read(spans, numbering)
        case Bullets(items=items):
            yield from (_read(item, numbering) for item in items)
        case KeyFigures(items=figures):
            for each in figures:
                yield ". ".join(filter(None, (f"{each.label}: {each.value}", each.detail))), list(each.refs)


def _read(spans: Spans, numbering: Numbering) -> tuple[str, list[str]]:
    """The words of a statement with the numbers of what it refers to, and the slugs of that, each once in order."""
    words = "".join(
        span.text if isinstance(span, Text) else numbering.label_of(span.slug) if isinstance(span, Ref) else ""
        for span in spans
    )
    return words, list(dict.fromkeys(span.slug for span in spans if isinstance(span, Ref)))


def _pages(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)
