"""Turn a frame of results into a published frame: withheld counts are blanked, and what was worked out from them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.cannot_say import CannotSay
from analysis.disclosure.published import Published, Value, seal
from analysis.disclosure.state import WORDS, State
from analysis.errors import ExhibitError
from analysis.params.figure import Unknown

if TYPE_CHECKING:
    from analysis.disclosure.decide import Decision
    from analysis.disclosure.rule import Rule

Counts = Mapping[str, Mapping[str, object]] | Sequence[str]
SUFFIXES = ("_status", "_note", "_part")


def publish(
    frame: pd.DataFrame | Sequence[Mapping[str, Any]],
    rule: Rule,
    *,
    key: Sequence[str],
    counts: Counts = (),
    coordinates: Mapping[str, str] | None = None,
    derived: Mapping[str, Sequence[str]] | None = None,
    plain: Sequence[str] = (),
    decision: Decision | None = None,
) -> Published:
    """Publish ``frame`` (or rows, all with the same columns), one row per ``key``.

    ``counts`` names the columns that hold counts and, for each, the coordinates of its cells in the decided cube that
    the row does not hold: ``{"latest": {"window": "latest"}}``. ``coordinates`` says which columns hold the others
    (dimension to column: ``{"category": "slug"}``); without it the key's columns do. ``derived`` names the columns
    worked out from counts: ``{"change": ["latest", "previous"]}``. ``plain`` names those that tell of no count.

    Under full control a column that is none of these is refused, and so is a count without a ``decision``. Beside a
    column ``x``, ``x_status`` (a status of the counts frame), ``x_note`` and ``x_part`` (what part of a period it
    covers) say more; ``status`` serves ``count``. A cell may hold a ``CannotSay`` or an ``Unknown``. Raises
    ``ExhibitError`` for any breach.
    """
    where = dict(counts) if isinstance(counts, Mapping) else {name: {} for name in counts}
    records = _records(frame)
    names = list(records[0]) if records else list(getattr(frame, "columns", (*key, *where, *(derived or {}), *plain)))
    columns = [name for name in names if not _beside(name, names)]
    _check(columns, [*key, *plain, *where, *(derived or {})], rule, needs=bool(where) and decision is None)
    held = dict(coordinates or {name: name for name in key})
    rows = []
    for record in records:
        cells = {name: _value(record, str(name)) for name in columns}
        for count, fixed in where.items():
            spot = {**{dimension: record[name] for dimension, name in held.items()}, **fixed}
            cells[count] = _count(cells[count], rule, spot, decision)
        for name, parts in (derived or {}).items():
            cells[name] = _derived(cells[name], [cells[part] for part in parts])
        rows.append(cells)
    return seal(key, columns, rows, rule)


def _records(frame: pd.DataFrame | Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The rows as mappings. A frame of text alone has turned each ``Unknown`` into its words: turn it back."""
    if not isinstance(frame, pd.DataFrame):
        return [dict(row) for row in frame]
    records = [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]
    texts = [str(name) for name in frame.columns if isinstance(frame[name].dtype, pd.StringDtype)]
    return [{**row, **{n: Unknown(row[n]) for n in texts if row[n] in set(Unknown)}} for row in records]


def _beside(name: str, columns: Collection[str]) -> bool:
    """Whether a column only says more about another."""
    if name == "status":
        return "count" in columns
    return any(name.endswith(suffix) and name.removesuffix(suffix) in columns for suffix in SUFFIXES)


def _check(columns: list[str], declared: list[str], rule: Rule, *, needs: bool) -> None:
    if lost := [name for name in declared if name not in columns]:
        raise ExhibitError(f"columns to publish are not in the frame: {', '.join(lost)}")
    if rule.control == "full":
        if loose := [name for name in columns if name not in declared]:
            raise ExhibitError(
                f"under full disclosure control each column is declared; these are not: {', '.join(loose)}"
            )
        if needs:
            raise ExhibitError(
                "counts of a restricted source need a disclosure decision\n  call disclosure.decide first"
            )


def _value(record: Mapping[Any, Any], name: str) -> Value:
    """Read one cell with what stands beside it; a figure where the status says there is none is refused."""
    raw = record[name]
    status = record.get(f"{name}_status", record.get("status") if name == "count" else None)
    note = record.get(f"{name}_note") or ""
    if isinstance(raw, CannotSay):
        return Value(state=State.CANNOT_SAY, note=raw.reason)
    if isinstance(raw, Unknown):
        return Value(state=State(str(raw)), note=str(note))
    if raw is None or raw is pd.NA or raw is pd.NaT or (isinstance(raw, float) and raw != raw):
        state = State(str(status)) if isinstance(status, str) and status != "present" else State.MISSING
        return Value(state=state, note=str(note) or WORDS.get(state, ""))
    if isinstance(status, str) and status != "present":
        raise ExhibitError(f"{name} has a figure ({raw}) where its status is {status}; unknown is not zero")
    part = record.get(f"{name}_part") or ""
    return Value(raw.item() if hasattr(raw, "item") else raw, note=str(note or part), part_year=bool(part))


def _count(cell: Value, rule: Rule, spot: Mapping[str, object], decision: Decision | None) -> Value:
    if rule.control == "full" and decision is not None and decision.withholds(spot):
        return Value(state=State.SUPPRESSED, note=WORDS[State.SUPPRESSED])
    number = cell.number
    if number is None or not rule.is_low(number):
        return cell
    return Value(cell.value, note=cell.note, low=True, part_year=cell.part_year)


def _derived(cell: Value, parts: list[Value]) -> Value:
    """What is worked out from a withheld figure is withheld, from a small one of low reliability."""
    if any(part.state in (State.SUPPRESSED, State.WITHHELD) for part in parts):
        return Value(state=State.WITHHELD, note=WORDS[State.WITHHELD])
    low = cell.number is not None and any(part.low for part in parts)
    part_year = cell.part_year or any(part.part_year for part in parts)
    return Value(cell.value, cell.state, cell.note, low, part_year)
