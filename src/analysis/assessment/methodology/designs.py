"""How often the designs for evaluating an initiative are wrong: on simulated places, and on real ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from analysis import numbers
from analysis.assessment.methodology.error_rates_of_one import band
from analysis.assessment.methodology.shown import not_measured, paragraph, published, said
from analysis.assessment.methodology.study import LIMIT, TRUTH_HELD, slug_of, title_of
from analysis.assessment.wording import how_many
from analysis.blocks import Heading
from analysis.cannot_say import CannotSay
from analysis.exhibits import Caption, Field, exhibit
from analysis.exhibits import error_rates as drawn

if TYPE_CHECKING:
    from analysis.assessment.methodology.evidence import Evidence
    from analysis.blocks import Block

SOURCE: Final = "Source: simulation by this version, seeded; benchmarks/initiatives in the project."
REAL: Final = "Source: the open extracts of this version, worked through by benchmarks/initiatives in the project."
COLUMNS: Final = (
    "mean", "dispersion", "ar", "settings", "refused", "verdicts", "false_positives", "fp_low", "fp_high",
    *(f"{each}_{size}" for each in ("coverage", "cov_low", "cov_high", "power", "width") for size in (20, 40)),
)  # fmt: skip
"""Those of the study that hold numbers and are shown."""
DRAWN: Final = (
    "The study draws 25 places alike but for chance, 36 months before and 12 after, and treats one of them: the first, "
    "or that with most counted in the year before the start, as places are chosen in practice. Then that year is "
    "declared and left out. Two lines beside the designs show what a bare percentage and the exact interval of "
    "independent counts would have said."
)
PLACEBOS: Final = (
    "On real figures nothing is known of the truth. Places, offences and starts of which no initiative is known to us "
    "are taken for initiatives in turn: what is then said to have changed is mostly false, though some will be real."
)
NUMBERS: Final = ("placebos", "places", "answered", "refused", "changed", "low", "high")


def designs(evidence: Evidence) -> list[Block]:
    """A line for each design, then for each one that reports use a chart over all kinds of places."""
    told = evidence.table("initiatives")
    if told is None:
        return [not_measured("The study of designs is not among this version's evidence.")]
    found = told.copy()
    for name in (each for each in COLUMNS if each in found):
        found[name] = pd.to_numeric(found[name], errors="coerce")
    blocks = [paragraph(DRAWN), _in_all(found)]
    for design, of in found[found["ours"] == "yes"].groupby("design", sort=False):
        blocks += _of_one(str(design), of)
    return blocks


def _in_all(found: pd.DataFrame) -> Block:
    rows = [_line(str(name), of) for name, of in found.groupby("design", sort=False)]
    fields = [
        Field("design", "Design"),
        Field("fp_median", "False positives, median", numbers.percent),
        Field("fp_worst", "Most", numbers.percent),
        Field("coverage", "Least coverage", numbers.percent),
        Field("refused", "Refused, median", numbers.percent),
        Field("power_20", f"Finds {numbers.MINUS}20%, median", numbers.percent),
        Field("power_40", f"Finds {numbers.MINUS}40%, median", numbers.percent),
        Field("missed", "Rule clearly missed"),
    ]
    ours = found[found["ours"] == "yes"]
    rule = f"at most {numbers.plain(LIMIT)}% false positives, at least {numbers.plain(TRUTH_HELD)}% coverage"
    caption = Caption(
        "design-error-rates",
        f"The designs give clearly too many false positives in {how_many(int((ours['fp_rule'] == 'missed').sum()))} of "
        f"{numbers.count(len(ours))} cases",
        f"Error rates of designs over simulated places; the rule is {rule}, at a nominal 5% and 95%",
        SOURCE,
        notes=("A case is a design on a kind of places. Medians and extremes are over the kinds.",),
    )
    return exhibit(published(rows, "design"), caption, fields)


def _line(name: str, of: pd.DataFrame) -> dict[str, Any]:
    row = {
        "design": title_of(name),
        "fp_median": of["false_positives"].median(),
        "fp_worst": of["false_positives"].max(),
        "coverage": of[["coverage_20", "coverage_40"]].min().min(),
        "refused": of["refused"].median(),
        "power_20": of["power_20"].median(),
        "power_40": of["power_40"].median(),
        "missed": f"in {how_many(int((of['pass'] == 'missed').sum()))} of {len(of)}",
    }
    return said(row, row)


def _of_one(name: str, of: pd.DataFrame) -> list[Block]:
    """A heading and the chart of a design's false positives, all else in its table."""
    ordered = of.sort_values(["chosen", "dispersion", "ar", "mean"], kind="stable")
    rows = [_case(row) for row in ordered.to_dict("records")]
    title, most = title_of(name), numbers.percent(of["false_positives"].max())
    caption = Caption(
        f"false-positives-of-{slug_of(name)}",
        f"{title}: at most {most} false positives on any kind of places simulated",
        f"{title}: false positives by how much counts swing, simulated places", SOURCE,
        notes=(f"Coverage, width and the share of changes found are for a true fall of 20{numbers.PERCENT}.",),
    )  # fmt: skip
    made = drawn(published(rows, "cell"), caption, limit=LIMIT)
    heading = Heading(level=2, text=title, id=f"errors-of-{slug_of(name)}")
    return [heading, not_measured(made.reason) if isinstance(made, CannotSay) else made]


