"""One line of the portfolio page: a document that was built, or one that failed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Entry:
    """What the portfolio page says of one document of one partnership and edition.

    Paths are relative to the page, with ``/`` between folders, and empty where there is no such file; sizes are in
    bytes. ``seconds`` is shown only where it is given. ``stage``, ``error``, ``cell`` (the source of the failing cell)
    and ``log`` (a path) are for what failed.
    """

    partnership: str
    """The partnership's id, the name of its folder."""
    partnership_name: str
    edition: str
    document: str
    """The document's title in words (``Strategic assessment``)."""
    period: str
    outcome: Literal["built", "failed"]
    audience: str = "public"
    status: str = ""
    statement: str = ""
    mark: str = ""
    vintage: str = ""
    inputs: str = ""
    """What the key of its inputs starts with."""
    code: str = ""
    """The commit of the code that made it."""
    manifest: str = ""
    """Where it is told what it was made from."""
    checks: str = ""
    """The checks run and their results, in a few words."""
    changed: str = ""
    """What changed since the edition before."""
    html: str = ""
    html_bytes: int = 0
    pdf: str = ""
    pdf_bytes: int = 0
    pages: int | None = None
    ipynb: str = ""
    ipynb_bytes: int = 0
    data: str = ""
    """The folder of CSV files."""
    archive: str = ""
    """The archive of the edition's documents and all they were made from."""
    archive_bytes: int = 0
    apart: bool = False
    """Of no partnership: the document on how the figures of all are made."""
    part: bool = False
    """One of several that stand behind the edition's main document: the evaluation of an initiative."""
    seconds: float | None = None
    stage: str = ""
    error: str = ""
    cell: str = ""
    log: str = ""

    @property
    def order(self) -> tuple[str, str, tuple[int, ...], str, bool, str, str]:
        """Partnerships by name, then the latest edition first, then its main document, then the others by name."""
        latest = tuple(-int(number) for number in re.findall(r"\d+", self.edition))
        return (self.partnership_name, self.partnership, latest, self.edition, self.part, self.document, self.audience)
