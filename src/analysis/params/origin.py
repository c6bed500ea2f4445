"""What an edition is made from: its months, its data, its document."""

from __future__ import annotations

from typing import Literal

from analysis.params.figure import Declared, Month, Words


class Period(Declared):
    """Whole months, both ends included."""

    start: Month
    """The first month."""
    end: Month
    """The last month."""


class Pin(Declared):
    """The data this edition is made from; ingesting more never changes it."""

    source: Literal["police-uk", "scotland", "simulated"]
    """Where the data is from."""
    vintage: Words
    """Which vintage of it, by its last month (2022-11) or year (2021-22)."""


class Document(Declared):
    """The published document an edition restates."""

    title: Words
    """Its title."""
    publisher: Words
    """Who published it."""
    published: str = ""
    """When, in words; empty where the document does not say."""
