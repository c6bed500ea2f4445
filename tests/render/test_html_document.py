"""A document as one page."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from documents import DOCUMENT, FRONT, GLANCE, HOSTILE, LETTERS, TREND, cells, heading

from analysis.blocks import Cell, Column, Definition, Document, Footnote, Maths, Paragraph, Table, Text, ref, text
from analysis.errors import ExhibitError, RenderError
from analysis.render import write_html
from analysis.render.html_element import Markup, element
from analysis.render.html_inline import maths
from analysis.render.html_table import table

PAGE = write_html(DOCUMENT)


class Reader(HTMLParser):
    """Keeps every start tag with its attributes, the words that a reader would see, and tags left open."""

    VOID = ("meta", "br", "img", "link")

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"script", "style"} & set(self.open):
            self.words.append(data)

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]


READ = Reader(PAGE)


def test_every_tag_that_opens_closes() -> None:
    assert READ.open == []


def test_the_same_document_is_the_same_bytes() -> None:
    assert write_html(DOCUMENT.model_copy(deep=True)) == PAGE


def test_no_address_outside_the_page_is_fetched() -> None:
    fetching = [a[key] for _, a in READ.tags for key in ("src", "srcset", "poster", "data") if a.get(key)]
    assert all(str(address).startswith("data:") for address in fetching)
    assert READ.named("link") == []
    style = PAGE[PAGE.index("<style>") : PAGE.index("</style>")]
    assert all(address.startswith("data:font/woff2;base64,") for address in re.findall(r"url\(([^)]*)\)", style))
    assert "@import" not in style


def test_the_policy_lets_the_browser_fetch_nothing() -> None:
    (policy,) = (a["content"] for a in READ.named("meta") if a.get("http-equiv") == "Content-Security-Policy")
    assert str(policy).startswith("default-src 'none'")


def test_words_from_data_stay_words() -> None:
    words = "".join(READ.words)
    assert words.count(HOSTILE) == 3
    assert LETTERS in words
    assert len(READ.named("script")) == 1


def test_no_name_stands_twice_and_every_link_within_leads_somewhere() -> None:
    names = [a["id"] for _, a in READ.tags if a.get("id")]
    assert len(names) == len(set(names))
    within = {str(a["href"])[1:] for a in READ.named("a") if str(a.get("href")).startswith("#")}
    assert within <= set(names)
    assert {"crime-trend", "methods", "note-1", "note-2-from", "main"} <= within


def test_headings_follow_the_title_without_a_gap() -> None:
    levels = [int(tag[1]) for tag, _ in READ.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_page_says_its_language_title_and_key() -> None:
    (root,) = READ.named("html")
    assert root["lang"] == "en-GB"
    assert "<title>Strategic assessment – Borsetshire Vale" in PAGE
    assert {"name": "inputs-key", "content": "0f1e2d3c4b5a"} in READ.named("meta")


def test_what_the_document_is_not_stands_first_and_at_the_foot() -> None:
    main = PAGE.index("<main")
    assert PAGE.index(FRONT.statement) < PAGE.index('<h2 id="summary"')
    assert PAGE.index(FRONT.statement) > main
    assert FRONT.footer in PAGE[PAGE.index("<footer>") :]


def test_the_mark_is_in_the_banner_the_title_and_the_foot() -> None:
    assert '<aside class="mark"' in PAGE
    assert "ILLUSTRATIVE" in PAGE[PAGE.index("<title>") : PAGE.index("</title>")]
    assert "ILLUSTRATIVE" in PAGE[PAGE.index("<footer>") :]
    unmarked = write_html(DOCUMENT.model_copy(update={"front": FRONT.model_copy(update={"mark": ""})}))
    assert "ILLUSTRATIVE" not in unmarked
    assert "<aside" not in unmarked


def test_what_the_document_is_not_stands_on_every_sheet_of_paper() -> None:
    (root,) = READ.named("html")
    assert root["style"] == '--printed:"ILLUSTRATIVE. Invented figures, for illustration"'
    odd = FRONT.model_copy(update={"mark": "", "footer": 'a"}</style>'})
    (hostile,) = Reader(write_html(DOCUMENT.model_copy(update={"front": odd}))).named("html")
    assert hostile["style"] == '--printed:"a\\22 \\7d \\3c \\2f style\\3e "'


def test_every_landmark_is_there() -> None:
    assert [len(READ.named(tag)) for tag in ("header", "nav", "main", "footer")] == [1, 1, 1, 1]
    assert READ.tags[[tag for tag, _ in READ.tags].index("body") + 1] == ("a", {"class": "skip", "href": "#main"})


def test_an_exhibit_says_its_number_headline_source_and_data() -> None:
    figure = PAGE[PAGE.index('<figure id="crime-trend"') :]
    figure = figure[: figure.index("</figure>")]
    assert '<span class="number">Figure 1</span>' in figure
    assert TREND.headline in figure
    assert TREND.subtitle in figure
    assert TREND.source in figure
    assert 'href="data/strategic-assessment/crime-trend.csv"' in figure
    assert TREND.notes[0] in figure


def test_the_data_behind_a_chart_is_folded_and_a_bare_table_is_not() -> None:
    figure = PAGE[PAGE.index('<figure id="crime-trend"') : PAGE.index('<figure id="hotspot-map"')]
    assert figure.index("<details") < figure.index("<table>")
    glance = PAGE[PAGE.index('<figure id="crime-glance"') : PAGE.index('<figure id="crime-trend"')]
    assert "<details" not in glance


def test_every_scrolling_region_takes_the_keyboard_and_has_a_name() -> None:
    regions = [a for _, a in READ.tags if "scroll" in str(a.get("class")).split()]
    assert all(a["tabindex"] == "0" and a["role"] == "region" and a["aria-label"] for a in regions)
    labels = [a["aria-label"] for a in regions]
    assert len(labels) == len(set(labels)) == 7


def test_three_thousand_rows_are_all_there() -> None:
    assert PAGE.count('<th scope="row">Area ') == 3000


def test_every_tone_of_note_is_announced_in_words() -> None:
    for label in ("Note", "Caution", "We cannot say", "Not supplied by the partnership"):
        assert f'<strong class="tone">{label}</strong>' in PAGE


def test_the_page_is_as_small_as_it_can_be_sent() -> None:
    assert len(PAGE) - PAGE.count('<th scope="row">Area ') * 70 < 260_000


def test_a_reference_in_the_front_matter_is_numbered() -> None:
    assert ">section 5</a></dd>" in PAGE


def test_a_document_without_sections_or_notes_is_still_a_page() -> None:
    bare = Reader(write_html(Document(name="bare", front=FRONT.model_copy(update={"details": ()}), blocks=())))
    assert bare.open == []
    assert bare.named("nav") == []


def test_a_lost_reference_is_never_written() -> None:
    lost = Document(
        name="lost", front=FRONT, blocks=(heading(1, "Methods", "methods"), Paragraph(spans=text(ref("x"))))
    )
    with pytest.raises(ExhibitError, match='"x"'):
        write_html(lost)


def test_footnotes_are_numbered_in_the_order_of_their_calls() -> None:
    notes = [Footnote(text=(Text(text=word),)) for word in ("first", "second")]
    details = (Definition(term="Status", spans=text("Draft", notes[0])),)
    document = Document(
        name="notes",
        front=FRONT.model_copy(update={"details": details}),
        blocks=(Paragraph(spans=text("A", notes[1])),),
    )
    page = write_html(document)
    assert '<li id="note-1">first ' in page
    assert '<li id="note-2">second ' in page


def test_maths_is_mathml_that_speaks() -> None:
    made = maths(r"\frac{1}{2}", "one half")
    assert made.startswith("<math")
    assert 'aria-label="one half"' in made
    assert "<mfrac>" in made


@pytest.mark.parametrize("latex", ["x^", r"\frac{1", r"\notacommand{x}", r"\left(x"])
def test_maths_that_cannot_be_read_is_named_never_shown_raw(latex: str) -> None:
    with pytest.raises(RenderError) as refused:
        maths(latex, "words")
    assert f"${latex}$" in str(refused.value)


def test_spanning_headers_span_their_columns() -> None:
    made = Reader(table(GLANCE.table, "glance", "Caption"))
    spanning = [a for a in made.named("th") if a.get("scope") == "colgroup"]
    assert spanning == [{"colspan": "2", "scope": "colgroup", "class": "group"}]
    assert len([a for a in made.named("th") if a.get("rowspan") == "2"]) == 3


def test_totals_stand_apart_and_markers_are_spelled_out() -> None:
    made = table(GLANCE.table, "glance", "Caption")
    totals = made[made.index('<tbody class="totals">') :]
    assert "All crime" in totals
    assert "Robbery" not in totals
    assert '[c]<span class="spoken"> (withheld, too few to publish)</span>' in made


def test_a_sparkline_speaks_and_keeps_its_names_apart() -> None:
    made = table(GLANCE.table, "glance", "Caption")
    assert 'aria-label="Rose through 2022"' in made
    assert 'id="glance-0-4-l"' in made
    assert 'id="glance-1-4-l"' in made


def test_an_empty_header_is_no_header() -> None:
    bare = Table(columns=(Column(key="a", label=""), Column(key="b", label="B")), rows=(cells("", "1"),))
    made = Reader(table(bare, "bare", "Caption"))
    assert len(made.named("th")) == 1
    assert len(made.named("td")) == 3


def test_an_element_escapes_words_and_keeps_markup() -> None:
    made = element("p", "5 < 6 & ", Markup("<b>7</b>"), None, cls='a"b', hidden=True, lang=None)
    assert made == '<p class="a&quot;b" hidden>5 &lt; 6 &amp; <b>7</b></p>'


def test_maths_in_a_document_is_written_where_it_stands() -> None:
    document = Document(
        name="maths",
        front=FRONT.model_copy(update={"details": ()}),
        blocks=(Paragraph(spans=(Maths(latex="x", alt="x"),)),),
    )
    assert "<p><math" in write_html(document)


def test_a_column_is_as_narrow_as_its_numbers_or_as_wide_as_its_words_need() -> None:
    columns = tuple(Column(key=key, label=key) for key in ("no", "action", "due"))
    rows = tuple(
        (Cell(text=str(n)), Cell(text="Meet the board every month of the year " * n), Cell(text="March 2012"))
        for n in (1, 2)
    )
    written = table(Table(columns=columns, rows=rows), "plan", "Plan")
    assert '<th class="short" scope="row">1</th>' in written.replace(
        'scope="row" class="short"', 'class="short" scope="row"'
    )
    assert written.count('class="wordy"') == 2
    assert "<td>March 2012</td>" in written


def test_figures_and_sparklines_keep_their_own_look_however_long() -> None:
    columns = (Column(key="a", label="a", align="right"), Column(key="b", label="b", spark=True))
    row = (Cell(text="1" * 60), Cell(text="rising " * 20, svg="<svg xmlns='http://www.w3.org/2000/svg'/>"))
    written = table(Table(columns=columns, rows=(row,)), "x", "X")
    assert "wordy" not in written and 'class="spark"' in written
