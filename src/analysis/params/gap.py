"""What the published document gets wrong or leaves out."""

from __future__ import annotations

from typing import Literal

from analysis.params.figure import Declared, Words


class Slip(Declared):
    """A slip in the published document, kept as it is and pointed out."""

    where: Words
    """Where in the document."""
    what: Words
    """What is wrong there."""


class NotPublished(Declared):
    """Something a reader would look for that the document does not give."""

    section: Literal[
        "front",
        "area",
        "performance",
        "people",
        "profile",
        "priorities",
        "places",
        "initiatives",
        "delivery",
        "equality",
    ]
    """The section of the report it would stand in."""
    what: Words
    """What is not given."""
