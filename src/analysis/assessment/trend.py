"""The trend of a category in words: how much a year, by which models, or why it cannot be said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis import numbers
from analysis.assessment.naming import category_title
from analysis.blocks import Paragraph, ref, strong, text
from analysis.cannot_say import CannotSay
from analysis.exhibits import Field, exhibit, signed_percent
from analysis.prose import LEVEL_WORDS, cannot_say_note, limits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.blocks import Block
    from analysis.trends import Trend

MODELS = "trend-models"
NONE = CannotSay("this model was not needed or could not be fitted", "no-second-model")
NOTES = (
    "A small Ljung-Box p means that neighbouring periods are alike; a small bend p that one rate a year does not "
    "describe the series.",
)


def trend_blocks(results: Results, line: str, words: str) -> list[Block]:
    """One paragraph, or the note that says why there is no trend."""
    found = results.trend(line)
    if isinstance(found, CannotSay):
        return [cannot_say_note(found, f"whether {words} has a trend")]
    head = found.headline
    how = f"({numbers.percent(head.percent, signed=True)} a year, {LEVEL_WORDS}: {limits(head.low, head.high)}; "
    course = "shows no clear trend" if found.direction == "no clear trend" else f"was {found.direction}"
    lead = f" {numbers.sentence_case(words)} {course} over {numbers.span(found.first, found.last)} {how}"
    return [Paragraph(spans=text(strong("Trend."), lead, ref(MODELS), "). ", _grounds(found)))]


def _grounds(found: Trend) -> str:
    """What the trend rests on: models, periods left out, where it starts."""
    parts = ["Two models agree" if found.secondary else "One model, since the counts carry no second"]
    if found.with_pulse is not None:
        parts.append("the months under Covid restrictions are left out, and with them in the answer is the same")
    if found.since:
        parts.append(f"it starts after recording changed ({found.since})")
    if found.gaps:
        parts.append(f"{numbers.plural(len(found.gaps), 'period', 'periods')} without figures are left as gaps")
    return "; ".join(parts) + "."


def trend_table(context: Context, results: Results, lines: Sequence[str]) -> list[Block]:
    """The models behind every trend said, with their diagnostics; nothing where none is said."""
    rows = [_row(line, found) for line in lines if not isinstance(found := results.trend(line), CannotSay)]
    if not rows:
        return []
    fields = [
        Field("category", "Category"), Field("primary", "First model"), Field("percent", "A year", signed_percent),
        Field("low", "95% interval", signed_percent, to="high"), Field("secondary", "Second model"),
        Field("second_percent", "A year", signed_percent), Field("phi", "Dispersion", numbers.decimal),
        Field("overdispersion", "Cameron-Trivedi p", p_value), Field("ljung_box", "Ljung-Box p", p_value),
        Field("straight", "Bend p", p_value),
    ]  # fmt: skip
    caption = context.caption(
        MODELS,
        f"The models behind {numbers.plural(len(rows), 'trend')}; their diagnostics are shown and switch nothing",
        "Trend models and diagnostics", notes=NOTES,
    )  # fmt: skip
    return [exhibit(context.declared(rows, key=["category"]), caption, fields)]


def _row(line: str, found: Trend) -> dict[str, Any]:
    second, shown = found.secondary, found.diagnostics
    return {
        "category": category_title(line),
        "primary": found.primary.model,
        "percent": found.primary.percent,
        "low": found.primary.low,
        "high": found.primary.high,
        "periods": found.primary.periods,
        "secondary": second.model if second else "none",
        "second_percent": second.percent if second else NONE,
        "season": found.season,
        "exposure": found.exposure,
        "phi": shown.phi,
        "overdispersion": shown.overdispersion.p,
        "ljung_box": shown.ljung_box if shown.ljung_box == shown.ljung_box else NONE,
        "straight": shown.straight,
        "aic_poisson": shown.aic[0],
        "aic_negative_binomial": shown.aic[1] if shown.aic[1] == shown.aic[1] else NONE,
        "converged": "yes" if shown.converged else "no: quasi-Poisson instead",
    }


def p_value(value: float) -> str:
    """A p value: ``0.03``, ``under 0.001``."""
    return "under 0.001" if value < 0.001 else numbers.decimal(value, 3 if value < 0.01 else 2)
