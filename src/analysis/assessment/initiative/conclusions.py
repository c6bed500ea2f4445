"""What may and what may not be concluded, and what to learn for the next time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.assessment.context import information
from analysis.assessment.initiative.absorbed import absorbed, raw_counts
from analysis.assessment.initiative.agreement import sounder
from analysis.assessment.initiative.disclosed import hidden
from analysis.assessment.initiative.found import answer_frame, answer_sentences, is_answered, subject
from analysis.assessment.initiative.published import published_effects
from analysis.assessment.initiative.verdicts import WORDS
from analysis.blocks import Bullets, Heading, Paragraph, text
from analysis.cannot_say import said
from analysis.evaluation.designs import DESIGNS
from analysis.prose import LEVEL_WORDS, spread

if TYPE_CHECKING:
    from analysis.assessment.initiative.case import Case
    from analysis.blocks import Block
    from analysis.disclosure import Row

NEXT: Final = {
    "initiative": "For whoever plans the next one:",
    "event": "For the figures of the next such event:",
}
UNTOUCHED: Final = "could not be touched"


def conclusions(case: Case) -> list[Block]:
    """Two lists, and the rule by which the plan says to decide."""
    blocks: list[Block] = [
        Heading(level=2, text="What may be concluded", id=case.slug("may")),
        _bullets(may(case)),
        Heading(level=2, text="What may not be concluded", id=case.slug("may-not")),
        _bullets(may_not(case)),
    ]
    if limits := case.evaluation.limits:
        blocks += [Paragraph(spans=text("Limits that the plan itself names:")), _bullets(list(limits))]
    if rule := case.evaluation.decision_rule:
        blocks += [
            information(rule, title="What the plan says is to be decided, and how"),
            Paragraph(spans=text(to_hold_against(case))),
        ]
    return blocks


def to_hold_against(case: Case) -> str:
    """The result as a decision rule asks for it; which branch it leads to is for whoever decides to read."""
    rows = _verdict_rows(case)
    touched = [words for part, words in rows if part != UNTOUCHED]
    untouched = [words for part, words in rows if part == UNTOUCHED]
    beside = f" Of what the initiative could not touch: {'; '.join(untouched)}." if untouched else ""
    return (
        f"The result to hold against it: {'; '.join(touched)}.{beside} A rule in words cannot be applied by rote, so "
        "no branch of it is chosen here."
    )


def _verdict_rows(case: Case) -> list[tuple[str, str]]:
    """Of the primary outcome and of what could not be touched: part in the plan, and the answer in words."""
    found = [each for each in case.by_outcome if each[0] in ("primary outcome", UNTOUCHED)]
    frame = published_effects(
        case, [(numbers.sentence_case(setting.outcome), setting, effect, {}) for _, setting, effect in found]
    )
    return [(part, _verdict_words(row)) for (part, *_), row in zip(found, frame, strict=True)]


def _verdict_words(row: Row) -> str:
    name, percent = row.words("name")[:1].lower() + row.words("name")[1:], row.number("change")
    if not row["verdict"].known or percent is None:
        return f"{name}, cannot say ({row['verdict'].note})" if row["verdict"].note else f"{name}, cannot say"
    low, high = row.number("change_low"), row.number("change_high")
    limits = f" ({LEVEL_WORDS}: {spread(low, high)})" if low is not None and high is not None else ""
    verdict = row.words("verdict")
    return f"{name}, {WORDS.get(verdict, verdict)}, {numbers.percent(percent, signed=True)}{limits}"


def lessons(case: Case) -> list[Block]:
    """What failed or was not there, and what would settle the question."""
    return [
        Paragraph(spans=text(NEXT[case.noun])),
        _bullets([*_not_there(case), *_settle(case)]),
    ]


def may(case: Case) -> list[str]:
    """What the figures bear, no more strongly than the grade allows."""
    if not is_answered(case):
        reason = answer_frame(case).rows[0]["verdict"].note
        first = " ".join(each for each in (absorbed(case), raw_counts(case)) if each)
        return [
            *([first] if first else []),
            f"That these figures cannot say whether {subject(case)} made a difference to {case.what}: {reason}.",
            f"What was counted in {case.place}, and when.",
        ]
    found = [" ".join(answer_sentences(case)), *sounder(case)]
    if case.noun == "initiative":
        found.append(f"This is said of {case.place} in {case.after_text} and of {case.what}, and of nothing else.")
    return found


def may_not(case: Case) -> list[str]:
    """What a reader may be tempted to conclude and cannot."""
    verdict = answer_frame(case).rows[0].words("verdict")
    found = []
    if not is_answered(case):
        found.append("That nothing happened: a question that cannot be answered has not been answered with no.")
        found.append("That a rise or a fall in the counts was its effect.")
    elif verdict in ("fewer", "more"):
        found.append("That it would come out alike elsewhere, or at another time.")
        found.append("That any one part of what was done did it.")
    else:
        found.append("That it did nothing: an effect too small to be seen here would look just the same.")
        found.append("That it worked: a difference of this size can come about by chance.")
    if case.setting.buffer is None and case.noun == "initiative":
        found.append("That nothing was moved elsewhere: no place to which it might have gone was watched.")
    return found


def _not_there(case: Case) -> list[str]:
    asked = case.asked
    found = [
        f"{check.title}: this check failed. {check.question}" for check, answer in asked.checks
        if said(answer) and answer.outcome == "failed"
    ]  # fmt: skip
    if case.evaluation.plan is None and case.noun == "initiative":
        found.append("Fix the plan before the figures are looked at; here none was fixed.")
    return found


def _settle(case: Case) -> list[str]:
    """What would settle it: comparators, a longer time before, smaller areas, counts of what was done."""
    declared, setting = case.evaluation, case.setting
    found: list[str] = []
    if case.noun == "event":
        return [
            *found,
            "Keep the whole run of months: with two years before, their course could at least be described.",
            "What befalls every place at once has nothing to be compared with, however good the figures are.",
        ]
    if not setting.comparators:
        found.append("Name places where it does not run before it starts, and keep it out of them.")
    if setting.buffer is None:
        found.append("Name the streets around it, to which it might move, and count them too.")
    if setting.freq == "Y-MAR":
        found.append(
            f"Monthly counts of the places in which it ran: {numbers.plural(len(setting.after), 'year')} of a whole "
            "council is a blunt measure of work in some of its streets."
        )
    if not declared.logic.outputs:
        found.append("Count what was done: without that, a lack of effect cannot be told from a lack of doing.")
    if isinstance(declared.cost.amount, str):
        found.append("Keep what it costs, so that its worth can be worked out.")
    if not hidden(case, setting) and len(found) < 2 and len(DESIGNS):
        found.append("Give it to places by lot where there are more that want it than can have it at once.")
    return found


def _bullets(lines: list[str]) -> Bullets:
    return Bullets(items=tuple(text(numbers.sentence_case(line)) for line in lines))
