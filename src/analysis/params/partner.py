"""Partner extracts that an edition takes: which source, and which vintage of it."""

from __future__ import annotations

from analysis.params.figure import Declared, Id, Words


class PartnerPin(Declared):
    """One extract of a partner agency; ingesting more never changes it."""

    source: Id
    """The id of its mapping in ``params/sources/``."""
    vintage: Words
    """Which vintage of it, by its last month (2022-11)."""
    title: str = ""
    """What it is called in this edition, if not as its mapping says."""
