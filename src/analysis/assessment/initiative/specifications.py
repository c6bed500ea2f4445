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
    quiet = sum(row.words("drawn") == "no" for row in frame)
    notes = (
        f"Not drawn: {numbers.plural(quiet, 'more choice')}, which the table has." if quiet else "",
        f"Not worked out: {numbers.plural(left, 'more choice')}, of several things at once."
        if (left := case.evaluated.choices_left_out)
        else "",
    )
    caption = case.caption(
        "specifications", _headline(frame),
        f"{numbers.sentence_case(case.what)} in {case.place}, {case.after_text}, under other reasonable choices",
        notes=notes,
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
    """One row a specification, the one asked for first, then by what it finds; ``drawn`` are those of the chart."""
    ordered = sorted(case.evaluated.specifications, key=_order)
    names, kept = _names(ordered, case.asked.design.name), _drawn(ordered, case.asked.design.name)
    return published_effects(
        case,
        [
            (
                name,
                case.setting,
                each.effect,
                {
                    "design": each.design.title,
                    "picked": "yes" if each.asked else "no",
                    "drawn": "yes" if number in kept else "no",
                },
            )
            for number, (name, each) in enumerate(zip(names, ordered, strict=True))
        ],
    )


def _order(each: Specification) -> tuple[bool, bool, float]:
    if isinstance(each.effect, CannotSay):
        return not each.asked, True, 0.0
    return not each.asked, False, each.effect.ratio


def _others(each: Specification) -> list[str]:
    """The choices that differ from those of the plan."""
    return [f"{what}: {how}" for what, how in each.choices.items() if how not in ("all", "as planned")]


def _names(given: list[Specification], asked: str) -> list[str]:
    """What sets each apart: the choices that differ from the plan's, with the design where that differs."""
    names = []
    for each in given:
        lead = [] if each.design.name == asked else [each.design.title]
        names.append(numbers.sentence_case("; ".join([*lead, *_others(each)]) or "As asked for"))
    return names


def _drawn(given: list[Specification], asked: str) -> frozenset[int]:
    """Those of the chart: each choice by the design asked for, others as planned, the ends of leaving one out."""
    alone = [n for n, each in enumerate(given) if len(_others(each)) == 1 and each.design.name == asked]
    without = [n for n in alone if _leaves_one_out(given[n])]
    ends = {without[0], without[-1]} if without else set()
    plain = {
        n
        for n, each in enumerate(given)
        if (each.design.name == asked and len(_others(each)) == 1 and not _leaves_one_out(each)) or not _others(each)
    }
    return frozenset(plain | ends)


def _leaves_one_out(each: Specification) -> bool:
    return any("all but" in how for how in each.choices.values())


def _headline(frame: Published) -> str:
    verdicts = [row.words("verdict") for row in frame if row["verdict"].known]
    parts = [
        f"{numbers.in_words(n)} {'finds' if n == 1 else 'find'} {words}"
        for verdict, words in (("fewer", "fewer"), ("more", "more"), ("no clear difference", "no clear difference"))
        if (n := verdicts.count(verdict))
    ]
    if quiet := len(frame) - len(verdicts):
        parts.append(f"{numbers.in_words(quiet)} cannot say")
    return f"Of {numbers.plural(len(frame), 'reasonable choice')}, {numbers.listed(parts)}"
