"""The blocks of a document: what a notebook cell emits and what every writer (HTML, Typst, Markdown) takes.

A cell's output carries ``text/html`` and a PNG for JupyterLab, and ``{"blocks": [...]}`` under ``MIME`` for the
writers. The models are strict: a writer that meets an unknown key or kind fails rather than drops it.

Inline text is a list of spans, never markup inside a string: whatever comes from data or parameters is a plain
``Text`` and no writer can mistake it for Markdown, HTML or Typst.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

MIME: Final = "application/vnd.csp+json"
SLUG: Final = r"^[a-z0-9]+(-[a-z0-9]+)*$"


class Part(BaseModel):
    """Frozen, closed, and the same bytes whenever it is written."""

    model_config = ConfigDict(frozen=True, extra="forbid")


# --- inline -----------------------------------------------------------------------------------------------------------
class Text(Part):
    """Plain characters, with emphasis if any."""

    kind: Literal["text"] = "text"
    text: str
    style: Literal["plain", "strong", "emphasis", "code"] = "plain"


class Link(Part):
    """A link to an address outside the document (never fetched when the document is opened)."""

    kind: Literal["link"] = "link"
    text: str
    href: str


class Ref(Part):
    """A reference to an exhibit by its slug, or to a section by ``section:<id>``; writers put its number or title."""

    kind: Literal["ref"] = "ref"
    slug: str


class Maths(Part):
    """LaTeX maths, inline; ``alt`` says it in words."""

    kind: Literal["maths"] = "maths"
    latex: str
    alt: str


class Footnote(Part):
    """A footnote, its text in place."""

    kind: Literal["footnote"] = "footnote"
    text: tuple[Annotated[Text | Link, Field(discriminator="kind")], ...]


Span = Annotated[Text | Link | Ref | Maths | Footnote, Field(discriminator="kind")]
Spans = tuple[Span, ...]


# --- blocks -----------------------------------------------------------------------------------------------------------
class Heading(Part):
    """A section heading; levels 1 (section) to 3; the document's title is not one. ``id`` is the anchor."""

    kind: Literal["heading"] = "heading"
    level: Literal[1, 2, 3]
    text: str
    id: str = Field(pattern=SLUG)


class Paragraph(Part):
    """A paragraph."""

    kind: Literal["paragraph"] = "paragraph"
    spans: Spans


class Bullets(Part):
    """A list, one level deep."""

    kind: Literal["list"] = "list"
    ordered: bool = False
    items: tuple[Spans, ...]


class Note(Part):
    """A boxed note. ``tone`` chooses its look and its spoken label.

    ``info`` something to know, ``caution`` a limit on what may be concluded, ``cannot-say`` a statistical refusal with
    its reason, ``not-supplied`` what only the partnership could say and has not.
    """

    kind: Literal["note"] = "note"
    tone: Literal["info", "caution", "cannot-say", "not-supplied"]
    title: str = ""
    spans: Spans


class KeyFigure(Part):
    """One big number: ``value`` as printed, ``label`` what it is, ``detail`` its uncertainty or comparison."""

    label: str
    value: str
    detail: str = ""
    ref: str = ""
    also: tuple[str, ...] = ()
    """Further exhibits that the numbers of ``detail`` stand in."""

    @property
    def refs(self) -> tuple[str, ...]:
        """Every exhibit that its numbers stand in."""
        return (self.ref, *self.also) if self.ref else self.also


class KeyFigures(Part):
    """A row of up to four key figures."""

    kind: Literal["key-figures"] = "key-figures"
    items: tuple[KeyFigure, ...] = Field(min_length=1, max_length=4)


class Column(Part):
    """A column of a table. ``align`` right is for numbers; ``spark`` cells hold small SVG pictures by key."""

    key: str
    label: str
    align: Literal["left", "right"] = "left"
    spark: bool = False
    group: str = ""
    """Spanning header over neighbouring columns with the same group; empty for none."""


