"""The sentence of a target: actual, target, status, distance, and what chance alone would have done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.blocks import text
from analysis.disclosure import shown
from analysis.prose.interval import bracket, moved

if TYPE_CHECKING:
    from analysis.blocks import Spans
    from analysis.disclosure import Row

TOSS: Final = (40, 60)
"""Between these per cent, chance alone meets a target about as often as not."""
WITHOUT_FIGURE: Final = {
    "reduce": "to reduce it",
    "maintain": "to maintain it",
    "downward or maintain": "to reduce or maintain it",
}
"""Targets that name no figure."""
LIMITS: Final = ("at most", "at least", "below")


def target_sentence(row: Row) -> Spans:
    """``Robbery: 335 in 2010/11, target at most 288: missed. That is 16.3% above the target and 3.7% above ...``.

    ``row`` has the columns of ``disclosure.target_columns``. Says above and below, never better or worse, since the
    direction may be ambiguous. What is not known is named as what it is.
    """
    sentences = [_main(row), _distance(row), _part(row), _chance(row)]
    return text(" ".join(sentence for sentence in sentences if sentence))


def changed_target_sentence(row: Row) -> Spans:
    """``NI 15: no clear change (+3.7%, 95% interval: between ...)``, ``NI 16 fell by 8.5%, which is better (...)``.

    ``row`` has the columns of ``disclosure.target_columns`` and a known ``verdict``. Counts too small for a percentage
    are given as counts; a rise or a fall of an ambiguous indicator is called neither better nor worse.
    """
    name, inside = row.words("indicator"), bracket(row)
    if row.number("change_low") is None:
        inside = f"{_figure(row, 'actual')} against {_figure(row, 'baseline')}"
    if row.words("verdict") == "no clear change":
        return text(f"{name}: no clear change ({inside}).")
    reading = {"better": ", which is better", "worse": ", which is worse"}.get(row.words("reading"), "")
    verb = row.words("verdict") if row.number("change_low") is None else moved(row)
    return text(f"{name} {verb}{reading} ({inside}).")


def _main(row: Row) -> str:
    period = f" in {row.words('target_period')}" if row.words("target_period") else ""
    goal, status = f"target {target_words(row)}", row.words("status")
    if not row["actual"].known:
        return f"{row.words('indicator')}: {shown(row['actual'].state)}{period}; {goal}."
    return f"{row.words('indicator')}: {_figure(row, 'actual')}{period}, {goal}: {status}."


def target_words(row: Row) -> str:
    """``at most 288``, ``to reduce it``, or why no figure is set."""
    rule = row.words("rule")
    if not row["target"].known:
        return WITHOUT_FIGURE.get(rule) or shown(row["target"].state)
    return f"{rule} {_figure(row, 'target')}" if rule in LIMITS else _figure(row, "target")


def _figure(row: Row, name: str) -> str:
    value, unit = row.number(name) or 0.0, row.words("unit")
    if unit in ("percent", "percentage change"):
        return numbers.plain(value, signed=unit == "percentage change") + numbers.PERCENT
    return f"£{numbers.plain(value)}" if unit == "pounds" else numbers.plain(value)


def _distance(row: Row) -> str:
    """``That is 16.3% above the target and 3.7% above the baseline.``."""
    parts = [
        f"{_apart(row, name)} the {reference}"
        for name, reference in (("from_target", "target"), ("change", "baseline"))
        if row[name].known
    ]
    return f"That is {numbers.listed(parts)}." if parts else ""


def _apart(row: Row, name: str) -> str:
    value = row.number(name) or 0.0
    if round(value, 1) == 0:
        return "level with"
    size = numbers.decimal(abs(value))
    unit = numbers.PERCENT if row.words(f"{name}_unit") == "%" else " percentage points"
    return f"{size}{unit} {'above' if value > 0 else 'below'}"


def _part(row: Row) -> str:
    actual = row["actual"]
    return f"The figure covers only part of the period ({actual.note})." if actual.part_year and actual.known else ""


def _chance(row: Row) -> str:
    """Said only of a target that is about a coin toss."""
    chance = row.number("chance")
    if chance is None or not TOSS[0] <= chance <= TOSS[1]:
        return ""
    return f"If nothing changed at all, chance alone would meet this target {numbers.percent(chance, 0)} of the time."
