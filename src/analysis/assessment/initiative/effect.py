"""The effect by the design that the plan asks for, its course, and what must stand beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import exhibits, numbers
from analysis.assessment.context import caution, information
from analysis.assessment.initiative.absorbed import absorbed, raw_counts
from analysis.assessment.initiative.certainty import certainty
from analysis.assessment.initiative.course_marks import course_marks
from analysis.assessment.initiative.found import (
    answer_frame,
    answer_sentences,
    check_of,
    is_answered,
    is_wider,
    subject,
)
from analysis.assessment.initiative.published import published_course
from analysis.blocks import Heading, Paragraph, ref, text
from analysis.cannot_say import CannotSay, said
from analysis.exhibits import Field, exhibit, probability
from analysis.prose import LEVEL_WORDS, cannot_say_note, spread

if TYPE_CHECKING:
    from analysis.assessment.initiative.case import Case
    from analysis.blocks import Block, Ref

COLUMNS: Final = (
    Field("name", "Design"), Field("before", "Counted before", numbers.count),
    Field("observed", "Counted after", numbers.count), Field("expected", "Expected after", numbers.count),
    Field("change", "Difference", exhibits.signed_percent, reliability=True),
    Field("change_low", "95% interval", exhibits.signed_percent, to="change_high"),
    Field("difference", "In number", lambda n: numbers.count(n, signed=True)),
    Field("difference_low", "95% interval", lambda n: numbers.count(n, signed=True), to="difference_high"),
    Field("p", "p", probability), Field("verdict", "What it shows"),
)  # fmt: skip
BESIDE: Final = ("catching-up", "recording-break")
"""Checks whose words stand beside the effect and not only in the table of checks."""


def effect(case: Case) -> list[Block]:
    """What was found, or why it cannot be said; the course of the counts either way."""
    blocks: list[Block] = [Heading(level=2, text="The effect", id=case.slug("the-effect"))]
    blocks += _answered(case) if is_answered(case) else _refused(case)
    return blocks


def _answered(case: Case) -> list[Block]:
    asked = case.asked
    lead = text(f"{' '.join(answer_sentences(case))} See ", ref(case.slug("effect")), ".")
    remarks = asked.effect.remarks if said(asked.effect) else ()
    caption = case.caption(
        "effect",
        effect_headline(case),
        f"{numbers.sentence_case(case.what)} in {case.place}, {case.before_text} and {case.after_text}",
    )
    return [
        Paragraph(spans=lead),
        *(Paragraph(spans=text(_sentence(each))) for each in remarks),
        *_wider(case),
        *_beside(case),
        exhibit(answer_frame(case), caption, COLUMNS),
        *([Paragraph(spans=text(" ".join(sure)))] if (sure := certainty(case)) else []),
        *course_blocks(case),
    ]  # fmt: skip


def _refused(case: Case) -> list[Block]:
    """The refusal is the finding: it stands first, and the chart shows the counts alone."""
    reason = answer_frame(case).rows[0]["verdict"]
    taken = absorbed(case)
    first = [information(" ".join(each for each in (taken, raw_counts(case)) if each))] if taken else []
    note = cannot_say_note(reason, f"whether {subject(case)} made a difference to {case.what} by the design asked for")
    words = (
        "That is the finding. The chart below shows what was counted and nothing else. It has no line of what would "
        "have been, because the design asked for gives none. A rise or a fall in it is no effect."
    )
    if any(said(each.effect) for each in case.evaluated.others):
        words += (
            " Other designs do give an answer, and it is shown further on; the plan did not ask for them, so it is "
            "exploratory, and to pick one of them now for what it says would undo the plan."
        )
    return [*first, note, Paragraph(spans=text(words)), *course_blocks(case)]


def course_blocks(case: Case) -> list[Block]:
    """The course of the counts, beside what was expected where there is an answer."""
    answered = is_answered(case)
    found = case.asked.effect if answered else CannotSay("no effect", "no-effect")
    headline = (
        effect_headline(case) if answered else f"What was counted in {case.place}, without anything to set it against"
    )
    span = case.drawn(case.setting)
    subtitle = f"{numbers.sentence_case(case.what)} in {case.place}, {numbers.span(span[0], span[-1])}"
    caption = case.caption("course", headline, subtitle, notes=_notes(case) if answered else ())
    shown = exhibits.course(
        published_course(case, case.setting, found), caption, unit=f"Count a {case.periods.removesuffix('s')}",
        marks=course_marks(case), start=case.setting.start,
    )  # fmt: skip
    if isinstance(shown, CannotSay):
        return [cannot_say_note(shown, "how it went on")]
    return [shown]


def _notes(case: Case) -> tuple[str, ...]:
    asked = case.asked
    row = answer_frame(case).rows[0]
    change, low, high = (row.number(name) for name in ("change", "change_low", "change_high"))
    notes = [f"Expected: {asked.design.against}."]
    if low is None or high is None or change is None:
        return tuple(notes)
    size = f"{numbers.percent(change, signed=True)} ({LEVEL_WORDS}: {spread(low, high)})"
    if row.words("verdict") == "no clear difference":
        notes.append(f"The difference over {case.after_text}, {size}, is one that could come about without it.")
    if case.brief and said(asked.grade):
        counted, expected = (numbers.count(row.number(name) or 0) for name in ("observed", "expected"))
        notes.append(
            f"{numbers.sentence_case(case.after_text)}: {counted} counted, {expected} expected, {size}; Maryland level "
            f"{asked.grade.level}."
        )
    return tuple(notes)


def effect_headline(case: Case) -> str:
    """What the design asked for shows, as a headline without a verb of cause."""
    row = answer_frame(case).rows[0]
    verdict, what = row.words("verdict"), case.what
    size = numbers.count(abs(row.number("difference") or 0))
    if verdict == "fewer":
        return f"{numbers.sentence_case(what)} came to {size} fewer than expected"
    if verdict == "more":
        return f"{numbers.sentence_case(what)} came to {size} more than expected"
    if verdict == "described only":
        return f"{numbers.sentence_case(what)} beside what was expected: described only"
    return f"No clear difference in {what} from what was expected"


def _wider(case: Case) -> list[Block]:
    """A warning where the interval is wider than what was said of power before it let expect."""
    if not is_wider(case):
        return []
    words = (
        "The interval is wider than the figures before the start let expect, so less could be seen than was said under "
        "power. The interval is what to go by."
    )
    return [caution(words, title="Less could be seen than expected")]


def _beside(case: Case) -> list[Block]:
    """What must be read with the effect: failed checks in a warning with what they found, the undecided in a line."""
    found: list[Block] = []
    for name in BESIDE:
        answer = check_of(case.asked, name)
        title = next((c.title for c, _ in case.asked.checks if c.name == name), "")
        if said(answer) and answer.outcome == "failed":
            found.append(caution(answer.words, title=title))
        elif said(answer) and answer.outcome == "informative":
            found.append(information(f"{_last(answer.words)} See ", _checks(case), ".", title=title))
    return found


def _last(words: str) -> str:
    """The last sentence, which says what it comes to; the details stand in the table of checks."""
    return _sentence(words.rstrip(".").rsplit(". ", 1)[-1].removeprefix("So, "))


def _checks(case: Case) -> Ref | str:
    return "the checks" if case.brief else ref(case.slug("checks"))


def _sentence(words: str) -> str:
    return numbers.sentence_case(words if words.endswith(".") else f"{words}.")
