"""Every design put to the same question, so that none can be picked for its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import exhibits, numbers
from analysis.assessment.initiative.agreement import agreement, counts_both, failed_words
from analysis.assessment.initiative.found import checks_words, level_words, outcome_count
from analysis.assessment.initiative.plan import EXPLORATORY, PLANNED, is_planned
from analysis.assessment.initiative.published import published_effects
from analysis.assessment.initiative.verdicts import WORDS, told
from analysis.assessment.initiative.windows import own_window
from analysis.assessment.wording import how_many
from analysis.blocks import Bullets, Heading, Paragraph, ref, text
from analysis.cannot_say import CannotSay, said
from analysis.exhibits import Field, exhibit
from analysis.prose import cannot_say_note

if TYPE_CHECKING:
    from analysis.assessment.initiative.case import Case
    from analysis.blocks import Block
    from analysis.disclosure import Published
    from analysis.evaluation.evaluate import DesignResult

BESIDE = (
    Field("against", "Set against"), Field("window", "Time before"), Field("level", "Maryland level"),
    Field("checks", "Checks"),
    Field("status", "Plan"),
)  # fmt: skip


def all_results(case: Case) -> list[DesignResult]:
    """The design asked for, then all others."""
    return [case.asked, *case.evaluated.others]


def designs_frame(case: Case) -> Published:
    """One row a design."""
    planned = is_planned(case)
    return published_effects(
        case,
        [
            (each.design.title, case.setting, each.effect, _more(case, each, asked=not n, planned=planned))
            for n, each in enumerate(all_results(case))
        ],
    )


def designs(case: Case) -> list[Block]:
    """One chart of all designs, the one asked for picked out; those that refuse with their reasons."""
    heading = Heading(level=2, text="The same question asked in other ways", id=case.slug("other-designs"))
    frame = designs_frame(case)
    caption = case.caption("designs", _headline(frame), _subtitle(case), notes=_both(case))
    shown = exhibits.effects(frame, caption, picked="the design asked for", beside=BESIDE, first="Design")
    status = "the others are exploratory" if is_planned(case) else "all of it is exploratory, for no plan stands fixed"
    if isinstance(shown, CannotSay):
        return [heading, cannot_say_note(shown, "what any other design finds"), *_refusals(case)]
    lead = text(
        "Each design takes another view of what would have been. The plan names one; ", status, ". ",
        ref(case.slug("designs")), " shows them all; ", ref(case.slug("standing")), " has what each used and how it "
        "stood up to its checks.",
    )  # fmt: skip
    return [heading, Paragraph(spans=lead), *_agreement(case), shown, _standing(case), *_refusals(case)]


def _agreement(case: Case) -> list[Block]:
    lines = agreement(case)
    if not lines:
        return []
    return [Paragraph(spans=text(lines[0])), *([Bullets(items=tuple(map(text, lines[1:])))] if lines[1:] else [])]


def _standing(case: Case) -> Block:
    """What each design that answers used, reached and failed: what a reader weighs them by."""
    results = [each for each in all_results(case) if said(each.effect)]
    rows = [
        {
            "design": each.design.title, "window": own_window(case, each.design.name),
            "level": level_words(each), "failed": failed_words(each), "verdict": WORDS.get(_said(each), ""),
        }
        for each in results
    ]  # fmt: skip
    fields = [
        Field("design", "Design"), Field("window", "Time before that it uses"), Field("level", "Maryland level"),
        Field("failed", "Failed checks"), Field("verdict", "What it finds"),
    ]  # fmt: skip
    clean = sum(bool(each.checks) and not outcome_count(each, "failed") for each in results)
    caption = case.caption(
        "standing", f"Of {numbers.plural(len(results), 'design')} that {'answers' if len(results) == 1 else 'answer'}, "
        f"{how_many(clean)} {'has' if clean == 1 else 'have'} no failed check",
        f"What each design used and how it stood up, {case.what} in {case.place}",
        notes=(f"As the plan: {case.before_text}.", *_both(case)),
    )  # fmt: skip
    return exhibit(case.context.declared(rows, key=["design"]), caption, fields)


def _said(result: DesignResult) -> str:
    return result.effect.verdict if said(result.effect) else ""


def _both(case: Case) -> list[str]:
    both = any(counts_both(case, each) for each in all_results(case))
    return ["Next door included: the place and next door counted together, so no effect in the place alone."] * both


def _more(case: Case, result: DesignResult, *, asked: bool, planned: bool) -> dict[str, object]:
    return {
        "against": result.design.against,
        "window": own_window(case, result.design.name) if said(result.effect) else "none used",
        "level": level_words(result),
        "checks": checks_words(result) if said(result.effect) and result.checks else "none run",
        "failed": str(outcome_count(result, "failed")),
        "status": PLANNED if asked and planned else EXPLORATORY,
        "picked": "yes" if asked else "no",
    }


def _headline(frame: Published) -> str:
    """How many designs say what."""
    found = [row.words("verdict") for row in frame if row["verdict"].known]
    if not found:
        return "No design can say"
    return f"Of {numbers.plural(len(frame), 'design')}, {told(found, len(frame) - len(found))}"


def _subtitle(case: Case) -> str:
    what = numbers.sentence_case(case.what)
    return f"{what} in {case.place}, {case.after_text}: difference from what each design expected"


def _refusals(case: Case) -> list[Block]:
    refused = [(each.design.title, each.effect.reason) for each in all_results(case) if not said(each.effect)]
    if not refused:
        return []
    return [
        Paragraph(spans=text("These cannot be run on these figures, and why:")),
        Bullets(items=tuple(text(f"{title}: {reason}.") for title, reason in refused)),
    ]
