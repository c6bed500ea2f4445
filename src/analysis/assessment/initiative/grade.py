"""The grade of evidence: what the design could have reached, what it reached, and why the two differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis import numbers
from analysis.assessment.initiative.found import NO_ANSWER, answer_frame, is_answered
from analysis.assessment.initiative.value import money
from analysis.blocks import Bullets, Heading, Paragraph, text
from analysis.cannot_say import CannotSay
from analysis.exhibits import Field, exhibit
from analysis.prose import cannot_say_note

if TYPE_CHECKING:
    from analysis.assessment.initiative.case import Case
    from analysis.blocks import Block

LEVELS = {
    1: "a difference between places at one time, or before and after with something amiss",
    2: "before and after, with nothing to compare with",
    3: "before and after, in the treated place and in places to compare with",
    4: "many places with and without it, other differences allowed for",
    5: "places given it by lot",
}
"""The Maryland Scientific Methods Scale (Sherman and others 1997), in plain words."""


def grade(case: Case) -> list[Block]:
    """Level designed and reached with the reasons, and for an initiative the evidence under the EMMIE headings."""
    heading = Heading(level=2, text="Strength of evidence", id=case.slug("strength"))
    return [heading, *_level(case), *([] if case.noun == "event" else _emmie(case))]


def _level(case: Case) -> list[Block]:
    found = case.asked.grade
    if isinstance(found, CannotSay) or not is_answered(case):
        # Why there is no effect has been said; what is described only has a reason of its own.
        reason = found if isinstance(found, CannotSay) and is_answered(case) else NO_ANSWER
        return [cannot_say_note(reason, "how strong the evidence is")]
    words = (
        f"The design could reach level {found.designed} of 5 on the Maryland scale ({LEVELS.get(found.designed, '')}). "
        f"What was done reaches level {found.level}: {LEVELS.get(found.level, 'no level at all')}."
    )
    if answer_frame(case).rows[0].words("verdict") == "no clear difference":
        words += " That is how strong the design is; what it found is no clear difference."
    blocks: list[Block] = [Paragraph(spans=text(words))]
    if found.reasons:
        blocks += [
            Paragraph(spans=text("Why it is not higher:")),
            Bullets(items=tuple(text(each) for each in found.reasons)),
        ]
    if found.untested:
        blocks.append(
            Paragraph(
                spans=text(
                    f"Checks that might have lowered it and could not be run: {numbers.listed(list(found.untested))}."
                )
            )
        )
    return blocks


def _economics(case: Case, words: str) -> str:
    """What it is worth in the pounds of the table on cost and benefit, which are rounded alike everywhere."""
    found = case.worth
    if isinstance(found, CannotSay):
        return words
    range_ = f"{money(found.benefit_low)} to {money(found.benefit_high)}"
    lead = f"Were the whole difference its doing, {range_} in prices of {found.price_year}; minus is a loss."
    if isinstance(found.ratio, CannotSay):
        return f"{lead} It cannot be set against the cost: {found.ratio.reason}."
    low, high = (numbers.decimal(each, 2) for each in (found.ratio.low, found.ratio.high))
    return f"{lead} For each pound spent that is {low} to {high} pounds."


def _emmie(case: Case) -> list[Block]:
    rows: list[dict[str, Any]] = [
        {"heading": title, "words": _economics(case, words) if title == "Economics" else words}
        for title, words in case.emmie
    ]
    if not rows:
        return []
    fields = [Field("heading", "Heading"), Field("words", "What is known")]
    caption = case.caption(
        "emmie", "Effect, mechanism, moderators, implementation and economy", "Evidence under the EMMIE headings",
        source="Source: this evaluation and its plan; headings of Johnson, Tilley and Bowers (2015).",
    )  # fmt: skip
    return [exhibit(case.context.declared(rows, key=["heading"]), caption, fields)]
