"""What the document was made from, so that anybody can check that it is that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import numbers
from analysis.assessment.methodology.shown import published
from analysis.exhibits import Caption, Field, exhibit

if TYPE_CHECKING:
    from analysis.assessment.methodology.evidence import Evidence
    from analysis.blocks import Block


def made_from(evidence: Evidence) -> list[Block]:
    """Each file of evidence with its hash."""
    rows = [{"file": name, "start": digest[:16], "sha256": digest} for name, digest in evidence.hashes.items()]
    fields = [Field("file", "File"), Field("start", "SHA-256 begins")]
    caption = Caption(
        "made-from", f"{numbers.sentence_case(numbers.plural(len(rows), 'file'))} of the project",
        "Files that this document was made from",
        "Source: the project itself; the data of this table have each hash whole.",
    )  # fmt: skip
    return [exhibit(published(rows, "file"), caption, fields)]
