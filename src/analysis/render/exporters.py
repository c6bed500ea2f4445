"""Exporters for ``jupyter nbconvert --to assessment-html`` and JupyterLab's menu: thin, over our writers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from nbconvert.exporters import Exporter

from analysis.blocks import Exhibit
from analysis.render.html import write_html
from analysis.render.read import read_document

if TYPE_CHECKING:
    from nbformat import NotebookNode

    from analysis.blocks import Document


class _AssessmentExporter(Exporter):
    """Reads the executed notebook as a document, named as its file is."""

    def document_and_resources(self, nb: NotebookNode, resources: Any, **kw: Any) -> tuple[Document, dict[str, Any]]:
        """The notebook as a document, and nbconvert's resources."""
        _, resources = super().from_notebook_node(nb, resources, **kw)
        return read_document(nb, slug(resources.get("metadata", {}).get("name", ""))), resources


class AssessmentHTMLExporter(_AssessmentExporter):
    """One HTML file that works offline."""

    export_from_notebook = "Assessment (HTML)"
    output_mimetype = "text/html"

    def _file_extension_default(self) -> str:
        return ".html"

    def from_notebook_node(  # type: ignore[override]
        self, nb: NotebookNode, resources: Any = None, **kw: Any
    ) -> tuple[str, dict[str, Any]]:
        """The page, and nbconvert's resources with its CSV; raises ``CspError`` as the reader and the writer do."""
        document, resources = self.document_and_resources(nb, resources, **kw)
        return write_html(document), resources | {"outputs": csv_files(document)}


class AssessmentPDFExporter(_AssessmentExporter):
    """A tagged PDF."""

    export_from_notebook = "Assessment (PDF)"
    output_mimetype = "application/pdf"

    def _file_extension_default(self) -> str:
        return ".pdf"

    def from_notebook_node(  # type: ignore[override]
        self, nb: NotebookNode, resources: Any = None, **kw: Any
    ) -> tuple[bytes, dict[str, Any]]:
        """The file's bytes, and nbconvert's resources; raises ``CspError`` as the reader and the writer do."""
        from analysis.render.pdf import write_pdf

        document, resources = self.document_and_resources(nb, resources, **kw)
        return write_pdf(document), resources


def slug(name: str) -> str:
    """A document's name of a notebook's: small letters, digits and hyphens."""
    return "-".join(re.findall(r"[a-z0-9]+", name.lower())) or "document"


def csv_files(document: Document) -> dict[str, bytes]:
    """The data of every exhibit by its path beside the document, as pages link to it."""
    exhibits = (block for block in document.blocks if isinstance(block, Exhibit))
    return {f"data/{document.name}/{made.slug}.csv": made.csv.encode() for made in exhibits}