class Cell(Part):
    """A cell as printed. ``note`` says why a value is not there or is to be read with care (a marker, spelled out)."""

    text: str
    note: str = ""
    svg: str = ""
    """A sparkline; ``text`` then says in words what it shows."""
    strong: bool = False


class Table(Part):
    """A table as printed: the first column holds the row headers."""

    columns: tuple[Column, ...] = Field(min_length=1)
    rows: tuple[tuple[Cell, ...], ...]
    total_rows: int = 0
    """How many rows at the end are totals."""


class Chart(Part):
    """A picture drawn from the exhibit's own table; ``alt`` says what to learn from it; ``png`` (base64) for maps."""

    svg: str = ""
    png: str = ""
    alt: str = Field(min_length=1)
    width_mm: float
    height_mm: float
    pannable: bool = False
    """A map whose ground (an inner ``<svg class="ground">``) a page may enlarge and move; others print it still."""


class Exhibit(Part):
    """A chart, a table, or both, from one published frame.

    ``slug`` is its id, its anchor and the name of its CSV. ``headline`` says what to learn, ``subtitle`` is the
    statistical title (what, where, when, unit). With a chart, the table is its equivalent: HTML folds it away, the
    PDF prints it only when ``print_table``. ``csv`` is the whole published frame. ``symbols`` explains the markers used
    in cells, ``source`` names source, vintage and licence.
    """

    kind: Literal["exhibit"] = "exhibit"
    slug: str = Field(pattern=SLUG)
    headline: str
    subtitle: str
    chart: Chart | None = None
    table: Table
    print_table: bool = True
    symbols: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    source: str
    csv: str

    def __hash__(self) -> int:
        # Over every cell of its table it would take long, and writers look an exhibit up many times.
        return hash(self.slug)

    @property
    def label(self) -> str:
        """``Figure`` with a chart, ``Table`` without."""
        return "Figure" if self.chart else "Table"


class Definition(Part):
    """A pair of term and description in a definition list."""

    term: str
    spans: Spans


class Definitions(Part):
    """Terms and what they mean, or labels and their values (front matter, glossary)."""

    kind: Literal["definitions"] = "definitions"
    items: tuple[Definition, ...]


class Front(Part):
    """The front matter of a document: everything its first page and its footers need. One, first, per document."""

    kind: Literal["front"] = "front"
    title: str
    subtitle: str
    partnership: str
    edition: str
    period: str
    audience: Literal["public", "restricted"]
    status: str
    statement: str
    """What this document is and is not, on the first page (``Analysis of open data; not produced or endorsed ...``)."""
    footer: str
    """The same in a few words, at the foot of every page."""
    mark: str = ""
    """A word across every page and file (``ILLUSTRATIVE``), or empty."""
    language: str = "en-GB"
    details: tuple[Definition, ...] = ()
    leaflet: bool = False
    """A leaflet of a page or two: no contents, no numbers of sections, and the text at once under the title."""


Block = Annotated[
    Front | Heading | Paragraph | Bullets | Note | KeyFigures | Exhibit | Definitions, Field(discriminator="kind")
]


class Output(Part):
    """What a cell emits under ``MIME``."""

    blocks: tuple[Block, ...]


class Document(Part):
    """A whole document, in order; headings and exhibits are numbered by the writers, in this order.

    Made by ``render.read`` from an executed notebook, which also holds that every ``Ref`` finds its exhibit or section,
    and no slug or anchor stands twice.
    """

    name: str = Field(pattern=SLUG)
    """``strategic-assessment``; the file's name."""
    front: Front
    blocks: tuple[Block, ...]
    key: str = ""
    """The key of the inputs that it was made from."""


def text(*parts: str | Text | Link | Ref | Maths | Footnote) -> Spans:
    """Make spans of strings and spans: ``text("Crime ", strong("rose"), ", see ", ref("crime-trend"), ".")``."""
    return tuple(Text(text=part) if isinstance(part, str) else part for part in parts)


def strong(words: str) -> Text:
    """Words with strong emphasis."""
    return Text(text=words, style="strong")


def ref(slug: str) -> Ref:
    """A reference to the exhibit with this slug."""
    return Ref(slug=slug)
