"""What the member partnerships of a county propose for themselves, beside what the county sets."""

from __future__ import annotations

from analysis.params.figure import Declared, Id, Words


class MemberPriority(Declared):
    """A priority that one member partnership names, as a county's document reports it."""

    member: Id
    """Id of the member partnership."""
    name: Words
    """The priority, in the member's words or paraphrased."""
    serves: str = ""
    """Id of the county's priority that it belongs to; empty for none."""
