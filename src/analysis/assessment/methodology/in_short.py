"""What to know of the methods before anything else, in four figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import numbers
from analysis.assessment.methodology.refusals import refusals_in
from analysis.assessment.methodology.reproduced import by_whom
from analysis.assessment.methodology.study import LIMIT, of_ours, study
from analysis.assessment.wording import how_many
from analysis.blocks import KeyFigure
from analysis.exhibits import key_figures

if TYPE_CHECKING:
    from analysis.assessment.methodology.evidence import Evidence
    from analysis.blocks import Block


def in_short(evidence: Evidence) -> list[Block]:
    """Numbers reproduced, rules of refusal, and how the rules on mistakes are kept."""
    figures = [*_cases(evidence), *_errors(evidence), _refusals(evidence)]
    return [key_figures(*figures)]


def _cases(evidence: Evidence) -> list[KeyFigure]:
    cases = evidence.table("cases")
    if cases is None:
        return []
    told = cases["agrees"].value_counts()
    missed, unanswered = int(told.get("no", 0)), int(told.get("not answered", 0))
    value = f"{numbers.count(told.get('yes', 0))} of {numbers.count(len(cases))}"
    detail = f"{by_whom(cases)}; {how_many(missed)} missed, {how_many(unanswered)} not answered"
    return [KeyFigure(label="published numbers reproduced", value=value, detail=detail, ref="reproduced-in-all")]


def _errors(evidence: Evidence) -> list[KeyFigure]:
    found = study(evidence)
    if found is None:
        return []
    ours = of_ours(found)
    tried = ours[ours["fp_rule"] != "not measured"]
    near = how_many(int((tried["fp_rule"] == "borderline").sum()))
    rule = f"the rule is at most {numbers.plain(LIMIT)}%"
    kept = int((tried["fp_rule"] != "missed").sum())
    return [
        KeyFigure(
            label="simulated cases in which false positives are not clearly too many",
            value=f"{numbers.count(kept)} of {numbers.count(len(tried))}",
            detail=f"a case is a method on a kind of series; {rule}; {near} borderline",
            ref="error-rates",
        )
    ]


def _refusals(evidence: Evidence) -> KeyFigure:
    count = sum(each.rule.count(",") + 1 for each in refusals_in(evidence.methods))
    detail = "each is written in the report where it applies"
    return KeyFigure(label="reasons to refuse an answer", value=numbers.count(count), detail=detail, ref="refusals")
