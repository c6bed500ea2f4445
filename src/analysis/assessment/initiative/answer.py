"""In short: what was tried, what happened, compared with what, how sure, and the grade."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import numbers
from analysis.assessment.context import caution
from analysis.assessment.initiative.absorbed import absorbed, raw_counts
from analysis.assessment.initiative.agreement import sounder
from analysis.assessment.initiative.certainty import p_and_width
from analysis.assessment.initiative.comparison import raw_sentence
from analysis.assessment.initiative.found import answer_frame, answer_sentences, checks_words, is_answered, is_wider
from analysis.assessment.initiative.neighbours import left_out
from analysis.assessment.initiative.verdicts import verdicts
from analysis.blocks import KeyFigure, ref, text
from analysis.cannot_say import said
from analysis.exhibits import definitions, key_figures, signed_percent
from analysis.params.plan import plan_state
from analysis.prose import spread

if TYPE_CHECKING:
    from analysis.assessment.initiative.case import Case
    from analysis.blocks import Block, Ref, Spans

SCALE = "on the Maryland scale, which ranks designs by how well they rule out other causes"
NO_PLAN = {
    "fixed": "",
    "changed since": "The plan was changed after it was fixed, so all of this is exploratory.",
    "not fixed": "No plan was fixed beforehand, so all of this is exploratory.",
}


def answer(case: Case) -> list[Block]:
    """What was tried, found, compared, how sure and of what grade; the figures it rests on, what they cannot say."""
    blocks: list[Block] = [definitions(_terms(case))]
    if is_answered(case):
        blocks.append(key_figures(*_figures(case)))
    if case.evaluation.limits:
        blocks.append(caution(case.evaluation.limits[0], title="What this cannot say"))
    return blocks


def _terms(case: Case) -> dict[str, str | Spans]:
    state = NO_PLAN[plan_state(case.evaluation)] if said(case.asked.effect) else ""
    return {
        "What happened there" if case.noun == "event" else "What was tried": _stop(case.initiative.activity),
        "What the figures show": " ".join([*_absorbed(case), *answer_sentences(case), *_raw(case)]),
        "Compared with what": _compared(case),
        "How sure": text(f"{_sure(case)} See ", _see(case), "."),
        "Other designs": _others(case),
        "Grade of evidence": " ".join(each for each in (_grade(case), state) if each),
    }


def _others(case: Case) -> str | Spans:
    """How many designs that the plan did not ask for say what; nothing on one page, where they are not worked out."""
    if case.brief or not any(said(each.effect) for each in case.evaluated.others):
        return ""
    told = verdicts([each.effect for each in case.evaluated.others])
    many = numbers.plural(len(case.evaluated.others), "other design")
    lead = f"Of {many}, which the plan did not ask for and which are exploratory, {told}."
    return text(" ".join([lead, *sounder(case), "See "]), ref(case.slug("designs")), ".")


def _absorbed(case: Case) -> list[str]:
    return [each for each in (absorbed(case), raw_counts(case)) if each]


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
    return " ".join(each for each in (f"{lead} {asked.design.against}.", left_out(case)) if each)


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
    return " ".join([f"{sees}.", *p_and_width(case), f"Of the checks, {checks_words(asked)}."])


def _see(case: Case) -> Ref:
    checked = is_answered(case) and case.asked.checks and not case.brief
    return ref(case.slug("checks" if checked else "course"))


def _grade(case: Case) -> str:
    grade = case.asked.grade
    if not said(grade):
        return "None, as there is no effect to weigh." if not is_answered(case) else f"None: {grade.reason}."
    lowered = "" if grade.level == grade.designed else f", lowered from {grade.designed} by what the checks found"
    if grade.level and answer_frame(case).rows[0].words("verdict") == "no clear difference":
        return f"The design is of level {grade.level} of 5 {SCALE}{lowered}; the result is no clear difference."
    return f"Level {grade.level} of 5 {SCALE}{lowered}."


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
        detail = "of the design" if grade.level == grade.designed else f"designed for {grade.designed}"
        where = see if case.brief else case.slug("standing")
        made.append(KeyFigure(label="Maryland level, of 5", value=str(grade.level), detail=detail, ref=where))
    return made


def _stop(words: str) -> str:
    return words if words.endswith(".") else f"{words}."
