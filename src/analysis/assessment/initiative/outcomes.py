"""What else it was to change, and what it could not touch, by the same design; all of them allowed for together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import exhibits, numbers
from analysis.assessment.initiative.published import published_effects
from analysis.assessment.wording import how_many
from analysis.blocks import Heading, Paragraph, ref, text
from analysis.cannot_say import CannotSay, said
from analysis.evaluation.combine import combine
from analysis.exhibits import Field
from analysis.measures import discoveries
from analysis.prose import cannot_say_note

if TYPE_CHECKING:
    from analysis.assessment.initiative.case import Case
    from analysis.blocks import Block
    from analysis.evaluation.effect import Effect
    from analysis.evaluation.setting import Setting

BESIDE = (Field("part", "Part it plays"), Field("stands", "Stands when all are allowed for"))
TOGETHER = (
    "Stands when all are allowed for: among the outcomes it was to change, at a false discovery rate of 5% (Benjamini "
    "and Hochberg)."
)


def outcomes(case: Case) -> list[Block]:
    """One chart of every outcome; no block where the plan names only one thing to count."""
    found = case.by_outcome
    if len(found) < 2:
        return []
    heading = Heading(level=2, text="Every outcome together", id=case.slug("every-outcome"))
    stands = standing(found)
    frame = published_effects(
        case,
        [
            (
                numbers.sentence_case(setting.outcome),
                setting,
                effect,
                {"part": part, "stands": stands[n], "picked": "no" if n else "yes"},
            )
            for n, (part, setting, effect) in enumerate(found)
        ],
    )
    clear = [row.words("name") for row in frame if row.words("verdict") in ("fewer", "more")]
    headline = f"Clear differences in {how_many(len(clear))} of {numbers.plural(len(found), 'thing')} counted"
    caption = case.caption(
        "outcomes", headline, f"Every outcome in {case.place}, {case.after_text}, by the design asked for",
        notes=(TOGETHER,),
    )  # fmt: skip
    shown = exhibits.effects(frame, caption, picked="the primary outcome", beside=BESIDE, first="What is counted")
    if isinstance(shown, CannotSay):
        return [heading, cannot_say_note(shown, "what else changed")]
    lead = text(
        "Whoever counts many things will find something. ", ref(case.slug("outcomes")), " has all that the plan "
        "names: what it was to change, and what it could not touch, where a clear difference would speak against it.",
    )  # fmt: skip
    return [heading, Paragraph(spans=lead), shown, *_together(case)]


def standing(found: list[tuple[str, Setting, Effect | CannotSay]]) -> list[str]:
    """For each thing counted whether its difference stands when all outcomes are allowed for."""
    ps = [
        effect.p if said(effect) and effect.p == effect.p and "outcome" in part else None for part, _, effect in found
    ]
    known = [p for p in ps if p is not None]
    marked = iter(discoveries(known))
    words = []
    for p, (_, _, effect) in zip(ps, found, strict=True):
        kept = next(marked) if p is not None else False
        clear = said(effect) and effect.verdict in ("fewer", "more")
        words.append("not asked" if p is None else "yes" if kept and clear else "no")
    return words


def _together(case: Case) -> list[Block]:
    """Outcomes combined by random effects, where two or more of them have an effect with its error."""
    effects = {s.outcome: e for part, s, e in case.by_outcome if "outcome" in part and said(e)}
    if len(effects) < 2 or case.any_hidden:
        return []
    found = combine(effects)
    if isinstance(found, CannotSay):
        return [cannot_say_note(found, "what the outcomes show together")]
    percents = [100 * (each - 1) for each in (found.ratio, found.low, found.high)]
    size, low, high = (numbers.percent(each, signed=True) for each in percents)
    words = (
        f"Taken together by random effects, the {numbers.in_words(found.effects)} outcomes it was to change differ "
        f"from what was expected by {size} (95% interval: {low} to {high}). They are counted in the same place and "
        f"{case.periods}, so they are no independent witnesses."
    )
    return [Paragraph(spans=text(words))]