def _case(row: dict[Any, Any]) -> dict[str, Any]:
    why = "chosen for being high: " if row["chosen"] == "yes" else ""
    held = {
        "cell": row["kind"], "band": f"{why}{band(row['dispersion'], row['ar'])}", "mean": row["mean"], "months": 48.0,
        **{name: row[name] for name in ("false_positives", "fp_low", "fp_high", "refused")},
        "coverage": row["coverage_20"], "cov_low": row["cov_low_20"], "cov_high": row["cov_high_20"],
        "power": row["power_20"], "width": row["width_20"],
        "power_40": row["power_40"], "coverage_40": row["coverage_40"], "settings": row["settings"],
    }  # fmt: skip
    return said(held, held)


def placebos(evidence: Evidence) -> list[Block]:
    """What designs say of initiatives that never were, on real figures."""
    told = evidence.table("placebos")
    if told is None:
        return [not_measured("Placebo initiatives on real figures are not among this version's evidence.")]
    found = told.copy()
    for name in NUMBERS:
        found[name] = pd.to_numeric(found[name], errors="coerce")
    rows = [said({**row, "design": title_of(row["design"])}, row) for row in found.to_dict("records")]
    fields = [
        Field("source", "Where"), Field("design", "Design"), Field("placebos", "Placebo initiatives", numbers.count),
        Field("refused", "Refused", numbers.percent),
        Field("changed", "Said to have changed, of those answered", numbers.percent),
        Field("low", "95% interval", numbers.percent, to="high"),
    ]  # fmt: skip
    caption = Caption(
        "placebo-initiatives", _headline(found), "Initiatives that never were, by source and design", REAL,
        notes=("The interval takes the place as the unit: starts and offences of one place are not independent.",),
    )  # fmt: skip
    return [paragraph(PLACEBOS), exhibit(published(rows, "source", "design"), caption, fields)]


def _headline(found: pd.DataFrame) -> str:
    naive = found[found["design"].str.contains("bare")]
    ours = found[~found["design"].str.contains("bare|exact") & (found["answered"] > 0)]
    share = numbers.percent(naive["changed"].median(), 0) if len(naive) else ""
    most = numbers.percent(ours["changed"].median(), 0) if len(ours) else ""
    if not share or not most:
        return "What designs say where nothing is known to have been done"
    return f"A bare percentage tells of a change in {share} of initiatives that never were; the median design in {most}"
