"""The effect under each reasonable choice, so that nobody has to take ours on trust."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import exhibits, numbers
from analysis.assessment.initiative.plan import is_planned
from analysis.assessment.initiative.published import published_effects
from analysis.blocks import Heading, Paragraph, ref, text
from analysis.cannot_say import CannotSay
from analysis.exhibits import Field
from analysis.prose import cannot_say_note

if TYPE_CHECKING:
    from analysis.assessment.initiative.case import Case
    from analysis.blocks import Block
    from analysis.disclosure import Published
    from analysis.evaluation.specifications import Specification


def specifications(case: Case) -> list[Block]:
    """One chart of every specification, the planned one picked out; no block where there is none."""
    if not case.evaluated.specifications:
        return []
    heading = Heading(level=2, text="Other reasonable choices", id=case.slug("choices"))
    frame = specifications_frame(case)
    planned = "planned" if is_planned(case) else "asked for"
    caption = case.caption(
        "specifications", _headline(frame),
        f"{numbers.sentence_case(case.what)} in {case.place}, {case.after_text}, under other reasonable choices",
    )  # fmt: skip
    shown = exhibits.effects(
        frame, caption, picked=f"the one {planned}", beside=[Field("design", "Design")], first="Choices",
    )  # fmt: skip
    if isinstance(shown, CannotSay):
        return [heading, cannot_say_note(shown, "whether other choices would have given another answer")]
    lead = text(
        "How long a time before to use, which places to set it against and which months to leave out could each have "
        "been decided otherwise. ", ref(case.slug("specifications")), " has the answer under each; all but "
        f"the one {planned} are exploratory.",
    )  # fmt: skip
    return [heading, Paragraph(spans=lead), shown]


def specifications_frame(case: Case) -> Published:
    """One row a specification, the one asked for first, then by what it finds."""
    ordered = sorted(case.evaluated.specifications, key=_order)
    names = _names(ordered)
    return published_effects(
        case,
        [
            (name, case.setting, each.effect, {"design": each.design.title, "picked": "yes" if each.asked else "no"})
            for name, each in zip(names, ordered, strict=True)
        ],
    )


def _order(each: Specification) -> tuple[bool, bool, float]:
    return (
        not each.asked,
        isinstance(each.effect, CannotSay),
        0.0 if isinstance(each.effect, CannotSay) else each.effect.ratio,
    )


def _names(given: list[Specification]) -> list[str]:
    """What sets each apart: only the choices that differ from those asked for, with the design where that differs."""
    asked = next((each for each in given if each.asked), given[0])
    names = []
    for each in given:
        other = [f"{what}: {how}" for what, how in each.choices.items() if asked.choices.get(what) != how]
        lead = [] if each.design.name == asked.design.name else [each.design.title]
        words = "; ".join([*lead, *other]) or "As asked for"
        names.append(words if words not in names else f"{words} ({numbers.listed(list(each.choices.values()))})")
    return [numbers.sentence_case(name) for name in names]


def _headline(frame: Published) -> str:
    verdicts = [row.words("verdict") for row in frame if row["verdict"].known]
    parts = [
        f"{numbers.in_words(n)} {'finds' if n == 1 else 'find'} {words}"
        for verdict, words in (("fewer", "fewer"), ("more", "more"), ("no clear difference", "no clear difference"))
        if (n := verdicts.count(verdict))
    ]
    return f"Of {numbers.plural(len(frame), 'reasonable choice')}, {numbers.listed(parts) or 'none gives an answer'}"
