"""An analyst's own bare frame or figure in a cell, made into blocks so that no writer drops it."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING, Any, Final

import pandas as pd
from matplotlib.figure import Figure

from analysis import numbers
from analysis.blocks import Column, Note, Table, text
from analysis.disclosure import OPEN, publish
from analysis.exhibits.caption import Caption
from analysis.exhibits.display import Display, Shown, display
from analysis.exhibits.exhibit import chart, exhibit
from analysis.exhibits.field import Field, Writer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.disclosure import Rule

LONGEST: Final = 60
"""Rows of a bare frame that are printed; its CSV has all of them."""
UNCAPTIONED: Final = "No caption yet"


def register_formatters(shell: Any, rule: Rule = OPEN) -> None:
    """Have the IPython ``shell`` show bare DataFrames and figures as blocks.

    Under a ``rule`` of full control a bare frame or figure is not shown at all: nobody has decided what of it may be.
    """
    numbered = count(1)
    _leave_charts_to_blocks(shell)
    bundles = shell.display_formatter.mimebundle_formatter
    bundles.for_type(pd.DataFrame, lambda frame, **_: _bundle(frame_display(frame, numbered, rule)))
    bundles.for_type(Figure, lambda figure, **_: _bundle(figure_display(figure, numbered, rule)))


def _leave_charts_to_blocks(shell: Any) -> None:
    """Take away what Jupyter's own display of charts would draw, twice a chart and for nobody.

    It comes with the backend, which is loaded with the first chart if not here.
    """
    # Only an analyst's own charts need it: our own are drawn without.
    from matplotlib import get_backend, pyplot

    pyplot.switch_backend(get_backend())
    pyplot.uninstall_repl_displayhook()
    shell.display_formatter.formatters["image/png"].pop(Figure, None)


def frame_display(frame: pd.DataFrame, numbered: Iterator[int], rule: Rule = OPEN) -> Display:
    """A bare frame as an exhibit; ``attrs`` may give ``slug``, ``headline``, ``subtitle`` and ``source``."""
    if rule.control == "full":
        return display(_refused("table"))
    flat = frame if isinstance(frame.index, pd.RangeIndex) else frame.reset_index()
    flat = flat.set_axis([str(name) for name in flat.columns], axis=1)
    if flat.empty:
        return display(Note(tone="info", title="Empty table", spans=text("This table has no rows.")))
    fields = [Field(name, numbers.sentence_case(name.replace("_", " ")), _writer(flat[name])) for name in flat.columns]
    published = publish(flat, rule, key=list(flat.columns[:1]))
    shown = exhibit(published, _caption(frame.attrs, "own-table", numbered), fields)
    if len(flat) > LONGEST:
        cut = shown.table.model_copy(update={"rows": shown.table.rows[:LONGEST]})
        note = f"The first {LONGEST} of {numbers.count(len(flat))} rows; the CSV has them all."
        shown = shown.model_copy(update={"table": cut, "notes": (*shown.notes, note)})
    return display(shown)


def figure_display(figure: Figure, numbered: Iterator[int], rule: Rule = OPEN) -> Display:
    """A bare figure as an exhibit if ``figure.alt`` says in words what it shows, else a note that asks for it.

    ``figure.caption`` may be a mapping with ``slug``, ``headline``, ``subtitle`` and ``source``.
    """
    if rule.control == "full":
        return display(_refused("chart"))
    alt = str(getattr(figure, "alt", "")).strip()
    if not alt:
        ask = 'This chart has no text alternative, so it is left out. Set figure.alt = "..." to what it shows.'
        return display(Note(tone="caution", title="Chart left out", spans=text(ask)))
    caption = _caption(getattr(figure, "caption", {}), "own-chart", numbered)
    empty = Table(columns=(Column(key="none", label="No table"),), rows=())
    shown = Shown(
        slug=caption.slug,
        headline=caption.headline,
        subtitle=caption.subtitle,
        chart=chart(figure, caption.slug, alt),
        table=empty,
        print_table=False,
        notes=caption.notes,
        source=caption.source,
        csv="",
    )
    return display(shown.remember(figure))


def _bundle(shown: Display) -> dict[str, Any]:
    return shown._repr_mimebundle_()


def _caption(given: Any, kind: str, numbered: Iterator[int]) -> Caption:
    words = {str(key): str(value) for key, value in dict(given).items()}
    slug = re.sub(r"[^a-z0-9]+", "-", words.get("slug", "").lower()).strip("-") or f"{kind}-{next(numbered)}"
    note = "" if "headline" in words else 'Give it a headline and a source: frame.attrs["headline"] = "..."'
    headline = words.get("headline", UNCAPTIONED)
    source = words.get("source", "Source: the analyst's own working; no source was named.")
    return Caption(slug, headline, words.get("subtitle", ""), source).noting(note)


def _writer(column: pd.Series[Any]) -> Writer:
    if isinstance(column.dtype, pd.PeriodDtype):
        return numbers.month
    if pd.api.types.is_bool_dtype(column) or not pd.api.types.is_numeric_dtype(column):
        return str
    return numbers.count if pd.api.types.is_integer_dtype(column) else numbers.plain


def _refused(what: str) -> Note:
    words = f"This {what} has not passed disclosure control, so it is left out. Pass its figures through publish first."
    return Note(tone="caution", title="Withheld", spans=text(words))
