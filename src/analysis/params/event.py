"""The calendar of what may move a count."""

from __future__ import annotations

from analysis.params.figure import Declared, Id, Month, Words


class Event(Declared):
    """Something in the calendar that may move a count."""

    id: Id
    """Its id."""
    name: Words
    """What it was."""
    start: Month
    """Its first month."""
    end: Month
    """Its last month."""
    where: str = ""
    """Where it was, in words."""
    area: str = ""
    """Code of the small area it is in, if known."""
    source: str = ""
    """Where this is published."""
    published: str = ""
    """What the partnership itself has published of it, paraphrased, with the document named."""
