"""The page for those who made the reports: what there is, what to open, what failed and why."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from analysis.render.html_element import Markup, element
from analysis.render.html_page import page
from analysis.render.portfolio_built import built
from analysis.render.portfolio_entry import Entry
from analysis.render.portfolio_failure import failures

if TYPE_CHECKING:
    from collections.abc import Sequence

GUIDE: Final = (
    ("Web page", "To read on a screen; one file that works offline, with the data behind every chart folded under it."),
    ("PDF", "To print, or to put before a board; the same words, figures and numbers."),
    ("Notebook", "To see how each figure was worked out; open it in JupyterLab."),
    ("Data", "The figures of every chart and table, one CSV file each."),
    ("Manifest", "To see what a document was made from, by which code, and what each statement in it rests on."),
    ("Archive", "To hand to an evaluator: all documents of an edition with all they were made from, to be made anew."),
)
"""What each kind of file is for, for those who have never opened one."""

NOT_PUBLIC: Final = ("Data", "Archive")
"""What a public page does not link: each chart leads to its own table, and archives hold what documents are made of."""
SUBTITLES: Final = {
    False: "Everything that was built here, and what could not be",
    True: "Public documents, to read, to print and to follow back",
}
BUILT: Final = {False: " built", True: ""}
FOR_MAKERS: Final = "This page is for those who make the reports. "

__all__ = ["Entry", "write_portfolio"]


def write_portfolio(entries: Sequence[Entry], *, public: bool = False) -> str:
    """Write ``reports/index.html``: failures first, then every partnership by name, its latest edition first.

    What is of no partnership stands apart, last.

    Of what failed no file is linked but its log: an older document in its place is not the one that was asked for.

    A ``public`` page is for readers, and says so.

    Links are as the entries have them, relative to the page. The same entries are the same bytes, in whatever order.
    """
    ordered = sorted(entries, key=lambda entry: entry.order)
    failed = [entry for entry in ordered if entry.outcome == "failed"]
    whole = [entry for entry in ordered if entry.outcome == "built"]
    groups = groupby((entry for entry in whole if not entry.apart), key=lambda entry: entry.partnership_name)
    apart = groupby((entry for entry in whole if entry.apart), key=lambda entry: entry.partnership_name)
    main = element(
        "main",
        failures(failed),
        _guide(public=public),
        *(_section(name, list(group)) for part in (groups, apart) for name, group in part),
        id="main",
        tabindex=-1,
    )
    body = (_masthead(ordered, len(failed), public=public), element("div", main, cls="layout"), _foot(public=public))
    return page("Reports for community safety partnerships", body, ["portfolio"])


def _masthead(entries: Sequence[Entry], failed: int, *, public: bool) -> Markup:
    partnerships = len({entry.partnership for entry in entries if not entry.apart})
    chips = [counted(partnerships, "partnership"), counted(len(entries) - failed, "document") + BUILT[public]]
    chips += [counted(failed, "document") + " failed"] if failed else []
    parts = (
        element("h1", "Reports for community safety partnerships"),
        element("p", SUBTITLES[public], cls="subtitle"),
        element("ul", *(element("li", chip) for chip in chips), cls="chips"),
    )
    return element("header", element("div", *parts, cls="inner"), cls="masthead")


def counted(number: int, noun: str) -> str:
    """``1 document``, ``2 documents``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _guide(*, public: bool) -> Markup:
    shown = [(name, use) for name, use in GUIDE if not (public and name in NOT_PUBLIC)]
    rows = (element("div", element("dt", name), element("dd", use)) for name, use in shown)
    return element("section", element("h2", "What to open", id="open"), element("dl", *rows), cls="guide")


def _section(name: str, entries: Sequence[Entry]) -> Markup:
    title = element("h2", name, id=entries[0].partnership)
    return element("section", title, element("ul", *(built(entry) for entry in entries), cls="documents"))


def _foot(*, public: bool) -> Markup:
    words = f"{'' if public else FOR_MAKERS}Each report says itself what it is, and what it is not."
    return element("footer", element("div", element("p", words), cls="inner"))
