"""In short: what was tried, what happened, compared with what, how sure, and the grade."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import numbers
from analysis.assessment.context import caution
from analysis.assessment.initiative.comparison import raw_sentence
from analysis.assessment.initiative.found import answer_frame, answer_sentences, checks_words, is_answered, is_wider
from analysis.blocks import KeyFigure, Paragraph, ref, strong, text
from analysis.cannot_say import said
from analysis.exhibits import key_figures, signed_percent
from analysis.params.plan import plan_state
from analysis.prose import spread

if TYPE_CHECKING:
    from analysis.assessment.initiative.case import Case
    from analysis.blocks import Block, Ref, Text

NO_PLAN = {
    "fixed": "",
    "changed since": "The plan was changed after it was fixed, so all of this is exploratory.",
    "not fixed": "No plan was fixed beforehand, so all of this is exploratory.",
}


def answer(case: Case) -> list[Block]:
    """One paragraph, the figures it rests on, and what they cannot say."""
    blocks: list[Block] = [Paragraph(spans=text(*_spans(case)))]
    if is_answered(case):
        blocks.append(key_figures(*_figures(case)))
    if case.evaluation.limits:
        blocks.append(caution(case.evaluation.limits[0], title="What this cannot say"))
    return blocks


def _spans(case: Case) -> list[str | Text | Ref]:
    asked = case.asked
    tried = "What happened there. " if case.noun == "event" else "What was tried. "
    spans: list[str | Text | Ref] = [
        strong(tried), f"{_stop(case.initiative.activity)} ",
        strong("What the figures show. "), f"{' '.join([*answer_sentences(case), *_raw(case)])} ",
        strong("Compared with what. "), f"{_compared(case)} ",
        strong("How sure. "), f"{_sure(case)} See ", _see(case), ". ",
        strong("Grade of evidence. "), _grade(case),
    ]  # fmt: skip
    state = NO_PLAN[plan_state(case.evaluation)]
    return [*spans, f" {state}"] if state and said(asked.effect) else spans


def _raw(case: Case) -> list[str]:
    """The count itself, which everybody sees first; it is no effect."""
    raw = raw_sentence(case) if is_answered(case) else ""
    return [raw] if raw else []


def _compared(case: Case) -> str:
    asked = case.asked
    lead = f"The plan asks for this design: {asked.design.title.lower()}. It sets what was counted against"
    if not said(asked.effect):
        lead = (
            f"The plan asks for this design: {asked.design.title.lower()}. It would have set what was counted against"
        )
    return f"{lead} {asked.design.against}."


def _sure(case: Case) -> str:
    asked = case.asked
    power = asked.power
    sees = (
        f"A fall of {numbers.percent(min(power.detectable_fall, 100.0), 0)} or more would be seen four times in five"
        if said(power)
        else f"We cannot say how large an effect could have been seen: {power.reason}"
    )
    if is_wider(case):
        sees = (
            f"By the figures before, {sees[:1].lower()}{sees[1:]}; the interval came out wider, so less could be seen"
        )
    if not said(asked.effect):
        return f"{sees}." if said(power) else "No effect was worked out, so there is none to be sure of."
    return f"{sees}. Of the checks, {checks_words(asked)}."


def _see(case: Case) -> Ref:
    checked = is_answered(case) and case.asked.checks and not case.brief
    return ref(case.slug("checks" if checked else "course"))


def _grade(case: Case) -> str:
    grade = case.asked.grade
    if not said(grade):
        return "None, as there is no effect to weigh." if not is_answered(case) else f"None: {grade.reason}."
    lowered = "" if grade.level == grade.designed else f", lowered from {grade.designed} by what the checks found"
    return f"Level {grade.level} of 5 on the Maryland scale{lowered}."


def _figures(case: Case) -> list[KeyFigure]:
    row, see = answer_frame(case).rows[0], case.slug("course" if case.brief else "effect")
    change, low, high = (row.number(name) for name in ("change", "change_low", "change_high"))
    interval = f"95% interval: {spread(low, high)}" if low is not None and high is not None else row["change_low"].note
    grade = case.asked.grade
    made = [
        KeyFigure(label=f"Counted in {case.after_text}", value=numbers.count(row.number("observed") or 0), ref=see),
        KeyFigure(label="Expected without it", value=numbers.count(row.number("expected") or 0), ref=see),
    ]
    if change is not None:
        made.append(KeyFigure(label="Difference", value=signed_percent(change), detail=interval, ref=see))
    if said(grade):
        detail = f"designed for {grade.designed}"
        made.append(KeyFigure(label="Maryland level, of 5", value=str(grade.level), detail=detail, ref=see))
    return made


def _stop(words: str) -> str:
    return words if words.endswith(".") else f"{words}."
