"""Data and methods: sources, coverage month by month, how figures are made, what was withheld, what it was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analysis import exhibits, numbers
from analysis.assessment.categories import notable
from analysis.assessment.context import information
from analysis.assessment.naming import category_title
from analysis.assessment.trend import trend_table
from analysis.blocks import Bullets, Definition, Definitions, Heading, Paragraph, ref, text
from analysis.cannot_say import said
from analysis.disclosure import OPEN, publish
from analysis.exhibits import Field, exhibit
from analysis.prose import cannot_say_note

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.blocks import Block

LOCATED = 0.15
"""Share of records without a location from which on no place is named."""

METHODS = (
    ("Change between two periods", "The ratio of two counts with its exact conditional interval (Clopper and Pearson), "
     "widened by how much the series swings beyond chance. It is called a rise or a fall only if the whole interval is on "
     "one side of no change."),
    ("Percentages", "None is given where either count is below ten; the counts are."),
    ("Missing months", "Never counted as zero and never filled in. A calendar month missing in one period is left out of both."),
    ("Since before Covid", "Each month of the period is set beside the latest month of the same name before March 2020 that "
     "has figures."),
    ("Trend", "A local level with drift on the log of monthly counts, set beside a regression of the counts; where the two "
     "disagree, or months under Covid restrictions decide the answer, the report says that it cannot say."),
    ("Recording changes", "No comparison crosses a declared step in recording. Covid restrictions are named wherever a "
     "comparison takes them in."),
    ("Targets", "Status follows the declared rule and direction. Chance is the probability of meeting the target if nothing "
     "changes at all."),
    ("Places", "Small areas are ranked by records with a location. Published points are those of the nearest map point."),
)  # fmt: skip

OF_FIGURES = ("Change between two periods", "Percentages", "Targets")
"""The methods that an edition of published figures alone makes use of."""


def data(context: Context, results: Results) -> list[Block]:
    """Sources, coverage, methods, disclosure control and the key of the inputs."""
    blocks: list[Block] = []
    if context.slices is not None:
        blocks += [Heading(level=2, text="Sources", id="sources"), _sources(context)]
        blocks += [Heading(level=2, text="Coverage", id="coverage"), *_coverage(context, results)]
        if context.declaration.breaks and context.breaks:
            blocks += [_breaks(context)]
    else:
        blocks.append(Paragraph(spans=text(f"{context.document_source} No other data were used.")))
    blocks += [Heading(level=2, text="Methods", id="methods")]
    methods = [(t, words) for t, words in METHODS if context.slices is not None or t in OF_FIGURES]
    blocks.append(Definitions(items=tuple(Definition(term=t, spans=text(words)) for t, words in methods)))
    if context.slices is not None and (models := trend_table(context, results, notable(context, results))):
        blocks.append(models)
    blocks += [Heading(level=2, text="Disclosure control", id="disclosure-control"), *_disclosure(context, results)]
    blocks += [Heading(level=2, text="What this was made from", id="made-from"), _key(context)]
    return blocks


def _sources(context: Context) -> Block:
    assert context.slices is not None
    rows = [
        {
            "number": str(n), "title": r.title, "publisher": r.publisher, "vintage": r.vintage, "licence": r.licence,
            "attribution": r.attribution, "command": r.command, "sha256": r.sha256,
        }
        for n, r in enumerate(sorted(context.slices.sources), 1)
    ]  # fmt: skip
    fields = [
        Field("number", "No."), Field("title", "Source"), Field("publisher", "Publisher"), Field("vintage", "Vintage"),
        Field("licence", "Licence"),
    ]  # fmt: skip
    said_so = dict.fromkeys(r.attribution for r in context.slices.sources)
    caption = context.caption(
        "sources-used", f"{numbers.sentence_case(numbers.plural(len(rows), 'source file'))}, each with its vintage",
        "Sources of the figures in this document", source=" ".join(said_so),
    )  # fmt: skip
    return exhibit(context.declared(rows, key=["number"]), caption, fields)


def _coverage(context: Context, results: Results) -> list[Block]:
    assert context.slices is not None
    report = context.slices.completeness
    report = report[report["month"] <= context.window.end]
    rows = []
    for (force, month), part in report.groupby(["force", "month"], sort=True):
        supply = "present" if (part["status"] == "present").any() else "missing"
        if supply == "present" and (part["status"] == "failed").any():
            supply = "failed"
        total, nowhere = int(part["rows"].sum()), int(part["without_location"].sum())
        rows.append(
            {
                "force": str(force).replace("-", " ").capitalize(),
                "month": month,
                "supply": supply,
                "records": total if supply != "missing" else pd.NA,
                "without_location": nowhere if supply != "missing" else pd.NA,
                "duplicates_removed": int(part["duplicates_removed"].sum()),
                "outside": int(part["outside"].sum()),
                "unlocated": 100 * nowhere / total if total else pd.NA,
            }
        )
    frame = pd.DataFrame(rows)
    if context.annual:
        frame = frame.drop(columns="unlocated")
    published = publish(
        frame, OPEN, key=["force", "month"], plain=[str(c) for c in frame if c not in ("force", "month")]
    )
    missing = int((frame["supply"] == "missing").sum())
    unit = "years" if context.annual else "months"
    headline = f"{numbers.sentence_case(numbers.in_words(len(frame) - missing))} of {len(frame)} {unit} were supplied"
    notes = [
        "Whole-row repeats within one file that carry a Crime ID were removed; anti-social behaviour carries none, so alike "
        "rows are separate incidents.",
        "Records that a force placed outside its own area are left out of every district.",
    ]  # fmt: skip
    caption = context.caption(
        "coverage-by-month", headline, "Records supplied, by force and period, and the share without a location",
        notes=() if context.annual else notes,
    )  # fmt: skip
    drawn = exhibits.completeness(published, caption, threshold=None if context.annual else 100 * LOCATED)
    block: Block = drawn if said(drawn) else cannot_say_note(drawn, "what was supplied")
    return [Paragraph(spans=_coverage_words(context, results, missing, unit)), block]


def _coverage_words(context: Context, results: Results, missing: int, unit: str) -> tuple:  # type: ignore[type-arg]
    words = (
        f"{numbers.sentence_case(numbers.in_words(missing))} {unit} are missing ("
        if missing
        else f"No {unit} are missing ("
    )
    share = results.without_location("crime")
    located = (
        f" {numbers.percent(100 * share)} of the crime records of the period have no location, so counts of a district are a "
        "little low, and by a share that varies from month to month."
        if share is not None and not context.annual
        else ""
    )
    failed = sorted({category_title(c) for c, _ in results.failed})
    feed = f" A feed failed for {numbers.listed(failed)}." if failed else ""
    return text(words, ref("coverage-by-month"), "); a missing one is never a zero.", located, feed)


def _breaks(context: Context) -> Block:
    rows = [
        {
            "name": b.name,
            "from": numbers.month(pd.Period(b.start, "M")),
            "to": numbers.month(pd.Period(b.end, "M")) if b.end != b.start else "lasting",
            "effect": b.effect,
            "source": b.source,
        }
        for b in sorted(context.breaks, key=lambda b: b.start)
    ]
    fields = [
        Field("name", "Change"),
        Field("from", "From"),
        Field("to", "To"),
        Field("effect", "Effect on the figures"),
    ]
    caption = context.caption(
        "recording-changes", "What changed in how crime is recorded", "Register of recording changes",
        source="Source: as named in the data of this table.",
    )  # fmt: skip
    return exhibit(context.declared(rows, key=["name"]), caption, fields)


def _disclosure(context: Context, results: Results) -> list[Block]:
    if context.rule.control == "markers" or context.slices is None:
        return [
            Paragraph(
                spans=text(
                    "The figures are already public, so none is withheld. A figure that rests on fewer than "
                    f"{context.rule.low} records carries the marker [u]: it can swing widely by chance."
                )
            )
        ]
    decision = results.decision
    assert decision is not None
    return [
        information(
            f"The source is restricted. Of {numbers.count(len(decision.cells))} counts by category, month and period, "
            f"{numbers.count(len(decision.primary))} from {context.rule.smallest} to {context.rule.largest} are withheld, and "
            f"{numbers.count(len(decision.secondary))} more so that none of those can be worked out from totals. What is "
            "worked out from a withheld count is withheld too. Withheld is not zero: it is marked [c].",
            title="Small counts are withheld",
        )
    ]


def _key(context: Context) -> Block:
    edition = context.edition
    lines = [
        f"Edition {context.partnership.id}/{edition.edition}; inputs {context.declaration.key[:16] or 'not frozen'}.",
        "The executed notebook beside this document shows every call; report.json lists the hash of every input; the figures "
        "behind each exhibit are in the CSV file of its name.",
    ]  # fmt: skip
    return Bullets(items=tuple(text(line) for line in lines))
