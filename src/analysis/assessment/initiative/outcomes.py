"""What else it was to change, and what it could not touch, by the same design; all of them allowed for together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import exhibits, numbers
from analysis.assessment.initiative.published import published_effects
from analysis.blocks import Heading, Paragraph, ref, text
from analysis.cannot_say import CannotSay, said
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
    headline = _headline(len(clear), sum(row["verdict"].known for row in frame), len(found))
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
    return [heading, Paragraph(spans=lead), shown]


def _headline(clear: int, answered: int, counted: int) -> str:
    """Of what can be answered how many differ clearly; and how many cannot say."""
    quiet = f"; {numbers.in_words(counted - answered)} cannot say" if counted > answered else ""
    of = f"the {numbers.plural(answered, 'thing')} counted" + (" that can be answered" if quiet else "")
    if not clear:
        return f"No clear difference in any of {of}{quiet}"
    many = "A clear difference in one" if clear == 1 else f"Clear differences in {numbers.in_words(clear)}"
    return f"{many} of {of}{quiet}"


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
