"""What failed, at the head of the portfolio page: the stage, the cell, what it said and where the log is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.render.html_element import Markup, element

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.render.portfolio_entry import Entry


def failures(failed: Sequence[Entry]) -> Markup | None:
    """A section of what failed; nothing if nothing did."""
    if not failed:
        return None
    title = element("h2", "What failed", id="failed")
    lead = element("p", "Nothing was written for these; the other documents are whole.", cls="lead")
    return element("section", title, lead, *map(_failure, failed), cls="failures")


def _failure(entry: Entry) -> Markup:
    name = f"{entry.partnership_name}: {entry.document}, {entry.edition}"
    stage = element("p", "Stopped at: ", element("strong", entry.stage)) if entry.stage else None
    cell = _source(entry.cell, f"Cell that failed, {name}", "cell") if entry.cell else None
    log = element("p", element("a", "Log of ", name, href=entry.log)) if entry.log else None
    error = _source(entry.error or "No message was given.", f"Error, {name}", "error")
    return element("article", element("h3", name), stage, error, cell, log, cls="failure")


def _source(words: str, label: str, kind: str) -> Markup:
    return element("div", element("pre", words), cls=f"scroll {kind}", tabindex=0, role="region", aria_label=label)
