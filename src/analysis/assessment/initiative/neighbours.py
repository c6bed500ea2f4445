"""The areas that border the treated place and are compared with nothing: who they are and why they are left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import numbers

if TYPE_CHECKING:
    from analysis.assessment.initiative.case import Case


def neighbours(case: Case) -> list[str]:
    """Names of the bordering areas, without those watched as a place to which it might move."""
    declared = case.evaluation
    watched = set(declared.buffer.areas) if declared.buffer else set()
    return [case.context.name_of(code) for code in declared.bordering if code not in watched]


def left_out(case: Case) -> str:
    """The sentence on who is left out of the comparison and why; empty where nobody is."""
    names = neighbours(case)
    if not names:
        return ""
    lead, they = (
        (f"{names[0]}, which borders {case.place}, is", "it")
        if len(names) == 1
        else (f"The {numbers.in_words(len(names))} areas that border {case.place} are", "they")
    )
    named = f" ({numbers.listed(names)})" if len(names) > 1 else ""
    return (
        f"{lead} left out{named}: what was done could spill over there, and then {they} would not show what would have "
        "been without it."
    )


def not_looked_at(case: Case) -> str:
    """The sentence on neighbours where displacement is at issue; empty where none is left out."""
    names = neighbours(case)
    if not names:
        return ""
    many = "the one area" if len(names) == 1 else f"the {numbers.in_words(len(names))} areas"
    was = "was" if len(names) == 1 else "were"
    return f"Nor {was} {many} that border {case.place} ({numbers.listed(names)}) looked at, in this or any comparison."
