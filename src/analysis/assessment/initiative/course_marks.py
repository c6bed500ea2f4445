"""What is marked on charts of an evaluation: the start, what is left out, what changed in recording."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.exhibits.marks import Mark, marks_of

if TYPE_CHECKING:
    from analysis.assessment.initiative.case import Case


def course_marks(case: Case) -> tuple[Mark, ...]:
    """The start, the periods left out, and the breaks that fall within what is drawn, in order of time."""
    marks = [*own_marks(case), *marks_of(case.setting.breaks, (), case.drawn(case.setting))]
    return tuple(sorted(marks, key=lambda mark: (mark.start, mark.end, mark.name)))


def own_marks(case: Case) -> list[Mark]:
    """The start, the periods of putting it in place, and those by which the place was chosen."""
    setting = case.setting
    what = case.initiative.name if case.noun == "event" else "Initiative"
    marks = [Mark(f"{what} starts", setting.start, setting.start, "step")]
    begun = "Coming into force" if case.noun == "event" else "Put in place"
    if setting.implementation:
        marks.append(Mark(begun, setting.implementation.start, setting.implementation.end, "pulse"))
    if setting.chosen_on:
        marks.append(Mark("Chosen by these", setting.chosen_on.start, setting.chosen_on.end, "pulse"))
    return marks
