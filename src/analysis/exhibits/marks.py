"""What is drawn behind and above a line: breaks in recording, events, stretches without data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import pandas as pd

from analysis import numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from analysis.params.edition import Event
    from analysis.params.recording import RecordingBreak

Kind = Literal["pulse", "step", "event", "gap"]


@dataclass(frozen=True)
class Mark:
    """Something dated: a ``pulse`` is shaded, a ``step`` a line at its start, an ``event`` a tick, a ``gap`` hatch."""

    name: str
    start: pd.Period
    end: pd.Period
    kind: Kind


def marks_of(breaks: Iterable[RecordingBreak], events: Iterable[Event], within: pd.PeriodIndex) -> tuple[Mark, ...]:
    """The declared ``breaks`` and ``events`` that touch the periods ``within``, cut to them, in order of time."""
    freq = within.freqstr
    declared = [
        *((b.name, b.start, b.end, b.kind) for b in breaks),
        *((e.name, e.start, e.end, "event") for e in events),
    ]
    dated = [
        Mark(name, pd.Period(start, "M").asfreq(freq), pd.Period(end, "M").asfreq(freq), kind)  # type: ignore[arg-type]
        for name, start, end, kind in declared
    ]
    seen = [m for m in dated if m.start <= within[-1] and (m.start if m.kind == "step" else m.end) >= within[0]]
    cut = [Mark(m.name, max(m.start, within[0]), min(m.end, within[-1]), m.kind) for m in seen]
    return tuple(sorted(cut, key=lambda m: (m.start, m.end, m.name)))


def mark_words(marks: Sequence[Mark]) -> str:
    """Say in words what is marked, for a text alternative."""
    named = [f"{mark.name} ({numbers.span(mark.start, mark.end)})" for mark in marks if mark.kind != "gap"]
    return f"Marked: {numbers.listed(named)}." if named else ""
