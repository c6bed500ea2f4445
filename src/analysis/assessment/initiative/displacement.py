"""Whether it moved next door: the buffer with its own interval, the quotient as description only."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.assessment.context import caution, information
from analysis.assessment.initiative.disclosed import HIDDEN, hidden
from analysis.assessment.initiative.effect import COLUMNS
from analysis.assessment.initiative.found import inside
from analysis.assessment.initiative.neighbours import not_looked_at
from analysis.assessment.initiative.published import published_effects
from analysis.assessment.initiative.windows import own_window, periods_before
from analysis.blocks import Heading, Paragraph, ref, text
from analysis.cannot_say import CannotSay
from analysis.evaluation.designs.displacement_quotient import displacement_quotient
from analysis.evaluation.designs.with_comparator import DESIGN as WITH_COMPARATOR
from analysis.exhibits import exhibit
from analysis.prose import cannot_say_note, effect_sentences

if TYPE_CHECKING:
    from analysis.assessment.initiative.case import Case
    from analysis.blocks import Block
    from analysis.evaluation.effect import Effect
    from analysis.evaluation.setting import Place, Setting


EXPLORES: Final = " It is asked by the simplest design with a comparator, not by the one of the plan: exploratory."


def displacement(case: Case) -> list[Block]:
    """The buffer's own effect; where no buffer is declared, that nothing can be known of it; nothing of an event."""
    if case.noun == "event":
        return []  # nothing was kept from happening in one place, so nothing could be moved to another
    blocks: list[Block] = [Heading(level=2, text="Did it move next door", id=case.slug("displacement"))]
    setting = case.setting
    if setting.buffer is None:
        words = (
            f"No place to which it might have moved was declared, so whether {case.what} went elsewhere, or fell there "
            "too, cannot be known."
        )
        words = " ".join(each for each in (words, not_looked_at(case)) if each)
        return [*blocks, caution(words, title="Displacement was not looked for")]
    return [*blocks, *_buffer(case, setting), *_quotient(case)]


def _buffer(case: Case, setting: Setting) -> list[Block]:
    assert setting.buffer is not None
    beside = (setting.buffer_control,) if setting.buffer_control else setting.comparators
    found = buffer_effect(setting)
    title = f"{setting.buffer.name}, against {beside[0].name if len(beside) == 1 else 'the places compared with'}"
    frame = published_effects(case, [(title, _as_treated(setting), found, {})])
    row = frame.rows[0]
    if not row["verdict"].known:
        return [cannot_say_note(row["verdict"], "whether it moved next door")]
    # No grade is worked out for the buffer, so no verb joins the initiative to what happened there.
    words = " ".join(
        effect_sentences(
            row, verb="", subject=f"the {case.noun}", what=case.what, where=f"in {inside(setting.buffer.name)}"
        )
    )
    caption = case.caption(
        "buffer", f"Next door: {row.words('verdict')}",
        f"{numbers.sentence_case(case.what)} where it might have moved, {case.after_text}",
        notes=_base(case, _as_treated(setting), beside),
    )  # fmt: skip
    outside = "" if case.asked.design == WITH_COMPARATOR else EXPLORES
    lead = text(f"{words}{outside} See ", ref(case.slug("buffer")), ".")
    return [Paragraph(spans=lead), exhibit(frame, caption, COLUMNS)]


def _base(case: Case, setting: Setting, beside: tuple[Place, ...]) -> tuple[str, ...]:
    """What the expected count rests on, which is not all that was counted before."""
    when = periods_before(setting, WITH_COMPARATOR.name)
    if when is None:
        return ()
    names = beside[0].name if len(beside) == 1 else numbers.plural(len(beside), "place")
    known = setting.treated.total(when)
    return (
        f"Expected: the {numbers.count(known)} counted in matched {case.periods} before ("
        f"{own_window(case, WITH_COMPARATOR.name, setting)}), changed as {names} changed; counted before is of all of "
        f"{case.before_text}.",
    )


def buffer_effect(setting: Setting) -> Effect | CannotSay:
    """What the simplest design with a comparator says of the buffer, set against its own control."""
    return WITH_COMPARATOR(_as_treated(setting))


def _as_treated(setting: Setting) -> Setting:
    assert setting.buffer is not None
    beside = (setting.buffer_control,) if setting.buffer_control else setting.comparators
    return replace(setting.with_treated(setting.buffer, beside), chosen_on=setting.chosen_on)


def _not_own(setting: Setting) -> str:
    """That next door is set against other places here than in the table, where it is."""
    own = setting.buffer_control
    return f", and not next door against {own.name} as the table does, so the two can differ" if own else ""


def _quotient(case: Case) -> list[Block]:
    """The displacement quotient, which has no interval and so is never more than a description."""
    found = HIDDEN if hidden(case, case.setting) else displacement_quotient(case.setting)
    if isinstance(found, CannotSay):
        return [cannot_say_note(found, "what share of the change next door makes up (the displacement quotient)")]
    setting = case.setting
    many = numbers.plural(len(setting.comparators), "place")
    words = (
        f"The weighted displacement quotient is {numbers.decimal(found.quotient, 2)}. It sets {case.place} and next "
        f"door alike against the {many} that {case.place} is compared with"
        f"{_not_own(setting)}, over matched {case.periods}. Below zero would point to some "
        "of it having moved next door, above zero to fewer there too. It has no interval, so it describes and decides "
        "nothing."
    )
    return [information(words, title="Displacement quotient")]
