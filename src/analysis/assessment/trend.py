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
    from analysis.trends import Trend, Undeclared

MODELS = "trend-models"
DIAGNOSTICS = "trend-diagnostics"
NONE = CannotSay("this model was not needed or could not be fitted", "no-second-model")
LAGS = range(1, 13)
SHORT = CannotSay("the series is too short for this test", "too-short")
NOTES = (
    "Dispersion is how much the counts scatter about the model: 1 is what chance alone gives. A p is how often figures "
    "at least so far from what the model takes for granted would come by chance if it were right; under 0.05 is rare.",
    "The dispersion p (Cameron and Trivedi) asks whether the scatter is more than chance. The bend p (quadratic term) "
    "asks whether one rate a year fits the whole course: where it is under 0.01, no rise or fall is said.",
    "Correlation of neighbours: whether a high period tends to follow a high one (1: always; below 0: a low one). "
    "Ljung-Box p asks it of a year of months, four quarters or four years together, against series that the "
    "fitted model draws.",
    "AIC weighs how closely a model fits against how much it has to assume; the lower, the better. The negative "
    "binomial, which allows for more scatter, replaces the Poisson model where its AIC is lower by more than 2; where "
    "it does not converge, Poisson with wider limits (quasi-Poisson) stands in for it.",
)


def trend_blocks(results: Results, line: str, words: str) -> list[Block]:
    """One paragraph, or the note that says why there is no trend."""
    found = results.trend(line)
    if isinstance(found, CannotSay):
        return [cannot_say_note(found, f"whether there is a trend in {words}")]
    head = found.headline
    how = f"({numbers.percent(head.percent, signed=True)} a year, {LEVEL_WORDS}: {limits(head.low, head.high)}; "
    course = "no clear trend" if found.direction == "no clear trend" else f"a {found.direction} trend"
    lead = f" There is {course} in {words} over {numbers.span(found.first, found.last)} {how}"
    return [Paragraph(spans=text(strong("Trend."), lead, ref(MODELS), "). ", _grounds(found)))]


def _grounds(found: Trend) -> str:
    """What the trend rests on: models, periods left out, where it starts, and a break that no register names."""
    parts = ["Two models agree" if found.secondary else "One model, since the counts carry no second"]
    if found.with_pulse is not None:
        same = "where they are given a level of their own the answer is the same"
        parts.append(f"the {found.unit}s of {found.pulse} are left out, and {same}")
    if found.since:
        parts.append(f"it starts after recording changed ({found.since})")
    if found.gaps:
        gaps = numbers.plural(len(found.gaps), f"{found.unit} is", f"{found.unit}s are")
        parts.append(f"{gaps} without figures and left open")
    more = [_counted_in(found), "" if found.undeclared is None else _break_words(found.undeclared)]
    return " ".join(each for each in ("; ".join(parts) + ".", *more) if each)


def _counted_in(found: Trend) -> str:
    """The sentence on what a line through all the figures shows, where that is another answer; else nothing."""
    plain = found.counted_in
    if plain is None or plain.direction == found.direction:
        return ""
    way = "there would be no clear trend" if plain.direction == "no clear trend" else f"it would be {plain.direction}"
    how = f"{numbers.percent(plain.percent, signed=True)} a year, {LEVEL_WORDS}: {limits(plain.low, plain.high)}"
    return f"With the {found.unit}s of {found.pulse} simply counted in, {way} ({how})."


def _break_words(found: Undeclared) -> str:
    """The sentence on a break found in the figures."""
    way = "upwards" if found.percent > 0 else "downwards"
    turn = f"the level shifts {way}" if found.kind == "mean" else f"the course turns {way}"
    named = "The figures show a break that our register of recording changes does not name"
    return f"{named}: at about {numbers.month(found.first)} {turn}. Those who record may know why."


def trend_table(context: Context, results: Results, lines: Sequence[str]) -> list[Block]:
    """The models behind every trend said, and their diagnostics; nothing where none is said."""
    found = {line: each for line in lines if not isinstance(each := results.trend(line), CannotSay)}
    if not found:
        return []
    models = [
        Field("category", "Category"), Field("primary", "First model"), Field("percent", "A year", signed_percent),
        Field("low", "95% interval", signed_percent, to="high"), Field("secondary", "Second model"),
        Field("second_percent", "A year", signed_percent), Field("season", "Season"), Field("broken", "Break found"),
    ]  # fmt: skip
    shown = [
        Field("category", "Category"), Field("phi", "Dispersion", numbers.decimal),
        Field("overdispersion", "Dispersion p", p_value), Field("aic_poisson", "AIC, Poisson", numbers.decimal),
        Field("aic_negative_binomial", "AIC, negative binomial", numbers.decimal),
        Field("negative_binomial", "Negative binomial"), Field("acf_1", "Correlation of neighbours", two_places),
        Field("ljung_box", "Ljung-Box p", p_value), Field("ljung_box_24", "Ljung-Box p, 24 months", p_value),
        Field("straight", "Bend p", p_value),
    ]  # fmt: skip
    behind = context.caption(
        MODELS, f"The models behind {numbers.plural(len(found), 'trend')}", "Trend models by category"
    )
    beside = context.caption(
        DIAGNOSTICS, "What the trend models assume is tested and shown",
        "Diagnostics of the regression of counts by category", notes=NOTES,
    )  # fmt: skip
    return [
        exhibit(context.declared([_model(*each) for each in found.items()], key=["category"]), behind, models),
        exhibit(context.declared([_diagnosis(*each) for each in found.items()], key=["category"]), beside, shown),
    ]


def _model(line: str, found: Trend) -> dict[str, Any]:
    second, plain = found.secondary, found.counted_in
    return {
        "category": category_title(line),
        "primary": found.primary.model,
        "percent": found.primary.percent,
        "low": found.primary.low,
        "high": found.primary.high,
        "periods": found.primary.periods,
        "secondary": second.model if second else "none",
        "second_percent": second.percent if second else NONE,
        "counted_in_percent": plain.percent if plain else NONE,
        "counted_in_low": plain.low if plain else NONE,
        "counted_in_high": plain.high if plain else NONE,
        "season": found.season,
        "exposure": found.exposure,
        "broken": numbers.month(found.undeclared.first) if found.undeclared else "none",
    }


def _diagnosis(line: str, found: Trend) -> dict[str, Any]:
    shown = found.diagnostics
    tests = {each.lags: each.p for each in shown.ljung_box}
    return {
        "category": category_title(line),
        "phi": shown.phi,
        "overdispersion": shown.overdispersion.p,
        "aic_poisson": shown.aic[0],
        "aic_negative_binomial": _known(shown.aic[1], NONE),
        "negative_binomial": shown.negative,
        **{f"acf_{lag}": _known(shown.acf[lag - 1], SHORT) if lag <= len(shown.acf) else SHORT for lag in LAGS},
        "ljung_box": _known(shown.ljung_box[0].p, SHORT),
        "ljung_box_lags": shown.ljung_box[0].lags,
        "ljung_box_24": _known(tests.get(24, float("nan")), SHORT),
        "straight": _known(shown.straight, SHORT),
        "converged": "yes" if shown.converged else "no",
    }


def _known(value: float, instead: CannotSay) -> float | CannotSay:
    return value if value == value else instead


def two_places(value: float) -> str:
    """A correlation: ``0.31``."""
    return numbers.decimal(value, 2, signed=True)


def p_value(value: float) -> str:
    """A p value: ``0.03``, ``under 0.001``."""
    return "under 0.001" if value < 0.001 else numbers.decimal(value, 3 if value < 0.01 else 2)
