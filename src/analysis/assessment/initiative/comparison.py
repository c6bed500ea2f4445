"""What the place is compared with: every place's own counts, before and after, and their courses side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analysis import exhibits, numbers
from analysis.assessment.context import caution
from analysis.assessment.initiative.course_marks import own_marks
from analysis.assessment.initiative.disclosed import hidden
from analysis.assessment.initiative.neighbours import left_out, neighbours
from analysis.assessment.initiative.published import published_places
from analysis.assessment.initiative.windows import WHOLE, own_window
from analysis.assessment.wording import how_many
from analysis.blocks import Heading, Paragraph, ref, text
from analysis.cannot_say import said
from analysis.disclosure import publish
from analysis.evaluation.designs.before_after import before_after
from analysis.exhibits import Field, exhibit

if TYPE_CHECKING:
    from analysis.assessment.initiative.case import Case
    from analysis.blocks import Block
    from analysis.evaluation.setting import Setting

RAW = (
    "Change: in the count a period, of two numbers and without an interval; it allows for nothing and is no effect.",
    "Totals are over the periods that have a count; a period without one is not a zero.",
    "Residents: the mid-year estimate held that is nearest to the start.",
)


def comparison(case: Case) -> list[Block]:
    """The places with their counts; a warning where there is none to compare with."""
    setting, design = case.setting, case.asked.design
    blocks: list[Block] = [Heading(level=2, text="What it is compared with", id=case.slug("compared-with"))]
    words = f"The design asked for sets what was counted against {design.against.rstrip('.')}."
    blocks.append(Paragraph(spans=text(" ".join(each for each in (words, left_out(case)) if each))))
    if not setting.comparators:
        blocks.append(
            caution(
                "No place where it did not run is declared, so whatever else changed at the same time cannot be told "
                "apart from it.", title="Nothing to compare with",
            )
        )  # fmt: skip
    return [*blocks, *_places(case, setting), *_side_by_side(case, setting)]


def _places(case: Case, setting: Setting) -> list[Block]:
    unit = case.periods.removesuffix("s")
    fields = [
        Field("place", "Place"), Field("role", "Part it plays"), Field("areas", "Areas", numbers.count),
        Field("people", "Residents", numbers.count), Field("before", "Before", numbers.count),
        Field("after", "After", numbers.count), Field("rate_before", f"Before, a {unit}", numbers.decimal),
        Field("rate_after", f"After, a {unit}", numbers.decimal),
        Field("change", "Change", exhibits.signed_percent, reliability=True),
    ]  # fmt: skip
    frame = published_places(case, setting)
    if not any(row["before"].known or row["after"].known for row in frame):
        why = frame.rows[0]["before"].note
        words = f"No place has a whole count before and after, so there is no table of them: {why}."
        return [Paragraph(spans=text(words))]
    if not any(row["people"].known for row in frame):
        fields = [each for each in fields if each.key != "people"]
    fell = sum((row.number("change") or 0) < 0 for row in frame if row.words("role") == "compared with")
    known = sum(row["change"].known for row in frame if row.words("role") == "compared with")
    headline = (
        f"The count fell in {how_many(fell)} of {numbers.plural(known, 'place')} where it did not run"
        if known
        else f"What was counted in {case.place} before and after"
    )
    caption = case.caption(
        "places", headline,
        f"{numbers.sentence_case(case.what)} by place, {case.before_text} and {case.after_text}",
        notes=(*RAW, *_own_window(case), *_not_here(case)),
    )  # fmt: skip
    lead = text("The counts themselves, before any design is put to them, are in ", ref(case.slug("places")), ".")
    return [Paragraph(spans=lead), exhibit(frame, caption, fields)]


def _own_window(case: Case) -> list[str]:
    """Why a design of before and after alone has another percentage than this table: it uses fewer periods before."""
    window, found = own_window(case, "before-after"), before_after(case.setting)
    if window == WHOLE or not said(found) or hidden(case, case.setting):
        return []
    return [
        f"Designs of as many {case.periods} before as after use {window} alone, over which the change in {case.place} "
        f"is {numbers.percent(found.percent, signed=True)}."
    ]


def _not_here(case: Case) -> list[str]:
    """Who is not in the table for bordering the place."""
    names = neighbours(case)
    return [f"Not here, for bordering {case.place}: {numbers.listed(names)}."] if names else []


def raw_sentence(case: Case) -> str:
    """The count itself before and after, and in how many other places it fell as well; empty where not known."""
    rows = published_places(case, case.setting).rows
    own, others = rows[0], [row for row in rows if row.words("role") == "compared with" and row["change"].known]
    before, after = (own.number(name) for name in ("rate_before", "rate_after"))
    if before is None or after is None:
        return ""
    unit = case.periods.removesuffix("s")
    went = f"By itself the count went from {numbers.count(before)} to {numbers.count(after)} a {unit}"
    if not others:
        return f"{went}, with nothing to set that against."
    way = "fell" if after < before else "rose"
    alike = sum((row.number("change") or 0) * (after - before) > 0 for row in others)
    if alike == len(others) > 1:
        return f"{went}; it {way} in all {numbers.count(len(others))} other places too."
    return f"{went}; it {way} in {how_many(alike)} of {numbers.plural(len(others), 'other place')} too."


def _side_by_side(case: Case, setting: Setting) -> list[Block]:
    """The treated place and the others together, each as a share of its own level before; open data only."""
    if not setting.comparators or case.decision is not None or not len(setting.before):
        return []
    treated = setting.treated.series
    others = sum((each.series for each in setting.comparators[1:]), setting.comparators[0].series)
    beside = (
        f"The {len(setting.comparators)} other places" if len(setting.comparators) > 1 else setting.comparators[0].name
    )
    rows = [
        {"name": name, "month": when, "index": 100 * float(value) / level}
        for name, series in ((case.place, treated), (beside, others))
        if (level := float(series.reindex(setting.before).mean()))
        for when, value in series[series.index <= setting.end].items()
        if pd.notna(value)
    ]
    if len({row["name"] for row in rows}) < 2:
        return []
    subtitle = (
        f"{numbers.sentence_case(case.what)}, each as a share of its own average in {case.before_text}, in per cent"
    )
    caption = case.caption(
        "side-by-side", f"{case.place} beside the other places, back to where the figures begin", subtitle,
        notes=("Lines stop where recording changed: what lies on the two sides is not counted alike.",),
    )  # fmt: skip
    frame = publish(rows, case.context.rule, key=["name", "month"], plain=["index"])
    shown = exhibits.side_by_side(frame, caption, first=case.place, marks=own_marks(case), breaks=setting.breaks)
    return [shown] if said(shown) else []
