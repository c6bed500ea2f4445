"""Front matter of an evaluation: what it is, whose it is, and the state of its plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import numbers
from analysis.assessment.front import OPEN_DATA, own
from analysis.assessment.initiative.plan import plan_sentences, retrospective
from analysis.blocks import Definition, Front, text
from analysis.params.plan import plan_state

if TYPE_CHECKING:
    from analysis.assessment.initiative.case import Case
    from analysis.blocks import Block

TITLES = {"initiative": "Initiative evaluation", "event": "What befell the area"}
MADE_UP = "SIMULATED: a fictional partnership and figures made up with a known effect. Nothing in it is real."


def front(case: Case) -> list[Block]:
    """The front matter."""
    context, name = case.context, case.initiative.name
    whose = own(context) if context.edition.basis == "partnership" else OPEN_DATA
    statement = MADE_UP if case.simulated else f"{whose} {_public(case)}"
    first = Front(
        title=f"{TITLES[case.noun]}: {name}",
        subtitle=f"{context.partnership.name}, {case.after_text}",
        partnership=context.partnership.name,
        edition=context.edition.edition,
        period=numbers.sentence_case(case.after_text),
        audience=context.edition.audience,
        status=numbers.sentence_case(_status(case)),
        statement=statement,
        footer=MADE_UP if case.simulated else whose,
        mark=case.mark,
        details=tuple(Definition(term=term, spans=text(words)) for term, words in _details(case).items() if words),
    )
    return [first]


def _public(case: Case) -> str:
    return "The figures were public before the plan was written." if retrospective(case) else ""


def _status(case: Case) -> str:
    return {"fixed": "plan fixed", "changed since": "plan changed since it was fixed", "not fixed": "plan not fixed"}[
        plan_state(case.evaluation)
    ]


def _details(case: Case) -> dict[str, str]:
    plan, data = case.evaluation.plan, case.evaluation.data
    return {
        numbers.sentence_case(case.noun): case.initiative.name,
        "Where": case.place,
        "Evaluated": f"{case.after_text}, against {case.before_text}",
        "Design asked for": case.asked.design.title,
        "Plan written by": case.evaluation.by,
        "Plan fixed on": numbers.date(plan.fixed) if plan else "not fixed",
        "Hash of the plan": plan.hash if plan else "",
        "Plan": " ".join(plan_sentences(case)[2 if plan else 1 :]),
        "Data": f"{data.source}, vintage {data.vintage}",
    }
