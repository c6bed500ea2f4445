"""A made-up document with every kind of block, for the tests of the PDF."""

from __future__ import annotations

import base64
import io

import matplotlib as mpl

mpl.use("Agg")
import numpy as np
from matplotlib import pyplot as plt
from matplotlib.font_manager import fontManager

from analysis.blocks import (
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
    Ref,
    Table,
    Text,
    ref,
    strong,
    text,
)
from analysis.fonts import FACES, FAMILY

HOSTILE = '\\ # $ * _ ` < > @ [ ] ~ = heading + plus - minus / term // comment "quoted" #{panic()} $x$ <label> @ref'
WELSH = "Ŵŵ Ŷŷ Âê Llanfair Pwllgwyngyll, tŷ, gŵyl; Gàidhlig: ìomhaigh, cùis, Dùn Èideann, mòr"

for face in FACES:
    fontManager.addfont(str(face))

STYLE = {
    "font.family": FAMILY,
    "font.size": 9,
    "svg.fonttype": "none",
    "svg.hashsalt": "csp",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": "#505A5F",
    "axes.grid": True,
    "axes.grid.axis": "y",
    "grid.color": "#E3E8EC",
    "axes.axisbelow": True,
}


def svg_of(figure: plt.Figure) -> str:
    """The figure's SVG, with text kept as text."""
    out = io.StringIO()
    figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    plt.close(figure)
    return out.getvalue()


def line_chart(height_mm: float = 78.0) -> Chart:
    """A made-up series of months."""
    with mpl.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(170 / 25.4, height_mm / 25.4), layout="constrained")
        months = np.arange(60)
        level = 600 + 60 * np.sin(months / 6) + np.random.default_rng(7).normal(0, 25, 60)
        axes.plot(months, level, color="#12436D", linewidth=1.8)
        axes.axvspan(27, 44, color="#E3E8EC", linewidth=0)
        axes.annotate("Covid months", (28, 690), color="#505A5F")
        axes.set_ylim(0)
        axes.set_ylabel("Crimes a month", rotation=0, ha="left", y=1.02)
        return Chart(
            svg=svg_of(figure),
            alt="Line chart: monthly crimes stay between 500 and 720, lowest in the Covid months.",
            width_mm=170,
            height_mm=height_mm,
        )


def spark(seed: int) -> str:
    """A made-up sparkline."""
    with mpl.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(1.0, 0.17))
        figure.subplots_adjust(0, 0.05, 1, 0.95)
        axes.plot(np.random.default_rng(seed).normal(0, 1, 24).cumsum(), color="#12436D", linewidth=1)
        axes.set_axis_off()
        return svg_of(figure)


def dot_map() -> Chart:
    """A made-up map as PNG."""
    with mpl.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(4.3, 2.8), layout="constrained")
        points = np.random.default_rng(3).random((200, 2))
        axes.scatter(points[:, 0], points[:, 1], s=8, color="#12436D")
        axes.set_axis_off()
        out = io.BytesIO()
        figure.savefig(out, format="png", dpi=120, metadata={"Software": None})
        plt.close(figure)
    picture = base64.b64encode(out.getvalue()).decode()
    return Chart(png=picture, alt="Map: two clusters of records in the two town centres.", width_mm=110, height_mm=71)


def cells(*words: str) -> tuple[Cell, ...]:
    """Plain cells."""
    return tuple(Cell(text=word) for word in words)


CATEGORIES = (
    "Violence and sexual offences",
    "Anti-social behaviour",
    "Criminal damage and arson",
    "Public order",
    "Burglary",
    "Vehicle crime",
    "Shoplifting",
    "Other theft",
    "Drugs",
    "Robbery",
    "Possession of weapons",
)


