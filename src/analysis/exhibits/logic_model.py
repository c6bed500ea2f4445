"""A logic model, drawn: what goes in, what is done, what comes of it, and what must hold for that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.disclosure import Published, required, shown
from analysis.exhibits.exhibit import exhibit
from analysis.exhibits.field import Field
from analysis.exhibits.logic_model_drawing import Step, logic_model_drawing

if TYPE_CHECKING:
    from analysis.disclosure import Row
    from analysis.exhibits.caption import Caption
    from analysis.exhibits.display import Shown

STEPS: Final = (
    "Inputs", "Activities", "Outputs", "Short-term outcomes", "Medium-term outcomes", "Long-term outcomes",
)  # fmt: skip
"""The columns of a logic model, in order."""
ASSUMPTIONS: Final = "Assumptions"


def logic_model(frame: Published, caption: Caption) -> Shown:
    """Draw ``step`` and ``what`` of ``frame``: a box a row under each of ``STEPS``, ``ASSUMPTIONS`` below.

    A step of which nothing is known has one row whose ``what`` has a state (``not published``): it is drawn as a gap.
    The arrows run from step to step; which box leads to which is not declared, so it is not drawn.
    """
    steps = [_step(required(frame), name) for name in STEPS]
    below = _step(frame, ASSUMPTIONS)
    fields = [Field("step", "Step"), Field("what", "What is meant by it")]
    alt = " ".join([f"Logic model: {caption.subtitle.rstrip('.')}.", *map(_words, [*steps, below])])
    return exhibit(frame, caption, fields, figure=logic_model_drawing(steps, below), alt=alt, print_table=False)


def _step(frame: Published, name: str) -> Step:
    rows = [row for row in frame if row.words("step") == name]
    return Step(name, tuple(_what(row) for row in rows), known=any(row["what"].known for row in rows))


def _what(row: Row) -> str:
    return str(row["what"].value) if row["what"].known else numbers.sentence_case(shown(row["what"].state))


def _words(step: Step) -> str:
    return f"{step.name}: {'; '.join(what.rstrip('.') for what in step.what) or 'none'}."
