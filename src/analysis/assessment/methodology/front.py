"""The first page: what the document is, and of which version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.blocks import Definition, Front, text

if TYPE_CHECKING:
    from analysis.assessment.methodology.evidence import Evidence

WHOSE: Final = "Reports for community safety partnerships"
STATEMENT: Final = (
    "How the figures in these reports are made, when a method refuses to give one, and the evidence that it works. "
    "Of no partnership, and not endorsed by any."
)


def front(evidence: Evidence) -> Front:
    """The front matter."""
    tables = numbers.plural(len(evidence.tables), "table")
    details = {
        "For": "board members who want to know what a figure can bear; analysts and evaluators who want to check it",
        "Version": f"{evidence.version}: figures made by another version may have been made in another way",
        "Rests on": f"the page of methods and {tables} of evidence, hashed at the end",
    }
    return Front(
        title="How the figures are made",
        subtitle="Methods, when they refuse, and the evidence that they work",
        partnership=WHOSE,
        edition=evidence.version,
        period="",
        audience="public",
        status="",
        statement=STATEMENT,
        footer="How the figures are made: methods and evidence; of no partnership.",
        details=tuple(Definition(term=term, spans=text(words)) for term, words in details.items()),
    )