def profile() -> Exhibit:
    """A table at a glance, with a group, sparklines, notes and a total."""
    columns = (
        Column(key="category", label="Category"),
        Column(key="latest", label="Latest 12 months", align="right", group="Records"),
        Column(key="before", label="Previous 12 months", align="right", group="Records"),
        Column(key="change", label="Change", align="right", group="Change"),
        Column(key="interval", label="95% interval", align="right", group="Change"),
        Column(key="rate", label="Rate per 1,000", align="right"),
        Column(key="verdict", label="What can be said"),
        Column(key="spark", label="36 months", spark=True),
    )
    rows = []
    for index, category in enumerate(CATEGORIES):
        few = index > 8
        rows.append(
            (
                Cell(text=category),
                Cell(text=f"{2400 - 213 * index:,}"),
                Cell(text=f"{2300 - 200 * index:,}"),
                Cell(
                    text="[x]" if few else f"{4.2 - index:+.1f}%".replace("-", "−"),
                    note="too few records to give a percentage" if few else "",
                ),
                Cell(text="not given" if few else "−1.8% to +9.9%"),
                Cell(text=f"{24.1 - 2 * index:.1f}"),
                Cell(
                    text="no clear change" if index % 3 else "rose",
                    note="a recording change falls in these months" if index == 3 else "",
                ),
                Cell(text="steady, with a dip in spring 2020", svg=spark(index)),
            )
        )
    total = ("All crime", "12,345", "12,001", "+2.9%", "+0.4% to +5.4%", "123.4", "rose")
    rows.append((*cells(*total), Cell(text="rising slowly since 2021", svg=spark(99))))
    return Exhibit(
        slug="profile",
        headline="Violence rose; most other categories show no clear change",
        subtitle="Recorded crime and anti-social behaviour by category, North Example, year ending November 2022",
        table=Table(columns=columns, rows=tuple(rows), total_rows=1),
        symbols=("[x] not available", "[low] of low reliability"),
        notes=("Street-level records are not official recorded crime statistics.",),
        source="data.police.uk, archive of December 2022, Open Government Licence v3.0",
        csv="category\n",
    )


def long_table() -> Exhibit:
    """Sixty rows."""
    columns = (
        Column(key="code", label="LSOA code"),
        Column(key="name", label="Name"),
        Column(key="population", label="Population", align="right"),
        Column(key="count", label="Records", align="right"),
        Column(key="rate", label="Rate per 1,000 residents", align="right"),
        Column(key="said", label="Compared with the area"),
    )
    rows = tuple(
        cells(
            f"E0100{5000 + i}",
            f"Northbridge {i:03d}{'ABCD'[i % 4]}",
            f"{1500 + 13 * i:,}",
            str(400 - 5 * i),
            f"{266 - 4 * i:.1f}",
            "much higher" if i < 30 else "similar",
        )
        for i in range(60)
    )
    return Exhibit(
        slug="small-areas",
        headline="Thirty small areas stand well above the rest",
        subtitle="Records by small area, 2022",
        table=Table(columns=columns, rows=rows),
        source="data.police.uk",
        csv="code\n",
    )


