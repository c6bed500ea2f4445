"""A document that was built, on the portfolio page: what it is, and links to each of its files with its size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.render.html_element import Markup, element, joined

if TYPE_CHECKING:
    from analysis.render.portfolio_entry import Entry


def built(entry: Entry) -> Markup:
    """One document with its links and facts."""
    name = f"{entry.document}, {entry.edition}"
    mark = element("strong", entry.mark, cls="stamp") if entry.mark else None
    title = element("h3", element("a", name, href=entry.html) if entry.html else name)
    words = element("p", entry.statement, cls="what") if entry.statement else None
    return element("li", element("div", title, mark, cls="title"), _links(entry, name), words, _facts(entry))


def _links(entry: Entry, name: str) -> Markup:
    pages = f"{entry.pages} page{'' if entry.pages == 1 else 's'}, " if entry.pages else ""
    files = (
        ("Web page", entry.html, size(entry.html_bytes)),
        ("PDF", entry.pdf, pages + size(entry.pdf_bytes)),
        ("Notebook", entry.ipynb, size(entry.ipynb_bytes)),
        ("Data", entry.data, "CSV files"),
        ("Manifest", entry.manifest, "JSON"),
        ("Archive", entry.archive, size(entry.archive_bytes)),
    )
    links = (_link(kind, address, detail, name) for kind, address, detail in files if address)
    return element("ul", *links, cls="files")


def _link(kind: str, address: str, detail: str, name: str) -> Markup:
    link = element("a", kind, element("span", f" of {name}", cls="spoken"), href=address)
    return element("li", link, " ", element("span", detail, cls="size"))


def size(count: int) -> str:
    """Bytes as people read them: ``412 kB``, ``1.3 MB``."""
    return f"{count / 1e6:.1f} MB" if count >= 999_500 else f"{max(1, round(count / 1e3))} kB"


def _facts(entry: Entry) -> Markup:
    facts = (
        ("Period", entry.period[:1].upper() + entry.period[1:]),
        ("Audience", entry.audience.capitalize()),
        ("Status", entry.status[:1].upper() + entry.status[1:]),
        ("Data", entry.vintage),
        ("Checks", entry.checks),
        ("Inputs", entry.inputs),
        ("Code", entry.code),
        ("Since the last edition", entry.changed),
        ("Made in", f"{entry.seconds:.1f} seconds" if entry.seconds is not None else ""),
    )
    pairs = (element("div", element("dt", term), " ", element("dd", value)) for term, value in facts if value)
    return joined([element("dl", *pairs, cls="facts")])
