"""What would be seen if the effect were something else, looked for: every check in words, placebos drawn."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

from analysis import exhibits, numbers
from analysis.assessment.initiative.disclosed import hidden
from analysis.assessment.initiative.found import checks_words
from analysis.blocks import Heading, Paragraph, ref, text
from analysis.cannot_say import CannotSay, said
from analysis.disclosure import publish
from analysis.exhibits import Field, exhibit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analysis.assessment.initiative.case import Case
    from analysis.blocks import Block
    from analysis.disclosure import Published
    from analysis.evaluation.checks.check import Check, CheckResult

EFFECT_ROW: Final = frozenset(("what", "percent", "low", "high", "verdict"))
"""The columns of a check's table whose rows are effects, which are drawn."""
DRAWN: Final = "placebo-"
"""What the names of checks start with whose effects are drawn; of the others the words say enough."""
LEAST: Final = 2
"""Rows from which on a table of effects is drawn."""
NOTHING: Final = (
    "Checks look for what else could explain an effect. The design asked for gave none that may be shown, so there is "
    "nothing to check."
)
CLEAR: Final = {"clearly fewer than expected": "fewer", "clearly more than expected": "more"}


def checks(case: Case) -> list[Block]:
    """The checks of the design asked for: one table in words, then the placebos as charts."""
    asked = case.asked
    heading = Heading(level=2, text="Checks", id=case.slug("the-checks"))
    if not said(asked.effect) or not asked.checks or hidden(case, case.setting):
        return [heading, Paragraph(spans=text(NOTHING))]
    rows = [_row(check, answer) for check, answer in asked.checks]
    fields = [
        Field("check", "Check"), Field("question", "What it asks"), Field("outcome", "Outcome"),
        Field("words", "What it found"),
    ]  # fmt: skip
    caption = case.caption(
        "checks", f"Of {numbers.plural(len(rows), 'check')}, {checks_words(asked)}",
        f"Checks of the design asked for: {asked.design.title.lower()}",
    )  # fmt: skip
    lead = text(
        "Each check looks for something that would be seen if the difference came of something else. A failed one "
        "lowers the grade; one called informative tells something and decides nothing. All are in ",
        ref(case.slug("checks")), ".",
    )  # fmt: skip
    blocks: list[Block] = [heading, Paragraph(spans=lead), exhibit(_plain(case, rows, ["check"]), caption, fields)]
    return [
        *blocks,
        *(shown for check, answer in asked.checks if said(answer) for shown in _drawn(case, check, answer)),
    ]


def _row(check: Check, answer: CheckResult | CannotSay) -> dict[str, Any]:
    outcome, words = (
        (answer.outcome, answer.words)
        if said(answer)
        else ("cannot be run", f"{numbers.sentence_case(answer.reason)}.")
    )
    return {"check": check.title, "question": check.question, "outcome": outcome, "words": words}


def _plain(case: Case, rows: Sequence[Mapping[str, Any]], key: list[str]) -> Published:
    """Rows that tell of no count, or of the counts of a setting none of which is withheld."""
    plain = [name for name in rows[0] if name not in key]
    return publish(rows, case.context.rule, key=key, plain=plain)


def _drawn(case: Case, check: Check, answer: CheckResult) -> list[Block]:
    """The effects behind a check as a chart; no block for a table of anything else, or of too few rows."""
    effects = [row for row in answer.table if set(row) >= EFFECT_ROW]
    if len(effects) < LEAST or not check.name.startswith(DRAWN):
        return []
    asked = case.asked.effect
    assert said(asked)
    real = {
        "what": "As it was",
        "percent": asked.percent,
        "low": asked.percent_limits[0],
        "high": asked.percent_limits[1],
        "verdict": asked.verdict,
    }
    if check.name == "placebo-areas":
        effects.sort(key=lambda row: (math.isnan(row["percent"]), row["percent"]))
    rows = [_effect_row(real, picked=True), *(_effect_row(each, picked=False) for each in effects)]
    frame = _plain(case, rows, ["name"])
    clear = sum(row["verdict"] in ("fewer", "more") for row in rows[1:])
    headline = f"{check.title}: {_how_many_differ(clear, len(effects))}"
    caption = case.caption(f"check-{check.name}", headline, f"{check.question.rstrip('?')}: {case.what}")
    shown = exhibits.effects(frame, caption, picked="the evaluation itself", first="Asked of")
    return [shown] if said(shown) else []


def _how_many_differ(clear: int, asked: int) -> str:
    """``neither differs clearly``, ``none of 25 differs clearly``, ``two of three differ clearly``."""
    if not clear:
        return "neither differs clearly" if asked == 2 else f"none of {numbers.in_words(asked)} differs clearly"
    return f"{numbers.in_words(clear)} of {numbers.in_words(asked)} {'differs' if clear == 1 else 'differ'} clearly"


def _effect_row(row: Mapping[str, Any], *, picked: bool) -> dict[str, Any]:
    verdict = str(row["verdict"])
    refusal = CannotSay(verdict.removeprefix("cannot say: "), "no-effect") if verdict.startswith("cannot say") else None
    figures = {"change": row["percent"], "change_low": row["low"], "change_high": row["high"]}
    return {
        "name": numbers.sentence_case(str(row["what"])),
        **{name: _number(value) if refusal is None else refusal for name, value in figures.items()},
        "verdict": CLEAR.get(verdict, verdict) if refusal is None else refusal,
        "picked": "yes" if picked else "no",
    }


def _number(value: float) -> float | CannotSay:
    return value if value == value else CannotSay("it gives no interval", "described-only")
