"""One document that holds every kind of block, the letters of our languages, and what might break a writer."""

from __future__ import annotations

from analysis.blocks import (
    Block,
    Bullets,
    Cell,
    Chart,
    Column,
    Definition,
    Definitions,
    Document,
    Exhibit,
    Footnote,
    Front,
    Heading,
    KeyFigure,
    KeyFigures,
    Link,
    Maths,
    Note,
    Paragraph,
    Table,
    Text,
    ref,
    strong,
    text,
)

HOSTILE = "<script>alert('x')</script> & \"quoted\" $5 #tag @home *star* _under_ `tick` ~ \\n [link](x) //"
LETTERS = (
    "Llŷn, Gŵyr, Ysbyty Ystwyth, tŷ, ẁ, Ceredigiôn; Inbhir Àir, Dùn Èideann, Na h-Eileanan Siar; − – — ≤ ≥ ± × £ €"
)
LONG_WORD = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch" * 2
SOURCE = "data.police.uk, street-level crime, downloaded January 2023, Open Government Licence v3.0"

CHART = """<?xml version="1.0" encoding="utf-8"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="453pt" height="198pt"
 viewBox="0 0 453 198" version="1.1">
 <metadata>made by a drawing program</metadata>
 <defs><style type="text/css">*{stroke-linejoin: round; stroke-linecap: butt}</style>
  <clipPath id="p1"><rect x="30" y="10" width="360" height="160"/></clipPath><path id="dot" d="M-2 -2h4v4h-4z"/></defs>
 <g id="axes" style="font: 9px 'Source Sans 3'; fill: #3d3d3d">
  <path d="M30 170H390" style="stroke: #3d3d3d"/><text x="30" y="184">Dec 2019</text>
  <text x="352" y="184">Nov 2022</text>
  <text x="8" y="173">0</text><text x="8" y="93">300</text><text x="8" y="17">600</text></g>
 <g clip-path="url(#p1)"><path d="M30 60L90 75L150 140L210 90L270 80L330 66L390 58"
  style="fill: none; stroke: #12436d; stroke-width: 2"/><use xlink:href="#dot" x="150" y="140"/></g>
 <text x="395" y="61" style="font: bold 9px 'Source Sans 3'; fill: #12436d">All crime</text>
</svg>"""

SPARK = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 20"><path id="l" d="M0 15L30 4L60 12L90 8" fill="none" '
    'stroke="#12436d" stroke-width="1.5"/></svg>'
)

DOT_PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="

FRONT = Front(
    title="Strategic assessment",
    subtitle="Crime and disorder in the district, and what is being done",
    partnership="Borsetshire Vale Community Safety Partnership",
    edition="2022",
    period="year ending November 2022",
    audience="public",
    status="Draft",
    statement="A worked illustration with invented figures; no real place, partnership or person is described",
    footer="Invented figures, for illustration",
    mark="ILLUSTRATIVE",
    details=(
        Definition(term="Members", spans=text("District council, police, fire and rescue, health, probation")),
        Definition(term="Approved by", spans=text("Not supplied")),
        Definition(term="Next update", spans=text("January 2024, see ", ref("section:methods"))),
    ),
)


def heading(level: int, words: str, name: str) -> Heading:
    """A heading, short to write."""
    return Heading.model_validate({"level": level, "text": words, "id": name})


def cells(*words: str) -> tuple[Cell, ...]:
    """A row of plain cells."""
    return tuple(Cell(text=word) for word in words)


GLANCE = Exhibit(
    slug="crime-glance",
    headline="Violence rose, burglary did not clearly change",
    subtitle="Recorded crimes by category, Borsetshire Vale, years ending November 2021 and 2022",
    table=Table(
        columns=(
            Column(key="category", label="Category"),
            Column(key="before", label="2021", align="right", group="Crimes in year ending November"),
            Column(key="after", label="2022", align="right", group="Crimes in year ending November"),
            Column(key="change", label="Change (95% interval)", align="right"),
            Column(key="spark", label="36 months", spark=True),
        ),
        rows=(
            (
                *cells("Violence and sexual offences", "2,310", "2,602", "+12.6% (+6.4% to +19.2%)"),
                Cell(text="Rose through 2022", svg=SPARK),
            ),
            (*cells("Burglary", "402", "388", "−3.5% (−16.3% to +11.2%)"), Cell(text="No clear change", svg=SPARK)),
            (
                Cell(text="Robbery"),
                Cell(text="7"),
                Cell(text="[c]", note="withheld, too few to publish"),
                Cell(text=""),
                Cell(text="", note="not shown"),
            ),
            (
                Cell(text="All crime", strong=True),
                *cells("6,012", "6,344", "+5.5% (+1.9% to +9.3%)"),
                Cell(text="Rose", svg=SPARK),
            ),
        ),
        total_rows=1,
    ),
    symbols=("[c] withheld, too few to publish",),
    notes=(
        "Categories are those of street-level data.",
        "Intervals assume counts vary as Poisson with overdispersion.",
    ),
    source=SOURCE,
    csv="category,before,after\nBurglary,402,388\n",
)

TREND = Exhibit(
    slug="crime-trend",
    headline="Crime is back to where it stood before Covid",
    subtitle="Recorded crimes each month, Borsetshire Vale, December 2019 to November 2022",
    chart=Chart(
        svg=CHART,
        alt="Line chart: monthly crimes fell by half in spring 2020 and were back at about 500 a month by summer 2022.",
        width_mm=160,
        height_mm=70,
    ),
    table=Table(
        columns=(Column(key="month", label="Month"), Column(key="count", label="Crimes", align="right")),
        rows=(cells("December 2019", "512"), cells("April 2020", "248"), cells("November 2022", "508")),
    ),
    notes=("Shading marks months with Covid restrictions.",),
    source=SOURCE,
    csv="month,count\n2019-12,512\n",
)

