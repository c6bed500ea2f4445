"""The public summary leaflet of an edition: its title, and what only the partnership can say in it."""

from __future__ import annotations

from analysis.params.figure import Declared, Words


class Leaflet(Declared):
    """Two pages in plain English, made from the same results as the assessment.

    Its words are held to a reading age, those declared here too: short sentences, everyday words.
    """

    title: Words
    """The title on its first page (``Staying safe in Brackenford``)."""
    doing: tuple[Words, ...] = ()
    """What the partnership is doing, a short sentence each; empty says that it has not supplied this."""
    ask: tuple[Words, ...] = ()
    """How to report something, ask or take part; empty says that it has not supplied this."""
