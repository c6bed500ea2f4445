"""The indicators: what is counted, when and where, and what is left out of the comparison: the fourth step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis import numbers
from analysis.assessment.initiative.neighbours import left_out
from analysis.blocks import Bullets, Definition, Definitions, Heading, Paragraph, ref, text
from analysis.exhibits import Field, exhibit

if TYPE_CHECKING:
    from analysis.assessment.initiative.case import Case
    from analysis.blocks import Block
    from analysis.measures import Window
    from analysis.params.evaluation import Measure


def indicators(case: Case) -> list[Block]:
    """The outcomes, the periods and the places, and what is left out."""
    return [
        *_measures(case),
        Heading(level=2, text="When and where", id=case.slug("when-and-where")),
        Definitions(items=tuple(Definition(term=t, spans=text(w)) for t, w in _windows(case).items())),
        *_left_out(case),
    ]


def _measures(case: Case) -> list[Block]:
    declared = case.evaluation
    rows = [
        *(_row(each, "primary outcome" if not n else "further outcome") for n, each in enumerate(declared.outcomes)),
        *(_row(each, "could not be touched") for each in declared.falsification),
    ]
    fields = [
        Field("name", "What is counted"), Field("part", "Part it plays"), Field("wanted", "Hoped for"),
        Field("categories", "Categories of the source"),
    ]  # fmt: skip
    primary = case.what
    caption = case.caption(
        "indicators", f"{numbers.sentence_case(primary)} decides; the rest is set beside it"
        if len(rows) > 1 else f"{numbers.sentence_case(primary)} is all that is counted",
        "Outcomes of the evaluation, and what the work could not touch" if declared.falsification
        else "Outcomes of the evaluation",
        source="Source: the plan of this evaluation.",
    )  # fmt: skip
    tested = (
        " What the work could not touch is counted too: if that changes alike, something else was at work."
        if declared.falsification
        else ""
    )
    lead = text(f"The plan names one primary outcome, {primary} (", ref(case.slug("indicators")), f").{tested}")
    return [Paragraph(spans=lead), exhibit(case.context.declared(rows, key=["id"]), caption, fields)]


def _row(each: Measure, part: str) -> dict[str, Any]:
    hoped = {"lower": "a fall", "higher": "a rise", "ambiguous": "neither: a change could mean either"}[each.direction]
    return {
        "id": each.id, "name": numbers.sentence_case(each.name), "part": part,
        "wanted": hoped if part != "could not be touched" else "no change",
        "categories": numbers.listed(list(each.categories)),
    }  # fmt: skip


def _windows(case: Case) -> dict[str, str]:
    setting, count = case.setting, case.periods
    unit = count.removesuffix("s")
    known = [len(setting.treated.known(when)) for when in (setting.before, setting.after)]
    begun = "Coming into force" if case.noun == "event" else "Put in place"
    lines = {
        "Before": f"{case.before_text} ({numbers.plural(known[0], unit)} with figures that can be used)",
        begun: _named(setting.implementation),
        "After": f"{case.after_text} ({numbers.plural(known[1], unit)} with figures that can be used)",
        "Treated place": case.place,
        "Compared with": f"{numbers.plural(len(setting.comparators), 'place')} where it did not run"
        if setting.comparators
        else "no place where it did not run",
        "Left out of them": left_out(case),
        "Where it might move to": _moved(case),
        "What that is set against": setting.buffer_control.name if setting.buffer_control else "",
        "Why the place was chosen": case.evaluation.chosen.why,
        "Chosen by high figures": case.evaluation.chosen.by_figures,
        "To be decided by the result": case.evaluation.decision_rule
        or ("" if case.noun == "event" else "nothing was declared"),
    }
    return {term: words for term, words in lines.items() if words}


def _moved(case: Case) -> str:
    """Where it might move to; of an event that is not asked."""
    if case.setting.buffer is not None:
        return case.setting.buffer.name
    return "" if case.noun == "event" else "no such place was declared"


def _left_out(case: Case) -> list[Block]:
    """What the comparison leaves out, and why; nothing where it leaves out nothing."""
    setting, found = case.setting, []
    if setting.chosen_on:
        found.append(
            f"{_named(setting.chosen_on)}: the place was chosen by these figures, and what is picked for being high "
            "falls by itself."
        )
    if setting.implementation:
        how = "it came into force then" if case.noun == "event" else "it was being put in place"
        many = len(setting.implementation.periods)
        these = f"these {case.periods} belong" if many > 1 else f"this {case.periods.removesuffix('s')} belongs"
        found.append(f"{_named(setting.implementation)}: {how}, so {these} to neither side.")
    pulse = setting.pulse[(setting.pulse >= case.drawn(setting)[0]) & (setting.pulse <= setting.end)]
    if len(pulse):
        names = numbers.listed([each.name for each in setting.breaks if each.kind == "pulse"])
        found.append(f"{numbers.span(pulse[0], pulse[-1])}: {names}.")
    held = setting.treated.known(pd.PeriodIndex(setting.treated.series.index))
    if len(setting.before) and len(held) and held[0] < setting.before[0]:
        found.append(f"Everything before {numbers.month(setting.before[0])}: {_why_from(case)}.")
    if not found:
        return []
    return [
        Paragraph(spans=text("Left out of the comparison:")),
        Bullets(items=tuple(text(numbers.sentence_case(line)) for line in found)),
    ]


def _why_from(case: Case) -> str:
    """Why the time before starts where it does: recording changed, or the plan says so."""
    setting = case.setting
    earlier = [
        each
        for each in setting.breaks
        if each.kind == "step" and pd.Period(each.start, "M") < setting.start.start_time.to_period("M")
    ]
    step = max(earlier, key=lambda each: each.end, default=None)
    if step is not None and pd.Period(step.end, "M").asfreq(setting.freq) == setting.before[0]:
        return f"recording changed then ({step.name})"
    return "the plan starts there"


def _named(window: Window | None) -> str:
    return numbers.span(window.start, window.end) if window else ""
