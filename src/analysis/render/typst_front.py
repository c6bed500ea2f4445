"""The first page and what stands on every page, into Typst."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis.fonts import FAMILY
from analysis.render.typst_contents import contents
from analysis.render.typst_measure import measure
from analysis.render.typst_spans import spans
from analysis.render.typst_text import array, literal, string

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.blocks import Definition, Document, Front
    from analysis.render.number import Numbering

AUDIENCES: Final = {"public": "Public", "restricted": "Restricted: not for publication"}
WIDEST: Final = 13.0
"""Ems of the longest term that still has its description beside it."""


def page(front: Front) -> str:
    """The call that sets title, language, running header and footer, mark and watermark."""
    language, _, region = front.language.partition("-")
    words = {
        "title": title(front), "left": title(front, long=False), "right": f"{front.partnership}, {front.edition}",
        "mark": front.mark, "footer": front.footer,
    }  # fmt: skip
    settings = [f"{name}: {string(value)}" for name, value in words.items()]
    settings += [
        f"family: {literal(FAMILY)}",
        f"lang: {literal(language)}",
        f"region: {literal(region) if region else 'none'}",
        f"size: {'12pt' if front.leaflet else '10pt'}",
    ]
    return f"#show: report.with({', '.join(settings)})\n"


def title(front: Front, *, long: bool = True) -> str:
    """What the document is called: its title, or the ``long`` one that says whose, of what period, its mark too."""
    if not long:
        return front.title
    whose = front.title if front.partnership in front.title else f"{front.partnership}: {front.title}"
    return ", ".join(filter(None, (whose, _inside(front.period) or front.edition, front.mark)))


def _inside(period: str) -> str:
    """A period within a sentence: months keep their capitals, ``Year ending`` does not."""
    return f"y{period[1:]}" if period.startswith("Year ") else period


def cover(document: Document, numbering: Numbering, under: str = "") -> str:
    """The first page: title band, facts, statement, what stands ``under`` it, details and contents.

    Its own tick is in the title band, before those of the blocks that stand on it. A leaflet has no first page to
    itself: its text goes on under the statement.
    """
    front = document.front
    if front.leaflet:
        words = f"#statement({string(front.statement)})\n" if front.statement else ""
        return f"#band(low: true, {', '.join(string(words) for words in _band(front))})\n{words}{under}"
    facts = {
        "Period": front.period,
        "Edition": front.edition,
        "Status": front.status,
        "Audience": AUDIENCES[front.audience],
    }
    shown = array([array([string(label), string(words)]) for label, words in facts.items() if words])
    calls = [
        f"#band({', '.join(string(words) for words in _band(front))})",
        f"#facts(..{shown})",
        f"#statement({string(front.statement)})" if front.statement else "",
        under,
        pairs(front.details, numbering, ticked=False),
        contents(document),
    ]
    return "\n".join([*filter(None, calls), "#pagebreak(weak: true)\n"])


def _band(front: Front) -> tuple[str, ...]:
    return front.title, front.partnership, front.subtitle, front.mark


def pairs(items: Sequence[Definition], numbering: Numbering, *, ticked: bool = True) -> str:
    """Terms with their descriptions beside them, or after a colon where a term is long."""
    if not items:
        return ""
    widest = max(measure(item.term, bold=True) for item in items)
    width = f"{widest * 10 + 14:.1f}pt" if widest <= WIDEST else "0pt"
    shown = [array([string(item.term), spans(item.spans, numbering)]) for item in items]
    return f"#pairs({width}, {'' if ticked else 'ticked: false, '}{', '.join(shown)})\n"
