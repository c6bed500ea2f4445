"""An exhibit to HTML: number and headline, statistical title, chart, the data behind it, markers, notes and source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis.render.html_element import Markup, element, joined
from analysis.render.html_pan import pannable
from analysis.render.html_svg import inline_svg
from analysis.render.html_table import scroller, table

if TYPE_CHECKING:
    from analysis.blocks import Chart, Exhibit

LONG: Final = 40
"""With more rows than this a table scrolls by itself, under its own header."""


def exhibit(made: Exhibit, label: str, folder: str) -> Markup:
    """Write ``made`` as ``label`` (``Figure 3``); its CSV lies in ``folder``, a path relative to the page."""
    name = f"{label}: {made.headline}"
    kind = "wide long" if len(made.table.rows) > LONG else "wide"
    shown = scroller(table(made.table, made.slug, f"{name}. {made.subtitle}"), f"{name}, table", kind)
    body = [_chart(made.chart, made.slug, name), _folded(shown, label, made.headline)] if made.chart else [shown]
    parts = (_caption(made, label), *body, _foot(made, label, folder))
    return element("figure", *parts, id=made.slug, cls=f"exhibit {made.label.lower()}")


def _caption(made: Exhibit, label: str) -> Markup:
    number = element("span", label, cls="number")
    headline = element("span", made.headline, cls="headline")
    return element("figcaption", number, " ", headline, " ", element("span", made.subtitle, cls="subtitle"))


def _chart(chart: Chart, slug: str, name: str) -> Markup:
    if chart.svg:
        picture = inline_svg(chart.svg, slug, chart.alt)
    else:
        picture = element("img", src=f"data:image/png;base64,{chart.png}", alt=chart.alt)
    size = f"--width:{chart.width_mm:g}mm;--least:{min(chart.width_mm, 150):g}mm"
    if chart.pannable:
        return pannable(picture, size, name)
    return scroller(element("div", picture, style=size, cls="picture"), f"{name}, chart", "chart")


def _folded(shown: Markup, label: str, headline: str) -> Markup:
    words = joined(["View the data", element("span", f" behind {label}: {headline}", cls="spoken")])
    return element("details", element("summary", words), shown, cls="data")


def _foot(made: Exhibit, label: str, folder: str) -> Markup:
    symbols = element("p", element("b", "Symbols"), " ", "; ".join(made.symbols)) if made.symbols else None
    download = element("a", f"{label} data (CSV)", href=f"{folder}/{made.slug}.csv", download=True)
    source = element(
        "p", element("b", "Source"), " ", made.source.removeprefix("Source: "), " ", download, cls="source"
    )
    return element("div", symbols, _notes(made.notes), source, cls="foot")


def _notes(notes: tuple[str, ...]) -> Markup | None:
    if not notes:
        return None
    if len(notes) == 1:
        return element("p", element("b", "Note"), " ", notes[0])
    return joined([element("p", element("b", "Notes")), element("ol", *(element("li", note) for note in notes))])