MAP = Exhibit(
    slug="hotspot-map",
    headline="A third of crime is in two small areas",
    subtitle="Recorded crimes by small area, Borsetshire Vale, year ending November 2022",
    chart=Chart(
        png=DOT_PNG, alt="Map: the town centre and the retail park hold a third of crime.", width_mm=90, height_mm=90
    ),
    table=Table(columns=(Column(key="area", label="Area"),), rows=(cells("Town centre"), cells("Retail park"))),
    source=SOURCE,
    csv="area\nTown centre\n",
)

ACTIONS = Exhibit(
    slug="delivery-plan",
    headline="Two of three actions have no measure",
    subtitle="Actions of the delivery plan, Borsetshire Vale, 2022",
    table=Table(
        columns=tuple(
            Column(key=name.lower(), label=name)
            for name in ("Action", "Outcome", "Owner", "Barrier", "Due", "Status", "Measure")
        ),
        rows=(
            cells(
                "V01",
                "Fewer repeat victims of violence in the night-time economy",
                "Police, neighbourhoods",
                "Taxi marshals not funded beyond March",
                "March 2023",
                "On track",
                "Repeat victims",
            ),
            cells("A02", HOSTILE, "Council, housing", LONG_WORD, "Not yet known", "Not started", "None"),
            # Far to the right of a table wider than a small screen: its spoken note must not widen the page.
            (*cells("A04", "", "", "", "", ""), Cell(text="–", note="no measure was declared for this action")),
            cells("A03", LETTERS, "Fire and rescue", "", "May 2023", "Overdue", "None"),
        ),
    ),
    source="Delivery plan supplied by the partnership",
    csv="action\nV01\n",
)


def long_table(rows: int = 3000) -> Exhibit:
    """A table with as many rows as there are small areas in a large county."""
    columns = (
        Column(key="area", label="Small area"),
        Column(key="count", label="Crimes", align="right"),
        Column(key="rate", label="Rate per 1,000", align="right"),
    )
    return Exhibit(
        slug="every-area",
        headline="Every small area",
        subtitle="Recorded crimes by small area, Borsetshire, year ending November 2022",
        table=Table(
            columns=columns, rows=tuple(cells(f"Area {n:04d}", f"{n % 97}", f"{n % 97 / 1.5:.1f}") for n in range(rows))
        ),
        source=SOURCE,
        csv="area,count,rate\n",
    )


SUMMARY: tuple[Block, ...] = (
    heading(1, "Summary", "summary"),
    KeyFigures(
        items=(
            KeyFigure(label="recorded crimes", value="6,344", detail="year ending November 2022"),
            KeyFigure(
                label="change on the year before",
                value="+5.5%",
                detail="95% interval +1.9% to +9.3%",
                ref="crime-trend",
            ),
            KeyFigure(label="actions overdue", value="1 of 3", ref="delivery-plan"),
            KeyFigure(label="robberies", value="[c]", detail="withheld, too few to publish"),
        )
    ),
    Bullets(
        items=(
            text(strong("Crime rose."), " It was up 5.5% on the year before, see ", ref("crime-glance"), "."),
            text("Burglary did ", Text(text="not clearly", style="emphasis"), " change."),
            text("Words that might break a writer: ", HOSTILE),
        )
    ),
    Paragraph(
        spans=text(
            "The model is ",
            Maths(latex=r"\log \lambda_t = \alpha + \beta t", alt="log lambda sub t equals alpha plus beta t"),
            " with the column ",
            Text(text="count", style="code"),
            "; the method is ",
            Link(text="described by its authors", href="https://example.org/method?a=1&b=2"),
            ".",
            Footnote(
                text=(
                    Text(text="Counts are as recorded; see "),
                    Link(text="the user guide", href="https://example.org/guide"),
                    Text(text="."),
                )
            ),
            " ",
            LETTERS,
            Footnote(text=(Text(text="Place names are as the bodies themselves write them: " + LONG_WORD),)),
        )
    ),
)

DOCUMENT = Document(
    name="strategic-assessment",
    front=FRONT,
    key="0f1e2d3c4b5a",
    blocks=(
        *SUMMARY,
        heading(1, "Crime and disorder profile", "profile"),
        heading(2, "All categories at a glance", "glance"),
        GLANCE,
        Note(
            tone="caution",
            title="Recording changed in April 2021",
            spans=text("No claim crosses that month; see ", ref("crime-trend"), "."),
        ),
        heading(2, "Over time", "time"),
        heading(3, "Against the months before Covid", "before-covid"),
        TREND,
        Note(
            tone="cannot-say",
            title="Whether robbery changed",
            spans=text("fewer than ten were recorded in either year"),
        ),
        Note(tone="info", spans=text("Anti-social behaviour is counted apart from crime.")),
        heading(1, "Places", "places"),
        MAP,
        heading(1, "Delivery plan", "delivery"),
        ACTIONS,
        Note(tone="not-supplied", title="Targets", spans=text("Only the partnership could say what it aims at.")),
        heading(1, "Data and methods", "methods"),
        Bullets(ordered=True, items=(text("Count each month."), text("Compare with the year before."))),
        Definitions(
            items=(
                Definition(term="Rate", spans=text("Crimes per 1,000 people who live in the area")),
                Definition(term=LONG_WORD, spans=text(HOSTILE)),
            )
        ),
        long_table(),
    ),
)