def wide_table() -> Exhibit:
    """Twelve columns."""
    months = ("Dec 2021", "Jan 2022", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct")
    columns = (
        Column(key="c", label="Category"),
        *(Column(key=f"m{i}", label=m, align="right") for i, m in enumerate(months)),
    )
    rows = tuple(
        cells(category, *(f"{1200 + 31 * i * j:,}" for i in range(11))) for j, category in enumerate(CATEGORIES)
    )
    return Exhibit(
        slug="by-month",
        headline="Summer months are the busiest",
        subtitle="Records by month and category",
        table=Table(columns=columns, rows=rows),
        source="data.police.uk",
        csv="c\n",
    )


def plan_table() -> Exhibit:
    """Sentences in cells."""
    columns = tuple(
        Column(key=key, label=label)
        for key, label in (
            ("id", "Action"),
            ("what", "What will be done"),
            ("outcome", "Intended outcome"),
            ("lead", "Lead"),
            ("barrier", "Barriers"),
            ("due", "Due"),
            ("status", "Status"),
        )
    )
    rows = tuple(
        cells(
            f"ASB{i:02d}",
            "Visit every repeat location with the housing provider and agree a plan for each within one month",
            "Fewer repeat calls from the same address",
            "Community safety manager, district council",
            "Depends on information sharing agreement being signed" if i % 2 else "",
            f"{(i % 28) + 1} March 2023",
            ("on track", "overdue", "done", "not started")[i % 4],
        )
        for i in range(1, 19)
    )
    return Exhibit(
        slug="delivery-plan",
        headline="Four actions are overdue",
        subtitle="Actions by theme, February 2023",
        table=Table(columns=columns, rows=rows),
        source="the partnership's action plan",
        csv="id\n",
    )


def figure_exhibit(slug: str, headline: str, *, height_mm: float = 78.0, print_table: bool = False) -> Exhibit:
    """A chart with its table."""
    columns = (Column(key="year", label="Year ending November"), Column(key="count", label="Records", align="right"))
    rows = (cells("2019", "8,012"), cells("2020", "7,011"), cells("2021", "7,402"), cells("2022", "7,419"))
    return Exhibit(
        slug=slug,
        headline=headline,
        subtitle="All crime by month, North Example, December 2017 to November 2022",
        chart=line_chart(height_mm),
        table=Table(columns=columns, rows=rows),
        print_table=print_table,
        notes=("Shaded months fell under Covid restrictions.",),
        source="data.police.uk, December 2022",
        csv="year\n",
    )


FILLER = (
    "Crime recorded by the police in the area rose between the two years, but the interval still includes no change. "
    "Most of the rise came from two categories whose recording changed in the same months, so the figure says more "
    "about recording than about harm. The partnership should read it beside what victims and agencies say. "
)


def filler(times: int = 1) -> Paragraph:
    """A paragraph of ordinary words."""
    return Paragraph(spans=text(FILLER * times))


def front(mark: str = "ILLUSTRATIVE") -> Front:
    """Front matter with everything filled in."""
    return Front(
        title="Strategic assessment",
        subtitle="Crime, disorder and what is being done about them",
        partnership="North Example Community Safety Partnership",
        edition="2022",
        period="December 2021 to November 2022",
        audience="public",
        status="Draft",
        statement="Illustration with invented figures. It is not about any real place, and nobody has endorsed it.",
        footer="Illustration: invented figures, no real place",
        mark=mark,
        details=(
            Definition(
                term="Members", spans=text("District council, police, fire and rescue, probation, health board")
            ),
            Definition(term="Approved by", spans=text("not supplied")),
            Definition(
                term="Contact",
                spans=text(Link(text="community.safety@example.org", href="mailto:community.safety@example.org")),
            ),
            Definition(term="Next update", spans=text("May 2023")),
        ),
    )


def document() -> Document:
    """Every kind of block."""
    blocks = (
        Heading(level=1, text="Summary", id="summary"),
        KeyFigures(
            items=(
                KeyFigure(
                    label="Recorded crime",
                    value="7,419",
                    detail="+0.2% on the year before (−2.1% to +2.6%)",
                    ref="crime-trend",
                ),
                KeyFigure(label="Anti-social behaviour", value="−18.3%", detail="from 1,215 to 993", ref="profile"),
                KeyFigure(
                    label="Probability of meeting the burglary target",
                    value="about 1 in 3",
                    detail="simulated, 10,000 paths",
                ),
                KeyFigure(
                    label="Hotspots", value="cannot say", detail="fewer than five records a month", ref="section:places"
                ),
            )
        ),
        Paragraph(
            spans=text(
                "Three findings matter most. ",
                strong("Violence rose"),
                " by 4.2% (see ",
                ref("profile"),
                " and ",
                Ref(slug="section:places"),
                "). ",
                Text(text="Nothing", style="emphasis"),
                " else changed clearly.",
                Footnote(
                    text=(
                        Text(text="Changes are rate ratios; see "),
                        Link(text="the methods page", href="https://example.org/methods"),
                        Text(text="."),
                    )
                ),
                " The rate is ",
                Maths(
                    latex=r"\mu_i = \exp(\alpha + \beta x_i) \times \frac{n}{10^{3}}",
                    alt="mu i equals the exponential of alpha plus beta x i, times n over a thousand",
                ),
                " in code ",
                Text(text="make reports", style="code"),
                " and ",
                Maths(latex=r"\begin{matrix}x\end{matrix}", alt="a matrix of one element"),
                ".",
            )
        ),
        Bullets(
            items=(
                text("Violence rose by 4.2%, an interval of 0.3% to 8.1%, in the year ending November 2022."),
                text("Anti-social behaviour fell, see ", ref("profile"), "."),
                text("Burglary shows no clear change."),
            )
        ),
        Bullets(ordered=True, items=(text("First read the cautions."), text("Then the figures."))),
        Note(
            tone="caution",
            title="These are not official statistics",
            spans=text("Street-level records cannot stand for recorded crime statistics."),
        ),
        Heading(level=2, text="What these figures are", id="what"),
        Note(tone="info", spans=text("An indicator crosswalk says what the data can stand for.")),
        Note(
            tone="cannot-say",
            title="Whether robbery changed",
            spans=text("We cannot say whether it changed: fewer than ten records a year."),
        ),
        Note(tone="not-supplied", title="Targets", spans=text("The partnership has not supplied its targets.")),
        filler(2),
        Heading(level=1, text="Crime and disorder profile", id="profile-section"),
        filler(),
        profile(),
        filler(2),
        figure_exhibit("crime-trend", "Crime is back where it was before Covid"),
        Heading(level=2, text="Violence", id="violence"),
        filler(),
        figure_exhibit("violence", "Violence rose after the recording change", height_mm=70, print_table=True),
        filler(3),
        Heading(level=3, text="Why it may have changed", id="why"),
        filler(2),
        by_month := wide_table(),
        Heading(level=1, text="Places", id="places"),
        filler(),
        Exhibit(
            slug="map",
            headline="Records cluster in two town centres",
            subtitle="Where records were placed, 2022",
            chart=dot_map(),
            table=Table(columns=(Column(key="a", label="Place"),), rows=(cells("Town centre"),)),
            print_table=False,
            source="data.police.uk",
            csv="a\n",
        ),
        long_table(),
        filler(),
        Heading(level=1, text="Delivery plan", id="delivery"),
        plan_table(),
        filler(),
        Exhibit(
            slug="nothing",
            headline="No action has ended",
            subtitle="Actions ended",
            table=Table(columns=(Column(key="a", label="A"),), rows=()),
            source="Source: the plan",
            csv="a\n",
        ),
        Heading(level=1, text="Words and letters", id="words"),
        Paragraph(spans=text(HOSTILE)),
        Paragraph(spans=text(WELSH)),
        Paragraph(spans=text("https://example.org/" + "averylongaddress" * 12)),
        Exhibit(
            slug="hostile",
            headline=HOSTILE,
            subtitle=HOSTILE,
            table=Table(
                columns=(Column(key="a", label=HOSTILE), Column(key="b", label="W" * 90)),
                rows=(cells(HOSTILE, "x" * 200), cells(WELSH, "▲ ▼ → ≤ −")),
            ),
            notes=(HOSTILE,),
            symbols=(HOSTILE,),
            source=HOSTILE,
            csv="a\n",
        ),
        Definitions(
            items=(
                Definition(term="CSP", spans=text("Community safety partnership")),
                Definition(
                    term="LSOA", spans=text("Lower layer super output area, a small area with about 1,500 residents")
                ),
            )
        ),
        Definitions(
            items=(
                Definition(
                    term="A term that is much too long to stand in a column of its own", spans=text("so it has a colon")
                ),
            )
        ),
    )
    assert by_month.slug == "by-month"
    return Document(name="strategic-assessment", front=front(), blocks=blocks, key="0" * 8)
